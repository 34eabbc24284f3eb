/**
 * How the values of a column stand to each other: names as Vietnamese lists them, levels by their ladder, answers in the
 * order of their question, dates and numbers by size, units and posts as lists of the office do. Sorting, ranges and the
 * list of values to choose from ask here, so that they cannot disagree.
 *
 * Values are texts as a filter carries them (`keyOfValue`); no value is none of them.
 */
import { type EntityName, type FieldValue } from "../domain/entities";
import { ladderNamed, levelRank } from "../domain/levels";
import { earliestDay, latestDay, parsePartialDate } from "../domain/partial-date";
import { nameSortKey, textSortKey } from "../text/sort-key";
import type { PersonColumn } from "./column";

export type SortKey = string | number;

/** Where a row of another entity stands among its kind; null where nothing of it has come. */
export type RowOrder = (entity: EntityName, id: string) => SortKey | null;

/** A stored value as filters name it. */
export function keyOfValue(value: Exclude<FieldValue, null>): string {
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

/** The value that a filter's text names, as it is stored. */
export function valueOfKey({ definition }: PersonColumn, key: string): FieldValue {
  switch (definition.type) {
    case "boolean":
      return key === "1";
    case "integer":
    case "decimal":
    case "money":
    case "year":
      return Number(key);
    default:
      return key;
  }
}

/** On whose ladder a column's levels stand; null where its rows say so each by itself. */
export function ladderOf({ definition, pick }: PersonColumn): string | null {
  return definition.ladder !== undefined && pick.kind === "best" && definition.ladder === pick.by
    ? pick.value
    : null;
}

/** What a value is sorted by. @param orderOf units, posts and other rows */
export function sortKeyOf(column: PersonColumn, key: string, orderOf: RowOrder): SortKey {
  const { definition } = column;
  switch (definition.type) {
    case "boolean":
    case "integer":
    case "decimal":
    case "money":
    case "year":
      return Number(key);
    case "choice": {
      const ladder = ladderNamed(ladderOf(column));
      const place = ladder === null ? (definition.choices?.indexOf(key) ?? -1) + 1 : levelRank(ladder, key);
      // An answer of a newer program comes after all that are known.
      return place === 0 ? Number.MAX_SAFE_INTEGER : place;
    }
    case "reference":
      return definition.entity === undefined ? key : (orderOf(definition.entity, key) ?? "~");
    case "text":
      if (definition.format === "digits" || definition.format === "code") return key;
      return definition.format === "personName" ? nameSortKey(key) : textSortKey(key);
    case "partialDate":
    case "day":
    case "month":
    case "choiceSet":
    case "referenceSet":
    case "document":
    case "timeSpan":
    case "code":
      return key;
  }
}

/** The numbers between which a value lies, for ranges: of a date the days that it can mean. Null for anything else. */
export function spanOf(
  measure: "date" | "number" | "text",
  key: string,
  scale = 0,
): readonly [number, number] | null {
  if (measure === "date") {
    const date = parsePartialDate(key);
    return date === null ? null : [earliestDay(date), latestDay(date)];
  }
  if (measure !== "number" || key === "") return null;
  // An age of which only the year of birth is known is two.
  const ends = key.split("–").map((end) => Number(end) / 10 ** scale);
  const [from = Number.NaN, to = from] = ends;
  return Number.isFinite(from) && Number.isFinite(to) ? [from, to] : null;
}
