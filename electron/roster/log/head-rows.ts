/**
 * Signed heads as the roster keeps them, with the hashes that stand for ops which it does not hold: what it needs to pass
 * on what others wrote, and to prove its own ops even after its key was lost.
 */
import { concatenated, pieces, sameBytes } from "../../../shared/sync/bytes";
import { hashLength } from "../../../shared/sync/op";
import type { Sign } from "../../../shared/sync/packet/signing";
import { headMessage, type SignedHead } from "../../../shared/sync/proof/head";
import { GrowingTree, type HashedSubtree, peaksOf, rootOf } from "../../../shared/sync/proof/tree";
import { sha256 } from "../file/sha256";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Heads of a writer, those that cover most first. */
export function headsOf(db: ReadHandle, writer: Uint8Array): SignedHead[] {
  return db
    .all<{ size: number; root: Buffer; signature: Buffer }>(
      sql`SELECT size, root, signature FROM head WHERE identity = ${writer} ORDER BY size DESC, root`,
    )
    .map((head) => ({ writer, ...head }));
}

/** What stands for ops that are not here. @param root of one head; null: by all heads of the writer */
export function holesOfHead(db: ReadHandle, writer: Uint8Array, root: Uint8Array | null): HashedSubtree[] {
  const ofRoot = root === null ? sql`` : sql`AND root = ${root}`;
  return db
    .raw<[number, number, Buffer]>(
      sql`SELECT level, place, hash FROM subtree WHERE identity = ${writer} ${ofRoot} ORDER BY level, place`,
    )
    .map(([level, place, hash]) => ({ level, place, hash }));
}

export function keepHead(db: WriteHandle, head: SignedHead, holes: readonly HashedSubtree[]): void {
  const { writer, size, root, signature } = head;
  db.run(
    sql`INSERT OR IGNORE INTO head (identity, root, size, signature) VALUES (${writer}, ${root}, ${size}, ${signature})`,
  );
  for (const { level, place, hash } of holes) {
    db.run(
      sql`INSERT OR IGNORE INTO subtree (identity, root, level, place, hash)
          VALUES (${writer}, ${root}, ${level}, ${place}, ${hash})`,
    );
  }
}

/** Keeps this head with these holes and no others of the same root. */
export function replaceHoles(db: WriteHandle, head: SignedHead, holes: readonly HashedSubtree[]): void {
  db.run(sql`DELETE FROM subtree WHERE identity = ${head.writer} AND root = ${head.root}`);
  keepHead(db, head, holes);
}

/** @param root of one head; null: all of the writer */
export function dropHead(db: WriteHandle, writer: Uint8Array, root: Uint8Array | null): void {
  const ofRoot = root === null ? sql`` : sql`AND root = ${root}`;
  db.run(sql`DELETE FROM head WHERE identity = ${writer} ${ofRoot}`);
  db.run(sql`DELETE FROM subtree WHERE identity = ${writer} ${ofRoot}`);
}

/** The tree of the roster's own writer, to which a change adds its ops. */
export class OwnTree {
  readonly #writer: Uint8Array;
  readonly #tree: GrowingTree;

  /**
   * @param writer its name
   * @param row its row of the writer table; null before its first op
   * @param size how many ops it has
   */
  constructor(db: ReadHandle, writer: Uint8Array, row: number | null, size: number) {
    this.#writer = writer;
    this.#tree = new GrowingTree(size, ownPeaks(db, writer, row, size), sha256);
  }

  add(hash: Uint8Array): void {
    this.#tree.add(hash);
  }

  /** Signs for everything up to now, in the place of what was signed before. */
  sign(db: WriteHandle, sign: Sign): void {
    const writer = this.#writer;
    const { size, root, peaks } = this.#tree;
    const signature = sign(headMessage({ writer, size, root }));
    dropHead(db, writer, null);
    db.run(
      sql`INSERT INTO head (identity, root, size, signature, peaks)
          VALUES (${writer}, ${root}, ${size}, ${signature}, ${concatenated(peaks)})`,
    );
  }
}

function ownPeaks(db: ReadHandle, writer: Uint8Array, row: number | null, size: number): Uint8Array[] {
  if (row === null || size === 0) return [];
  const kept = db.get<{ root: Buffer; peaks: Buffer }>(
    sql`SELECT root, peaks FROM head WHERE identity = ${writer} AND size = ${size} AND peaks IS NOT NULL`,
  );
  const peaks = kept === undefined ? [] : pieces(kept.peaks, hashLength);
  // A byte that went wrong on the disk must not be signed for.
  const fits = kept !== undefined && peaks.length === peaksOf(size).length;
  if (fits && sameBytes(rootOf(peaks, sha256), kept.root)) return peaks;
  const tree = new GrowingTree(0, [], sha256);
  for (const [hash] of db.raw<[Buffer]>(sql`SELECT hash FROM op WHERE writer = ${row} ORDER BY seq`))
    tree.add(hash);
  return tree.peaks;
}
