/**
 * What is entered in the sheet and not saved: of each person the values as they would stand, beside the line that was read.
 * A line that says again what is on record is no longer among them, so that only what differs is written.
 */
import {
  evaluationFields,
  type EvaluationValues,
  type EvaluationField,
  readGrade,
  withEntered,
} from "../../../shared/career/evaluation-sheet";
import type { EvaluationLine } from "../../../shared/contract/schemas/evaluations";
import { readScalar } from "../../../shared/text/scalar-text";

export interface Entered {
  readonly line: EvaluationLine;
  readonly values: EvaluationValues;
}

/** By the ids of people. */
export type EnteredLines = ReadonlyMap<string, Entered>;

export const nothingEntered: EnteredLines = new Map();

/** The most points of a kind, in tenths; see the entity's check. */
const mostPoints = { generalPoints: 300, resultPoints: 700 } as const;

/** A line as it stands on the screen. */
export function valuesOf(line: EvaluationLine, entered: EnteredLines): EvaluationValues {
  const { generalPoints, resultPoints, grade } = entered.get(line.id)?.values ?? line;
  return { generalPoints, resultPoints, grade };
}

/** The lines with some values of one entered. @param lastDay of the period, by whose rules points give a grade */
export function enter(
  entered: EnteredLines,
  line: EvaluationLine,
  values: Partial<EvaluationValues>,
  lastDay: string,
): EnteredLines {
  const after = withEntered(valuesOf(line, entered), values, line.category, lastDay);
  const next = new Map(entered);
  if (evaluationFields.every((field) => after[field] === line[field])) next.delete(line.id);
  else next.set(line.id, { line, values: after });
  return next;
}

/** How many lines would be added and changed. */
export function countsOf(entered: EnteredLines): { readonly added: number; readonly changed: number } {
  const changed = [...entered.values()].filter(({ line }) => line.recorded).length;
  return { added: entered.size - changed, changed };
}

export type ReadCell =
  | { readonly ok: true; readonly value: Partial<EvaluationValues> }
  | { readonly ok: false };

/** What somebody wrote in a cell; nothing empties it. */
export function readCell(field: EvaluationField, text: string): ReadCell {
  const clean = text.trim();
  if (clean === "") return { ok: true, value: { [field]: null } };
  if (field === "grade") {
    const grade = readGrade(clean);
    return grade === null ? { ok: false } : { ok: true, value: { grade } };
  }
  const points = readScalar({ type: "decimal", scale: 1 }, clean);
  const isPoints = typeof points === "number" && points >= 0 && points <= mostPoints[field];
  return isPoints ? { ok: true, value: { [field]: points } } : { ok: false };
}

/** A pasted block as rows of cells; the end of the last line begins no row. */
export function cellsOfText(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((row) => row.split("\t"));
}

export interface Pasted {
  readonly entered: EnteredLines;
  readonly taken: number;
  /** Cells that could not be read, as "name: text". */
  readonly unread: readonly string[];
}

/** @param first field of the first column that is pasted @param lines from the line that the keys stand in */
export function paste(
  entered: EnteredLines,
  rows: readonly (readonly string[])[],
  first: EvaluationField,
  lines: readonly EvaluationLine[],
  lastDay: string,
): Pasted {
  const fields = evaluationFields.slice(evaluationFields.indexOf(first));
  const unread: string[] = [];
  let taken = 0;
  let next = entered;
  rows.forEach((cells, place) => {
    const line = lines[place];
    if (line === undefined) return;
    let values: Partial<EvaluationValues> = {};
    fields.forEach((field, column) => {
      const text = cells[column];
      if (text === undefined) return;
      const read = readCell(field, text);
      if (read.ok) values = { ...values, ...read.value };
      else unread.push(`${line.fullName}: ${text.trim()}`);
    });
    if (Object.keys(values).length === 0) return;
    taken++;
    // A blank beside points that give a grade leaves the grade to them.
    const { grade, ...points } = values;
    const isOfPoints = grade === null && Object.keys(points).length > 0;
    next = enter(next, line, isOfPoints ? points : values, lastDay);
  });
  return { entered: next, taken, unread };
}
