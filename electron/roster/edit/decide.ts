/**
 * Decides about proposals: a row of decisions for each, which travels like any other.
 *
 * What is accepted may be the ground for the next: a person before what belongs to them. So it is gone round until nothing
 * more can be decided.
 */
import { entities } from "../../../shared/domain/entities";
import type { Verdict } from "../../../shared/domain/authority";
import { decisionRowOf } from "../../../shared/sync/authority/decisions";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { everyOpOfRow, type StoredOp } from "../log/op-rows";
import type { ReadHandle } from "../file/handle";
import { checkedFields } from "./check-fields";
import type { RowEditor } from "./row-editor";

/** A proposal by the hash of its op, and the UUID of the row that it writes. */
export interface Chosen {
  readonly id: string;
  readonly row: string;
}

export interface Deciding {
  readonly chosen: readonly Chosen[];
  readonly verdict: Verdict;
  readonly note: string | null;
}

/** @returns how many were decided; the others are not ours to decide, or wait no more */
export function decideAll(db: ReadHandle, rows: RowEditor, { chosen, verdict, note }: Deciding): number {
  let open = chosen;
  let decided = 0;
  for (let more = true; more && open.length > 0; ) {
    more = false;
    const left: Chosen[] = [];
    for (const one of open) {
      const op = everyOpOfRow(db, uuidToBytes(one.row)).find(({ id }) => id === one.id);
      if (op === undefined || !rows.isOpenToUs(op)) {
        left.push(one);
        continue;
      }
      write(rows, op, verdict, note);
      decided++;
      more = true;
    }
    open = left;
  }
  return decided;
}

function write(rows: RowEditor, op: StoredOp, verdict: Verdict, note: string | null): void {
  const id = decisionRowOf(op.id);
  const said = { verdict, reason: note };
  const row = rows.open(entities.decision.id, id);
  if (row.ops.length > 0) rows.write(row, checkedFields("decision", said, false));
  // Somebody who has no say in it may have decided before: that waits in the same row.
  else rows.createBeside("decision", id, checkedFields("decision", { op: op.id, about: op.row, ...said }, true));
}
