/**
 * Decides about proposals, or takes our own back: a row of decisions for each, which travels like any other.
 *
 * What is accepted may be the ground for the next: a person before what belongs to them. So it is gone round until nothing
 * more can be decided.
 */
import { entities, presenceField } from "../../../shared/domain/entities";
import type { Answer } from "../../../shared/domain/authority";
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
  readonly verdict: Answer;
  readonly note: string | null;
}

/** @returns ids of what was decided; the others are not ours to decide, or wait no more */
export function decideAll(
  db: ReadHandle,
  rows: RowEditor,
  { chosen, verdict, note }: Deciding,
): ReadonlySet<string> {
  const decided = new Set<string>();
  const known = opsOfRows(db, chosen);
  const ops = new Map([...known.values()].flat().map((op) => [op.id, op]));
  // Of decisions that wait themselves nothing is kept at hand: a decision about one may lie in the next.
  const isNoDecision = ([, [first]]: readonly [string, readonly StoredOp[]]) =>
    first?.entity !== entities.decision.id;
  const atHand = new Map([...known].filter(isNoDecision));
  const sayAll = () => {
    for (const { id } of chosen) {
      const op = ops.get(id);
      if (op === undefined || decided.has(id) || !isOpen(rows, op, verdict)) continue;
      sayOf(rows, op, verdict, note);
      decided.add(id);
    }
  };
  for (let before = -1; before < decided.size && decided.size < chosen.length; ) {
    before = decided.size;
    rows.together(atHand, sayAll);
  }
  return decided;
}

/** Every op of the rows; how they stand is asked each time. */
function opsOfRows(db: ReadHandle, chosen: readonly Chosen[]): ReadonlyMap<string, readonly StoredOp[]> {
  const rows = new Set(chosen.map(({ row }) => row));
  return new Map([...rows].map((row) => [row, everyOpOfRow(db, uuidToBytes(row))]));
}

function isOpen(rows: RowEditor, op: StoredOp, verdict: Answer): boolean {
  return verdict === "withdraw" ? rows.isOursToWithdraw(op) : rows.isOpenToUs(op);
}

/** Writes what is said of a proposal. To take it back is to refuse one's own: see withdrawal.ts. */
export function sayOf(rows: RowEditor, op: StoredOp, verdict: Answer, note: string | null): void {
  const id = decisionRowOf(op.id);
  const said = { verdict: verdict === "withdraw" ? "refuse" : verdict, reason: note };
  const row = rows.open(entities.decision.id, id);
  // A withdrawal that was taken back counts for nothing once somebody accepts, and with it the row that it began.
  const isLifted = verdict !== "withdraw" && !rows.isInView(row) && rows.isBegunOnlyBy(row, op);
  if (row.ops.length === 0 || isLifted) {
    // Somebody who has no say in it may have decided before: that waits in the same row.
    rows.createBeside("decision", id, checkedFields("decision", { op: op.id, about: op.row, ...said }, true));
    return;
  }
  const fields = checkedFields("decision", said, false);
  // A decision that was undone is said again, and does not stay gone.
  rows.write(row, rows.isInView(row) ? fields : new Map([...fields, [presenceField, null]]));
}
