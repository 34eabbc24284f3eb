/** The assignments that somebody holds on the day, with no end on record: what their terms and limits are read from. */
import { dateOf, type RowFields, textOf } from "../../domain/checks/reading";
import { earliestDay } from "../../domain/partial-date";
import { type AssignmentKind, assignmentKinds, type PostCategory } from "../../domain/values";
import type { PartialDate } from "../../domain/partial-date";
import type { DueContext, DuePerson } from "../types";

export interface OpenAssignment {
  readonly kind: AssignmentKind | null;
  readonly from: PartialDate | null;
  readonly termUntil: PartialDate | null;
  readonly postName: string;
  readonly category: PostCategory | null;
}

export function openAssignments({ rows }: DuePerson, context: DueContext): readonly OpenAssignment[] {
  return rows.assignment
    .filter((row) => textOf(row, "to") === null && earliestDay(dateOf(row, "from")) <= context.today)
    .map((row) => ({
      kind: assignmentKinds.find((one) => one === row["kind"]) ?? null,
      from: dateOf(row, "from"),
      termUntil: dateOf(row, "termUntil"),
      ...postOf(row, context),
    }));
}

function postOf(row: RowFields, context: DueContext): { postName: string; category: PostCategory | null } {
  const id = textOf(row, "post");
  const post = id === null ? null : context.postOf(id);
  return { postName: post?.name ?? "", category: post?.category ?? null };
}
