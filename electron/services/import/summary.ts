/** What an import comes to, in numbers and in words: the same for the window, the command line and the log. */
import { cleanText } from "../../../shared/text/clean";
import { cutText } from "../../../shared/text/cut";
import { issueSentence, type Translate } from "../../../shared/i18n";
import type { CellOutcome, Line, LineCell } from "../../../shared/import/line";
import type { PersonPlan } from "../../../shared/import/plan";
import { columnLetters } from "../../../shared/import/column-role";
import { columnOfKey } from "../../../shared/columns/column";
import { textLimits } from "../../../shared/contract/limits";
import { formatNumber } from "../../../shared/text/format";
import type { ImportPlan } from "./import-plan";

export interface ImportCounts {
  /** Lines of people. */
  readonly rows: number;
  readonly people: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly duplicates: number;
  /** People who are left out. */
  readonly left: number;
  /** Texts that are kept with people. */
  readonly kept: number;
  /** People for whom cells are blank of what is on record. */
  readonly blank: number;
  /** Cells by what becomes of them; they sum to all that hold something. */
  readonly cells: Readonly<Record<CellOutcome, number>>;
}

/** What of a plan is counted. */
export interface CountedPlan {
  readonly people: readonly (Pick<PersonPlan, "outcome"> &
    Readonly<Record<"kept" | "blanks", readonly unknown[]>>)[];
  readonly lines: readonly { readonly cells: readonly Pick<LineCell, "outcome">[] }[];
}

export function countsOf({ people, lines }: CountedPlan): ImportCounts {
  const of = (outcome: PersonPlan["outcome"]) => people.filter((one) => one.outcome === outcome).length;
  const cells = { stored: 0, unchanged: 0, kept: 0, listed: 0 };
  for (const line of lines) for (const { outcome } of line.cells) cells[outcome]++;
  return {
    rows: lines.length,
    people: people.length,
    added: of("added"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    duplicates: of("duplicate"),
    left: of("left"),
    kept: people.reduce((sum, { kept }) => sum + kept.length, 0),
    blank: people.filter(({ blanks }) => blanks.length > 0).length,
    cells,
  };
}

/** As the log keeps it: the file and what it did; of what it did not, not a word. */
export function summaryReason(t: Translate, name: string, plan: CountedPlan): string {
  const counts = countsOf(plan);
  const done = (["added", "changed", "kept"] as const).filter((what) => counts[what] > 0);
  const said = `: ${done.map((what) => t(`import:logged.${what}`, { count: formatNumber(counts[what]) })).join(", ")}`;
  return cutText(cleanText(name), textLimits.reason - said.length) + said;
}

/** A cell, or a line, that somebody should look at. */
export interface ImportProblem {
  readonly sheet: string;
  readonly row: number;
  /** Letters; "" for the line. */
  readonly column: string;
  readonly heading: string;
  readonly value: string;
  readonly code: string;
  readonly severity: "kept" | "left" | "warning";
  readonly message: string;
}

/** A problem with the name of whose line it is, as it would be written; "" where the line has none. */
export interface PersonProblem extends ImportProblem {
  readonly person: string;
}

/** Everything of the plan's people that was not taken as it stands, line by line. */
export function problemsOf({ people }: ImportPlan, t: Translate): PersonProblem[] {
  return people.flatMap((person) =>
    [...leftOf(person, t), ...keptOf(person, t), ...warningsOf(person, t)].map((problem) => ({
      person: person.name,
      ...problem,
    })),
  );
}

/** All that a clerk has to come back to: what is a problem, and lines of which nobody said whose they are. */
export function toldOf({ people }: Pick<ImportPlan, "people">, t: Translate): PersonProblem[] {
  return people.flatMap((person) =>
    [...doubtfulOf(person, t), ...leftOf(person, t), ...keptOf(person, t), ...warningsOf(person, t)].map(
      (problem) => ({ person: person.name, ...problem }),
    ),
  );
}

function leftOf({ left, lines, name }: PersonPlan, t: Translate): ImportProblem[] {
  if (left === null) return [];
  return lines.map(({ sheet, row, cells }) => ({
    sheet,
    row,
    column: "",
    heading: "",
    value: name === "" ? cells.map(({ text }) => text).join(" | ") : name,
    code: left,
    severity: "left",
    message: t(`import:left.${left}`),
  }));
}

/** Lines of people that are not taken: left out, or likely somebody on record and nobody said whether they are. */
export function leftLines({ people }: ImportPlan, t: Translate): ImportProblem[] {
  return people.flatMap((person) => [...leftOf(person, t), ...doubtfulOf(person, t)]);
}

function doubtfulOf({ duplicate, lines, name }: PersonPlan, t: Translate): ImportProblem[] {
  if (duplicate === null) return [];
  return lines.map(({ sheet, row }) => ({
    sheet,
    row,
    column: "",
    heading: "",
    value: name,
    code: "duplicate",
    severity: "left",
    message: t(`import:duplicate.${duplicate}`),
  }));
}

/** Of a column that is not matched every cell is kept; the column says so once. */
function keptOf({ lines }: PersonPlan, t: Translate): ImportProblem[] {
  return lines.flatMap((line) =>
    line.cells
      .filter(({ outcome, reason }) => outcome === "kept" && reason !== "unmapped" && reason !== null)
      .sort((one, other) => one.column - other.column)
      .map((cell) => ({
        ...placed(line, cell),
        code: cell.issue?.reason ?? cell.reason ?? "",
        severity: "kept",
        message: cellSentence(cell, t),
      })),
  );
}

function warningsOf({ warnings, writes, lines }: PersonPlan, t: Translate): ImportProblem[] {
  return warnings.map((issue) => {
    const write = writes.find(({ id }) => id === issue.rowId);
    const cell = write?.changes.find(({ field }) => field === issue.field)?.cells[0];
    const line = lines.find(({ cells }) => cell !== undefined && cells.includes(cell)) ?? lines[0];
    const at =
      cell === undefined || line === undefined
        ? { sheet: line?.sheet ?? "", row: line?.row ?? 0, column: "", heading: "", value: "" }
        : placed(line, cell);
    return { ...at, code: issue.reason, severity: "warning", message: issueSentence(t, issue) };
  });
}

function placed({ sheet }: Line, { row, column, heading, text }: LineCell) {
  return { sheet, row, column: columnLetters(column), heading, value: text };
}

/** Why a cell was not stored. */
export function cellSentence(
  { key, reason, issue }: Pick<LineCell, "key" | "reason" | "issue">,
  t: Translate,
): string {
  const column = columnOfKey(key);
  if (issue !== null && column !== null)
    return issueSentence(t, { entity: column.entity, field: column.field, ...issue });
  return reason === null ? "" : t(`import:unread.${reason}`);
}
