/**
 * Ops of rows for one answer: each row is read, proven and decoded once, although hundreds of lines of a list may be about
 * it. Nothing is written meanwhile, so it must not outlive the answer.
 */
import { standing } from "../../../shared/domain/authority";
import type { EntityName } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { opsAs } from "./one-entity";
import { everyOpOfRow, type StoredOp } from "./op-rows";

export class RowOps {
  readonly #db: ReadHandle;
  readonly #known = new Map<string, readonly StoredOp[]>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** Every op of a row as one entity, whether it counts or not. @param row UUID @throws AppError `roster-damaged` */
  every(row: string, entity: number | EntityName): StoredOp[] {
    return opsAs(entity, this.#of(row));
  }

  /** The ops of a row as one entity that count. @param row UUID @throws AppError `roster-damaged` */
  counting(row: string, entity: number | EntityName): StoredOp[] {
    return this.every(row, entity).filter((op) => op.standing === standing.counts);
  }

  /** What counts of a row as one entity; all that was written of it as that where nothing does. @param row UUID */
  known(row: string, entity: number | EntityName): StoredOp[] {
    const counting = this.counting(row, entity);
    return counting.length > 0 ? counting : this.every(row, entity);
  }

  /** One op of a row, of whatever entity. @param row UUID @param id hash, hex */
  op(row: string, id: string): StoredOp | null {
    return this.#of(row).find((one) => one.id === id) ?? null;
  }

  #of(row: string): readonly StoredOp[] {
    const ops = this.#known.get(row) ?? everyOpOfRow(this.#db, uuidToBytes(row));
    this.#known.set(row, ops);
    return ops;
  }
}
