/**
 * The fields of study of which a rule asks that a paper be: chuyên môn of "địa chính" is met by a diploma in land
 * administration, not by one of the same level in accounting. Whom the rule asks is untouched by it.
 *
 * People write fields of study freely, so one of the rule's is looked for in what stands on the paper, word by word and
 * without marks; "Quản lý đất đai" is of "Đất đai". A paper of which the field is not on record may be of any.
 */
import { type RowFields, textOf } from "../domain/validate/fields";
import { foldSearch } from "../text/fold";
import { type Answer, answers } from "./decide";

/** What a rule asks of the field of a paper. */
export interface MajorsAsked {
  /** As the rule writes them. */
  readonly names: readonly string[];
  /** Whether a paper is of one of them. @param major as written; null or blank: not on record */
  readonly answer: (major: string | null) => Answer;
}

/** @param row of a rule @returns null where it takes papers of every field */
export function majorsAsked(row: RowFields): MajorsAsked | null {
  const names = majorNames(row);
  if (names.length === 0) return null;
  const wanted = names.map(folded);
  // A nation's papers are of a few thousand fields, and each rule is asked of each of them for everybody.
  const known = new Map<string, Answer>();
  return {
    names,
    answer: (major) => {
      const text = major ?? "";
      let answer = known.get(text);
      if (answer === undefined) {
        answer = answerTo(wanted, folded(text));
        known.set(text, answer);
      }
      return answer;
    },
  };
}

/** A text that is equal for rules that ask for the same fields. */
export function majorsKey(row: RowFields): string {
  return [...new Set(majorNames(row).map(folded))].sort().join(";");
}

/**
 * The fields of study that a rule names, as written: parted by semicolons or lines; by commas only
 * where there are none of these, since names can hold commas.
 * @param row of a rule
 */
export function majorNames(row: RowFields): string[] {
  const text = textOf(row, "majors") ?? "";
  const parting = /[;\n]/u.test(text) ? /[;\n]/u : /,/u;
  return text
    .split(parting)
    .map((name) => name.trim())
    .filter((name) => folded(name) !== blank);
}

/** Words between single blanks, one before and one after, so that no word is found within another. */
function folded(text: string): string {
  const words = foldSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}
const blank = folded("");

function answerTo(wanted: readonly string[], major: string): Answer {
  if (major === blank) return answers.unknown;
  return wanted.some((name) => major.includes(name)) ? answers.yes : answers.no;
}
