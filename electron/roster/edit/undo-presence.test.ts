// Undo and redo of what takes records out of view: joins and removals, beside what was done to others meanwhile.
import { describe, expect, it } from "vitest";
import { conflictKeys } from "../read/conflicts";
import { rowFields } from "../read/rows";
import type { Roster } from "../roster";
import { catalogEdits, dumpTables, personEdits, testId, testRoster, unitId } from "../../testing/rosters";
import { verifyRoster } from "../verify";
import type { Edit } from "./edits";
import { sql } from "../file/sql";

const user = "Lê Thị Hoa";

function write(roster: Roster, ...edits: Edit[]): number {
  return roster.log.write({ action: "edit", user, edits }).changeId ?? 0;
}

async function filled() {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user, edits: catalogEdits() });
  write(made.roster, ...personEdits(100));
  return made;
}

describe("redo of a join", () => {
  const join = (into: number): Edit => ({
    kind: "join",
    entity: "official",
    id: testId(100),
    into: testId(into),
  });
  const holders = (roster: Roster) =>
    roster.db.raw<[number]>(sql`SELECT count(*) FROM assignment GROUP BY official ORDER BY 1`).flat();

  it("is done where the joined record has a post, which is shown at the other one again", async () => {
    const { roster, path } = await filled();
    write(roster, ...personEdits(200));
    const joined = write(roster, join(200));
    expect(holders(roster)).toEqual([2]);
    const undone = roster.log.undo(joined, { user }).changeId ?? 0;
    expect(holders(roster)).toEqual([1, 1]);
    const redone = roster.log.undo(undone, { user }).changeId ?? 0;
    expect(holders(roster)).toEqual([2]);
    roster.log.undo(redone, { user });
    expect(holders(roster)).toEqual([1, 1]);
    await roster.close();
    expect(verifyRoster(path).problems).toEqual([]);
  });

  it("is refused where the record that took it in is gone, and names the change that removed it", async () => {
    const { roster } = await filled();
    write(roster, ...personEdits(200));
    const undone = roster.log.undo(write(roster, join(200)), { user }).changeId ?? 0;
    const removed = write(roster, { kind: "remove", entity: "official", id: testId(200), reason: "x" });
    expect(() => roster.log.undo(undone, { user })).toThrow(
      expect.objectContaining({
        code: "undo-blocked",
        params: expect.objectContaining({ laterChangeId: removed }) as unknown,
      }),
    );
  });

  it("comes after the removal of the record that took it in is taken back, which took the joined one along", async () => {
    const { roster, path } = await filled();
    write(roster, ...personEdits(200));
    const before = dumpTables(roster.db);
    const joined = write(roster, join(200));
    const together = dumpTables(roster.db);
    const removed = write(roster, { kind: "remove", entity: "official", id: testId(200), reason: "x" });
    expect(roster.db.raw(sql`SELECT pk FROM official`)).toEqual([]);
    expect(() => roster.log.undo(joined, { user })).toThrow(
      expect.objectContaining({
        code: "undo-blocked",
        params: expect.objectContaining({ laterChangeId: removed }) as unknown,
      }),
    );
    roster.log.undo(removed, { user });
    expect(dumpTables(roster.db)).toEqual(together);
    roster.log.undo(joined, { user });
    expect(dumpTables(roster.db)).toEqual(before);
    await roster.close();
    expect(verifyRoster(path).problems).toEqual([]);
  });
});

describe("undo of a removal", () => {
  const remove = (number: number): Edit => ({
    kind: "remove",
    entity: "official",
    id: testId(number),
    reason: "nhầm",
  });

  it("is refused where the unit of a post was removed since, and names that removal", async () => {
    const { roster } = await filled();
    const removed = write(roster, remove(100));
    const later = write(roster, { kind: "remove", entity: "unit", id: unitId, reason: "nhầm" });
    expect(() => roster.log.undo(removed, { user })).toThrow(
      expect.objectContaining({
        code: "undo-blocked",
        params: expect.objectContaining({ laterChangeId: later }) as unknown,
      }),
    );
    expect(conflictKeys(roster.db)).toEqual([]);
    roster.log.undo(later, { user });
    roster.log.undo(removed, { user });
    expect(rowFields(roster.db, "assignment", testId(101))?.fields["unit"]).toBe(unitId);
    expect(conflictKeys(roster.db)).toEqual([]);
  });
});
