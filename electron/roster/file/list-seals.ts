/**
 * Keeps, of every list that is no entity table, how many rows it has and what their checksums add up to.
 *
 * These lists are written in many places: the log's changes, open conflicts, what files brought and took. So the counting
 * hangs on the connection and not on who writes: triggers of the connection's own, which are in no file, add and take away
 * with each row. The log itself is proven by its hashes, documents by theirs.
 */
import type Database from "better-sqlite3";
import { steppedTables } from "./migrations/migrate";
import { sealingStandings, sealStandings } from "./op-standing";
import { proofOf } from "./row-proof";
import type { SqlValue } from "./sql";
import { isTotal, type Total, type Totals } from "./total";

/** The log and documents have hashes, and how ops stand has totals of its own; the stamp of a state says nothing that is shown. */
const provenOtherwise: ReadonlySet<string> = new Set(["op", "blob", "blob_piece", "total", "file_stamp"]);

export const sealedLists: readonly string[] = [...steppedTables].filter(
  (table) => !provenOtherwise.has(table),
);

/**
 * Counted by whoever writes them (log/authors.ts): a trigger would have SQLite look, at each new name, through all ops for
 * one that refers to it already.
 */
const countedApart = "author";

const mask = 0xffffffff;

/** What a list adds up to, row by row. */
function addedUp(db: Database.Database, table: string): Total {
  let rows = 0;
  let sum = 0;
  for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
    rows++;
    sum = (sum + proofOf(row as SqlValue[])) >>> 0;
  }
  return { rows, sum };
}

/** Adds up all lists anew: of a database that was made or brought forward by steps. */
export function sealLists(db: Database.Database): void {
  sealStandings(db);
  const note = db.prepare("INSERT OR REPLACE INTO total (name, rows, sum) VALUES (?, ?, ?)");
  for (const table of sealedLists) {
    const { rows, sum } = addedUp(db, table);
    note.run(table, rows, sum);
  }
}

/**
 * Whether a list adds up to what is noted of it.
 * @param totals all that is noted, see `totalsIn`
 */
export function isSealed(db: Database.Database, table: string, totals: Totals): boolean {
  return isTotal(totals.get(table), addedUp(db, table));
}

/** The first list that does not add up; null where all do. */
export function unsealedList(db: Database.Database, totals: Totals): string | null {
  return sealedLists.find((table) => !isSealed(db, table, totals)) ?? null;
}

function triggersOf(table: string, columns: readonly string[]): string {
  const proof = (of: "NEW" | "OLD") => `row_proof(${columns.map((name) => `${of}."${name}"`).join(", ")})`;
  const count = (rows: number, change: string) =>
    `UPDATE total SET rows = rows + ${rows}, sum = (sum ${change}) & ${mask} WHERE name = '${table}'`;
  return `
    CREATE TEMP TRIGGER "${table} comes" AFTER INSERT ON main."${table}" BEGIN
      ${count(1, `+ ${proof("NEW")}`)}; END;
    CREATE TEMP TRIGGER "${table} changes" AFTER UPDATE ON main."${table}" BEGIN
      ${count(0, `+ ${proof("NEW")} - ${proof("OLD")}`)}; END;
    CREATE TEMP TRIGGER "${table} goes" AFTER DELETE ON main."${table}" BEGIN
      ${count(-1, `- ${proof("OLD")}`)}; END;`;
}

/** Statements that make the triggers, by how the lists are made: an opening asks for the columns of none. */
const known = new Map<string, string>();

function allTriggers(db: Database.Database): string {
  const made = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").raw().all();
  const lists = (made as [string, string][]).filter(([name]) => sealedLists.includes(name));
  const key = JSON.stringify(lists);
  const text = known.get(key);
  if (text !== undefined) return text;
  const columns = db.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid").pluck();
  const triggers = sealedLists
    .filter((table) => table !== countedApart)
    .map((table) => triggersOf(table, columns.all(table) as string[]))
    .join("");
  known.set(key, triggers);
  return triggers;
}

/** Connections that wrote nothing yet. */
const unsealed = new WeakSet<Database.Database>();

/** Has a connection keep the totals with everything that it writes: made once it does, since most only look. */
export function sealOnWriting(db: Database.Database): void {
  unsealed.add(db);
}

/** Before a connection writes for the first time; outside of a transaction, with which it would be taken back. */
export function sealing(db: Database.Database): void {
  if (!unsealed.delete(db)) return;
  // A row that another one takes the place of goes too, which SQLite tells only then.
  db.pragma("recursive_triggers = ON");
  db.function("row_proof", { varargs: true, deterministic: true }, (...values) =>
    proofOf(values as SqlValue[]),
  );
  sealingStandings(db);
  db.exec(allTriggers(db));
}
