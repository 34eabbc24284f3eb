/**
 * Reads the list of changes from the ops themselves.
 *
 * The `change` table is a reading of the log like the entity tables; `verify` compares the two.
 */
import { decodeBody } from "../../shared/sync/op-codec";
import type { ChainLink } from "./log/op-rows";

/** What the log says of one change. */
export interface LoggedChange {
  readonly id: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly at: number;
  readonly user: string;
  readonly action: string;
  readonly reason: string | null;
}

/** Gathers the changes of one writer's chain, which come as runs of ops with the same first sequence. */
export class ChangeGatherer {
  readonly #found: (change: LoggedChange) => void;
  #open: LoggedChange | null = null;

  constructor(found: (change: LoggedChange) => void) {
    this.#found = found;
  }

  add({ localId, op }: ChainLink): void {
    if (this.#open !== null && this.#open.firstSeq === op.change) {
      this.#open = { ...this.#open, lastSeq: op.seq };
      return;
    }
    this.finish();
    const meta = decodeBody(op.body).meta;
    this.#open = {
      id: localId,
      firstSeq: op.change,
      lastSeq: op.seq,
      at: op.at,
      user: op.user,
      action: meta?.action ?? "",
      reason: meta?.reason ?? null,
    };
  }

  finish(): void {
    if (this.#open !== null) this.#found(this.#open);
    this.#open = null;
  }
}
