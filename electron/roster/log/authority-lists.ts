/** Lists that the judging of ops keeps beside how they stand, so that it need not read the whole log for them. */
import { standing } from "../../../shared/domain/authority";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Units that were named for somebody. */
export function homesOf(db: ReadHandle, official: string): string[] {
  return db
    .raw<[Buffer]>(sql`SELECT unit FROM person_unit WHERE official = ${uuidToBytes(official)}`)
    .map(([unit]) => bytesToUuid(unit));
}

/** @returns whether it was not known */
export function keepHome(db: WriteHandle, official: string, unit: string): boolean {
  const [person, home] = [uuidToBytes(official), uuidToBytes(unit)];
  const known = sql`SELECT 1 FROM person_unit WHERE official = ${person} AND unit = ${home}`;
  if (db.value<number>(known) !== undefined) return false;
  db.run(sql`INSERT INTO person_unit (official, unit) VALUES (${person}, ${home})`);
  return true;
}

/** Notes that nothing can be said of an op yet, or that something can. @param op local id */
export function keepOpen(db: WriteHandle, op: number, isOpen: boolean): void {
  db.run(
    isOpen
      ? sql`INSERT OR IGNORE INTO open_op (op) VALUES (${op})`
      : sql`DELETE FROM open_op WHERE op = ${op}`,
  );
}

/** Empties them, before everything is worked out anew. */
export function clearLists(db: WriteHandle): void {
  db.run(sql`DELETE FROM person_unit`);
  db.run(sql`DELETE FROM open_op`);
}

/** How many ops wait as proposals, or can not be judged yet. @param from only those from a local id on; null: none */
export function uncountedFrom(db: ReadHandle, from: number | null): number {
  if (from === null) return 0;
  const waiting = sql`SELECT count(*) FROM op WHERE standing = ${standing.waits} AND id >= ${from}`;
  const open = sql`SELECT count(*) FROM open_op WHERE op >= ${from}`;
  return (db.value<number>(waiting) ?? 0) + (db.value<number>(open) ?? 0);
}
