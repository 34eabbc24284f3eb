/**
 * Which op of a writer came before which.
 *
 * A writer's ops form a chain by hash. Two copies of one roster that went on under one name make a tree of it: the
 * writer is forked, and an op then precedes another only along proven links. Without this file a clone's edits would
 * seem to follow each other, and one of them would vanish silently.
 *
 * Invariant: the answer depends on the set of ops only. A writer is forked exactly when two different ops bear one
 * sequence; until then its ops stand in the order of their sequence, whether or not those between have come.
 */

/** A writer, or one unbroken piece of a forked writer. */
export interface Branch {
  /** Hex of the writer. */
  readonly writer: string;
  /** Null for a writer that is not forked. */
  readonly fork: Fork | null;
}

/** Where a piece of a forked writer begins. */
export interface Fork {
  /** Tells the pieces of one writer apart; means nothing in another roster. */
  readonly piece: number;
  /** Sequence of the piece's first op. */
  readonly first: number;
  /** The piece that holds the op before the first; null at the beginning, and where that op has not come. */
  readonly parent: Branch | null;
}

/** An op's place among those of its writer. */
export interface Place {
  readonly branch: Branch;
  readonly seq: number;
}

/** Whether the author of `later` certainly wrote `earlier` before it. */
export function precedes(earlier: Place, later: Place): boolean {
  if (earlier.branch.writer !== later.branch.writer) return false;
  if (earlier.branch.fork === null || later.branch.fork === null) return earlier.seq < later.seq;
  let end = later.seq - 1;
  for (let branch: Branch | null = later.branch; branch !== null; ) {
    const fork: Fork | null = branch.fork;
    if (fork === null) return false;
    if (fork.piece === earlier.branch.fork.piece) return earlier.seq <= end;
    end = fork.first - 1;
    branch = fork.parent;
  }
  return false;
}
