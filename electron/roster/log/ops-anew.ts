/**
 * Ops of rows for whoever works out everything anew: each is read, proven by its hash and decoded once, however many rows
 * ask for it. The log stands still meanwhile.
 */
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { opsOfRowAnew, type StoredOp } from "./op-rows";

/** Ops that are kept at hand; then they are read again. */
const most = 20_000;

export class OpsAnew {
  readonly #db: ReadHandle;
  readonly #before: number;
  readonly #known = new Map<string, readonly StoredOp[]>();
  #count = 0;

  /** @param before only ops with a smaller local id */
  constructor(db: ReadHandle, before: number = Number.MAX_SAFE_INTEGER) {
    this.#db = db;
    this.#before = before;
  }

  /** Every op of a row, in the order in which they came. @throws AppError `roster-damaged` */
  of(row: Uint8Array): readonly StoredOp[] {
    return this.#known.get(bytesToUuid(row)) ?? this.#read(row);
  }

  #read(row: Uint8Array): readonly StoredOp[] {
    const ops = opsOfRowAnew(this.#db, row, this.#before);
    this.#keep(bytesToUuid(row), ops);
    return ops;
  }

  /** Takes every op of a row that somebody has read. */
  have(ops: readonly StoredOp[]): void {
    const [first] = ops;
    if (first !== undefined) this.#keep(first.row, ops);
  }

  #keep(row: string, ops: readonly StoredOp[]): void {
    if (this.#count >= most) {
      this.#known.clear();
      this.#count = 0;
    }
    this.#known.set(row, ops);
    this.#count += ops.length + 1;
  }
}
