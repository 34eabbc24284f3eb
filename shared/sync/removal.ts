/**
 * What a removal took along.
 *
 * Removing a record removes what belongs to it in the same change, as one decision. Where that decision is open, since
 * somebody went on without knowing of it, all of it is: a person in view without the posts that went in the same breath
 * would fall out of the figures without a mark. The same of a record that goes up in another one, with those of its rows
 * that go up in equal ones there.
 */
import { presenceField } from "../domain/entities";
import { type HistoryOp, type RowState, valueWritten } from "./fold";

/** An op that knows its change. */
export interface ChangedOp extends HistoryOp {
  /** Sequence of its change's first op. */
  readonly changeSeq: number;
}

/** The ops by which a row is removed, or goes up in another one, and that nobody wrote over. */
function removalsOf<O extends HistoryOp>({ heads }: Pick<RowState<O>, "heads">): O[] {
  return (heads.get(presenceField) ?? []).filter((op) => typeof valueWritten(op, presenceField) === "string");
}

/** Whether each removal of a row was part of a change that removed its owner, or let it go up in another one. */
export function wentWith(row: RowState<ChangedOp>, owner: RowState<ChangedOp>): boolean {
  const own = removalsOf(row);
  const owners = removalsOf(owner);
  return (
    own.length > 0 &&
    own.every((op) =>
      owners.some((one) => one.branch.writer === op.branch.writer && one.changeSeq === op.changeSeq),
    )
  );
}
