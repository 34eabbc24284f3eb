/**
 * Reads the list of changes from the ops themselves.
 *
 * The `change` table is a reading of the log like the entity tables; `verify` compares the two.
 */
import { decodeBody } from "../../shared/sync/op-codec";
import { unsaidAction } from "./log/change-rows";
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
    const said = op.seq === op.change ? decodeBody(op.body).meta : null;
    if (this.#open !== null && this.#open.firstSeq === op.change) {
      // Imported ops of one change may have come in any order; the change is known by the one that came first.
      this.#open = { ...this.#open, lastSeq: op.seq, id: Math.min(this.#open.id, localId) };
      return;
    }
    this.finish();
    this.#open = {
      id: localId,
      firstSeq: op.change,
      lastSeq: op.seq,
      at: op.at,
      user: op.user,
      action: said?.action ?? unsaidAction,
      reason: said?.reason ?? null,
    };
  }

  finish(): void {
    if (this.#open !== null) this.#found(this.#open);
    this.#open = null;
  }
}
