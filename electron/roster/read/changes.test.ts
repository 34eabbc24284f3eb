import { describe, expect, it } from "vitest";
import type { Edit } from "../edit/edits";
import { catalogEdits, otherUnitId, personEdits, testId, testRoster, unitId } from "../../testing/rosters";
import type { FieldValue } from "../../../shared/domain/entities";
import { authorsLike, writingKeys } from "./change-filter";
import * as changes from "./changes";

const user = "Lê Thị Hoa";
const names = ["Trần Thị Ánh", "Đặng Văn Bình", "Nguyễn An", "Dương Văn Bình"];

async function filled() {
  const { roster } = await testRoster();
  roster.log.write({ action: "init", user, edits: catalogEdits() });
  names.forEach((fullName, index) => {
    const identityNumber = `0250${index % 2}000000${index}`;
    roster.log.write({
      action: "add",
      user,
      edits: personEdits(0x100 * (index + 1), { fullName, identityNumber }),
    });
  });
  return roster;
}

const update = (id: string, fields: Record<string, FieldValue>): Edit => ({
  kind: "update",
  entity: "official",
  id,
  fields,
});

describe("changes", () => {
  it("are listed newest first, in pages, for all and for one person", async () => {
    const roster = await filled();
    const id = testId(0x100);
    const both = [update(id, { phone: "1" }), update(testId(0x200), { phone: "2" })];
    roster.log.write({ action: "import", user: "Bình", reason: "tệp tháng 10", edits: both });
    const removed = roster.log.write({
      action: "remove",
      user,
      edits: [{ kind: "remove", entity: "official", id, reason: "x" }],
    });
    const all = changes.changesPage(roster.db, { before: null, limit: 100, officialId: null });
    expect(all.map((change) => [change.action, change.opCount, change.official?.fullName ?? null])).toEqual([
      ["remove", 3, "Trần Thị Ánh"],
      ["import", 2, null],
      ["add", 3, "Dương Văn Bình"],
      ["add", 3, "Nguyễn An"],
      ["add", 3, "Đặng Văn Bình"],
      ["add", 3, "Trần Thị Ánh"],
      ["init", 3, null],
    ]);
    expect(all[0]?.official).toEqual({ pk: 4, id, fullName: "Trần Thị Ánh", present: false });
    expect(all[1]).toMatchObject({ user: "Bình", reason: "tệp tháng 10", undoes: null, undoneBy: null });
    const page = changes.changesPage(roster.db, { before: all[1]?.id ?? 0, limit: 2, officialId: null });
    expect(page).toEqual(all.slice(2, 4));
    const undone = roster.log.undo(removed.changeId ?? 0, { user }).changeId;
    const own = changes.changesPage(roster.db, { before: null, limit: 100, officialId: id });
    expect(own.map((change) => change.action)).toEqual(["undo", "remove", "import", "add"]);
    expect(own[1]).toMatchObject({ undoneBy: undone });
    expect(changes.lastChangeOf(roster.db, 4)?.id).toBe(undone);
    expect(changes.changesPage(roster.db, { before: null, limit: 9, officialId: testId(0x9999) })).toEqual(
      [],
    );
    expect(changes.changeById(roster.db, undone ?? 0)?.undoes).toBe(removed.changeId);
    expect(changes.changeById(roster.db, 2)).toBe(null);
  });

  it("say field by field what was before and after", async () => {
    const roster = await filled();
    const id = testId(0x100);
    const { changeId } = roster.log.write({
      action: "edit",
      user,
      edits: [
        update(id, { phone: "1", birth: null }),
        { kind: "update", entity: "assignment", id: testId(0x101), fields: { unit: otherUnitId } },
        { kind: "remove", entity: "qualification", id: testId(0x102), reason: "x" },
      ],
    });
    expect(changes.changeDetails(roster.db, changeId ?? 0, 10)).toMatchObject({
      cut: false,
      details: [
        {
          entity: "official",
          rowId: id,
          rowLabel: "Trần Thị Ánh",
          kind: "edited",
          fields: [
            { field: "birth", before: "1980-05", after: null },
            { field: "phone", before: null, after: "1" },
          ],
        },
        {
          entity: "assignment",
          rowId: testId(0x101),
          rowLabel: "Trần Thị Ánh",
          kind: "edited",
          fields: [{ field: "unit", before: unitId, after: otherUnitId }],
        },
        {
          entity: "qualification",
          rowId: testId(0x102),
          rowLabel: "Trần Thị Ánh",
          kind: "removed",
          fields: [],
        },
      ],
    });
    expect(changes.changeDetails(roster.db, changeId ?? 0, 2).cut).toBe(true);
    expect(changes.changeDetails(roster.db, 4, 10).details.map((detail) => detail.kind)).toEqual([
      "created",
      "created",
      "created",
    ]);
    expect(changes.changeDetails(roster.db, 9999, 10)).toEqual({ details: [], cut: false });
    roster.log.write({ action: "edit", user, edits: [update(id, { phone: "2" })] });
    const phone = changes.rowHistory(roster.db, id).filter((entry) => entry.field === "phone");
    expect(phone.map(({ before, after }) => [before, after])).toEqual([
      [null, "1"],
      ["1", "2"],
    ]);
  });

  it("know which edit stands after undos and redos", async () => {
    const roster = await filled();
    const id = testId(0x100);
    const edit =
      roster.log.write({ action: "edit", user, edits: [update(id, { phone: "1" })] }).changeId ?? 0;
    const inForce = () =>
      changes
        .changesPage(roster.db, { before: null, limit: 10, officialId: id })
        .filter((change) => change.id >= edit)
        .map((change) => change.inForce);
    expect(inForce()).toEqual([true]);
    const undo = roster.log.undo(edit, { user }).changeId ?? 0;
    expect(inForce()).toEqual([true, false]);
    const redo = roster.log.undo(undo, { user }).changeId ?? 0;
    expect(inForce()).toEqual([true, false, true]);
    roster.log.undo(redo, { user });
    expect(inForce()).toEqual([true, false, true, false]);
    const undone = changes.changesPage(roster.db, {
      before: null,
      limit: 10,
      officialId: null,
      filter: { undone: true },
    });
    expect(undone.map((change) => change.id)).toEqual([redo, edit]);
  });

  it("offer as the next redo what was undone last, be it an older change out of the log", async () => {
    const roster = await filled();
    const write = (field: string, text: string) =>
      roster.log.write({ action: "edit", user, edits: [update(testId(0x100), { [field]: text })] })
        .changeId ?? 0;
    const next = () => {
      const { undo, redo } = changes.undoState(roster.db);
      return { undo: undo?.id ?? null, redo: redo?.id ?? null };
    };
    const older = write("phone", "1");
    const newer = write("hometown", "Xã Thử");
    expect(next()).toEqual({ undo: newer, redo: null });
    const fromLog = roster.log.undo(older, { user }).changeId ?? 0;
    expect(next()).toEqual({ undo: newer, redo: fromLog });
    const byKey = roster.log.undo(newer, { user }).changeId ?? 0;
    expect(next().redo).toBe(byKey);
    const again = roster.log.undo(byKey, { user }).changeId ?? 0;
    expect(next()).toEqual({ undo: again, redo: null });
    write("phone", "3");
    expect(next().redo).toBeNull();
  });

  it("are narrowed by who wrote them, when, what they are about and whom they touch", async () => {
    const roster = await filled();
    const edits = [update(testId(0x100), { phone: "1" }), update(testId(0x200), { phone: "2" })];
    const both = roster.log.write({ action: "import", user: "Bình", edits }).changeId;
    const find = (filter: changes.ChangeFilter) =>
      changes
        .changesPage(roster.db, { before: null, limit: 10, officialId: null, filter })
        .map((change) => change.id);
    expect(find({ user: "Bình" })).toEqual([both]);
    expect(find({ user: "Nobody" })).toEqual([]);
    expect(find({ entity: "unit" })).toHaveLength(1);
    expect(find({ entity: "assignment" })).toHaveLength(4);
    expect(find({ people: [4] })).toHaveLength(2);
    const at = changes.changeById(roster.db, both ?? 0)?.at ?? 0;
    expect(find({ from: at })).toEqual([both]);
    expect(find({ to: at - 1 })).not.toContain(both);
    expect(find({ from: at, entity: "qualification" })).toEqual([]);
    const [key = ""] = writingKeys(roster.db);
    expect(find({ keys: [key] })).toHaveLength(6);
    expect(find({ keys: ["00".repeat(32)] })).toEqual([]);
    expect(authorsLike(roster.db, "binh", 5)).toEqual(["Bình"]);
  });
});
