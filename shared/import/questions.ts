/**
 * What an import asks, each thing once: of a column what holds for all its cells, of a text what it means wherever it
 * stands, of the whole import what to do. Answers are texts by the question's key, so that a window, a file of answers and
 * `--answer` say the same.
 */
import type { FieldValue } from "../domain/entities";

/**
 * Of a column:
 * - `encoding`: whether doubtful texts are of the old code that is named
 * - `dateOrder`: dmy or mdy; `century`: of years of two digits; `yearAsDate`: a bare year that became a day of 1905
 * - `serial`: bare numbers that may be days; `swapped`: days and months that a program of another country took for each other
 * - `lostZero`: numbers that are short of the zeros in front; `ethnicCodes`: by which of the two systems
 * - `oneOf`: which of the levels that its heading names its crosses are
 * - `blank`: whether who has no cross under one of two answers is the other one
 *
 * Of a text: `word`: what it means, answered by a value or left as text.
 * Of a cell: `number`: the whole number of one that lost its last digits, which no two people share.
 * Of all: `unit`: the unit of people for whom the table names none.
 * Of a line: `whichRow`: whether another post or level is a correction of the one on record or a row of its own, `whichRows`
 * the same of all lines; `duplicate` of a line, `duplicates` of all lines: whether it is somebody on record.
 */
export const questionKinds = [
  "encoding",
  "dateOrder",
  "century",
  "yearAsDate",
  "serial",
  "swapped",
  "lostZero",
  "ethnicCodes",
  "oneOf",
  "blank",
  "word",
  "number",
  "unit",
  "whichRows",
  "whichRow",
  "duplicate",
  "duplicates",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Answers of questions that have the same ones everywhere; keys of `import:answer`. */
const fixedAnswers: Readonly<Partial<Record<QuestionKind, readonly string[]>>> = {
  encoding: ["turn", "keep"],
  dateOrder: ["dmy", "mdy"],
  century: ["1900", "2000"],
  yearAsDate: ["year", "date"],
  serial: ["date", "text"],
  swapped: ["swap", "asIs"],
  lostZero: ["pad", "text"],
  ethnicCodes: ["2008", "1979"],
  duplicates: ["same", "other", "leave"],
};

/** The answer that a text stays a text. */
export const keepAsText = "text";

/** The answer that a cell without a cross says nothing. */
export const saysNeither = "neither";

/** What is asked of a person's row that a table has another post or level for. */
export interface WhichAsked {
  /** Which rows: `assignment`, `qualification.professional`. */
  readonly rows: string;
  /** Keys of the columns that differ, with what they say on record and in the table. */
  readonly says: readonly { readonly key: string; readonly before: FieldValue; readonly after: FieldValue }[];
  /** Whether a new row ends the one on record the day before. */
  readonly isDated: boolean;
  /** Whether the answer has to say that day, since the table does not. */
  readonly needsDay: boolean;
  /** Since when the row on record holds that a new one would end; null where nobody knows, or where it ended already. */
  readonly since: string | null;
}

export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  /** Key of the column of people that it is about; null for one about the whole import. */
  readonly column: string | null;
  /** Heading of the sheet's column; "" where it is about no one column. */
  readonly heading: string;
  /** The text that is asked about; null where a column is. */
  readonly text: string | null;
  /** Of another post or level: what differs; left out for any other question. */
  readonly which?: WhichAsked;
  readonly choices: readonly string[];
  /** Cells or lines that it settles. */
  readonly count: number;
  /** Some of what stands there. */
  readonly samples: readonly string[];
  /** Whose the first of them is; "" where that tells nothing. */
  readonly who: string;
  /** What was answered; null: nothing yet. */
  readonly answer: string | null;
  /** Whether that was answered in an import before, and by nobody in this one. */
  readonly recalled: boolean;
}

/** Whether a question is asked by itself: no short cut for many; likely duplicates are looked at in the preview, side by side. */
export function isAskedAlone({ kind }: Pick<Question, "kind">): boolean {
  return kind !== "duplicate" && kind !== "duplicates" && kind !== "whichRows";
}

/** Whether staying as it is written is an answer. */
export function canStayText({ kind, choices }: Pick<Question, "kind" | "choices">): boolean {
  return kind === "word" || kind === "number" || choices.includes(keepAsText);
}

export type Answers = Pick<ReadonlyMap<string, string>, "get">;

/** @param place the sheet's column, or of a text its column of people; "" for the whole import */
export function questionKey(kind: QuestionKind, place: string, text: string | null = null): string {
  return [kind, ...(place === "" ? [] : [place]), ...(text === null ? [] : [text])].join(":");
}

const mostSamples = 5;

/** The answer for all who have none of their own, of another post or level. */
function forAll({ kind, which }: Pick<Question, "kind" | "which">, given: Answers): string | undefined {
  return kind !== "whichRow" || which === undefined
    ? undefined
    : given.get(questionKey("whichRows", which.rows));
}

interface Gathered {
  readonly question: Omit<Question, "count" | "samples" | "who" | "answer" | "choices" | "recalled">;
  readonly who: string;
  readonly choices: Set<string>;
  /** The answer of an import before. */
  recalled: string | null;
  /** Whether some cell could not be read, whatever was answered. */
  isOpen: boolean;
  count: number;
  readonly samples: Set<string>;
}

/** How a question came up in a cell. */
interface AskedOf {
  readonly who: string;
  /** The answer of an import before by which the cell was read; null: nothing read it. */
  readonly recalled: string | null;
}

/** Gathers questions while rows are read: equal ones are one. */
export class QuestionList {
  readonly #all = new Map<string, Gathered>();

  /** @param of the cell; left out for what stands in no one cell, and is asked also where it was answered */
  add(
    question: Gathered["question"],
    choices: readonly string[],
    sample: string,
    of: AskedOf | null = null,
  ): void {
    const known = this.#all.get(question.key);
    const { who = "", recalled = null } = of ?? {};
    const one: Gathered = known ?? {
      question,
      choices: new Set(),
      who,
      recalled,
      isOpen: false,
      count: 0,
      samples: new Set(),
    };
    if (of !== null && recalled === null) one.isOpen = true;
    if (known === undefined) this.#all.set(question.key, one);
    // What holds of some cells alone leaves the others to ask.
    else if (recalled !== one.recalled) one.recalled = null;
    one.count++;
    for (const choice of choices) one.choices.add(choice);
    if (one.samples.size < mostSamples) one.samples.add(sample);
  }

  /** One that was added turned out to ask nothing: what is left of nobody's is not asked. */
  withdraw(key: string): void {
    const known = this.#all.get(key);
    if (known === undefined) return;
    known.count--;
    if (known.count === 0) this.#all.delete(key);
  }

  /**
   * In the order in which they came up, of columns before those of texts.
   * @param given what is answered in this import
   * @param answers with those of imports before
   */
  list(given: Answers, answers: Answers = given): Question[] {
    const all = [...this.#all.values()].map(
      ({ question, choices, who, recalled, isOpen, count, samples }) => {
        // An answer that nobody can read is none.
        const answer = isOpen ? undefined : (given.get(question.key) ?? forAll(question, given));
        const before = recalled ?? (isOpen ? undefined : answers.get(question.key)) ?? null;
        return {
          ...question,
          choices: [
            ...(fixedAnswers[question.kind] ?? []),
            ...choices,
            ...(question.kind === "oneOf" ? [keepAsText] : []),
          ],
          count,
          samples: [...samples],
          who,
          answer: answer ?? before,
          recalled: answer === undefined && before !== null,
        };
      },
    );
    return all.sort((a, b) => questionKinds.indexOf(a.kind) - questionKinds.indexOf(b.kind));
  }
}
