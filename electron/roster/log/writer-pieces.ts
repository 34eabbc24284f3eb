/**
 * Cuts a forked writer into pieces: unbroken runs of ops, each knowing the piece that it goes on from.
 *
 * Two copies of a roster wrote under one name. Both lines are kept whole; what came before what is told by the hashes
 * alone (shared/sync/branch.ts), so that the cut depends on the ops and not on the order in which they came.
 */
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { toHex } from "../../../shared/sync/bytes";
import { listChanges, takeChangesOut } from "./change-rows";

interface ChainOp {
  readonly id: number;
  readonly seq: number;
  readonly hash: string;
  readonly hashBytes: Buffer;
  readonly prev: string | null;
  readonly lamport: number;
}

interface Piece {
  readonly ops: ChainOp[];
  readonly parent: Piece | null;
  row: number;
}

type OpColumns = [
  id: number,
  writer: number,
  seq: number,
  hash: Buffer,
  prev: Buffer | null,
  lamport: number,
];

/** Every op of a writer by sequence, with the hash of the one before it. */
function opsOf(db: WriteHandle, identity: Uint8Array): ChainOp[] {
  const rows = db.raw<OpColumns>(
    sql`SELECT op.id, op.writer, op.seq, op.hash, op.prev, op.lamport
     FROM writer CROSS JOIN op ON op.writer = writer.id WHERE writer.identity = ${identity} ORDER BY op.seq,
       op.id`,
  );
  const before = new Map<string, string>();
  const ops = rows.map(([id, writer, seq, hashBytes, prev, lamport]): ChainOp => {
    const hash = toHex(hashBytes);
    const known = prev === null ? before.get(`${writer}/${seq - 1}`) : toHex(prev);
    before.set(`${writer}/${seq}`, hash);
    return { id, seq, hash, hashBytes, prev: known ?? null, lamport };
  });
  return ops;
}

function piecesOf(ops: readonly ChainOp[]): Piece[] {
  const pieces: Piece[] = [];
  const pieceOf = new Map<string, Piece>();
  for (const op of ops) {
    const parent = op.prev === null ? null : (pieceOf.get(op.prev) ?? null);
    const end = parent?.ops.at(-1);
    let piece = parent;
    if (piece === null || end?.hash !== op.prev) {
      piece = { ops: [], parent, row: 0 };
      pieces.push(piece);
    }
    piece.ops.push(op);
    pieceOf.set(op.hash, piece);
  }
  return pieces;
}

/** Whether some op has a twin at its sequence, or does not go on from the one before it. */
function isForked(ops: readonly ChainOp[]): boolean {
  return ops.some((op, place) => {
    const before = ops[place - 1];
    if (before === undefined || before.seq < op.seq - 1) return false;
    return before.seq === op.seq || before.hash !== op.prev;
  });
}

interface Stretch {
  readonly ops: readonly ChainOp[];
  readonly forked: boolean;
  readonly first: number;
  readonly parent: number | null;
}

/** Puts ops into a new row of the writer table. @returns the row */
function putTogether(
  db: WriteHandle,
  identity: Uint8Array,
  branch: number,
  { ops, forked, first, parent }: Stretch,
): number {
  const last = ops.at(-1);
  if (last === undefined) throw new Error("A piece without ops");
  const row = db.run(
    sql`INSERT INTO writer (identity, branch, last_seq, last_hash, last_lamport, forked, first_seq, parent)
     VALUES (${identity}, ${branch}, ${last.seq}, ${last.hashBytes},
       ${ops.reduce((highest, op) => Math.max(highest, op.lamport), 0)}, ${forked ? 1 : 0}, ${first},
       ${parent})`,
  );
  let before = forked ? null : { seq: 0, hash: null as string | null };
  for (const op of ops) {
    const follows = before !== null && before.seq === op.seq - 1 && before.hash === op.prev;
    const prev = follows || op.prev === null ? null : Buffer.from(op.prev, "hex");
    db.run(sql`UPDATE op SET writer = ${row}, prev = ${prev} WHERE id = ${op.id}`);
    before = op;
  }
  return row;
}

/**
 * Brings the writer table and the list of changes in line with the ops of a writer that is or was forked, after some
 * came or went; call it inside a transaction.
 * @param receptionId the reception under way, to which changes that are new belong
 */
export function settleForked(db: WriteHandle, identity: Uint8Array, receptionId: number | null): void {
  const old = db.raw<[number, number]>(
    sql`SELECT id, branch FROM writer WHERE identity = ${identity} ORDER BY branch`,
  );
  const told = takeChangesOut(
    db,
    old.map(([id]) => id),
  );
  const ops = opsOf(db, identity);
  const free = Math.max(-1, ...old.map(([, branch]) => branch)) + 1;
  const rows: number[] = [];
  if (isForked(ops)) {
    piecesOf(ops).forEach((piece, place) => {
      const parent = piece.parent?.row ?? null;
      const first = piece.ops[0]?.seq ?? 1;
      piece.row = putTogether(db, identity, free + place, { ops: piece.ops, forked: true, first, parent });
      rows.push(piece.row);
    });
  } else if (ops.length > 0) {
    rows.push(putTogether(db, identity, free, { ops, forked: false, first: 1, parent: null }));
  }
  for (const [id] of old) db.run(sql`DELETE FROM writer WHERE id = ${id}`);
  rows.forEach((row, place) => db.run(sql`UPDATE writer SET branch = ${place} WHERE id = ${row}`));
  for (const row of rows) listChanges(db, row, told, receptionId);
}

/** Where a writer that never was forked stands after the last of its ops went. */
export function settleShortened(db: WriteHandle, writer: number): void {
  const left = db.value<number>(sql`SELECT 1 FROM op WHERE writer = ${writer} LIMIT 1`);
  if (left === undefined) {
    db.run(sql`DELETE FROM writer WHERE id = ${writer}`);
    return;
  }
  db.run(
    sql`UPDATE writer SET (last_seq, last_hash, last_lamport) =
       (SELECT seq, hash, (SELECT max(lamport) FROM op WHERE op.writer = writer.id)
        FROM op WHERE op.writer = writer.id ORDER BY seq DESC LIMIT 1)
     WHERE id = ${writer}`,
  );
}
