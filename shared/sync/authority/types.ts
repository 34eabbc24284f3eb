/** What the rule of authority looks at: ops with their rows, and the office that reads them. */
import type { HistoryOp } from "../fold";

/** An op as the fold needs it, with the row that it writes; `row` is a UUID. */
export interface AuthoredOp extends HistoryOp {
  readonly entity: number;
  readonly row: string;
}

/** The office in whose roster it is asked. */
export interface Reader {
  /** Hex of every key that it ever wrote with. */
  readonly keys: readonly string[];
  /** UUIDs of the units that its own row ever named; none: nobody has set the roster up, and its keys may do everything. */
  readonly units: readonly string[];
  /** UUID of its own row. */
  readonly office: string | null;
}

const keyLength = 64;
const nobody = "0".repeat(keyLength);

/** Hex of the key that wrote an op. */
export function keyOfOp(op: Pick<AuthoredOp, "branch">): string {
  return op.branch.writer.slice(0, keyLength);
}

/** Whether a key is nobody's: the author of shipped rows. */
export function isNobody(key: string): boolean {
  return key === nobody;
}

/** The first in an order that all offices share; clocks and arrival have no say. */
export function earlierOp(a: AuthoredOp, b: AuthoredOp): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.branch.writer !== b.branch.writer) return a.branch.writer < b.branch.writer ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
