// After each save the one file holds everything: a copy of it alone misses nothing, while the program is open, and after it
// was killed. An open preview, however large, keeps nobody from reading.
import { copyFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RosterProgram } from "../testing/roster-process";
import { catalogEdits, personEdits, testEnvironment, testRoster, unitId } from "../testing/rosters";
import { connectForWriting, connectReadOnly, keepInMemory, settle } from "./file/connect";
import { writeHandle } from "./file/handle";
import { sql } from "./file/sql";
import { openRoster, openRosterReadOnly } from "./roster";
import { verifyRoster } from "./verify";

const user = "Lê Thị Hoa";
const program = new RosterProgram();
beforeAll(() => program.build());
afterAll(() => program.remove());

async function nameIn(path: string): Promise<string | undefined> {
  const reader = await openRosterReadOnly(path);
  try {
    return reader.db.value<string>(sql`SELECT name FROM unit WHERE pk = 1`);
  } finally {
    reader.close();
  }
}

describe("a copy of the file alone", () => {
  it("made after any save, while the roster is open, holds everything that was saved", async () => {
    const { roster, path, folder } = await testRoster();
    roster.log.write({ action: "init", user, edits: catalogEdits() });
    for (let save = 1; save <= 20; save++) {
      const fields = { name: `Lần ${save}` };
      roster.log.write({
        action: "edit",
        user,
        edits: [{ kind: "update", entity: "unit", id: unitId, fields }],
      });
      roster.log.write({ action: "add", user, edits: personEdits(0x100 + 0x10 * save) });
      const copy = join(folder, `ban-sao-${save}.scb`);
      copyFileSync(path, copy);
      expect(await nameIn(copy)).toBe(`Lần ${save}`);
      expect(verifyRoster(copy)).toMatchObject({ ok: true, problems: [] });
      const home = join(folder, `home-${save}`);
      const again = await openRoster(copy, testEnvironment(home));
      expect(again.leftovers).toEqual([]);
      expect(again.db.value(sql`SELECT count(*) FROM official`)).toBe(save);
      await again.close();
    }
  });

  it("made after the program was killed holds everything that it had confirmed", async () => {
    const { roster, path, folder } = await testRoster();
    roster.log.write({ action: "init", user, edits: catalogEdits() });
    await roster.close();
    for (let kill = 1; kill <= 3; kill++) {
      const { running } = await program.start(path, { home: join(folder, "home") });
      for (let save = 1; save <= kill; save++)
        expect(await running.renames(unitId, `Lần ${kill}.${save}`)).toMatchObject({ code: "ok" });
      await running.end("SIGKILL");
      const copy = join(folder, `ban-sao-${kill}.scb`);
      copyFileSync(path, copy);
      expect(await nameIn(copy)).toBe(`Lần ${kill}.${kill}`);
      expect(verifyRoster(copy)).toMatchObject({ ok: true, problems: [] });
    }
    expect(readdirSync(folder).some((name) => name.startsWith("ban-sao") && !name.endsWith(".scb"))).toBe(
      false,
    );
  });
});

describe("a long write that is not kept yet", () => {
  it("larger than the cache leaves readers what was saved, and the file as it was until it is kept", async () => {
    const { roster, path } = await testRoster();
    roster.log.write({ action: "init", user, edits: catalogEdits() });
    await roster.close();
    const size = statSync(path).size;
    const writing = connectForWriting(path);
    // A fraction of what is written.
    writing.pragma("cache_size = 20");
    keepInMemory(writing);
    const handle = writeHandle(writing, path);
    handle.begin();
    const note = "x".repeat(2000);
    for (let row = 0; row < 2000; row++)
      handle.run(sql`INSERT INTO author (name) VALUES (${`${row} ${note}`})`);
    expect(statSync(path).size).toBe(size);
    const reading = connectReadOnly(path);
    reading.pragma("busy_timeout = 0");
    const count = () =>
      reading.prepare("SELECT count(*) FROM author WHERE length(name) > 1000").pluck().get();
    expect(count()).toBe(0);
    handle.commit();
    expect(count()).toBe(2000);
    expect(statSync(path).size).toBeGreaterThan(size + 4_000_000);
    reading.close();
    expect(writing.pragma("integrity_check", { simple: true })).toBe("ok");
    settle(writing);
  });
});
