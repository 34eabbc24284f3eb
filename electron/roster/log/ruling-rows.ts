/**
 * The rows from which authority follows, read together: whoever begins to judge asks for each of them by itself, some of
 * them several times, and a province has thousands.
 */
import { kindOf } from "../../../shared/sync/authority/judge-store";
import type { StoredOp } from "./op-rows";

export interface RulingRows {
  /** Ops of units, credentials and decisions, in the order in which they came. */
  readonly ruling: readonly StoredOp[];
  /** Every op of their rows, by row; whatever else somebody made of one is among them. */
  readonly rows: ReadonlyMap<string, readonly StoredOp[]>;
}

/** @param ops every op of these rows, in the order in which they came */
export function rulingRows(ops: readonly StoredOp[]): RulingRows {
  const rows = new Map<string, StoredOp[]>();
  for (const op of ops) {
    const row = rows.get(op.row);
    if (row === undefined) rows.set(op.row, [op]);
    else row.push(op);
  }
  return { ruling: ops.filter((op) => kindOf(op) !== "other"), rows };
}
