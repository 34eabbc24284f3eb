/**
 * Compares tables row by row in the order of pk, in slices: what `verify` and a projecting anew find out by.
 */
import type { ReadHandle } from "../file/handle";
import { type Sql, type SqlValue, sql } from "../file/sql";

const pageRows = 2000;

/** A table of a database; the two that are compared may stand in one database or in two. */
export interface TableSide {
  readonly db: ReadHandle;
  readonly table: string;
}

type Row = readonly [pk: number, ...SqlValue[]];

export function sameRow(a: readonly SqlValue[], b: readonly SqlValue[] | undefined): boolean {
  if (b === undefined || a.length !== b.length) return false;
  return a.every((value, index) => {
    const other = b[index];
    return value instanceof Uint8Array
      ? other instanceof Uint8Array && Buffer.compare(value, other) === 0
      : value === other;
  });
}

function pageOf({ db, table }: TableSide, columns: Sql, after: number): Row[] {
  return db.raw<Row>(
    sql`SELECT ${columns} FROM ${sql.name(table)} WHERE pk > ${after} ORDER BY pk LIMIT ${pageRows}`,
  );
}

/**
 * Finds the first row in which two tables differ.
 * @param columns names, `pk` first
 * @param step yielded after each slice
 * @returns its pk, or null when they are equal
 */
export function* firstDifference<T>(
  one: TableSide,
  other: TableSide,
  columns: readonly string[],
  step: T,
): Generator<T, number | null, void> {
  const list = sql.join(columns.map((column) => sql.name(column)));
  let after = -1;
  for (;;) {
    const rows = pageOf(one, list, after);
    const others = pageOf(other, list, after);
    const differs = rows.findIndex((row, index) => !sameRow(row, others[index]));
    if (differs >= 0) return rows[differs]?.[0] ?? null;
    if (rows.length !== others.length) return others[rows.length]?.[0] ?? null;
    yield step;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return null;
    after = last[0];
  }
}
