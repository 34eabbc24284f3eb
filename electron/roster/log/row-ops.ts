/**
 * Ops of rows for one answer: each row is read, proven and decoded once, although hundreds of lines of a list may be about
 * it. Nothing is written meanwhile, so it must not outlive the answer.
 */
import { standing } from "../../../shared/domain/authority";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { everyOpOfRow, type StoredOp } from "./op-rows";

export class RowOps {
  readonly #db: ReadHandle;
  readonly #known = new Map<string, readonly StoredOp[]>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** Every op of a row, whether it counts or not. @param row UUID @throws AppError `roster-damaged` */
  every(row: string): readonly StoredOp[] {
    const ops = this.#known.get(row) ?? everyOpOfRow(this.#db, uuidToBytes(row));
    this.#known.set(row, ops);
    return ops;
  }

  /** The ops of a row that count. @param row UUID @throws AppError `roster-damaged` */
  counting(row: string): StoredOp[] {
    return this.every(row).filter((op) => op.standing === standing.counts);
  }
}
