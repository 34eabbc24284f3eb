/**
 * Lists the changes that received ops belong to, so that a person's history tells who did what and when.
 *
 * A change may come in parts: some of its ops are not for this office, or a file was lost. It is then known by the op
 * that came first, and learns its action when the change's own first op comes.
 */
import type { ChangeMeta, Op } from "../../../shared/sync/op";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { listChanges, takeChangesOut, unsaidAction } from "../log/change-rows";

/** A change whose ops came one after the other, and of which nothing was here before. */
interface Plain {
  /** Local id of the op that came first. */
  readonly id: number;
  readonly at: number;
  readonly author: number;
  readonly meta: ChangeMeta | null;
  lastSeq: number;
}

export class ArrivedChanges {
  readonly #db: WriteHandle;
  readonly #receptionId: number;
  /** By row of the writer table and sequence of the change's first op; null: to be put together from all its ops. */
  readonly #known = new Map<number, Map<number, Plain | null>>();

  constructor(db: WriteHandle, receptionId: number) {
    this.#db = db;
    this.#receptionId = receptionId;
  }

  add(writer: number, op: Op, meta: ChangeMeta | null, localId: number, author: number): void {
    let changes = this.#known.get(writer);
    if (changes === undefined) {
      changes = new Map();
      this.#known.set(writer, changes);
    }
    const known = changes.get(op.change);
    if (known === undefined) {
      const listed = this.#db.value<number>(
        sql`SELECT id FROM change WHERE writer = ${writer} AND first_seq = ${op.change}`,
      );
      const said = op.seq === op.change ? meta : null;
      const plain = { id: localId, at: op.at, author, meta: said, lastSeq: op.seq };
      changes.set(op.change, listed === undefined ? plain : null);
    } else if (known !== null && op.seq > known.lastSeq) known.lastSeq = op.seq;
    else changes.set(op.change, null);
  }

  /** Rows of a forked writer, whose changes are listed anew with it. */
  forget(writers: readonly number[]): void {
    for (const writer of writers) this.#known.delete(writer);
  }

  finish(): void {
    for (const [writer, changes] of this.#known) {
      const others: number[] = [];
      for (const [firstSeq, change] of changes) {
        if (change === null) others.push(firstSeq);
        else this.#insert(writer, firstSeq, change);
      }
      if (others.length === 0) continue;
      const told = takeChangesOut(this.#db, [writer], others);
      listChanges(this.#db, writer, told, this.#receptionId, others);
    }
    this.#known.clear();
  }

  #insert(writer: number, firstSeq: number, { id, at, author, meta, lastSeq }: Plain): void {
    this.#db.run(
      sql`INSERT INTO change (id, writer, first_seq, last_seq, at, author, action, reason, reception)
       VALUES (${id}, ${writer}, ${firstSeq}, ${lastSeq}, ${at}, ${author}, ${meta?.action ?? unsaidAction},
         ${meta?.reason ?? null}, ${this.#receptionId})`,
    );
  }
}
