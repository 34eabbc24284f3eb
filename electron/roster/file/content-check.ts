/**
 * Reads all that a roster shows or decides by and compares each row with its checksum, each table with its total.
 *
 * An ordinary roster is so small that this is done whenever it is opened: then nothing that flipped, in whatever table or
 * index, is shown as if it had been written. In a large one whatever reads proves what it reads (projection/proven.ts).
 */
import type Database from "better-sqlite3";
import { unsealedList } from "./list-seals";
import { areStandingsProven } from "./op-standing";
import { proofAt } from "./row-proof";
import type { SqlValue } from "./sql";
import type { TableShape } from "./table-shape";
import { isTotal, type Totals, totalsIn } from "./total";

function isTableWhole(db: Database.Database, { table, proofs }: TableShape, totals: Totals): boolean {
  const whole = proofs.at(-1);
  const counted = proofs[0];
  // Made by a program that kept no proofs: its tables are made anew.
  if (whole === undefined || counted === undefined) return true;
  const names = [...whole.columns, ...proofs.map(({ name }) => name)];
  const read = proofs.map(({ name, columns }) => ({
    at: names.indexOf(name),
    of: columns.map((column) => names.indexOf(column)),
  }));
  const countedAt = names.indexOf(counted.name);
  const statement = db.prepare(`SELECT ${names.map((name) => `"${name}"`).join(", ")} FROM "${table}"`).raw();
  let rows = 0;
  let sum = 0;
  for (const one of statement.iterate()) {
    const row = one as SqlValue[];
    for (const { at, of } of read) if (proofAt(row, of) !== row[at]) return false;
    rows++;
    sum = (sum + (row[countedAt] as number)) >>> 0;
  }
  return isTotal(totals.get(table), { rows, sum });
}

/**
 * The first table that does not say what was written; null where all do.
 * @param tables how the entity tables are made; null where that cannot be told
 */
export function contentFault(db: Database.Database, tables: readonly TableShape[] | null): string | null {
  const totals = totalsIn(db);
  const damaged = (tables ?? []).find((shape) => !isTableWhole(db, shape, totals));
  return damaged?.table ?? unsealedList(db, totals) ?? (areStandingsProven(db, totals) ? null : "op");
}
