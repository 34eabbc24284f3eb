/**
 * One person's assignments as the columns that serving.ts reads, so that a record on screen is read by the very code
 * that reads everybody's columns for the table.
 */
import { packPartialDate } from "../domain/partial-date";
import { type PostCategory, postGroups } from "../domain/values";
import { placeRanks } from "./places";
import { assignmentDays, type AssignmentView, markOf, type PlaceOrder, unknownPostOrder } from "./serving";
import type { AssignmentFact } from "./types";

export interface PersonView {
  readonly view: AssignmentView;
  readonly order: PlaceOrder;
  /** Place of each post's group in `postGroups`, −1 where it is not known. */
  readonly groupOf: Int8Array;
}

/** @param kinds the kinds of post that count; one of a category not known here counts too */
export function personView(
  assignments: readonly AssignmentFact[],
  kinds: readonly PostCategory[],
): PersonView {
  const posts = indexed(
    assignments.filter(({ postOrder }) => postOrder !== unknownPostOrder),
    ({ postId }) => postId,
  );
  const units = indexed(assignments, ({ unitId }) => unitId);
  const days = assignments.map(({ from, to }) => assignmentDays(packPartialDate(from), packPartialDate(to)));
  return {
    view: {
      // Arrays of the kinds that the facts have, so that the shared code stays fast for both.
      unit: Int32Array.from(assignments, ({ unitId }) => units.indexOf(unitId)),
      post: Int16Array.from(assignments, ({ postId }) => posts.indexOf(postId)),
      fromEarliest: Int32Array.from(days, ({ fromEarliest }) => fromEarliest),
      fromLatest: Int32Array.from(days, ({ fromLatest }) => fromLatest),
      toEarliest: Int32Array.from(days, ({ toEarliest }) => toEarliest),
      toLatest: Int32Array.from(days, ({ toLatest }) => toLatest),
      mark: Uint8Array.from(assignments, ({ main, concurrent }) => markOf(main, concurrent)),
    },
    order: {
      postCounts: Uint8Array.from(posts.rows, ({ postCategory }) =>
        countsAmong(postCategory, kinds) ? 1 : 0,
      ),
      ...placeRanks(
        posts.rows.map(({ postId, postOrder }) => ({ id: postId, order: postOrder })),
        units.rows.map(({ unitId }) => ({ id: unitId })),
      ),
    },
    groupOf: Int8Array.from(posts.rows, ({ postGroup }) =>
      postGroup === null ? -1 : postGroups.indexOf(postGroup),
    ),
  };
}

/** Whether posts of a category count: one that is not known here does, since it may be any. */
export function countsAmong(category: PostCategory | null, kinds: readonly PostCategory[]): boolean {
  return category === null || kinds.includes(category);
}

/** The first row of each key, and where a key stands among them. */
function indexed<T>(rows: readonly T[], keyOf: (row: T) => string) {
  const places = new Map<string, number>();
  const first: T[] = [];
  for (const row of rows) {
    if (places.has(keyOf(row))) continue;
    places.set(keyOf(row), first.push(row) - 1);
  }
  return { rows: first, indexOf: (key: string) => places.get(key) ?? -1 };
}
