/** What a program with a smaller registry would have left: for tests of rosters whose tables must be made anew. */
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { sealedLists, sealLists } from "../roster/file/list-seals";
import { proofOf } from "../roster/file/row-proof";
import { readShape, statementsOf, type TableShape } from "../roster/file/table-shape";
import type { SqlValue } from "../roster/file/sql";
import { currentShape } from "../roster/projection/shape";

function proveAnew(db: Database.Database, { table, proofs }: TableShape): void {
  for (const { name, columns } of proofs) {
    const rows = db
      .prepare(`SELECT ${columns.map((one) => `"${one}"`).join(", ")} FROM "${table}"`)
      .raw()
      .all();
    const update = db.prepare(`UPDATE "${table}" SET "${name}" = ? WHERE pk = ?`);
    for (const row of rows as SqlValue[][]) update.run(proofOf(row), row[0]);
  }
  const [counted] = proofs;
  if (counted === undefined) return;
  const { rows, sum } = db
    .prepare(
      `SELECT count(*) AS rows, coalesce(sum("${counted.name}"), 0) & 4294967295 AS sum FROM "${table}"`,
    )
    .get() as { rows: number; sum: number };
  db.prepare("INSERT OR REPLACE INTO total (name, rows, sum) VALUES (?, ?, ?)").run(table, rows, sum);
}

/** Gives every row that can still be found the proofs that a program gives it. */
function provenAnew(db: Database.Database): void {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (!["op", "total", ...sealedLists].every((name) => names.includes(name))) return;
  const shape = db.prepare("SELECT value FROM local_state WHERE key = 'shape'").pluck().get();
  const tables = typeof shape === "string" ? (readShape(shape) ?? []) : [];
  for (const one of tables) if (names.includes(one.table)) proveAnew(db, one);
  sealLists(db);
}

/** Does what it says to a closed roster, as another program would that keeps the proofs of what it writes. */
export function onFile(path: string, text: string): void {
  const db = new DatabaseConstructor(path);
  db.pragma("foreign_keys = OFF");
  db.exec(text);
  provenAnew(db);
  db.close();
}

/** Makes of a closed roster what it would be had its program known neither qualifications nor a person's note. */
export function madeOlder(path: string): void {
  const known = currentShape
    .split("\n")
    .filter((line) => !/^(table |index |proof )?(qualification\b|official\.note )/.test(line))
    .map((line) => (line.startsWith("proof official ") ? line.replace(/ note\b/, "") : line))
    .join("\n");
  onFile(
    path,
    `DROP TABLE qualification;
     ALTER TABLE official DROP COLUMN note;
     DELETE FROM total WHERE name = 'qualification';
     UPDATE local_state SET value = '${known}' WHERE key = 'shape'`,
  );
}

/** Makes of a closed roster what it would be had its program known another table as well. */
export function madeWith(path: string, shape: string): void {
  const statements = statementsOf(readShape(shape) ?? []).map(({ text }) => text);
  onFile(
    path,
    `${statements.join(";")};
     UPDATE local_state SET value = value || char(10) || '${shape}' WHERE key = 'shape'`,
  );
}
