import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyChange } from "../../shared/contract/schemas/changes";
import { entityDefinition, entityNames, type FieldValue } from "../../shared/domain/entities";
import { levelLadders } from "../../shared/domain/levels";
import { bytesToUuid } from "../../shared/sync/bytes";
import { sql } from "../roster/file/sql";
import type { ChangeDetailRow } from "../roster/read/change-details";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { ChangeWords } from "./change-words";
import { allStandardSets } from "../roster/read/standards";
import { changeDetails, changesPage, changeUndo, undoState } from "./changes";
import { saveRules } from "./rules-draft";
import type { OpenRoster } from "./open-roster";

let place: TestPlace;
let roster: OpenRoster;
beforeEach(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
});
afterEach(async () => {
  await roster.close();
  place.remove();
});

function rowId(query: ReturnType<typeof sql>): string {
  const id = roster.db.value<Buffer>(query);
  if (id === undefined) throw new Error("No such row in the sample");
  return bytesToUuid(id);
}
const theory = () =>
  rowId(sql`SELECT id FROM qualification WHERE kind = 'politicalTheory' AND level = 'intermediate' LIMIT 1`);
const unit = () => rowId(sql`SELECT id FROM unit WHERE name = 'Quảng Yên' AND type = 'xa'`);

const edit = (
  entity: "qualification" | "unit" | "official",
  id: string,
  fields: Record<string, FieldValue>,
) =>
  roster.write({ action: "edit", reason: null, edits: [{ kind: "update", entity, id, fields }] }).changeId ??
  0;
const page = (filter = {}) =>
  changesPage(roster, place.environment.t, {
    before: null,
    limit: 10,
    officialId: null,
    filter: { ...anyChange, ...filter },
  });

describe("the line of a change", () => {
  it("names a level by its ladder, though the ladder itself stayed as it was", async () => {
    const id = theory();
    const change = edit("qualification", id, { level: "advanced", school: "Trường Chính trị" });
    const { rows } = await page();
    expect(rows[0]).toMatchObject({
      id: change,
      summary: "Lý luận chính trị: Trung cấp → Cao cấp; 1 mục khác",
    });
    const { details } = changeDetails(roster, roster.catalog(), place.environment.t, change);
    expect(details[0]?.fields).toEqual([
      { field: "level", before: "Trung cấp", after: "Cao cấp" },
      { field: "school", before: "Trường Chính trị tỉnh Phú Thọ", after: "Trường Chính trị" },
    ]);
  });

  it("says back and forth what undo and redo did", async () => {
    const change = edit("qualification", theory(), { level: "advanced" });
    const { changeId: undo } = await changeUndo(roster, change);
    await changeUndo(roster, undo);
    const { rows } = await page();
    expect(rows.slice(0, 3).map(({ summary, inForce }) => [summary, inForce])).toEqual([
      ["Lý luận chính trị: Trung cấp → Cao cấp", true],
      ["Lý luận chính trị: Cao cấp → Trung cấp", false],
      ["Lý luận chính trị: Trung cấp → Cao cấp", true],
    ]);
  });

  it("says what undo and redo would take back of a rule, a text, a post: what it is and its name", async () => {
    const [set] = allStandardSets(roster.db).filter(({ fields }) => fields["inUse"] === false);
    const [rule] = set?.rules ?? [];
    const told = () => {
      const { undo, redo } = undoState(roster, place.environment.t);
      return { undo: undo?.summary, redo: redo?.summary };
    };
    const entity = "standardRule";
    saveRules(roster, [{ entity, id: rule?.id ?? "", isNew: false, fields: { note: "Xem lại" } }], null);
    const ofRule = told().undo ?? "";
    expect(ofRule).toBe(
      `quy định tiêu chuẩn ${String(rule?.fields["clause"])}, Ghi chú: (để trống) → Xem lại`,
    );
    const edits = [
      { entity: "standardSet", id: set?.id ?? "", isNew: false, fields: { inUse: true } },
    ] as const;
    const { changeId } = saveRules(roster, edits, null);
    const ofSet = told().undo ?? "";
    expect(ofSet).toContain(String(set?.fields["name"]));
    const { changeId: undo } = await changeUndo(roster, changeId ?? 0);
    // What was undone is named, not the way back from it.
    expect(told()).toEqual({ undo: ofRule, redo: ofSet });
    await changeUndo(roster, undo);
    expect(told().undo).toBe(ofSet);
  });

  it("calls a unit as it was called when the change was made", async () => {
    const assignment = rowId(sql`
      SELECT assignment.id FROM assignment JOIN unit ON unit.pk = assignment.unit
      WHERE unit.code = '08152' LIMIT 1`);
    const moved = roster.write({
      action: "edit",
      reason: null,
      edits: [{ kind: "update", entity: "assignment", id: assignment, fields: { unit: unit() } }],
    }).changeId;
    edit("unit", unit(), { name: "Quảng Yên Mới", type: "phuong" });
    const words = changeDetails(roster, roster.catalog(), place.environment.t, moved ?? 0).details[0]?.fields;
    expect(words).toMatchObject([{ field: "unit", after: "Xã Quảng Yên" }]);
    const { rows } = await page();
    expect(rows[0]?.summary).toMatch(/^Phường Quảng Yên Mới, /);
  });

  it("names in its detail whose row was changed, and which one of theirs", async () => {
    const [row, name = ""] =
      roster.db.raw<[row: Buffer, name: string]>(sql`
      SELECT assignment.id, official.full_name FROM assignment
      JOIN unit ON unit.pk = assignment.unit JOIN official ON official.pk = assignment.official
      WHERE unit.code = '08152' AND assignment.main = 1 LIMIT 1`)[0] ?? [];
    if (row === undefined) throw new Error("No such row in the sample");
    const id = bytesToUuid(row);
    const { changeId } = roster.write({
      action: "edit",
      reason: null,
      edits: [{ kind: "update", entity: "assignment", id, fields: { main: false } }],
    });
    const { details } = changeDetails(roster, roster.catalog(), place.environment.t, changeId ?? 0);
    expect(details[0]?.rowLabel).toMatch(new RegExp(`^${name} – [^,]+, \\S+ .+, từ `));
  });

  it("has no key of any field in it, whatever the registry holds", () => {
    const words = new ChangeWords(roster.db, roster.catalog(), place.environment.t);
    let checked = 0;
    for (const entity of entityNames) {
      for (const [field, definition] of Object.entries(entityDefinition(entity).fields)) {
        const { ladder, choices = [], type } = definition;
        const cases: [string, Record<string, FieldValue>][] =
          ladder === undefined
            ? choices.map((key) => [key, {}])
            : Object.entries(levelLadders).flatMap(([kind, keys]) =>
                keys.map((key): [string, Record<string, FieldValue>] => [key, { [ladder]: kind }]),
              );
        for (const [key, row] of cases) {
          const values = { ...row, [field]: key };
          const detail: ChangeDetailRow = {
            entity,
            rowId: unit(),
            rowLabel: "",
            kind: "edited",
            fields: [{ field, before: null, after: key }],
            before: row,
            after: values,
            stamp: 1,
          };
          const [shown] = words.detail(detail).fields;
          expect({ entity, field, type, after: shown?.after }).not.toMatchObject({ after: key });
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });
});

describe("looking in the log", () => {
  it("finds a person by name without marks, a removed record too", async () => {
    const id = rowId(sql`SELECT id FROM official WHERE full_name = 'Phạm Đăng An'`);
    const phone = edit("official", id, { phone: "0912" });
    expect((await page({ search: "pham dang an" })).rows.map((row) => row.id)).toContain(phone);
    const removal = roster.write({
      action: "remove",
      reason: "nhập trùng",
      edits: [{ kind: "remove", entity: "official", id, reason: "nhập trùng" }],
    }).changeId;
    const found = await page({ search: "pham dang an" });
    expect(found.rows.slice(0, 2).map((row) => row.id)).toEqual([removal, phone]);
    expect((await page({ search: "khong co ai ten nay" })).rows).toEqual([]);
  });

  it("asks for more of a name that a crowd has, and reads days of Hà Nội", async () => {
    const crowd = await page({ search: "n" });
    expect(crowd.rows.length === 0 ? crowd.crowd : 301).toBeGreaterThan(300);
    const change = edit("qualification", theory(), { level: "advanced" });
    expect((await page({ from: "2026-10-01", to: "2026-10-01" })).rows[0]?.id).toBe(change);
    expect((await page({ from: "2026-10-02" })).rows).toEqual([]);
    expect((await page({ to: "2026-09-30" })).rows).toEqual([]);
  });
});
