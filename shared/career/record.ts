/**
 * A person's record as the rules of careers read it: the kind of staff somebody is on a day by the posts that they hold
 * then, and the disciplines on record.
 */
import { type DraftRow, dateOf, type PostLookup, type RowFields, textOf } from "../domain/checks/reading";
import { earliestDay, latestDay, type PackedDay } from "../domain/partial-date";
import {
  type DisciplineForm,
  disciplineForms,
  disciplineSides,
  type PostCategory,
  postCategories,
  type PostGroup,
  postGroups,
} from "../domain/values";
import type { ActPost } from "./acts";
import type { Discipline } from "./discipline";
import type { StaffKind } from "./types";

/** What of its post decides which acts a row knows; null where the post is not known here. */
export function postOfRow(
  fields: RowFields,
  postOf: PostLookup,
): (ActPost & { readonly order: number | null }) | null {
  const id = textOf(fields, "post");
  const post = id === null ? null : (postOf(id) ?? null);
  const category = postCategories.find((one) => one === post?.category);
  if (post === null || category === undefined) return null;
  const group: PostGroup | null = postGroups.find((one) => one === post.group) ?? null;
  return { category, group, order: post.order };
}

/** Assignments that surely run on a day, the main ones first, otherwise in the record's order. */
export function assignmentsOn(rows: readonly DraftRow[], day: PackedDay): readonly DraftRow[] {
  const running = rows.filter(({ fields }) => {
    const from = dateOf(fields, "from");
    const to = dateOf(fields, "to");
    // What was typed and is no date yet says nothing.
    if (to === null && textOf(fields, "to") !== null) return false;
    return from !== null && latestDay(from) <= day && (to === null || earliestDay(to) >= day);
  });
  const main = running.filter(({ fields }) => fields["main"] === true);
  return [...main, ...running.filter((row) => !main.includes(row))];
}

/** What was held last: still on the day, or ended next before it. */
export function heldBefore(others: readonly DraftRow[], day: PackedDay): DraftRow | undefined {
  const running = assignmentsOn(others, day)[0];
  if (running !== undefined) return running;
  const ended = others.flatMap((row) => {
    const to = dateOf(row.fields, "to");
    return to !== null && earliestDay(to) <= day ? [{ row, to: earliestDay(to) }] : [];
  });
  return ended.sort((a, b) => b.to - a.to)[0]?.row;
}

/** Whom the law on discipline has somebody for on a day; null: nobody that it speaks of, or not known. */
export function staffKindOn(rows: readonly DraftRow[], postOf: PostLookup, day: PackedDay): StaffKind | null {
  for (const { fields } of assignmentsOn(rows, day)) {
    const kind = staffKindOf(postOfRow(fields, postOf)?.category);
    if (kind !== null) return kind;
  }
  return null;
}

function staffKindOf(category: PostCategory | undefined): StaffKind | null {
  return category === "canBo" || category === "congChuc" || category === "vienChuc" ? category : null;
}

/** Those of the rows of disciplines that say by whom and in which form. */
export function disciplinesOf(rows: readonly { readonly fields: RowFields }[]): Discipline[] {
  return rows.flatMap(({ fields }) => {
    const side = disciplineSides.find((one) => one === fields["side"]);
    const form: DisciplineForm | undefined = disciplineForms.find((one) => one === fields["form"]);
    return side === undefined || form === undefined
      ? []
      : [{ side, form, from: dateOf(fields, "from"), to: dateOf(fields, "to") }];
  });
}
