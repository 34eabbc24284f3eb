/**
 * What was answered of a table's columns in an import before and holds of this one as well. It goes with the headings: the
 * same column of the same form is written alike every month. Where what stands in the column now says otherwise, it is no
 * answer, and the column is asked about again.
 *
 * What is about a person or a single cell is never recalled; what a text means is a row of the roster (`wording`).
 */
import { isoToPacked } from "../domain/partial-date";
import type { ColumnRole } from "./column-role";
import { columnLetters, roleText } from "./column-role";
import { columnPlace } from "./date-columns";
import type { SheetLayout } from "./layout";
import type { QuestionKind } from "./questions";
import { type DateSettings, noEvidence, readDateText, takeEvidence } from "./read-dates";
import { codeSystemNamed, readEthnicGroup } from "./read-words";
import type { SeenCell } from "./sheet-grid";

/** What is remembered of the tables with some headings. */
export interface RememberedLayout {
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** Answers of columns: `kind:LETTERS`, with what the question names beside. */
  readonly answers: ReadonlyMap<string, string>;
  /** Whether a text was left as it is written, by the question's key. */
  readonly staysText: (key: string) => boolean;
  /** Whether any was. */
  readonly hasTexts: boolean;
}

/** What of it holds in the tables of an import. */
export interface Recall {
  /** By the questions' keys. */
  readonly columns: ReadonlyMap<string, string>;
  /** Questions whose answers of before the columns contradict. */
  readonly doubted: ReadonlySet<string>;
  readonly staysText: (key: string) => boolean;
  /** Whether any text was left as it is written. */
  readonly hasTexts: boolean;
}

/** Questions of columns: what they ask follows from how a form is filled in, not from whose lines it holds. */
const kindsOfColumns = [
  "dateOrder",
  "century",
  "yearAsDate",
  "serial",
  "swapped",
  "lostZero",
  "ethnicCodes",
  "blank",
] as const satisfies readonly QuestionKind[];
type ColumnKind = (typeof kindsOfColumns)[number];

const columnFirst = /^[A-Z]{1,3}(?=:|$)/;

/** Of the answers of an import those about a sheet's columns, as they are remembered with its headings. */
export function answersToRemember(
  sheet: string,
  answers: Iterable<readonly [string, string]>,
): Map<string, string> {
  const kept = new Map<string, string>();
  for (const [key, answer] of answers) {
    const kind = kindsOfColumns.find((one) => key.startsWith(`${one}:${sheet}!`));
    const place = kind === undefined ? "" : key.slice(`${kind}:${sheet}!`.length);
    if (kind !== undefined && columnFirst.test(place)) kept.set(`${kind}:${place}`, answer);
  }
  return kept;
}

/** The column that a remembered answer is about. */
export function columnOfAnswer(remembered: string): string {
  return columnFirst.exec(remembered.slice(remembered.indexOf(":") + 1))?.[0] ?? "";
}

export interface RecallContext {
  /** ISO day. */
  readonly on: string;
  readonly date1904: boolean;
}

/**
 * Answers that hold of a sheet, by the keys of its questions: those of columns that are taken for what they were taken for
 * then, where nothing in the column says otherwise.
 */
export function recalledAnswers(
  sheet: string,
  { matches, data }: Pick<SheetLayout, "matches" | "data">,
  { roles, answers }: Pick<RememberedLayout, "roles" | "answers">,
  context: RecallContext,
): Pick<Recall, "columns" | "doubted"> {
  const columns = new Map<string, string>();
  const doubted = new Set<string>();
  for (const [remembered, answer] of answers) {
    const kind = kindsOfColumns.find((one) => remembered.startsWith(`${one}:`));
    const letters = columnOfAnswer(remembered);
    const match = matches.find(({ column }) => columnLetters(column) === letters);
    const before = match === undefined ? undefined : roles.get(match.column);
    if (kind === undefined || match === undefined || before === undefined) continue;
    if (roleText(before) !== roleText(match.role)) continue;
    const cells = data.flatMap(({ cells: all }) => all.get(match.column) ?? []);
    const beside = remembered.slice(`${kind}:${letters}`.length);
    const key = `${kind}:${columnPlace(sheet, match.column)}${beside}`;
    if (contradicts(kind, answer, cells, context)) doubted.add(key);
    else columns.set(key, answer);
  }
  return { columns, doubted };
}

/** Years from now that a list may be about, back and ahead: somebody's birth, the end of a term. */
const plausible = { back: 90, ahead: 10 } as const;

function contradicts(
  kind: ColumnKind,
  answer: string,
  cells: readonly SeenCell[],
  { on, date1904 }: RecallContext,
): boolean {
  switch (kind) {
    case "dateOrder": {
      const evidence = noEvidence();
      for (const cell of cells) takeEvidence(evidence, cell, date1904);
      return (answer === "dmy" ? evidence.monthFirst : evidence.dayFirst) > 0;
    }
    case "century": {
      const thisYear = Math.trunc(isoToPacked(on) / 10_000);
      const years = cells.flatMap((cell) => yearOfTwoDigits(cell, answer, thisYear) ?? []);
      return years.some((year) => year < thisYear - plausible.back || year > thisYear + plausible.ahead);
    }
    case "ethnicCodes": {
      const system = codeSystemNamed(answer);
      const isCode = (text: string) => readEthnicGroup(text, null).kind === "unread" && /^\d+$/.test(text);
      return cells.some(({ text }) => isCode(text) && readEthnicGroup(text, system).kind !== "value");
    }
    case "yearAsDate":
    case "serial":
    case "swapped":
    case "lostZero":
    case "blank":
      return false;
  }
}

/** The year that an answer makes of a year of two digits; null for a cell that the answer changes nothing in. */
function yearOfTwoDigits({ text }: SeenCell, century: string, thisYear: number): number | null {
  const settings = (said: DateSettings["century"]): DateSettings => ({
    order: "dmy",
    century: said,
    yearAsDate: null,
    serial: null,
    swapped: null,
    maySwap: false,
  });
  const latestYear = thisYear + 100;
  const open = readDateText(text, { settings: settings(null), date1904: false, latestYear });
  if (open.kind !== "unread" || open.asked?.kind !== "century") return null;
  const said = century === "1900" || century === "2000" ? century : null;
  const read = readDateText(text, { settings: settings(said), date1904: false, latestYear });
  return read.kind === "value" ? Number(String(read.value).slice(0, 4)) : null;
}

/** Whether anything that is recalled is about a sheet's column. @param place as `columnPlace` names it */
export function isAboutColumn({ columns }: Recall, place: string): boolean {
  return kindsOfColumns.some((kind) =>
    [...columns.keys()].some((key) => key === `${kind}:${place}` || key.startsWith(`${kind}:${place}:`)),
  );
}
