import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { onFile } from "../testing/older-roster";
import { openOn } from "../testing/past";
import { officialRecord } from "./read/officials";
import { openRoster } from "./roster";
import {
  catalogEdits,
  dumpTables,
  personEdits,
  testEnvironment,
  testId,
  testRoster,
} from "../testing/rosters";
import { verifyRoster } from "./verify";
import { sql } from "./file/sql";

const user = "Lê Thị Hoa";

async function closedRoster() {
  const made = await testRoster();
  const { log } = made.roster;
  log.write({ action: "init", user, edits: catalogEdits() });
  log.write({ action: "add", user, edits: personEdits(0x100) });
  log.write({ action: "add", user, edits: personEdits(0x200, { fullName: "Trần Thị Bình" }) });
  log.write({
    action: "edit",
    user,
    edits: [{ kind: "update", entity: "official", id: testId(0x100), fields: { phone: "1" } }],
  });
  log.write({
    action: "remove",
    user,
    edits: [{ kind: "remove", entity: "official", id: testId(0x200), reason: "x" }],
  });
  await made.roster.close();
  return made;
}

describe("verify", () => {
  it("finds nothing wrong with a roster that was only written through the log", async () => {
    const { path } = await closedRoster();
    let steps = 0;
    const report = verifyRoster(path, { onProgress: (count) => (steps = count) });
    expect(report).toEqual({
      ok: true,
      ops: 13,
      writers: 1,
      waitingDocuments: 0,
      missing: null,
      problems: [],
    });
    expect(steps).toBeGreaterThan(0);
  });

  it.each([
    ["a name changed behind the log's back", "UPDATE official SET full_name = 'x'", "projection"],
    ["a derived column gone wrong", "UPDATE official SET sort_key = 'x'", "projection"],
    ["a row taken out", "DELETE FROM qualification", "projection"],
    ["a table taken out", "DROP TABLE qualification", "schema"],
    [
      "a trigger put in",
      "CREATE TRIGGER t AFTER INSERT ON op BEGIN UPDATE official SET note = 'x'; END",
      "schema",
    ],
    [
      "a row that the log does not know",
      "INSERT INTO post (pk, id, proof) VALUES (99, zeroblob(16), 0)",
      "projection",
    ],
    ["an op's content changed", "UPDATE op SET body = x'a101a1016178' WHERE seq = 11", "op-hash"],
    ["an op's content that is no content", "UPDATE op SET body = x'ff' WHERE seq = 11", "op-hash"],
    ["an op's clock changed", "UPDATE op SET at = at + 1 WHERE seq = 5", "op-hash"],
    ["an op's row changed", "UPDATE op SET row = zeroblob(16) WHERE seq = 11", "op-hash"],
    ["an op's author renamed", "UPDATE author SET name = 'x'", "op-hash"],
    ["an op taken out", "DELETE FROM op WHERE seq = 11", "chain"],
    ["the last op taken out", "DELETE FROM op WHERE seq = 13", "chain"],
    ["a change made to look like another", "UPDATE change SET action = 'x' WHERE id = 4", "change-list"],
    ["a change taken out of the list", "DELETE FROM change WHERE id = 4", "change-list"],
    ["an op taken for a proposal", "UPDATE op SET standing = 1 WHERE seq = 11", "standing"],
    ["a reference into nothing", "UPDATE assignment SET unit = 12345", "foreign-key"],
  ])("finds %s", async (_what, sql, code) => {
    const { path } = await closedRoster();
    const db = new DatabaseConstructor(path);
    db.pragma("foreign_keys = OFF");
    db.exec(sql);
    db.close();
    const report = verifyRoster(path);
    expect(report.ok).toBe(false);
    expect(report.problems.map((problem) => problem.code)).toContain(code);
  });

  it("gives the tables again from the log alone", async () => {
    const { path, folder } = await closedRoster();
    onFile(
      path,
      "UPDATE official SET full_name = 'x'; DELETE FROM qualification; INSERT INTO post (pk, id, proof) VALUES (99, zeroblob(16), 0)",
    );
    // As of a program that read the log in another way, so that nothing need be the same afterwards.
    onFile(
      path,
      "UPDATE local_state SET value = 'reading 0' || substr(value, instr(value, char(10))) WHERE key = 'shape'",
    );
    const roster = await openRoster(path, testEnvironment(`${folder}/home`));
    expect(officialRecord(roster.db, testId(0x100))?.fields["fullName"]).toBe("Nguyễn Văn An");
    await roster.close();
    expect(verifyRoster(path).problems).toEqual([]);
  });
});

describe("as known on a day", () => {
  it("shows the tables as they were at the end of that day, and the pks of today", async () => {
    const { roster, environment } = await testRoster();
    const dumps = new Map<string, string[]>();
    // Each change on a day of its own; the test's clock moves on by whole days.
    const write = (day: number, edits: Parameters<typeof roster.log.write>[0]["edits"]) => {
      const noon = Date.UTC(2021, 9, day, 5);
      while (environment.now() < noon - 1000) continue;
      roster.log.write({ action: "edit", user, edits });
      dumps.set(`2021-10-${String(day).padStart(2, "0")}`, dumpTables(roster.db));
    };
    write(2, catalogEdits());
    write(3, personEdits(0x100));
    write(4, [
      ...personEdits(0x200),
      { kind: "update", entity: "official", id: testId(0x100), fields: { phone: "1" } },
    ]);
    write(5, [{ kind: "remove", entity: "official", id: testId(0x100), reason: "x" }]);
    write(6, [{ kind: "restore", entity: "official", id: testId(0x100) }]);
    expect(dumps.size).toBe(5);
    for (const [day, expected] of dumps) {
      const past = await openOn(roster, day);
      expect(dumpTables(past.db)).toEqual(expected);
      expect(() => past.db.all(sql`DELETE FROM official RETURNING pk`)).toThrow(
        expect.objectContaining({ code: "roster-readonly" }),
      );
      past.close();
    }
    const before = await openOn(roster, "2021-09-30");
    expect(dumpTables(before.db)).toEqual([]);
    before.close();
  });
});
