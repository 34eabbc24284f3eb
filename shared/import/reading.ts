/**
 * What reading a cell comes to: a value, nothing at all, or a text that stays a text with the reason and the question that
 * would settle it. Kept apart from the readers of each type so that they share one answer.
 */
import type { FieldValue } from "../domain/entities";
import type { QuestionKind } from "./questions";

/** Why a text was not read; keys of `import:unread`. */
export const unreadReasons = [
  "encoding",
  "word",
  "sign",
  "severalValues",
  "severalLevels",
  "several",
  "severalPosts",
  "dateOrder",
  "century",
  "yearAsDate",
  "serial",
  "swapped",
  "noYear",
  "noDate",
  "impossibleDate",
  "scientific",
  "lostZero",
  "noNumber",
  "errorCell",
  "tooLong",
  "ethnicCode",
  "ethnicName",
  "contradicts",
  "incomplete",
  "nameMissing",
  "postChange",
  "levelChange",
  "invalid",
  "recordSaysMore",
  "recordDiffers",
  "unmapped",
  "fromMissing",
  "fromNotLater",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** A question that would settle a cell; `questions.ts` gathers equal ones. */
export interface Asked {
  readonly kind: QuestionKind;
  /** What the answers are, where they are the cell's own; otherwise they follow from the kind. */
  readonly choices?: readonly string[];
  /** The text that is asked about, where that is more than the cell's: the word with the office that stands beside it. */
  readonly text?: string;
  /** What an example shows, where the cell's own text does not tell what is asked. */
  readonly example?: string;
}

/** What a text says of one row: the value of its field, and of other fields of the same row. */
export interface SaidOfRow {
  readonly value: Exclude<FieldValue, null>;
  readonly beside?: Readonly<Record<string, Exclude<FieldValue, null>>>;
}

export type Reading =
  | (SaidOfRow & {
      readonly kind: "value";
      /** Key of the column that the text is a value of, where that is another one than it stands in. */
      readonly of?: string;
      /** Values of rows of their own that the text says beside it. */
      readonly further?: readonly SaidOfRow[];
      /** The text that was asked about and answered, where that is more than the cell's. */
      readonly asked?: string;
    })
  /** A dash, "đến nay": somebody wrote that there is nothing. */
  | { readonly kind: "nothing" }
  | {
      readonly kind: "unread";
      readonly reason: UnreadReason;
      readonly asked: Asked | null;
      /** The value that it would be, where only what goes with it is missing. */
      readonly meant?: Exclude<FieldValue, null>;
    };

export function value(
  read: Exclude<FieldValue, null>,
  beside?: Readonly<Record<string, Exclude<FieldValue, null>>>,
): Reading {
  return beside === undefined || Object.keys(beside).length === 0
    ? { kind: "value", value: read }
    : { kind: "value", value: read, beside };
}

export function unread(
  reason: UnreadReason,
  asked: Asked | null = null,
): Extract<Reading, { kind: "unread" }> {
  return { kind: "unread", reason, asked };
}

export const nothing: Reading = { kind: "nothing" };

/** A question about the very text: what does it mean? */
export const askWord: Asked = { kind: "word" };

/** Whether a text only says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:[-–—_.…/\\]+|n\/a|null)$/iu.test(text);
}

/** A cross or a tick: it answers the heading, and is no text of its own. */
export function isSign(text: string): boolean {
  return /^(?:[x×✓✔√ü+]|\(x\)|v)$/iu.test(text);
}
