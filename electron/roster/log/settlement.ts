/**
 * What taking back a settled conflict gives back.
 *
 * An undo is a change that has seen what it takes back, so it never opens a disagreement again: of a settlement by another
 * value it gives back the value from before, of one by what was shown it gives back nothing. Without this file undo would
 * be offered where it can do nothing, and pass over in silence that the question stays closed.
 */
import { standing } from "../../../shared/domain/authority";
import { type FieldValue, presenceField } from "../../../shared/domain/entities";
import { distinctBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown, type RowState, valueWritten } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { historyOfRow, type StoredOp } from "./op-rows";
import { isLive, undoChain } from "./undo-chain";

/** Action of a change that settles. */
const settleAction = "settle";

/** Rows of a change with something that counts, where it settled a conflict; none for every other change. */
function settledRows(db: ReadHandle, id: number): Buffer[] {
  const rows = db.raw<[Buffer]>(sql`
    SELECT op.row FROM change
    JOIN op ON op.writer = change.writer AND op.seq BETWEEN change.first_seq AND change.last_seq
    WHERE change.id = ${id} AND change.action = ${settleAction} AND op.standing = ${standing.counts}`);
  return distinctBytes(rows.map(([row]) => row));
}

function changeOf(db: ReadHandle, { writer, changeSeq }: StoredOp): number {
  // Rows of the shipped lists were made by no change.
  return (
    db.value<number>(sql`SELECT id FROM change WHERE writer = ${writer} AND first_seq = ${changeSeq}`) ?? 0
  );
}

function shownIn(state: RowState, field: number): FieldValue {
  if (field !== presenceField) return state.values.get(field) ?? null;
  if (isShown(state)) return null;
  const [head] = state.heads.get(presenceField) ?? [];
  return head === undefined ? null : (valueWritten(head, presenceField) ?? null);
}

/** Whether a change settled a conflict by what was shown already, so that taking it back would write nothing. */
export function givesNothingBack(db: ReadHandle, id: number): boolean {
  const rows = settledRows(db, id);
  if (rows.length === 0) return false;
  const chain = new Set(undoChain(db, id));
  return rows.every((row) => {
    const ops = historyOfRow(db, row);
    const placed = ops.map((op) => ({ op, change: changeOf(db, op) }));
    const before = foldRow(
      placed
        .filter(({ op, change }) => !chain.has(change) && (op.create || change === 0 || isLive(db, change)))
        .map(({ op }) => op),
    );
    const after = foldRow(ops);
    return placed
      .filter(({ change }) => change === id)
      .every(({ op }) =>
        [...op.fields].every(
          ([field, value]) =>
            // A record that is kept was in view with all that belongs to it, whatever its rows say of themselves.
            (field === presenceField && value === null) || shownIn(before, field) === shownIn(after, field),
        ),
      );
  });
}

/** Whether taking a change back leaves a conflict settled that it settled; an undo that is taken back settles nothing. */
export function leavesSettled(db: ReadHandle, id: number): boolean {
  const chain = undoChain(db, id);
  return chain.indexOf(id) % 2 === 0 && settledRows(db, chain[0] ?? id).length > 0;
}
