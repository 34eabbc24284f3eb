// Rosters that another program, or a hand with an SQLite tool, wrote into before their tables are made anew.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { dumpAll } from "../testing/history/dump";
import { madeOlder, onFile } from "../testing/older-roster";
import { catalogEdits, personEdits, testEnvironment, testRoster } from "../testing/rosters";
import { readHandle } from "./file/handle";
import { steppedTables } from "./file/migrations/migrate";
import { openRoster, openRosterReadOnly } from "./roster";
import { verifyRoster } from "./verify";

type Made = Awaited<ReturnType<typeof closedRoster>>;

async function closedRoster() {
  const { roster, path, folder } = await testRoster();
  const user = "Lê Thị Hoa";
  roster.log.write({ action: "init", user, edits: catalogEdits() });
  roster.log.write({ action: "add", user, edits: personEdits(0x100, { note: "ghi chú" }) });
  await roster.close();
  const environment = testEnvironment(join(folder, "home"));
  const reopen = async () => (await openRoster(path, environment)).close();
  return { path, reopen };
}

/** Rows of the program's tables, and how everything in the file was made. */
function contents(path: string) {
  const db = new DatabaseConstructor(path, { readonly: true });
  try {
    const schema = db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").all();
    return { rows: dumpAll(readHandle(db, path)), schema };
  } finally {
    db.close();
  }
}

describe("what others made in a roster", () => {
  it.each([
    ["a view", "CREATE VIEW v AS SELECT full_name FROM official"],
    ["a view of nothing", "CREATE VIEW v AS SELECT a FROM nowhere"],
    [
      "a trigger elsewhere",
      "CREATE TRIGGER tr AFTER INSERT ON sent BEGIN UPDATE official SET note = 'x'; END",
    ],
    ["a table that refers to people", "CREATE TABLE mine (person REFERENCES official (pk))"],
  ])("stays as it was, however often tables are made anew: %s", async (_, statement) => {
    const { path, reopen } = await closedRoster();
    onFile(path, statement);
    const before = contents(path);
    for (const round of [1, 2]) {
      onFile(path, "DELETE FROM local_state WHERE key = 'shape'");
      await reopen();
      expect({ round, ...contents(path) }).toEqual({ round, ...before });
    }
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ["a name that tables are put aside under", 'CREATE TABLE "before official" (a)'],
    ["the name of an index", "CREATE TABLE mine (a); CREATE INDEX qualification_official ON mine (a)"],
    ["the name of a table", "CREATE VIEW Qualification AS SELECT 1 AS pk"],
    ["a reference to nobody", "CREATE TABLE mine (a REFERENCES official (pk)); INSERT INTO mine VALUES (0)"],
  ])("is refused by name, with nothing changed, where it takes %s", async (_, statement) => {
    const { path, reopen } = await closedRoster();
    madeOlder(path);
    onFile(path, statement);
    const before = contents(path);
    await expect(reopen()).rejects.toMatchObject({ code: "roster-damaged" });
    await expect(openRosterReadOnly(path)).rejects.toMatchObject({ code: "roster-damaged" });
    expect(contents(path)).toEqual(before);
  });
});

/** Makes each change to a roster of its own, a copy of one and the same. */
async function withEach(changes: readonly string[], look: (made: Made, change: string) => Promise<void>) {
  const made = await closedRoster();
  const whole = readFileSync(made.path);
  for (const change of changes) {
    writeFileSync(made.path, whole);
    onFile(made.path, change);
    await look(made, change);
  }
}

it("has tables made anew, and log and lists left alone, by a fingerprint that is none", async () => {
  const tables = [...steppedTables, "sqlite_schema"].map((table) => `'table ${table} 1'`);
  const shapes = ["''", "7", "x'00ff'", "'table'", `'${tables.join("\n").replaceAll("'", "")}'`, ...tables];
  const changes = shapes.map((shape) => `UPDATE local_state SET value = ${shape} WHERE key = 'shape'`);
  const { path } = await closedRoster();
  const before = contents(path);
  await withEach(changes, async (made, change) => {
    expect({ change, ...verifyRoster(made.path) }).toMatchObject({ change, ok: true });
    await made.reopen();
    expect({ change, schema: contents(made.path).schema }).toEqual({ change, schema: before.schema });
    expect({ change, ...verifyRoster(made.path) }).toMatchObject({ change, ok: true });
  });
});

it("is damaged without a table of the log or its lists", async () => {
  await withEach(
    [...steppedTables].map((table) => `DROP TABLE ${table}`),
    async ({ path, reopen }) => {
      await expect(reopen()).rejects.toMatchObject({ code: "roster-damaged" });
      await expect(openRosterReadOnly(path)).rejects.toMatchObject({ code: "roster-damaged" });
      expect(() => verifyRoster(path)).toThrow(expect.objectContaining({ code: "roster-damaged" }));
    },
  );
});
