import { describe, expect, it } from "vitest";
import { type EntityName, entityNames } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { partOf } from "../../testing/proof-parts";
import { openOn } from "../../testing/past";
import { referrersOf } from "./referrers";
import { testOffice } from "../../testing/log-offices";
import { catalogEdits, personEdits, testFolder, testId, testRoster } from "../../testing/rosters";
import { verifyRoster } from "../verify";
import { fieldColumns } from "./columns";
import { sql } from "../file/sql";

function needs(entity: EntityName): string[] {
  return fieldColumns(entity)
    .filter(({ definition }) => definition.type === "reference" && definition.required === true)
    .map(({ field }) => field);
}

describe("bringing rows up to date", () => {
  it("may end with those that name a row: what others must refer to needs no reference itself", () => {
    for (const entity of entityNames) {
      const isNeeded = referrersOf(entity).some(({ entity: user, field }) => needs(user).includes(field));
      expect({ entity, needs: isNeeded ? needs(entity) : [] }).toEqual({ entity, needs: [] });
    }
  });

  it("gives a unit that is its own parent the same row as a rebuild does", async () => {
    const { roster, path } = await testRoster();
    roster.log.write({ action: "init", user: "x", edits: catalogEdits() });
    const fields = { parent: testId(1) };
    roster.log.write({
      action: "edit",
      user: "x",
      edits: [{ kind: "update", entity: "unit", id: testId(1), fields }],
    });
    await roster.close();
    expect(verifyRoster(path)).toMatchObject({ ok: true });
  });

  it("goes on from a row that is looked at early, because the file that brings its parent back removes it", async () => {
    const folder = testFolder();
    const a = await testOffice("xa", 1, folder);
    const b = await testOffice("huyen", 2, folder);
    const parent = testId(0x50);
    a.write(catalogEdits());
    a.write([
      {
        kind: "create",
        entity: "unit",
        id: parent,
        fields: { code: "1", name: "Trên", type: "xa", level: "commune" },
      },
      { kind: "update", entity: "unit", id: testId(1), fields: { parent } },
      { kind: "decide", entity: "unit", id: parent, removed: "nhầm" },
      ...personEdits(0x100),
    ]);
    await b.receive(a.file());
    a.write([
      { kind: "restore", entity: "unit", id: parent },
      { kind: "decide", entity: "unit", id: testId(1), removed: "nhầm" },
    ]);
    await b.receive(a.file());
    expect(b.roster.db.all(sql`SELECT * FROM assignment`)).toEqual([]);
    expect(verifyRoster(b.path)).toMatchObject({ ok: true, problems: [] });
  });

  it("shows a row on the day on which its beginning came, also where a later op came first", async () => {
    const folder = testFolder();
    const a = await testOffice("xa", 1, folder);
    const b = await testOffice("huyen", 2, folder);
    a.write([...catalogEdits(), ...personEdits(0x100)]);
    const whole = a.file();
    a.shiftClock(100 * 86_400_000);
    a.write([{ kind: "update", entity: "official", id: testId(0x100), fields: { fullName: "Tên sau" } }]);
    const later = a.file();
    const last = later.runs.map((run) => ({ ...run, ops: [...run.ops].slice(-1) }));
    await b.receive(partOf(later, last));
    b.shiftClock(10 * 86_400_000);
    await b.receive(whole);
    const then = await openOn({ path: b.path, db: b.roster.db }, "2026-01-05");
    expect(then.db.value(sql`SELECT count(*) FROM official`)).toBe(0);
    expect(then.db.all(sql`SELECT row, ops FROM waiting`)).toEqual([
      { row: Buffer.from(uuidToBytes(testId(0x100))), ops: 1 },
    ]);
    then.close();
    const now = await openOn({ path: b.path, db: b.roster.db }, "2026-01-31");
    expect(now.db.value(sql`SELECT full_name FROM official`)).toBe("Tên sau");
    expect(now.db.value(sql`SELECT count(*) FROM assignment`)).toBe(1);
    now.close();
  });
});
