/**
 * Whether a rule asks somebody at all: conditions that hang on the person and not on where they serve. A rule without
 * any asks everybody in its post groups and areas; one with some is passed over for whom they do not hold, and leaves it
 * open which rule applies where the record does not tell. The detailed judge and the columns of the statistics ask here.
 */
import type { PackedDay, PackedPartialDate } from "../domain/partial-date";
import type { RowFields } from "../domain/validate/fields";
import type { Sex } from "../domain/values";
import { type Answer, answers, both } from "./decide";
import type { Service } from "./grace";
import type { Doubt } from "./types";

/** What conditions read of a person beside their service. */
export interface Person extends Service {
  readonly birth: PackedPartialDate;
  /** Whole years on the day, worked out once for all rules that may ask; null where no birth is on record. */
  readonly age: { readonly min: number; readonly max: number } | null;
  readonly sex: Sex | null;
  /** The post of the main assignment. */
  readonly postId: string;
  /** Place of its category in `postCategories`, −1 where that is not known. */
  readonly category: number;
}

/** What conditions read of the rule that they stand in: since when its set is in force, in which groups service counts. */
export interface Asking {
  readonly set: { readonly validFrom: PackedDay };
  readonly graceGroupMask: number;
}

/** A condition as one rule sets it. */
export interface Test {
  readonly answer: (person: Person, asking: Asking) => Answer;
  /** Why the answer is "unknown" where it is. */
  readonly doubt: (person: Person) => Doubt;
}

/** A kind of condition: the one entry in `conditionList` from which reading, asking, doubts and comparing follow. */
export interface Condition {
  /** Fields of a rule that say it; in the entity they stand under "who". */
  readonly fields: readonly string[];
  /** Asked before rules with other conditions: what is said of newcomers goes before what is said of everybody. */
  readonly goesFirst?: true;
  /**
   * @returns null where the rule does not set it; "unreadable" where it asks for what is not known here, so that the rule
   *   applies to nobody
   */
  readonly read: (row: RowFields) => Test | "unreadable" | null;
  /** Whether nobody is asked by both of two rules that set it; left out: not so. */
  readonly excludes?: (one: RowFields, other: RowFields) => boolean;
}

/** Whether a rule asks this person. */
export function applies(tests: readonly Test[], asking: Asking, person: Person): Answer {
  let answer: Answer = answers.yes;
  for (const test of tests) {
    answer = both(answer, test.answer(person, asking));
    if (answer === answers.no) return answer;
  }
  return answer;
}

/** Why it is open whether a rule asks this person; none where it is not. */
export function doubtsOf(tests: readonly Test[], asking: Asking, person: Person): Doubt[] {
  return tests.flatMap((test) =>
    test.answer(person, asking) === answers.unknown ? [test.doubt(person)] : [],
  );
}
