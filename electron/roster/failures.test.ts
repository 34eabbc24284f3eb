/** What the log does when the disk or the home folder fails under it: nothing half, and it goes on afterwards. */
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fileHints } from "./file/machine-hints";
import { WriterIdentity } from "./file/writer-identity";
import { connectForWriting, settle } from "./file/connect";
import { writeHandle } from "./file/handle";
import { sql } from "./file/sql";
import { readOwnWriter } from "./log/own-writer";
import {
  catalogEdits,
  dumpTables,
  personEdits,
  testEnvironment,
  testMachine,
  testRoster,
} from "../testing/rosters";
import { ChangeLog } from "./change-log";

const user = "Lê Thị Hoa";

/** A roster's log over a connection that the test can squeeze. */
async function openLog() {
  const { path, folder, roster } = await testRoster();
  roster.log.write({ action: "init", user, edits: catalogEdits() });
  await roster.close();
  const connection = connectForWriting(path);
  onTestFinished(() => settle(connection));
  const db = writeHandle(connection, path);
  const home = join(folder, "home");
  const identity = new WriterIdentity(
    { home, machine: testMachine, file: fileHints(path) },
    readOwnWriter(db),
  );
  return { path, home, connection, db, identity, log: new ChangeLog(db, identity, testEnvironment(home)) };
}

describe("change log on a bad day", () => {
  it("writes nothing of a change that does not fit the disk, and goes on when there is room again", async () => {
    const { path, connection, db, identity, log } = await openLog();
    const before = dumpTables(db);
    connection.pragma(`max_page_count = ${connection.pragma("page_count", { simple: true }) as number}`);
    function* many() {
      for (let i = 0; i < 100; i++) yield* personEdits(0x10000 + 0x10 * i, { note: "x".repeat(500) });
    }
    expect(() => log.write({ action: "import", user, edits: many() })).toThrow(
      expect.objectContaining({ code: "disk-full", params: { path } }),
    );
    expect(dumpTables(db)).toEqual(before);
    connection.pragma("max_page_count = 1000000");
    expect(log.write({ action: "import", user, edits: many() }).opCount).toBe(300);
    expect(identity.outcome).toBe("kept");
    expect(db.raw(sql`SELECT min(seq), max(seq), count(*), count(DISTINCT writer) FROM op`)).toEqual([
      [1, 303, 303, 1],
    ]);
  });

  it("writes nothing when the home folder cannot remember it", async () => {
    const { home, db, log } = await openLog();
    const before = dumpTables(db);
    rmSync(join(home, "sentinels"), { recursive: true });
    writeFileSync(join(home, "sentinels"), "a file in its place");
    expect(() => log.write({ action: "add", user, edits: personEdits(0x100) })).toThrow(
      expect.objectContaining({ code: "home-unusable" }),
    );
    expect(dumpTables(db)).toEqual(before);
    expect(db.value(sql`SELECT count(*) FROM op`)).toBe(3);
    chmodSync(home, 0o700);
  });

  it("remembers before it writes, so that a power cut between the two ends in a new incarnation", async () => {
    const { path, db, identity, log } = await openLog();
    const guard = {
      get identity() {
        return identity.identity;
      },
      agrees: identity.agrees.bind(identity),
      renew: identity.renew.bind(identity),
      record: (end: Parameters<typeof identity.record>[0]) => {
        identity.record(end);
        if (end.seq > 3) throw new Error("power cut");
      },
      forget: identity.forget.bind(identity),
      confirm: identity.confirm.bind(identity),
      sign: identity.sign,
    };
    const cut = new ChangeLog(db, guard, testEnvironment(""));
    expect(() => cut.write({ action: "add", user, edits: personEdits(0x100) })).toThrow("power cut");
    expect(db.value(sql`SELECT count(*) FROM op`)).toBe(3);
    const known = readOwnWriter(db);
    const home = join(path, "..", "home");
    const next = new WriterIdentity({ home, machine: testMachine, file: fileHints(path) }, known);
    expect(next.outcome).toBe("restored");
    log.write({ action: "add", user, edits: personEdits(0x100) });
    expect(db.raw(sql`SELECT seq, writer FROM op WHERE id > 3`)).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
  });

  it("sees what another connection wrote before it goes on", async () => {
    const { path, db, identity, log } = await openLog();
    log.write({ action: "add", user, edits: personEdits(0x100) });
    const other = connectForWriting(path);
    new ChangeLog(writeHandle(other, path), identity, testEnvironment("")).write({
      action: "add",
      user,
      edits: personEdits(0x200),
    });
    other.close();
    log.write({ action: "add", user, edits: personEdits(0x300) });
    expect(db.raw(sql`SELECT min(seq), max(seq), count(*) FROM op`)).toEqual([[1, 12, 12]]);
    expect(identity.outcome).toBe("kept");
  });
});
