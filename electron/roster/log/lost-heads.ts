/**
 * What becomes of signed heads where ops were lost to damage: the hashes that the lost ones bore stand in their place, and
 * a head that does not fit all the same is let go. Its ops stay; they cannot be passed on until a file brings a head again.
 */
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { dropHead, headsOf, keepHead } from "./head-rows";
import { writerRows } from "./held-writers";
import { linesOf } from "./lines";

/** An op that is gone, with the hash that was written beside it: unproven, unless a signed root needs just this one. */
export interface LostOp {
  /** Row of the writer table. */
  readonly writer: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Call it inside a transaction, once the ops that were kept are in the log. */
export function dropUnfitHeads(db: WriteHandle, lost: readonly LostOp[]): void {
  const rows = writerRows(db);
  const writers = new Map(rows.map(({ identity }) => [toHex(identity), identity]));
  for (const writer of writers.values()) {
    const own = new Set(rows.filter(({ identity }) => sameBytes(identity, writer)).map(({ id }) => id));
    const holes = lost.flatMap(({ writer: row, seq, hash }) =>
      own.has(row) && hash.length === 32 ? [{ level: 0, place: seq - 1, hash }] : [],
    );
    for (const head of headsOf(db, writer)) {
      keepHead(
        db,
        head,
        holes.filter(({ place }) => place < head.size),
      );
      db.run(sql`UPDATE head SET peaks = NULL WHERE identity = ${writer} AND root = ${head.root}`);
    }
    const fitting = new Set(
      linesOf(db, writer).flatMap(({ head, tree }) => {
        const root = tree.root(head.size);
        return root !== null && sameBytes(root, head.root) ? [toHex(head.root)] : [];
      }),
    );
    for (const { root } of headsOf(db, writer)) if (!fitting.has(toHex(root))) dropHead(db, writer, root);
  }
}
