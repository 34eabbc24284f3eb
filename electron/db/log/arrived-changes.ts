/**
 * Lists the changes that imported ops belong to, so that a person's history tells who did what and when.
 *
 * A change may come in parts: some of its ops are not for this office, or a file was lost. It is then known by the op
 * that came first, and learns its action when the change's own first op comes.
 */
import type { ChangeMeta, Op } from "../../../shared/sync/op";
import type { WriteHandle } from "../handle";
import { unsaidAction } from "./change-rows";

interface Known {
  /** Local id of the op that came first. */
  readonly id: number;
  readonly isNew: boolean;
  readonly at: number;
  readonly author: number;
  lastSeq: number;
  meta: ChangeMeta | null;
  metaIsNew: boolean;
}

export class ArrivedChanges {
  readonly #db: WriteHandle;
  readonly #importId: number;
  /** By row of the writer table and sequence of the change's first op. */
  readonly #known = new Map<number, Map<number, Known>>();

  constructor(db: WriteHandle, importId: number) {
    this.#db = db;
    this.#importId = importId;
  }

  add(writer: number, op: Op, meta: ChangeMeta | null, localId: number, author: number): void {
    const known = this.#of(writer, op, localId, author);
    known.lastSeq = Math.max(known.lastSeq, op.seq);
    if (meta === null || op.seq !== op.change) return;
    known.meta = meta;
    known.metaIsNew = true;
  }

  /** Rows of a forked writer, whose changes are listed anew with it. */
  forget(writers: readonly number[]): void {
    for (const writer of writers) this.#known.delete(writer);
  }

  finish(): void {
    for (const [writer, changes] of this.#known) {
      for (const [firstSeq, change] of changes) {
        const { id, isNew, at, author, lastSeq, meta, metaIsNew } = change;
        if (isNew) {
          this.#db.run(
            `INSERT INTO change (id, writer, first_seq, last_seq, at, author, action, reason, import)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            id,
            writer,
            firstSeq,
            lastSeq,
            at,
            author,
            meta?.action ?? unsaidAction,
            meta?.reason ?? null,
            this.#importId,
          );
          continue;
        }
        this.#db.run("UPDATE change SET last_seq = max(last_seq, ?) WHERE id = ?", lastSeq, id);
        if (metaIsNew && meta !== null) {
          this.#db.run("UPDATE change SET action = ?, reason = ? WHERE id = ?", meta.action, meta.reason, id);
        }
      }
    }
    this.#known.clear();
  }

  #of(writer: number, op: Op, localId: number, author: number): Known {
    let changes = this.#known.get(writer);
    if (changes === undefined) {
      changes = new Map();
      this.#known.set(writer, changes);
    }
    let change = changes.get(op.change);
    if (change === undefined) {
      const listed = this.#db.get<{ id: number; lastSeq: number }>(
        "SELECT id, last_seq AS lastSeq FROM change WHERE writer = ? AND first_seq = ?",
        writer,
        op.change,
      );
      change = {
        id: listed?.id ?? localId,
        isNew: listed === undefined,
        at: op.at,
        author,
        lastSeq: listed?.lastSeq ?? op.seq,
        meta: null,
        metaIsNew: false,
      };
      changes.set(op.change, change);
    }
    return change;
  }
}
