/**
 * Of whom somebody said that they are two people, however alike: one knowledge for the list of likely duplicates, the note on
 * a record and the import, so that what was said in one place is not asked in another.
 */
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { historyOfRow } from "../log/op-rows";

/** The name of a pair: both ids, the smaller first. */
export function pairId(a: string, b: string): string {
  return a < b ? `${a}+${b}` : `${b}+${a}`;
}

/** Of two of whom one went up in the other both names lead to the one that stands, who is nobody's pair. */
const areTwo = sql`kept_apart.one <> kept_apart.other`;

/** By `pairId`. */
export function pairsKeptApart(db: ReadHandle): ReadonlySet<string> {
  const pairs = db.raw<[Buffer, Buffer]>(
    sql`SELECT one.id, other.id FROM kept_apart
     JOIN official AS one ON one.pk = kept_apart.one JOIN official AS other ON other.pk = kept_apart.other
     WHERE ${areTwo}`,
  );
  return new Set(pairs.map(([one, other]) => pairId(bytesToUuid(one), bytesToUuid(other))));
}

/** Two people in view who are kept apart. */
export interface PairKeptApart {
  /** UUIDs, the smaller first. */
  readonly a: string;
  readonly b: string;
  /** The rows that say so, the newest first: several where several said it. */
  readonly rows: readonly [string, ...string[]];
}

/** The newest first. */
export function pairsApart(db: ReadHandle): PairKeptApart[] {
  const rows = db.raw<[row: Buffer, one: Buffer, other: Buffer]>(sql`
    SELECT kept_apart.id, one.id, other.id FROM kept_apart
    JOIN official AS one ON one.pk = kept_apart.one JOIN official AS other ON other.pk = kept_apart.other
    WHERE ${areTwo} ORDER BY kept_apart.pk DESC`);
  const pairs = new Map<string, PairKeptApart>();
  for (const [row, one, other] of rows) {
    const id = pairId(bytesToUuid(one), bytesToUuid(other));
    const [a = "", b = ""] = id.split("+");
    const known = pairs.get(id);
    const said = bytesToUuid(row);
    pairs.set(id, { a, b, rows: known === undefined ? [said] : [...known.rows, said] });
  }
  return [...pairs.values()];
}

/** Who said that two people are two. */
export interface SaidApart {
  /** Instant (ms) by the clock of the PC where it was written. */
  readonly at: number;
  readonly user: string;
  /** Hex of the writer. */
  readonly writer: string;
}

/** @param row of `PairKeptApart.rows` @returns null where its log is gone */
export function saidApart(db: ReadHandle, row: string): SaidApart | null {
  const op = historyOfRow(db, uuidToBytes(row)).find(({ create }) => create);
  if (op === undefined) return null;
  const user = db.value<string>(sql`
    SELECT author.name FROM op JOIN author ON author.id = op.author WHERE op.id = ${op.localId}`);
  return { at: op.at, user: user ?? "", writer: op.branch.writer };
}
