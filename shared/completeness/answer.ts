/**
 * What answers an item of a curriculum vitae form, as data: a person's own field, a row that says enough, or several of
 * these together. Forms are written in it, so that a rule about a form can be read, listed and tested without code.
 *
 * Whether an answer is "không" makes no difference: "Không" under religion or "chưa qua đào tạo" is an answer, only what
 * nobody wrote down is none.
 */
import type { FieldName, FieldValue, OwnedEntity } from "../domain/entities";
import { addMonths } from "../domain/months";
import { latestDay, type PackedDay, parsePartialDate } from "../domain/partial-date";

export type Answer =
  /** The field is filled; with `among`, by one of these. */
  | { readonly own: FieldName<"official">; readonly among?: readonly string[] }
  /** The date may lie within so many months before the day. */
  | { readonly own: FieldName<"official">; readonly within: number }
  /** One row bears each of these values and has all these fields filled. */
  | {
      readonly rows: OwnedEntity;
      readonly where: Readonly<Record<string, readonly string[]>>;
      readonly filled: readonly string[];
    }
  | { readonly any: readonly Answer[] }
  | { readonly not: Answer };

type RowsAnswer = Extract<Answer, { readonly rows: OwnedEntity }>;

/** As much of a person as forms ask for. */
export interface PersonFile {
  /** Full packed day that is looked at. */
  readonly day: PackedDay;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly rowsOf: (entity: OwnedEntity) => readonly RowFile[];
}

interface RowFile {
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export function own(field: FieldName<"official">): Answer {
  return { own: field };
}

/** @param filled fields that one and the same row has @param where values that this row bears */
export function rows<E extends OwnedEntity>(
  entity: E,
  filled: readonly FieldName<E>[] = [],
  where: { readonly [F in FieldName<E>]?: readonly string[] } = {},
): RowsAnswer {
  return { rows: entity, where: where as RowsAnswer["where"], filled };
}

/** Whether a person's file gives an answer. */
export function holds(answer: Answer, file: PersonFile): boolean {
  if ("any" in answer) return answer.any.some((one) => holds(one, file));
  if ("not" in answer) return !holds(answer.not, file);
  if ("rows" in answer) return file.rowsOf(answer.rows).some((row) => suits(answer, row));
  const value = file.fields[answer.own] ?? null;
  if ("within" in answer) return isWithin(value, answer.within, file.day);
  if (answer.among !== undefined) return typeof value === "string" && answer.among.includes(value);
  return isFilled(value);
}

function suits({ where, filled }: RowsAnswer, { fields }: RowFile): boolean {
  const bears = Object.entries(where).every(([field, among]) => among.includes(String(fields[field] ?? "")));
  return bears && filled.every((field) => isFilled(fields[field] ?? null));
}

function isFilled(value: FieldValue): boolean {
  return value !== null && value !== "";
}

function isWithin(value: FieldValue, months: number, day: PackedDay): boolean {
  const date = typeof value === "string" ? parsePartialDate(value) : null;
  return date !== null && latestDay(date) > addMonths(day, -months);
}

/** A place in a person's file: a field of their own, or of rows; null where the rows themselves are meant. */
export interface FilePlace {
  readonly entity: OwnedEntity | "official";
  readonly field: string | null;
}

/** Every place that an answer looks at, the first one first: there somebody begins to fill in. */
export function placesOf(answer: Answer): readonly FilePlace[] {
  if ("any" in answer) return answer.any.flatMap(placesOf);
  if ("not" in answer) return placesOf(answer.not);
  if ("own" in answer) return [{ entity: "official", field: answer.own }];
  const named = [...Object.keys(answer.where), ...answer.filled];
  return named.length === 0
    ? [{ entity: answer.rows, field: null }]
    : named.map((field) => ({ entity: answer.rows, field }));
}
