/**
 * Puts the lines of a table together to people: somebody with two posts has two lines, with one name over both, the same
 * record's id, or the same number and name. What two lines say differently of one person is taken once and told.
 */
import { groupOf, columnOfKey } from "../columns/column";
import { isIdentityNumber } from "../domain/identity-number";
import { foldName } from "../text/fold";
import { type Line, type LineCell, linePlace, type RowDraft, type SaidValue, type Value } from "./line";
import { nameKey } from "./match-columns";
import { unread } from "./reading";

export interface PersonDraft {
  readonly lines: readonly Line[];
  readonly personId: string | null;
  /** The person's own values. */
  readonly own: ReadonlyMap<string, SaidValue>;
  /** Rows that belong to them, each once. */
  readonly rows: readonly RowDraft[];
  /** "" for none. */
  readonly name: string;
  /** As `foldName` has it. */
  readonly foldedName: string;
  readonly birth: string | null;
  readonly identityNumber: string | null;
}

const ownGroup = groupKeyOf(nameKey);

function groupKeyOf(key: string): string {
  const column = columnOfKey(key);
  if (column === null) throw new Error(`No column ${key}`);
  return groupOf(column);
}

function ownText({ drafts }: Line, field: string): string | null {
  const value = drafts.get(ownGroup)?.values.get(field)?.value;
  return typeof value === "string" ? value : null;
}

/**
 * @param lines in the order of the sheets
 * @param joins lines that somebody said are of the person of another line, by their places
 */
export function peopleOf(
  lines: readonly Line[],
  joins: ReadonlyMap<string, string> = new Map(),
): PersonDraft[] {
  const groups: Line[][] = [];
  const byName = new Map<string, Line[]>();
  const byRow = new Map<string, Line[]>();
  for (const line of lines) {
    const place = linePlace(line);
    const names = namesOf(line);
    const joined = joins.size === 0 ? undefined : joins.get(place);
    const found =
      joined !== undefined
        ? byRow.get(joined)
        : line.continues === null
          ? names.map((name) => byName.get(name)).find((group) => group !== undefined)
          : byRow.get(`${line.sheet}!${line.continues}`);
    const group = found ?? [];
    if (found === undefined) groups.push(group);
    group.push(line);
    for (const name of names) if (!byName.has(name)) byName.set(name, group);
    byRow.set(place, group);
  }
  return groups.map(personOf);
}

/** Only what can be a number of somebody tells people apart; anything else is refused as a value later. */
function tellingNumber(text: string | null): string | null {
  return text !== null && isIdentityNumber(text) ? text : null;
}

/** What says that two lines are of one person. */
function namesOf(line: Line): string[] {
  const number = tellingNumber(ownText(line, "identityNumber"));
  const name = ownText(line, "fullName");
  return [
    ...(line.personId === null ? [] : [`id ${line.personId}`]),
    ...(number === null || name === null ? [] : [`number ${number} ${foldName(name)}`]),
  ];
}

function personOf(lines: readonly Line[]): PersonDraft {
  const own = new Map<string, SaidValue>();
  const rows: RowDraft[] = [];
  for (const line of lines) {
    for (const [group, draft] of inOrder(line.drafts)) {
      if (group === ownGroup) mergeOwn(own, draft);
      else mergeRow(rows, draft);
    }
  }
  const text = (field: string) => {
    const value = own.get(field)?.value;
    return typeof value === "string" ? value : null;
  };
  const name = text("fullName") ?? "";
  return {
    lines,
    personId: lines.find(({ personId }) => personId !== null)?.personId ?? null,
    own,
    rows,
    name,
    foldedName: foldName(name),
    birth: text("birth"),
    identityNumber: tellingNumber(text("identityNumber")),
  };
}

/** The second row after the first, also where a column that only the second fills in comes before all that the first does. */
function inOrder(drafts: Line["drafts"]): [string, RowDraft][] {
  return [...drafts].sort(([, a], [, b]) => (a.row ?? 0) - (b.row ?? 0));
}

function mergeOwn(own: Map<string, SaidValue>, { values }: RowDraft): void {
  for (const [field, said] of values) {
    const known = own.get(field);
    if (known === undefined || isOnlyImplied(known)) own.set(field, said);
    else if (isOnlyImplied(said)) continue;
    else if (known.value === said.value) own.set(field, joined(known, said));
    else contradict(said.cells);
  }
}

/** What no cell says, but follows from what a line leaves blank, gives way to what another line says. */
function isOnlyImplied({ cells }: SaidValue): boolean {
  return cells.length === 0;
}

/** A row that another line says too is one row; what it says beside goes along. */
function mergeRow(rows: RowDraft[], draft: RowDraft): void {
  const implied = rows.findIndex((one) => isSamePlace(one, draft) && isImplied(one));
  if (implied >= 0) {
    rows[implied] = draft;
    return;
  }
  if (isImplied(draft) && rows.some((one) => isSamePlace(one, draft))) return;
  const place = rows.findIndex((one) => isSameRow(one, draft));
  const known = rows[place];
  if (known === undefined) {
    rows.push(draft);
    return;
  }
  const values = new Map(known.values);
  for (const [field, said] of draft.values) {
    const before = values.get(field);
    values.set(field, before === undefined ? said : joined(before, said));
  }
  rows[place] = { ...known, values };
}

/** A level that follows from a blank cell alone; where somebody serves may as well be said above all lines. */
function isImplied({ pick, values }: RowDraft): boolean {
  return pick.kind === "best" && [...values.values()].every(isOnlyImplied);
}

function isSamePlace(one: RowDraft, other: RowDraft): boolean {
  return (
    one.entity === other.entity &&
    one.row === other.row &&
    one.beside === other.beside &&
    pickValue(one) === pickValue(other)
  );
}

/** Rows of one place in the table that say nothing different. */
function isSameRow(one: RowDraft, other: RowDraft): boolean {
  return (
    isSamePlace(one, other) &&
    [...other.values].every(([field, { value }]) => agrees(one.values.get(field), value))
  );
}

function pickValue({ pick }: RowDraft): string {
  return pick.kind === "best" ? pick.value : pick.kind;
}

function agrees(said: SaidValue | undefined, value: Value): boolean {
  return said === undefined || said.value === value;
}

function joined(one: SaidValue, other: SaidValue): SaidValue {
  return { value: one.value, cells: [...new Set([...one.cells, ...other.cells])] };
}

function contradict(cells: readonly LineCell[]): void {
  for (const cell of cells) cell.reading = unread("contradicts");
}

/** The name of the line that begins a person. */
export function placeOf({ lines: [first] }: Pick<PersonDraft, "lines">): string {
  return first === undefined ? "" : linePlace(first);
}
