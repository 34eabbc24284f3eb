/**
 * How far the taking in of one file is. A district's whole roster is a single file, so files alone would show nothing
 * until all is done: first its ops come in, then the rows that they belong to are looked at.
 */
import { toHex } from "../../../shared/sync/bytes";
import type { OpsOfWriter } from "../../../shared/sync/proof/prove";
import { rowsPerPause } from "../../roster/receive/receive-session";

/** Taking ops in is somewhat quicker than looking at their rows. */
const shareOfOps = 0.45;
const allButDone = 0.99;

export class FileProgress {
  readonly #ops: number;
  readonly #rows = new Set<string>();
  #opsDone = 0;
  #allRead = false;
  #pausesForRows = 0;

  /** @param ops of the file */
  constructor(ops: number) {
    this.#ops = ops;
  }

  /** The batches as they are, counted on the way. */
  *watch(batches: Iterable<OpsOfWriter>): Generator<OpsOfWriter> {
    for (const batch of batches) {
      for (const { op } of batch.ops) this.#rows.add(toHex(op.row));
      yield batch;
      this.#opsDone += batch.ops.length;
    }
    this.#allRead = true;
  }

  /** Notes a pause. @returns the share that is done, below 1; it never falls */
  paused(): number {
    if (!this.#allRead) return (shareOfOps * this.#opsDone) / Math.max(1, this.#ops);
    this.#pausesForRows++;
    // Each row is brought up to date, and then compared with what stood there before.
    const rows = (this.#pausesForRows * rowsPerPause) / Math.max(1, 2 * this.#rows.size);
    return Math.min(allButDone, shareOfOps + (1 - shareOfOps) * rows);
  }
}
