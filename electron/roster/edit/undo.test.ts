import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AppError } from "../../../shared/contract/errors";
import type { FieldValue } from "../../../shared/domain/entities";
import { undoState } from "../read/changes";
import { conflictKeys } from "../read/conflicts";
import { rowFields } from "../read/rows";
import type { Roster } from "../roster";
import {
  catalogEdits,
  dumpTables,
  otherUnitId,
  personEdits,
  testId,
  testRoster,
  unitId,
} from "../../testing/rosters";
import { verifyRoster } from "../verify";
import type { Edit } from "./edits";
import { sql } from "../file/sql";

const user = "Lê Thị Hoa";

function write(roster: Roster, ...edits: Edit[]): number {
  return roster.log.write({ action: "edit", user, edits }).changeId ?? 0;
}

function update(number: number, fields: Record<string, FieldValue>): Edit {
  return { kind: "update", entity: "official", id: testId(number), fields };
}

async function filled() {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user, edits: catalogEdits() });
  write(made.roster, ...personEdits(100));
  return made;
}

const phone = (roster: Roster) => rowFields(roster.db, "official", testId(100))?.fields["phone"];

describe("undo", () => {
  it("gives back the values from before, and a redo the ones after", async () => {
    const { roster } = await filled();
    write(roster, update(100, { phone: "1" }));
    const changed = write(roster, update(100, { phone: "2", note: "mới" }));
    const undone = roster.log.undo(changed, { user, reason: "nhầm" });
    expect(rowFields(roster.db, "official", testId(100))?.fields).toMatchObject({ phone: "1", note: null });
    expect(
      roster.db.get(sql`SELECT action, reason, undoes FROM change WHERE id = ${undone.changeId}`),
    ).toEqual({
      action: "undo",
      reason: "nhầm",
      undoes: changed,
    });
    const redone = roster.log.undo(undone.changeId ?? 0, { user });
    expect(roster.db.value(sql`SELECT action FROM change WHERE id = ${redone.changeId}`)).toBe("redo");
    expect(rowFields(roster.db, "official", testId(100))?.fields).toMatchObject({ phone: "2", note: "mới" });
  });

  it("refuses to take back what somebody went on from, and names that change", async () => {
    const { roster } = await filled();
    const first = write(roster, update(100, { phone: "1", note: "a" }));
    const second = write(roster, update(100, { phone: "2" }));
    const before = dumpTables(roster.db);
    expect(() => roster.log.undo(first, { user })).toThrow(
      expect.objectContaining({
        code: "undo-blocked",
        params: expect.objectContaining({ laterChangeId: second }) as unknown,
      }),
    );
    expect(dumpTables(roster.db)).toEqual(before);
    roster.log.undo(second, { user });
    roster.log.undo(first, { user });
    expect(rowFields(roster.db, "official", testId(100))?.fields).toMatchObject({ phone: null, note: null });
  });

  it("takes back one of two changes of different fields, in any order", async () => {
    const { roster } = await filled();
    const first = write(roster, update(100, { phone: "1" }));
    write(roster, update(100, { note: "a" }));
    roster.log.undo(first, { user });
    expect(rowFields(roster.db, "official", testId(100))?.fields).toMatchObject({ phone: null, note: "a" });
  });

  it("refuses to undo one change twice, and one that is not there", async () => {
    const { roster } = await filled();
    const first = write(roster, update(100, { phone: "1" }));
    const undone = roster.log.undo(first, { user }).changeId;
    expect(() => roster.log.undo(first, { user })).toThrow(
      expect.objectContaining({
        code: "undo-done",
        params: expect.objectContaining({ laterChangeId: undone }) as unknown,
      }),
    );
    expect(() => roster.log.undo(9999, { user })).toThrow(expect.objectContaining({ code: "undo-nothing" }));
  });

  it("does not take a person out who was given another post since", async () => {
    const { roster } = await filled();
    const added = write(roster, ...personEdits(200));
    const later = write(roster, {
      kind: "create",
      entity: "assignment",
      id: testId(300),
      fields: { official: testId(200), unit: otherUnitId, post: testId(3) },
    });
    const error = (() => {
      try {
        roster.log.undo(added, { user });
      } catch (thrown) {
        return thrown as AppError;
      }
      return null;
    })();
    expect(error).toMatchObject({ code: "undo-blocked", params: { laterChangeId: later } });
    roster.log.undo(later, { user });
    roster.log.undo(added, { user });
    expect(rowFields(roster.db, "official", testId(200))).toBe(null);
  });

  it("gives a restored row the values of its own time when row and fields came back together", async () => {
    const { roster } = await filled();
    const removed = write(roster, update(100, { phone: "1" }), {
      kind: "remove",
      entity: "official",
      id: testId(100),
      reason: "x",
    });
    roster.log.undo(removed, { user });
    expect(phone(roster)).toBe(null);
  });

  it("offers the newest change that has an effect, and stops at what no key press takes back", async () => {
    const { roster } = await filled();
    expect(undoState(roster.db, ["init"]).undo?.action).toBe("edit");
    const first = write(roster, update(100, { phone: "1" }));
    const second = write(roster, update(100, { phone: "2" }));
    const state = () => {
      const { undo, redo } = undoState(roster.db, ["init"]);
      return [undo?.id ?? null, redo?.id ?? null];
    };
    expect(state()).toEqual([second, null]);
    const undone = roster.log.undo(second, { user }).changeId;
    expect(state()).toEqual([first, undone]);
    const redone = roster.log.undo(undone ?? 0, { user }).changeId;
    expect(state()).toEqual([redone, null]);
    roster.log.undo(redone ?? 0, { user });
    const fresh = write(roster, update(100, { note: "b" }));
    expect(state()).toEqual([fresh, null]);
    for (const { undo } = undoState(roster.db, ["init"]); undoState(roster.db, ["init"]).undo !== null; ) {
      roster.log.undo(undoState(roster.db, ["init"]).undo?.id ?? undo?.id ?? 0, { user });
    }
    expect(roster.db.value(sql`SELECT count(*) FROM official`)).toBe(0);
    expect(roster.db.value(sql`SELECT count(*) FROM unit`)).toBe(2);
  });
});

describe("undo of what came before a removal", () => {
  const there = (roster: Roster, number = 100) => rowFields(roster.db, "official", testId(number));
  const remove: Edit = { kind: "remove", entity: "official", id: testId(100), reason: "nhập trùng" };
  const join: Edit = { kind: "join", entity: "official", id: testId(100), into: testId(200) };

  it.each([
    ["removed", remove],
    ["joined", join],
  ])(
    "leaves somebody %s out of view, with no conflict, and keeps the values for their return",
    async (_, out) => {
      const { roster, path } = await filled();
      write(roster, ...personEdits(200));
      write(roster, update(100, { phone: "1" }));
      const edited = write(roster, update(100, { phone: "2" }));
      const removed = write(roster, out);
      const before = dumpTables(roster.db);
      const undone = roster.log.undo(edited, { user });
      expect(undone.keptOut).toBe(1);
      expect(dumpTables(roster.db)).toEqual(before);
      expect(conflictKeys(roster.db)).toEqual([]);
      const redone = roster.log.undo(undone.changeId ?? 0, { user });
      expect(redone.keptOut).toBe(1);
      expect(conflictKeys(roster.db)).toEqual([]);
      roster.log.undo(redone.changeId ?? 0, { user });
      expect(there(roster)).toBe(null);
      const back = roster.log.undo(removed, { user });
      expect(back.keptOut).toBe(0);
      expect(phone(roster)).toBe("1");
      expect(conflictKeys(roster.db)).toEqual([]);
      roster.log.undo(back.changeId ?? 0, { user });
      expect(there(roster)).toBe(null);
      await roster.close();
      expect(verifyRoster(path).problems).toEqual([]);
    },
  );

  it("takes a row that belongs to somebody removed alike", async () => {
    const { roster } = await filled();
    const moved = write(roster, {
      kind: "update",
      entity: "assignment",
      id: testId(101),
      fields: { unit: otherUnitId },
    });
    write(roster, remove);
    expect(roster.log.undo(moved, { user }).keptOut).toBe(1);
    expect(rowFields(roster.db, "assignment", testId(101))).toBe(null);
    expect(conflictKeys(roster.db)).toEqual([]);
  });
});

describe("redo", () => {
  it("of a removal is refused as a whole where the person was edited since, and names that edit", async () => {
    const { roster } = await filled();
    const removed = write(roster, {
      kind: "remove",
      entity: "official",
      id: testId(100),
      reason: "nhầm",
    });
    const undone = roster.log.undo(removed, { user }).changeId ?? 0;
    const later = write(roster, update(100, { phone: "1" }));
    const before = dumpTables(roster.db);
    expect(() => roster.log.undo(undone, { user })).toThrow(
      expect.objectContaining({
        code: "undo-blocked",
        params: expect.objectContaining({ laterChangeId: later }) as unknown,
      }),
    );
    expect(dumpTables(roster.db)).toEqual(before);
  });

  it("is not offered for what was undone before something new was done", async () => {
    const { roster } = await filled();
    const old = write(roster, update(100, { phone: "1" }));
    roster.log.undo(old, { user });
    const fresh = write(roster, update(100, { note: "a" }));
    const undone = roster.log.undo(fresh, { user }).changeId;
    expect(undoState(roster.db, ["init"]).redo?.id).toBe(undone);
    roster.log.undo(undone ?? 0, { user });
    expect(undoState(roster.db, ["init"]).redo).toBe(null);
  });
});

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      who: fc.nat(2),
      field: fc.constantFrom("phone", "note", "hometown"),
      value: fc.constantFrom(null, "1", "2"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("add" as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), who: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      who: fc.nat(2),
      unit: fc.constantFrom(unitId, otherUnitId),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("undo" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("redo" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The edits of a step as things stand, or none where it makes no sense now. */
function editsOf(roster: Roster, one: Step, fresh: () => number): Edit[] {
  if (one.do === "undo" || one.do === "redo") return [];
  if (one.do === "add") return personEdits(fresh());
  const id = roster.db.raw<[Buffer]>(
    sql`SELECT id FROM official ORDER BY pk LIMIT 1 OFFSET ${one.who}`,
  )[0]?.[0];
  if (id === undefined) return [];
  const official = testId(Number.parseInt(id.toString("hex").slice(-8), 16));
  if (one.do === "edit")
    return [{ kind: "update", entity: "official", id: official, fields: { [one.field]: one.value } }];
  if (one.do === "remove") return [{ kind: "remove", entity: "official", id: official, reason: "thử" }];
  const assignment = testId(Number.parseInt(id.toString("hex").slice(-8), 16) + 1);
  return [{ kind: "update", entity: "assignment", id: assignment, fields: { unit: one.unit } }];
}

describe("undo and redo as a whole", () => {
  it("walk back and forth through the very same tables, which the log gives again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (script) => {
        const { roster, path } = await filled();
        let people = 0x200;
        const fresh = () => (people += 0x10);
        // The model: the states one can walk through, and where one stands.
        let states = [dumpTables(roster.db)];
        let at = 0;
        for (const one of script) {
          if (one.do === "undo" || one.do === "redo") {
            const next = at + (one.do === "undo" ? -1 : 1);
            const offered = undoState(roster.db, ["init"])[one.do];
            const isFirstAddition = one.do === "undo" && at === 0;
            if (isFirstAddition) continue;
            expect(offered !== null).toBe(states[next] !== undefined);
            if (offered === null) continue;
            roster.log.undo(offered.id, { user });
            at = next;
          } else {
            if (
              roster.log.write({ action: "edit", user, edits: editsOf(roster, one, fresh) }).changeId === null
            )
              continue;
            states = [...states.slice(0, at + 1), dumpTables(roster.db)];
            at++;
          }
          expect(dumpTables(roster.db)).toEqual(states[at]);
        }
        await roster.close();
        expect(verifyRoster(path).problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
