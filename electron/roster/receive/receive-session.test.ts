import { describe, expect, it } from "vitest";
import { catalogEdits, dumpTables, personEdits, testFolder, testId } from "../../testing/rosters";
import { testOffice, type TestOffice } from "../../testing/log-offices";
import { beginReceiving, packetOf } from "../../testing/op-files";
import { partOf } from "../../testing/proof-parts";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import { verifyRoster } from "../verify";
import type { ShippedRow } from "../edit/shipped-rows";
import { sql } from "../file/sql";

const person = 0x100;
const officialId = testId(person);

function nameOf(office: TestOffice, id = officialId): string | undefined {
  return office.roster.db.value<string>(
    sql`SELECT full_name FROM official WHERE id = ${Buffer.from(id.replaceAll("-", ""), "hex")}`,
  );
}

const rename = (fullName: string) => [
  { kind: "update", entity: "official", id: officialId, fields: { fullName } } as const,
];

async function two(): Promise<[TestOffice, TestOffice]> {
  const folder = testFolder();
  const a = await testOffice("xa", 1, folder);
  const b = await testOffice("huyen", 2, folder);
  a.write([...catalogEdits(), ...personEdits(person)]);
  return [a, b];
}

function checkWhole(office: TestOffice): void {
  expect(verifyRoster(office.path)).toMatchObject({ ok: true, problems: [] });
}

describe("receiving a file", () => {
  it("is dated by the moment on which it is kept, not by that on which its preview began", async () => {
    const [a, b] = await two();
    const session = beginReceiving({ log: b.roster.log, name: "huyen", now: b.environment.now });
    await session.add(packetOf(a.file()));
    b.shiftClock(86_400_000);
    b.roster.log.keepReceived();
    const at = b.roster.db.value<number>(sql`SELECT at FROM reception`) ?? 0;
    expect(b.environment.now() - at).toBeLessThan(10_000);
  });

  it("brings people over, and the second time nothing", async () => {
    const [a, b] = await two();
    const file = a.file();
    const first = await b.receive(file);
    expect(first.effects).toMatchObject([{ added: 1, catalog: 3, changed: 0, conflicts: 0, waiting: 0 }]);
    expect(nameOf(b)).toBe("Nguyễn Văn An");
    const tables = dumpTables(b.roster.db);
    const again = await b.receive(file);
    expect(again.effects).toMatchObject([{ ops: 0, added: 0 }]);
    expect(again.end.receptionId).toBeNull();
    expect(dumpTables(b.roster.db)).toEqual(tables);
    checkWhole(b);
  });

  it("shows two unseen edits as a conflict, which a settled value ends on both sides", async () => {
    const [a, b] = await two();
    await b.receive(a.file());
    a.write(rename("Nguyễn Văn Anh"));
    b.write(rename("Nguyễn Văn Ấn"));
    const { effects } = await b.receive(a.file());
    // Which of two edits is shown depends on the writers' keys; whoever keeps its own name is not counted as changed.
    const changed = nameOf(b) === "Nguyễn Văn Ấn" ? 0 : 1;
    expect(effects).toMatchObject([{ changed, conflicts: 1 }]);
    expect(b.roster.db.all(sql`SELECT field, entity FROM conflict`)).toEqual([{ field: 1, entity: 4 }]);
    b.write([{ kind: "settle", entity: "official", id: officialId, fields: { fullName: "Nguyễn Văn Anh" } }]);
    await a.receive(b.file());
    for (const office of [a, b]) {
      expect(office.roster.db.all(sql`SELECT * FROM conflict`)).toEqual([]);
      expect(nameOf(office)).toBe("Nguyễn Văn Anh");
      checkWhole(office);
    }
  });

  it("lets ops wait whose beginning was lost, and shows them once it comes", async () => {
    const [a, b] = await two();
    const first = a.file();
    await b.receive(first);
    await a.receive(b.file());
    a.write(personEdits(0x200, { fullName: "Trần Thị Bê" }));
    const lost = a.file(b);
    const seen = { ...a.roster.db };
    expect(seen).toBeDefined();
    a.write([{ kind: "update", entity: "official", id: testId(0x200), fields: { note: "sau" } }]);
    const later = a.file(b);
    const onlyLater = partOf(
      later,
      later.runs.map((run) => ({ ...run, ops: [...run.ops].slice(-1) })),
    );
    const waiting = await b.receive(onlyLater);
    expect(waiting.effects).toMatchObject([{ ops: 1, waiting: 1, added: 0 }]);
    checkWhole(b);
    const { effects } = await b.receive(lost);
    expect(effects).toMatchObject([{ ops: 3, added: 1, waiting: 0 }]);
    expect(nameOf(b, testId(0x200))).toBe("Trần Thị Bê");
    expect(b.roster.db.all(sql`SELECT * FROM waiting`)).toEqual([]);
    checkWhole(b);
  });

  it("keeps nothing of a preview that is discarded, and lets nobody write meanwhile", async () => {
    const [a, b] = await two();
    const before = dumpTables(b.roster.db);
    const session = b.roster.log.beginReceive({
      now: b.environment.now,
      user: "x",
      pause: () => Promise.resolve(),
      shippedRow: () => null,
    });
    const file = a.file();
    await session.add(packetOf(file));
    expect(() => b.write(catalogEdits())).toThrow(expect.objectContaining({ code: "busy" }));
    expect(dumpTables(b.roster.db)).toEqual(before);
    b.roster.log.discardReceived();
    expect(dumpTables(b.roster.db)).toEqual(before);
    expect(b.roster.db.value(sql`SELECT count(*) FROM op`)).toBe(0);
    b.write(catalogEdits());
    checkWhole(b);
  });

  it("completes a shipped row that somebody changed from its own list, and ends where the list is a circle", async () => {
    const folder = testFolder();
    const a = await testOffice("tinh", 1, folder);
    const b = await testOffice("xa", 2, folder);
    const unit = { type: "xa", level: "commune" } as const;
    const shipped = new Map(
      [
        [testId(1), { ...unit, code: "1", name: "Một", parent: testId(2) }],
        [testId(2), { ...unit, code: "2", name: "Hai", predecessors: testId(1) }],
      ].map(([id, fields]) => [id as string, { entity: "unit", id: id as string, fields } as ShippedRow]),
    );
    a.roster.log.ship(shipped.values());
    a.write([{ kind: "update", entity: "unit", id: testId(1), fields: { name: "Một đã đổi tên" } }]);
    const file = a.file();
    const own = file.runs.filter(({ writer }) => !isShippedWriter(writer));
    b.roster.log.keepOwnKeys([file.manifest.sender.signKey]);
    const session = b.roster.log.beginReceive({
      now: b.environment.now,
      user: "x",
      pause: () => Promise.resolve(),
      shippedRow: (id) => shipped.get(id) ?? null,
    });
    await session.add(packetOf({ ...file, runs: own }));
    b.roster.log.keepReceived();
    expect(
      b.roster.db.all(sql`SELECT name, parent IS NOT NULL AS hasParent FROM unit ORDER BY code`),
    ).toEqual([
      { name: "Một đã đổi tên", hasParent: 1 },
      { name: "Hai", hasParent: 0 },
    ]);
    expect(b.roster.db.all(sql`SELECT * FROM waiting`)).toEqual([]);
    checkWhole(b);
  });

  it("undoes a reception as one, and refuses once somebody went on from it", async () => {
    const [a, b] = await two();
    const before = dumpTables(b.roster.db);
    const { end } = await b.receive(a.file());
    b.roster.log.undoReception(end.receptionId as number, "x");
    expect(dumpTables(b.roster.db)).toEqual(before);
    checkWhole(b);
    const again = await b.receive(a.file());
    b.write(rename("Khác"));
    expect(() => b.roster.log.undoReception(again.end.receptionId as number, "x")).toThrow(
      expect.objectContaining({ code: "reception-undo-blocked" }),
    );
  });
});
