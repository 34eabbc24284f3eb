/**
 * Whether another value in a cell is a correction of the row on record or another row: another post may be a promotion, a
 * higher level another paper, and to write over the old one is to lose it. Which fields tell the rows of an entity apart
 * follows from the registry; every way into a cell asks here.
 */
import type { IssueReason } from "../domain/checks/found";
import { entityDefinition, type FieldValue, ownerField } from "../domain/entities";
import { dayBefore, endsBefore } from "../domain/eve";
import { earliestDay, latestDay, parsePartialDate } from "../domain/partial-date";
import type { PersonColumn } from "./column";

type Fields = Readonly<Record<string, FieldValue>>;

/** What somebody said that another value is. `from`: ISO day from which a post holds. */
export type WhichRow = { readonly as: "correct" } | { readonly as: "new"; readonly from: string };

/** Whether rows are told apart by a column's field: where somebody serves and as what; the level of a paper. */
function tellsRowsApart({ pick, definition }: Pick<PersonColumn, "pick" | "definition">): boolean {
  if (pick.kind === "main") return definition.type === "reference" && definition.required === true;
  return pick.kind === "best" && definition.ladder === pick.by;
}

/** Whether somebody has to say what a value is: nothing is lost where there was none, and none is no other row. */
export function asksWhichRow(column: PersonColumn, before: FieldValue, after: FieldValue): boolean {
  return tellsRowsApart(column) && before !== null && after !== null && before !== after;
}

export type Another =
  | {
      readonly kind: "row";
      /** All that the new row says. */
      readonly fields: Fields;
      /** What is written of the row on record; null where it stays as it is. */
      readonly ends: Fields | null;
    }
  | { readonly kind: "refused"; readonly reason: IssueReason };

/**
 * The row that stands beside the one on record, or follows it.
 * @param column one that tells rows apart
 * @param known the row on record
 * @param given what the cells of the row are given
 * @param from day from which a post holds, where the cells do not say
 */
export function anotherRow(column: PersonColumn, known: Fields, given: Fields, from: string): Another {
  const { entity, field, pick } = column;
  if (pick.kind === "best") {
    // That somebody has no training at all is no paper to add to those that are known.
    if (given[field] === "none") return { kind: "refused", reason: "noneBesideKnown" };
    return { kind: "row", fields: { ...given, [pick.by]: pick.value }, ends: null };
  }
  const { since = "from", figures } = entityDefinition(entity);
  const said = given[since];
  const begins = typeof said === "string" ? said : from;
  const eve = dayBefore(begins);
  // Ended before it began it would not be ended at all, and both would be held.
  if (eve === null || endsBefore(eve, known[since])) return { kind: "refused", reason: "notLaterThanKnown" };
  const owner = entity === "official" ? null : ownerField(entity).name;
  const counted = (figures?.fields ?? []).filter((one) => ![owner, since, "to"].includes(one));
  const carried = Object.fromEntries(counted.map((one) => [one, known[one] ?? null]));
  const isOver = typeof known["to"] === "string" && !endsBefore(eve, known["to"]);
  // Whoever left before that day, e.g. by retirement, is given no other post by a cell of a list.
  if (isOver && latestDay(parsePartialDate(String(known["to"]))) < earliestDay(parsePartialDate(eve)))
    return { kind: "refused", reason: "leftBefore" };
  return {
    kind: "row",
    fields: { ...carried, ...given, [since]: begins },
    ends: isOver ? null : { to: eve },
  };
}
