/** Cross tables of an open roster, and the people behind their cells. */
import { appError } from "../../shared/contract/errors";
import { isoToPacked } from "../../shared/domain/partial-date";
import { type PostCategory, standards } from "../../shared/domain/values";
import {
  cellText,
  type CrossMember,
  crossTable,
  type CrossQuery,
  crossSides,
  type CrossTable,
  peopleOfCell,
  UnknownMember,
} from "../../shared/statistics/cross";
import {
  type Answers,
  axisOf,
  type ColumnDimension,
  type CrossSource,
  type Word,
} from "../../shared/statistics/dimensions";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { matching, onlyOne } from "./named-options";

export interface CrossQuestion extends CrossQuery {
  /** ISO day. */
  readonly asOf: string;
  /** Last ages of the bands, ascending. */
  readonly ageBands: readonly number[];
  /** The kinds of post that are counted: cán bộ and công chức where it is left out. */
  readonly kinds?: readonly PostCategory[];
  /** The columns that it names, as `withAnswers` reads them. */
  readonly answers?: ReadonlyMap<ColumnDimension, Answers>;
}

/** What a reader sees of a word. */
export type Say = (word: Word) => string;

/** The question with filters by key: a value may be written in the words that the table prints, where they name one. */
export function filteredByKeys(index: RosterIndex, question: CrossQuestion, say: Say): CrossQuestion {
  refuseUncounted(index, question);
  if (question.filter.length === 0) return question;
  const source = crossSource(index, question);
  const filter = question.filter.map(({ dimension, key }) => {
    const { size, keyOf, wordOf } = axisOf(source, dimension);
    const options = Array.from({ length: size }, (_, code) => ({
      key: keyOf(code),
      name: say(wordOf(code)),
    }));
    return { dimension, key: onlyOne(matching(key, options))?.key ?? key };
  });
  return { ...question, filter };
}

/** @throws AppError standard-not-counted for a question about a standard that the roster does not count */
function refuseUncounted({ catalog }: RosterIndex, question: CrossQuestion): void {
  const { counted } = catalog.ruleBook(isoToPacked(question.asOf));
  const asked: readonly string[] = [
    ...question.rows,
    ...question.columns,
    ...question.filter.map(({ dimension }) => dimension),
    question.measure,
  ];
  for (const standard of standards) {
    if (counted.includes(standard)) continue;
    if (asked.includes(`standard:${standard}`) || asked.includes(`met:${standard}`))
      throw appError("standard-not-counted", { standard });
  }
}

/** @throws AppError value-invalid for a filter that names nothing; CrossTooLarge */
export function crossOf(index: RosterIndex, question: CrossQuestion): CrossTable {
  refuseUncounted(index, question);
  return refusing(() => crossTable(crossSource(index, question), question));
}

/**
 * Indices of the people in a cell, as `peopleOfCell`.
 * @param written see `cellText`; or in the words that the table prints, where they name one cell
 * @throws AppError value-invalid when there is no such cell, or for a filter that names nothing
 */
export function peopleOfCross(
  index: RosterIndex,
  question: CrossQuestion,
  written: string,
  say: Say,
): Int32Array {
  refuseUncounted(index, question);
  return refusing(() => {
    const source = crossSource(index, question);
    const people =
      peopleOfCell(source, question, written) ??
      peopleOfCell(source, question, cellOfWords(crossSides(source, question), written, say));
    if (people === null) throw appError("value-invalid", { field: "cell", value: written });
    return people;
  });
}

/** A cell by its keys, given in words; as it was written where these name none or several. */
function cellOfWords(
  { rows, columns }: Pick<CrossTable, "rows" | "columns">,
  written: string,
  say: Say,
): string {
  const found: string[] = [];
  // A word may itself hold the sign that parts the sides.
  for (let at = written.indexOf("/"); at >= 0; at = written.indexOf("/", at + 1)) {
    const row = sideOfWords(rows, written.slice(0, at).trim(), say);
    const column = sideOfWords(columns, written.slice(at + 1).trim(), say);
    if (row !== undefined && column !== undefined) found.push(cellText({ row, column }));
  }
  return onlyOne(found) ?? written;
}

/** Keys of a member; null for the total; undefined when the words name none or several. */
function sideOfWords(
  members: readonly CrossMember[],
  written: string,
  say: Say,
): readonly string[] | null | undefined {
  if (written === "*") return null;
  const options = members.map(({ keys, words }) => ({
    keys,
    key: keys.join(","),
    name: words.map(say).join(","),
  }));
  return onlyOne(matching(written, options))?.keys;
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnknownMember)) throw error;
    throw appError("value-invalid", { field: error.filter.dimension, value: error.filter.key });
  }
}

/** What the dimensions of a day are read from; units and posts in the order of the catalog. */
export function crossSource(
  index: RosterIndex,
  { asOf, ageBands, kinds, answers }: Pick<CrossQuestion, "asOf" | "ageBands" | "kinds" | "answers">,
): CrossSource {
  const day = isoToPacked(asOf);
  return {
    facts: index.facts,
    snapshot: index.snapshot(day, kinds),
    ageBands,
    ...(answers === undefined ? {} : { answers }),
    ...index.catalog.crossed(day),
  };
}
