/**
 * What the log says of rows, for whoever brings tables up to it. While one row is brought up to date, those around it are
 * asked about each other over and over: each history is then read once.
 */
import type { Standing } from "../../../shared/domain/authority";
import { toHex } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { asItStands } from "../log/one-entity";
import { historyOfRow, type StoredOp } from "../log/op-rows";
import type { OpsAnew } from "../log/ops-anew";

/** What was found out about the whole log. */
export interface Judged {
  readonly ops: OpsAnew;
  /** Of ops that do not count, by local id. */
  readonly standings: ReadonlyMap<number, Standing>;
}

/** Rows around one may be many; what is held of them is not. */
const mostHeld = 500;

export class Histories {
  readonly #source: ReadHandle;
  readonly #before: number;
  readonly #judged: Judged | null;
  /** Null outside of `during`. */
  #held: Map<string, StoredOp[]> | null = null;

  /** @param before local id of the first op that counts no more @param judged where everything was worked out anew */
  constructor(source: ReadHandle, before: number, judged: Judged | null) {
    this.#source = source;
    this.#before = before;
    this.#judged = judged;
  }

  /** The log's ops of a row, as far as they count, and as which it stands. */
  of(row: Uint8Array): StoredOp[] {
    if (this.#judged !== null) {
      const { ops, standings } = this.#judged;
      return asItStands(ops.of(row).filter(({ localId }) => !standings.has(localId)));
    }
    if (this.#held === null) return historyOfRow(this.#source, row, this.#before);
    const key = toHex(row);
    const held = this.#held.get(key);
    if (held !== undefined) return held;
    const read = historyOfRow(this.#source, row, this.#before);
    if (this.#held.size >= mostHeld) this.#held.clear();
    this.#held.set(key, read);
    return read;
  }

  /** @param work writes nothing to the log */
  during<T>(work: () => T): T {
    if (this.#held !== null) return work();
    this.#held = new Map();
    try {
      return work();
    } finally {
      this.#held = null;
    }
  }
}
