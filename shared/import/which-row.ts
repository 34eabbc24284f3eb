/**
 * Another post, unit or level in a table than the one on record: a correction, or a row of its own (a promotion, a second
 * degree). To write over the old one is to lose it, so it is asked of each person by itself, as a cell of the list asks
 * (`columns/another-row.ts`), and one answer may stand for all who have none of their own.
 */
import { asksWhichRow } from "../columns/another-row";
import { type PersonColumn, personColumns } from "../columns/column";
import type { FieldValue, OwnedEntity } from "../domain/entities";
import { dayBefore, endsBefore } from "../domain/eve";
import { parsePartialDate } from "../domain/partial-date";
import type { RowDraft, SaidValue, Value } from "./line";
import { type Answers, type QuestionList, questionKey, type WhichAsked } from "./questions";
import type { UnreadReason } from "./reading";

/** What somebody said it is. `from`: since when a new post is held, as far as it is known; null: the table tells. */
export type WhichSaid = { readonly as: "correct" } | { readonly as: "new"; readonly from: string | null };

/** As it was asked and answered. */
export interface WhichAnswered {
  readonly asked: WhichAsked;
  readonly said: WhichSaid | null;
  /** Whether the answer can be followed; where there is none, it waits for one. */
  readonly isFit: boolean;
}

/** The answers, the one by which nothing is lost first. */
export const whichAnswers = ["new", "correct"] as const;

const newSince = "new:";

/** The answer in words of the file of answers. */
export function whichAnswer(as: WhichSaid["as"], from: string | null): string {
  return as === "new" && from !== null ? newSince + from : as;
}

/** What an answer says; null for none, and for one that nobody can read. */
export function readWhich(answer: string | undefined): WhichSaid | null {
  if (answer === "correct") return { as: "correct" };
  if (answer === "new") return { as: "new", from: null };
  if (answer?.startsWith(newSince) !== true) return null;
  const from = answer.slice(newSince.length);
  return parsePartialDate(from) === null ? null : { as: "new", from };
}

/**
 * Whether a new row can begin then: the one on record ends the day before, and none ends before it began.
 * @param since when that one began; null where nobody knows, or where it ended already
 */
export function canBeginOn(from: string, since: string | null): boolean {
  const eve = dayBefore(from);
  return eve !== null && !endsBefore(eve, since);
}

/** What is asked of the rows that a column shows one of. */
export function rowsOfColumn({ key, field }: Pick<PersonColumn, "key" | "field">): string {
  return key.slice(0, -field.length - 1);
}

/** The answer of a person's own question, or the one for all. @param place of the line that begins the person */
export function whichSaid(answers: Answers, place: string, rows: string): WhichSaid | null {
  const all = answers.get(questionKey("whichRows", rows));
  return readWhich(answers.get(questionKey("whichRow", place, rows)) ?? all);
}

/**
 * Which columns of a row tell that it is another one than the row on record, as the list asks of its cells.
 * @param isSame whether two values of a field mean one thing
 */
export function whichDiffers(
  entity: OwnedEntity,
  { pick, values }: Pick<RowDraft, "pick" | "values">,
  known: Readonly<Record<string, FieldValue>>,
  isSame: (field: string, before: FieldValue, after: Value) => boolean,
): WhichAsked["says"] {
  return columnsOfPick(entity, pick).flatMap((column) => {
    const { key, field } = column;
    const after = values.get(field)?.value;
    const before = known[field] ?? null;
    if (after === undefined || isSame(field, before, after) || !asksWhichRow(column, before, after))
      return [];
    return { key, before, after };
  });
}

/** Whether a table tells since when a new row holds: the day of the one on record is not that of one that follows it. */
export function tellsDay(from: SaidValue | undefined, since: FieldValue | undefined): boolean {
  return from !== undefined && from.value !== (since ?? null);
}

/** Why a row is kept as text whose question has no answer that can be followed. */
export function whyUnsaid({ asked: { isDated, needsDay, since }, said }: WhichAnswered): UnreadReason {
  if (said?.as === "new")
    return needsDay && said.from !== null && since !== null ? "fromNotLater" : "fromMissing";
  return isDated ? "postChange" : "levelChange";
}

/** Asks of a person, and of all for whom the same is asked. */
export function askWhich(
  questions: QuestionList,
  { asked, isFit }: WhichAnswered,
  name: string,
  place: string,
): void {
  const column = asked.says[0]?.key ?? null;
  const open = !isFit ? { who: "", recalled: null } : null;
  const one = {
    key: questionKey("whichRow", place, asked.rows),
    kind: "whichRow",
    column,
    heading: "",
  } as const;
  questions.add({ ...one, text: name, which: asked }, whichAnswers, place, open);
  const all = { key: questionKey("whichRows", asked.rows), kind: "whichRows", column, heading: "" } as const;
  questions.add({ ...all, text: null, which: { ...asked, says: [], since: null } }, whichAnswers, name);
}

function columnsOfPick(entity: OwnedEntity, pick: PersonColumn["pick"]): readonly PersonColumn[] {
  return personColumns.filter(
    (column) =>
      column.entity === entity &&
      column.pick.kind === pick.kind &&
      (pick.kind !== "best" || (column.pick.kind === "best" && column.pick.value === pick.value)),
  );
}
