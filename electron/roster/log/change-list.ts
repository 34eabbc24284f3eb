/**
 * Reads the list of changes from the ops themselves.
 *
 * The `change` table is a reading of the log like the entity tables; `verify` compares the two.
 */
import { decodeBody } from "../../../shared/sync/op-codec";
import { unsaidAction } from "./change-rows";
import type { ChainLink } from "./op-rows";

/** What the log says of one change. */
export interface LoggedChange {
  id: number;
  readonly firstSeq: number;
  lastSeq: number;
  readonly at: number;
  readonly user: string;
  readonly action: string;
  readonly reason: string | null;
}

/**
 * Gathers the changes of one writer's chain. Ops of one change follow each other, unless some of them are missing and a
 * twin's stand between; so all are kept until the end.
 */
export class ChangeGatherer {
  readonly #found: (change: LoggedChange) => void;
  readonly #changes = new Map<number, LoggedChange>();

  constructor(found: (change: LoggedChange) => void) {
    this.#found = found;
  }

  add({ localId, op }: ChainLink): void {
    const known = this.#changes.get(op.change);
    if (known !== undefined) {
      known.lastSeq = op.seq;
      // The change is known by the op that came first, which need not be its own first one.
      known.id = Math.min(known.id, localId);
      return;
    }
    const said = op.seq === op.change ? decodeBody(op.body).meta : null;
    this.#changes.set(op.change, {
      id: localId,
      firstSeq: op.change,
      lastSeq: op.seq,
      at: op.at,
      user: op.user,
      action: said?.action ?? unsaidAction,
      reason: said?.reason ?? null,
    });
  }

  finish(): void {
    for (const change of this.#changes.values()) this.#found(change);
    this.#changes.clear();
  }
}
