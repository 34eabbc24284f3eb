/**
 * How a sheet is taken: where its heading is, what its columns hold, which of its rows are people. Found by itself, with
 * what somebody chose put over it.
 */
import { columnOfKey, refersTo } from "../columns/column";
import { type ColumnRole, claimOf, keysOf, roleText } from "./column-role";
import { tickedColumns } from "./crosses";
import { type FoundHeader, findingHeader } from "./find-header";
import type { HeadingBook } from "./heading-book";
import { looseHeading } from "./heading-text";
import { type ColumnMatch, matchColumns, nameKey } from "./match-columns";
import { type DataRow, type LeftRow, partRows, type TableFault } from "./part-rows";
import type { SheetGrid } from "./sheet-grid";
import { finished, type Steps } from "./steps";

/** What somebody chose of a sheet; null or nothing: as it is found. */
export interface SheetChoice {
  readonly headerRow: number | null;
  readonly firstRow: number | null;
  readonly lastRow: number | null;
  /** By column, from 0. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
}

export const asFound: SheetChoice = { headerRow: null, firstRow: null, lastRow: null, roles: new Map() };

export type LayoutFault =
  | TableFault
  | { readonly kind: "twice"; readonly role: ColumnRole; readonly columns: readonly [number, number] };

export interface SheetLayout {
  readonly header: FoundHeader;
  readonly matches: readonly ColumnMatch[];
  readonly data: readonly DataRow[];
  readonly left: readonly LeftRow[];
  /** What stands where names are expected are mostly names of columns: the sheet says how another one is filled in. */
  readonly isLegend: boolean;
  /** Why it cannot be imported as it stands. */
  readonly fault: LayoutFault | null;
  /** The headings, by which the choices for a layout are remembered. */
  readonly fingerprint: string;
}

/** @returns null where no heading is found, or the chosen row is none */
export function layOut(...sheet: Parameters<typeof layingOut>): SheetLayout | null {
  return finished(layingOut(...sheet));
}

/** The same in steps. */
export function* layingOut(
  grid: SheetGrid,
  book: HeadingBook,
  choice: SheetChoice,
  remembered: (fingerprint: string) => ReadonlyMap<number, ColumnRole> | null,
): Steps<SheetLayout | null> {
  const header = yield* findingHeader(grid, book, choice.headerRow);
  if (header === null) return null;
  const columns = yield* withUnheaded(grid, header);
  const fingerprint = columns
    .map(({ column, parts }) => `${column}:${parts.map(looseHeading).join("/")}`)
    .join("|");
  const chosen = new Map([...(remembered(fingerprint) ?? []), ...choice.roles]);
  const taken = function* (ticked: ReadonlySet<number>) {
    const found = yield* matchColumns(columns, book, ticked);
    const matches = chosen.size === 0 ? found : withChosen(found, chosen);
    return { matches, ...(yield* partRows(grid, header, matches, book, choice, mayBeShared)) };
  };
  const byHeadings = yield* taken(new Set());
  // Which rows are people is known by what the columns hold, and what columns hold by the rows of people.
  const ticked = tickedColumns(byHeadings.matches, byHeadings.data);
  const { matches, data, left, fault } = ticked.size === 0 ? byHeadings : yield* taken(ticked);
  const isLegend = yield* namesColumns(matches, data, book);
  return { header, matches, data, left, isLegend, fault: twice(matches, chosen) ?? fault, fingerprint };
}

/** Whether a layout names people at all. */
export function isOfPeople({ matches, isLegend }: SheetLayout): boolean {
  return !isLegend && matches.some(({ role }) => keysOf(role).includes(nameKey) || role.kind === "person");
}

/** Whether most of what stands under the name is the name of a column, as in a sheet that explains a form. */
function* namesColumns(
  matches: readonly ColumnMatch[],
  data: readonly DataRow[],
  book: HeadingBook,
): Steps<boolean> {
  const column = matches.find(({ role }) => keysOf(role).includes(nameKey))?.column;
  if (column === undefined) return false;
  let [names, columns] = [0, 0];
  for (const { cells } of data) {
    yield;
    const text = cells.get(column)?.text ?? "";
    if (text === "") continue;
    names++;
    if (book.sensesOf(text).some(({ kind }) => kind === "role")) columns++;
  }
  return columns > 0 && columns * 2 > names;
}

/** A column that holds something and has no heading is a column as well. */
function* withUnheaded(grid: SheetGrid, header: FoundHeader): Steps<FoundHeader["columns"]> {
  const known = new Map(header.columns.map((one) => [one.column, one]));
  for (const { number, cells } of grid.sheet.rows) {
    if (number <= header.lastRow) continue;
    yield;
    for (const { column } of cells) if (!known.has(column)) known.set(column, { column, parts: [] });
  }
  return [...known.values()].sort((a, b) => a.column - b.column);
}

/** What is chosen for one column is taken from those that were found to hold it. */
function withChosen(found: readonly ColumnMatch[], chosen: ReadonlyMap<number, ColumnRole>): ColumnMatch[] {
  const claims = new Set([...chosen.values()].map(claimOf));
  return found.map((match) => {
    const role = chosen.get(match.column);
    if (role !== undefined) return { ...match, role, suggestion: null, twiceOf: null, isTicked: false };
    const claim = claimOf(match.role);
    return claim !== null && claims.has(claim)
      ? { ...match, role: { kind: "kept" }, suggestion: null }
      : match;
  });
}

function twice(matches: readonly ColumnMatch[], chosen: ReadonlyMap<number, ColumnRole>): LayoutFault | null {
  const first = new Map<string, number>();
  for (const { column, role } of matches) {
    const claim = claimOf(role);
    if (claim === null || !chosen.has(column)) continue;
    const other = first.get(claim);
    if (other !== undefined) return { kind: "twice", role, columns: [other, column] };
    first.set(claim, column);
  }
  return null;
}

/** A unit, a post, an answer may be written once for several people; a name, a number, a day is one person's. */
function mayBeShared(role: ColumnRole): boolean {
  if (role.kind === "means") return false;
  return keysOf(role).every((key) => {
    const column = columnOfKey(key);
    return column !== null && (refersTo(column) !== null || column.definition.type === "choice");
  });
}

/** Roles as settings hold them, by column. */
export function rolesAsText(matches: readonly ColumnMatch[]): Record<string, string> {
  return Object.fromEntries(matches.map(({ column, role }) => [String(column), roleText(role)]));
}
