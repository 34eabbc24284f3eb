/**
 * Puts rows of a damaged roster into the new one. What stood on a page that is damaged in part may be anything, and what was
 * read from pages alone may come twice: a row that the new roster's table would not take was none.
 */
import { toHex } from "../../shared/sync/bytes";
import { writerLength } from "../../shared/sync/op";
import { isShippedWriter } from "../../shared/sync/shipped-op";
import type { WriteHandle } from "./file/handle";
import { type SqlValue, sql } from "./file/sql";

/** Puts rows of a table over as they were. */
export function copy(db: WriteHandle, table: string, rows: readonly SqlValue[][]): void {
  const [first] = rows;
  if (first === undefined) return;
  const insert = sql.prepared(
    sql`INSERT INTO ${sql.name(table)} VALUES (${sql.join(first.map(() => null))})`,
  );
  for (const row of rows) db.run(insert(row));
}

const kinds: Readonly<Record<string, (value: SqlValue) => boolean>> = {
  INTEGER: Number.isSafeInteger,
  TEXT: (value) => typeof value === "string",
  BLOB: (value) => value instanceof Uint8Array,
};

/** Puts those over that the table takes: rows that nothing but their content proves. */
export function copyFitting(
  db: WriteHandle,
  table: string,
  columns: readonly string[],
  rows: readonly SqlValue[][],
): void {
  const types = new Map(db.raw<[string, string]>(sql`SELECT name, type FROM pragma_table_info(${table})`));
  const insert = sql.prepared(
    sql`INSERT OR IGNORE INTO ${sql.name(table)} (${sql.join(columns.map(sql.name))})
        VALUES (${sql.join(columns.map(() => null))})`,
  );
  const fits = (value: SqlValue, place: number) =>
    kinds[types.get(columns[place] ?? "") ?? ""]?.(value) === true;
  for (const row of rows) if (row.every(fits)) db.run(insert(row));
}

export const writerColumns = ["id", "identity", "branch", "forked", "first_seq", "parent", "last_seq"];

/** The rows of the writer table that can be such, each piece of a writer once. */
export function writersOf(rows: readonly SqlValue[][]): SqlValue[][] {
  const pieces = rows
    .filter(isWriter)
    .map((row) => [`${toHex(row[1] as Uint8Array)} ${String(row[2])}`, row] as const);
  // The first one stays.
  return [...new Map(pieces.reverse()).values()].reverse();
}

/** Where each writer's ops begin and end. @param areProven whether the rows are what was written */
export function writerEnds(rows: readonly SqlValue[][], areProven: boolean) {
  return new Map(
    rows.map(([id, identity, , , first, , last]) => {
      const isShipped = isShippedWriter(identity as Uint8Array);
      return [id as number, { first: first as number, last: areProven ? (last as number) : null, isShipped }];
    }),
  );
}

function isWriter([id, identity, branch, forked, first, parent, last]: readonly SqlValue[]): boolean {
  return (
    identity instanceof Uint8Array &&
    identity.length === writerLength &&
    [id, branch, forked, first, last].every(Number.isSafeInteger) &&
    (parent === null || Number.isSafeInteger(parent))
  );
}

/** Names by author. */
export function authorsOf(rows: readonly SqlValue[][]): [id: number, name: string][] {
  return rows.flatMap(([id, name]) =>
    typeof id === "number" && typeof name === "string" ? [[id, name]] : [],
  );
}

/** What is proven goes first; a name stands once. */
export function namesOf(
  proven: ReadonlyMap<number, string>,
  known: readonly (readonly [number, string])[],
): Map<number, string> {
  const names = new Map(proven);
  const taken = new Set(proven.values());
  for (const [id, name] of known) {
    if (names.has(id) || taken.has(name)) continue;
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

/** Of each author the names that may be his. */
export function candidates(...lists: readonly (readonly [number, string])[][]): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const [id, name] of lists.flat()) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

/** Whether all that rows refer to is in the new roster: an author's name may be lost where the list is whole. */
export function refersToWhatIs(db: WriteHandle, table: string, rows: readonly SqlValue[][]): boolean {
  const columns = db.raw<[string]>(sql`SELECT name FROM pragma_table_info(${table}) ORDER BY cid`).flat();
  const references = db.raw<[string, string, string]>(
    sql`SELECT "from", "table", "to" FROM pragma_foreign_key_list(${table})`,
  );
  return references.every(([from, target, to]) => {
    const there = new Set(db.raw(sql`SELECT ${sql.name(to)} FROM ${sql.name(target)}`).flat());
    const place = columns.indexOf(from);
    return rows.every((row) => row[place] == null || there.has(row[place] ?? null));
  });
}

/** Ids of the ops that went when a reception was undone; of a row of the list of receptions. */
export function undoneRange(row: readonly SqlValue[]): [first: number, last: number][] {
  const [, , , first, last] = row;
  const isUndone = row.at(-2) !== null;
  return isUndone && typeof first === "number" && typeof last === "number" ? [[first, last]] : [];
}
