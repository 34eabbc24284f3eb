/**
 * Columns of crosses under one of two answers: lists that tick the women leave the men's cells blank. Whether a blank cell
 * is the other answer is asked once a column; until somebody says so it says nothing.
 */
import { columnOfKey, type PersonColumn } from "../columns/column";
import { answerKeys } from "./answer-words";
import { answersIn, claimOf, keysOf, roleText } from "./column-role";
import { columnPlace } from "./date-columns";
import type { LineBuilder } from "./line-builder";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import { type QuestionList, questionKey, saysNeither } from "./questions";
import { readUnderAnswer } from "./read-under-answer";
import type { ReadContext } from "./read-values";

/** A column in which whoever has no cross may be of the other answer. */
interface BlankColumn {
  readonly match: ColumnMatch;
  readonly column: PersonColumn;
  readonly other: string;
  readonly question: string;
}

export class BlankCrosses {
  readonly #columns: readonly BlankColumn[];
  readonly #context: ReadContext;
  readonly #questions: QuestionList;

  constructor(
    sheet: string,
    matches: readonly ColumnMatch[],
    rows: readonly DataRow[],
    context: ReadContext,
    questions: QuestionList,
  ) {
    this.#context = context;
    this.#questions = questions;
    this.#columns = matches.flatMap((match) => {
      const found = otherAnswer(match, matches);
      if (found === null || !isTicked(match, rows)) return [];
      return { match, ...found, question: questionKey("blank", columnPlace(sheet, match.column)) };
    });
  }

  /**
   * Takes what the blank cells of a line were said to mean.
   * @param whose name, for whoever looks them up
   */
  settle(row: DataRow, line: LineBuilder, whose: string): void {
    // A further line of somebody says what is new in it, and nothing by what it leaves out.
    if (row.continues !== null) return;
    for (const { match, column, other, question } of this.#columns) {
      const text = row.cells.get(match.column)?.text;
      if (text !== undefined && readUnderAnswer(meansOf(match), text).kind !== "nothing") continue;
      if (line.said(column, column.field) !== undefined || line.isUnread(column)) continue;
      const heading = match.parts[match.parts.length - 1] ?? "";
      this.#questions.add(
        { key: question, kind: "blank", column: column.key, heading, text: null },
        [other, saysNeither],
        whose,
      );
      if (this.#context.answers.get(question) === other) line.add(column, other);
    }
  }
}

/** The one answer beside the column's own; null where there are more, or another column gives answers of the field. */
function otherAnswer(
  match: ColumnMatch,
  matches: readonly ColumnMatch[],
): Pick<BlankColumn, "column" | "other"> | null {
  if (match.role.kind !== "means") return null;
  const means = meansOf(match);
  const { key } = means;
  const column = columnOfKey(key);
  if (column === null) return null;
  const others = answerKeys(column).filter((answer) => !answersIn(means).includes(answer));
  const [other] = others;
  if (other === undefined || others.length > 1) return null;
  const isGivenElsewhere = matches.some(
    ({ role }) => role !== match.role && claimOf(role) !== null && keysOf(role).includes(key),
  );
  return isGivenElsewhere ? null : { column, other };
}

function meansOf({ role }: ColumnMatch) {
  if (role.kind !== "means") throw new Error(`No column of crosses: ${roleText(role)}`);
  return role.means;
}

function isTicked(match: ColumnMatch, rows: readonly DataRow[]): boolean {
  return rows.some(({ cells }) => {
    const text = cells.get(match.column)?.text;
    return text !== undefined && readUnderAnswer(meansOf(match), text).kind === "value";
  });
}
