/**
 * What taking a change back will do, known before anything is written: which chain of undos it ends, and why it cannot be
 * taken back where that is so.
 */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { appError } from "../../../shared/contract/errors";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { givesNothingBack } from "../log/settlement";
import { canBeTakenBack, saysTrust, undoChain } from "../log/undo-chain";

export interface Span {
  readonly id: number;
  readonly writer: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export const spanSql = (changeId: number) => sql`
  SELECT id, writer, first_seq AS firstSeq, last_seq AS lastSeq FROM change WHERE id = ${changeId}`;
const rowsSql = (writer: number, firstSeq: number, last: number) => sql`
  SELECT row, entity, seq FROM op
  WHERE writer = ${writer} AND seq BETWEEN ${firstSeq} AND ${last}
  ORDER BY seq DESC
  LIMIT 2000`;

/** Rows of a change, the one written last first, each once; a page at a time because a change may be a whole reception. */
export function* rowsOf(db: ReadHandle, span: Span): Generator<{ row: Buffer; entity: number }> {
  const seen = new Set<string>();
  let last = span.lastSeq;
  while (last >= span.firstSeq) {
    const page = db.raw<[Buffer, number, number]>(rowsSql(span.writer, span.firstSeq, last));
    if (page.length === 0) return;
    for (const [row, entity, seq] of page) {
      last = seq - 1;
      const key = row.toString("hex");
      if (seen.has(key)) continue;
      seen.add(key);
      yield { row, entity };
    }
  }
}

/** What taking a change back will do, known before anything is written. */
export interface UndoPlan extends Span {
  /** The chain of undos and redos that the change ends. */
  readonly chain: ReadonlySet<number>;
  /** The change that began the chain. */
  readonly root: number;
  /** Whether an undo is taken back, so that the root has its effect again. */
  readonly redoes: boolean;
  /** Whether what somebody went on from stays, instead of holding the rest back. */
  readonly keepsLater: boolean;
}

/**
 * Changes of very many records at once. Somebody goes on from one of them within the hour; that must not keep the others
 * from being taken back.
 */
const ofMany: ReadonlySet<string> = new Set(["import"]);

export function blockedBy(db: ReadHandle, laterChangeId: number): Error {
  const later = db.get<{ at: number; by: string }>(sql`
    SELECT change.at, author.name AS by FROM change JOIN author ON author.id = change.author
    WHERE change.id = ${laterChangeId}`);
  return appError("undo-blocked", { laterChangeId, at: isoInstant(later?.at ?? 0), by: later?.by ?? "" });
}

function undoneBy(db: ReadHandle, laterChangeId: number): Error {
  const at = db.value<number>(sql`SELECT at FROM change WHERE id = ${laterChangeId}`) ?? 0;
  return appError("undo-done", { laterChangeId, at: isoInstant(at) });
}

/** @throws AppError `undo-nothing` (no such change), `undo-done` (undone already), `undo-blocked` (undone and done again), `undo-proposal` (nothing of it counts or waits here), `undo-settled`, `undo-trust` */
export function planUndo(db: ReadHandle, changeId: number): UndoPlan {
  const span = db.get<Span>(spanSql(changeId));
  if (span === undefined) throw appError("undo-nothing");
  const chain = undoChain(db, changeId);
  const last = chain[chain.length - 1] ?? changeId;
  if (last !== changeId) throw chain.length % 2 === 0 ? undoneBy(db, last) : blockedBy(db, last);
  if (saysTrust(db, changeId)) throw appError("undo-trust");
  if (!canBeTakenBack(db, changeId)) throw appError("undo-proposal");
  const redoes = chain.length % 2 === 0;
  if (!redoes && givesNothingBack(db, chain[0] ?? changeId)) throw appError("undo-settled");
  const root = chain[0] ?? changeId;
  const action = db.value<string>(sql`SELECT action FROM change WHERE id = ${root}`) ?? "";
  return { ...span, chain: new Set(chain), root, redoes, keepsLater: !redoes && ofMany.has(action) };
}
