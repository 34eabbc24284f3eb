// Rosters whose file another program, or a hand with an SQLite tool, made otherwise than this program does.
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { madeOlder, onFile } from "../testing/older-roster";
import { catalogEdits, fingerprint, personEdits, testEnvironment, testRoster } from "../testing/rosters";
import {
  createDatabaseFile,
  connectForWriting,
  connectReadOnly,
  copyOf,
  temporaryDatabase,
} from "./file/connect";
import { steppedTables } from "./file/migrations/migrate";
import { openRehearsal } from "./rehearsal";
import { openRoster, openRosterReadOnly } from "./roster";
import { verifyRoster } from "./verify";

async function closedRoster() {
  const { roster, path, folder } = await testRoster();
  const user = "Lê Thị Hoa";
  roster.log.write({ action: "init", user, edits: catalogEdits() });
  roster.log.write({ action: "add", user, edits: personEdits(0x100, { note: "ghi chú" }) });
  await roster.close();
  return { path, folder, environment: testEnvironment(join(folder, "home")) };
}

/** Writes text into the schema itself, which no statement of SQL would accept. */
function rewritten(path: string, change: string): void {
  const db = new DatabaseConstructor(path);
  db.unsafeMode(true);
  db.pragma("writable_schema = ON");
  db.exec(change);
  db.close();
}

const recursive = `CREATE VIEW unit AS WITH RECURSIVE n (pk) AS (SELECT 1 UNION ALL SELECT pk + 1 FROM n)
  SELECT pk, zeroblob(16) AS id, 'x' AS code, 'x' AS name, 'xa' AS type, 'commune' AS level, NULL AS parent FROM n`;

const inSchema = (name: string, from: string, to: string) => (path: string) =>
  rewritten(path, `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${name}'`);
const byText = (text: string) => (path: string) => onFile(path, text);

describe("a file that is not made as this program makes it", () => {
  it.each<[string, (path: string) => void, string, string]>([
    [
      "a trigger that renames people",
      byText("CREATE TRIGGER tr AFTER INSERT ON op BEGIN UPDATE official SET full_name = 'x'; END"),
      "foreign",
      "tr",
    ],
    ["a view", byText("CREATE VIEW v AS SELECT full_name FROM official"), "foreign", "v"],
    ["a view of nothing", byText("CREATE VIEW v AS SELECT a FROM nowhere"), "foreign", "v"],
    ["a view without end for units", byText(`DROP TABLE unit; ${recursive}`), "changed", "unit"],
    [
      "a view for qualifications",
      byText("ALTER TABLE qualification RENAME TO q; CREATE VIEW qualification AS SELECT * FROM q, post"),
      "foreign",
      "q",
    ],
    ["a table of its own", byText("CREATE TABLE mine (person REFERENCES official (pk))"), "foreign", "mine"],
    ["a table of SQLite's statistics", byText("ANALYZE"), "foreign", "sqlite_stat1"],
    ["a table that is none", byText("CREATE VIRTUAL TABLE f USING fts5 (a)"), "foreign", "f"],
    ["an index over an expression", byText("CREATE INDEX i ON official (lower(full_name))"), "foreign", "i"],
    ["a column more", byText("ALTER TABLE official ADD COLUMN a INTEGER AS (1)"), "changed", "official"],
    ["another rule", inSchema("op", "created IN (0, 1)", "created IN (0, 7)"), "changed", "op"],
    ["another default", inSchema("writer", "DEFAULT 0", "DEFAULT 1"), "changed", "writer"],
    ["a table for texts of any type", inSchema("official", "STRICT", ""), "changed", "official"],
    ["no index where one was", byText("DROP INDEX assignment_official"), "missing", "assignment_official"],
    [
      "another index under a name",
      byText("DROP INDEX op_row; CREATE INDEX op_row ON op (hash)"),
      "changed",
      "op_row",
    ],
    [
      "a fingerprint that is none",
      byText("UPDATE local_state SET value = 'x' WHERE key = 'shape'"),
      "changed",
      "local_state",
    ],
    ["no fingerprint", byText("DELETE FROM local_state WHERE key = 'shape'"), "changed", "local_state"],
    [
      "a fingerprint of the log itself",
      byText("UPDATE local_state SET value = value || char(10) || 'table op 99' WHERE key = 'shape'"),
      "changed",
      "local_state",
    ],
    [
      "a fingerprint of other tables",
      byText("UPDATE local_state SET value = value || char(10) || 'table weight 99' WHERE key = 'shape'"),
      "missing",
      "weight",
    ],
    ...[...steppedTables].map((table): [string, (path: string) => void, string, string] => [
      `no ${table}`,
      byText(`DROP TABLE ${table}`),
      "missing",
      table,
    ]),
  ])("is refused by name before anything is read, and left alone: %s", async (_, change, what, name) => {
    const { path, folder, environment } = await closedRoster();
    change(path);
    const before = fingerprint(folder);
    const refusal = { code: "roster-altered", params: { path, what, name } };
    await expect(openRoster(path, environment)).rejects.toMatchObject(refusal);
    await expect(openRosterReadOnly(path)).rejects.toMatchObject(refusal);
    await expect(openRehearsal(path, environment)).rejects.toMatchObject(refusal);
    expect(verifyRoster(path)).toMatchObject({
      ok: false,
      problems: [{ code: "schema", detail: `${name}: ${what}` }],
    });
    expect(fingerprint(folder)).toEqual(before);
  });

  it("is refused where two tables would stand in the same place", async () => {
    const { path } = await closedRoster();
    rewritten(
      path,
      `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'post')
       WHERE name = 'unit'`,
    );
    await expect(openRosterReadOnly(path)).rejects.toMatchObject({ code: "roster-damaged" });
  });

  it("is told apart from one that another registry made, whose tables are made anew", async () => {
    const { path, environment } = await closedRoster();
    madeOlder(path);
    (await openRosterReadOnly(path)).close();
    onFile(path, "CREATE VIEW v AS SELECT full_name FROM official");
    await expect(openRoster(path, environment)).rejects.toMatchObject({ code: "roster-altered" });
    onFile(path, "DROP VIEW v");
    await (await openRoster(path, environment)).close();
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  });
});

it("cannot be made otherwise through any connection of the program, which believe no schema", async () => {
  const { path, folder } = await closedRoster();
  let made: ReturnType<typeof connectReadOnly>[] = [];
  createDatabaseFile(join(folder, "moi.scb"), () => undefined);
  try {
    const reading = connectReadOnly(path);
    made = [reading, copyOf(reading), temporaryDatabase(), connectForWriting(path)];
    for (const db of made) {
      expect(db.pragma("trusted_schema", { simple: true })).toBe(0);
      expect(db.pragma("cell_size_check", { simple: true })).toBe(1);
      db.pragma("writable_schema = ON");
      expect(() => db.exec("UPDATE sqlite_schema SET sql = '' WHERE name = 'op'")).toThrow(
        /may not be modified/,
      );
    }
  } finally {
    for (const db of made) db.close();
  }
});
