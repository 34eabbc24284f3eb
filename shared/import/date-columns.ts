/**
 * How the dates of a sheet are written, column by column: what was answered, else what all lines of the column tell
 * together, else what the other dates of the sheet tell.
 */
import { columnOfKey } from "../columns/column";
import { columnLetters, keysOf } from "./column-role";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import { type Answers, questionKey } from "./questions";
import {
  type DateEvidence,
  type DateSettings,
  looksSwapped,
  noEvidence,
  orderOf,
  takeEvidence,
} from "./read-dates";

/** The name of a sheet's column, in questions and answers. */
export function columnPlace(sheet: string, column: number): string {
  return `${sheet}!${columnLetters(column)}`;
}

export class DateColumns {
  readonly #sheet: string;
  readonly #answers: Answers;
  readonly #evidence = new Map<number, DateEvidence>();
  readonly #ofSheet = noEvidence();
  /** A table with the ids of people's records was written by this program, which puts the day first. */
  readonly #isOurs: boolean;
  readonly #doubted: ReadonlySet<string>;

  /**
   * @param rows all lines, which together tell how dates are written
   * @param doubted questions that are asked whatever the lines tell, since another answer was given of such a column before
   */
  constructor(
    sheet: string,
    matches: readonly ColumnMatch[],
    rows: readonly DataRow[],
    date1904: boolean,
    answers: Answers,
    doubted: ReadonlySet<string> = new Set(),
  ) {
    this.#sheet = sheet;
    this.#doubted = doubted;
    this.#answers = answers;
    this.#isOurs = matches.some(({ role }) => role.kind === "person");
    for (const { column } of matches.filter(isDated)) {
      const evidence = noEvidence();
      for (const { cells } of rows) {
        const seen = cells.get(column);
        if (seen !== undefined) takeEvidence(evidence, seen, date1904);
      }
      this.#evidence.set(column, evidence);
      for (const part of Object.keys(evidence) as (keyof DateEvidence)[])
        this.#ofSheet[part] += evidence[part];
    }
  }

  /** @param answers others than those that it was made with */
  settings(column: number, answers: Answers = this.#answers): DateSettings {
    const evidence = this.#evidence.get(column) ?? noEvidence();
    const place = columnPlace(this.#sheet, column);
    const told =
      orderOf(evidence) ?? (evidence.dayFirst + evidence.monthFirst === 0 ? orderOf(this.#ofSheet) : null);
    const byItself = told ?? (this.#isOurs ? "dmy" : null);
    const isDoubted = this.#doubted.has(questionKey("dateOrder", place));
    return {
      order: answered(answers, place, "dateOrder", ["dmy", "mdy"]) ?? (isDoubted ? null : byItself),
      century: answered(answers, place, "century", ["1900", "2000"]),
      yearAsDate: answered(answers, place, "yearAsDate", ["year", "date"]),
      serial: answered(answers, place, "serial", ["date", "text"]),
      swapped: answered(answers, place, "swapped", ["swap", "asIs"]),
      maySwap: looksSwapped(evidence),
    };
  }
}

function answered<A extends string>(
  answers: Answers,
  place: string,
  kind: "dateOrder" | "century" | "yearAsDate" | "serial" | "swapped",
  known: readonly A[],
): A | null {
  const text = answers.get(questionKey(kind, place));
  return known.find((one) => one === text) ?? null;
}

function isDated({ role }: ColumnMatch): boolean {
  const [key] = role.kind === "column" || role.kind === "carries" ? keysOf(role) : [];
  const type = key === undefined ? undefined : columnOfKey(key)?.definition.type;
  return type === "partialDate" || type === "day" || type === "month";
}
