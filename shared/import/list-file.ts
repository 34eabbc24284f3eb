/**
 * Reads a code list from the rows of a sheet and works out what it would change of the list that a roster has. Entries are
 * known by their names: a bare code is another entry in another system (04 is Hoa or Mường).
 */
import type { FieldValue } from "../domain/entities";
import type { CodeList } from "../domain/entities/definition";
import { readTypedDate } from "../domain/typed-date";
import { cleanValue } from "../domain/validate/clean";
import { type RowFields, textOf } from "../domain/validate/fields";
import { exactHeading, looseHeading } from "./heading-text";

/** A line of a sheet: its number as programs show it, and its cells as they are read. */
export interface ListLine {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface ListRow {
  readonly id: string;
  readonly fields: RowFields;
}

/** Why a file is not taken in; `text` is what stands there. */
export type ListProblem =
  | { readonly row: number; readonly kind: "nameMissing" }
  | { readonly row: number; readonly kind: "nameRepeated"; readonly text: string; readonly other: number }
  | { readonly row: number; readonly kind: "day"; readonly text: string }
  | { readonly row: number; readonly kind: "codeTaken"; readonly text: string; readonly name: string }
  | { readonly row: number; readonly kind: "otherSpelling"; readonly text: string; readonly name: string };

export interface PlannedListRow extends ListRow {
  readonly row: number;
  readonly state: "added" | "changed" | "unchanged";
  /** The whole row as it would be. */
  readonly whole: RowFields;
}

export interface ListPlan {
  readonly rows: readonly PlannedListRow[];
  readonly problems: readonly ListProblem[];
}

const columns = {
  code: ["ma", "ma so", "code"],
  name: ["ten", "ten goi", "ten muc", "noi dung", "name"],
  oldCode: ["ma cu", "ma truoc", "ma theo danh muc truoc", "old code"],
  aliases: ["cach ghi khac", "ten khac", "ten goi khac", "other spellings"],
  scale: ["khoa bang luong", "bang luong"],
  validFrom: ["hieu luc tu", "hieu luc tu ngay", "tu", "tu ngay", "valid from"],
  validTo: ["den", "den ngay", "den het ngay", "hieu luc den", "valid until"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Column = keyof typeof columns;

/** Headings stand near the top: further down it is a list without any. */
const mostBefore = 20;

/** What stands in the rows below the headings, by field; null where no row of headings names the entries. */
export function readListLines(
  lines: readonly ListLine[],
): readonly { readonly row: number; readonly texts: ReadonlyMap<Column, string> }[] | null {
  const at = lines
    .slice(0, mostBefore)
    .findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === "name"));
  const heading = lines[at];
  if (heading === undefined) return null;
  const places = new Map<Column, number>();
  heading.cells.forEach((cell, place) => {
    const column = columnOf(cell);
    if (column !== null && !places.has(column)) places.set(column, place);
  });
  return lines.slice(at + 1).flatMap(({ row, cells }) => {
    const texts = new Map(
      [...places].flatMap(([column, place]) => {
        const text = cleanValue("listItem", "name", cells[place] ?? "");
        return typeof text === "string" ? [[column, text] as const] : [];
      }),
    );
    return texts.size === 0 ? [] : [{ row, texts }];
  });
}

/**
 * What the rows of a file would change. A blank cell says nothing: what the roster has there stays.
 * @param stored entries of the same list that are ours to change
 */
export function planList(
  list: CodeList,
  read: NonNullable<ReturnType<typeof readListLines>>,
  stored: readonly ListRow[],
  newId: () => string,
): ListPlan {
  const problems: ListProblem[] = [];
  const byName = new Map(stored.map((one) => [nameKey(textOf(one.fields, "name") ?? ""), one]));
  const byOther = new Map(
    stored.flatMap((one) =>
      spellings(textOf(one.fields, "aliases") ?? "").map((other) => [nameKey(other), one] as const),
    ),
  );
  const seen = new Map<string, number>();
  const rows = read.flatMap(({ row, texts }): PlannedListRow[] => {
    const name = texts.get("name");
    if (name === undefined) {
      problems.push({ row, kind: "nameMissing" });
      return [];
    }
    const other = seen.get(nameKey(name));
    if (other !== undefined) {
      problems.push({ row, kind: "nameRepeated", text: name, other });
      return [];
    }
    seen.set(nameKey(name), row);
    const known = byName.get(nameKey(name));
    const otherwise = byOther.get(nameKey(name));
    if (known === undefined && otherwise !== undefined) {
      problems.push({ row, kind: "otherSpelling", text: name, name: textOf(otherwise.fields, "name") ?? "" });
      return [];
    }
    const fields: Record<string, FieldValue> = {};
    for (const [column, text] of texts) {
      if (column === "validFrom" || column === "validTo") {
        const day = readTypedDate(text);
        if (day.ok && day.value.length === 10) fields[column] = day.value;
        else problems.push({ row, kind: "day", text });
      } else fields[column] = column === "aliases" ? spellings(text).join("; ") : text;
    }
    return [planned(list, row, fields, known, newId)];
  });
  return { rows, problems: [...problems, ...takenCodes(rows, stored)].sort((a, b) => a.row - b.row) };
}

function planned(
  list: CodeList,
  row: number,
  fields: RowFields,
  known: ListRow | undefined,
  newId: () => string,
): PlannedListRow {
  if (known === undefined) {
    const whole = { list, ...fields };
    return { row, id: newId(), state: "added", fields: whole, whole };
  }
  const differing = Object.entries(fields).filter(
    ([field, value]) => value !== (known.fields[field] ?? null),
  );
  const changed = Object.fromEntries(differing);
  return {
    row,
    id: known.id,
    state: differing.length === 0 ? "unchanged" : "changed",
    fields: changed,
    whole: { ...known.fields, ...changed },
  };
}

/** Codes that two entries would have at one time: somebody who reads the code would take one for the other. */
function takenCodes(rows: readonly PlannedListRow[], stored: readonly ListRow[]): ListProblem[] {
  const planned = new Set(rows.map(({ id }) => id));
  const holders = new Map<string, RowFields>();
  for (const { id, fields } of stored) {
    const code = textOf(fields, "code");
    if (code !== null && !planned.has(id) && textOf(fields, "validTo") === null) holders.set(code, fields);
  }
  return rows.flatMap(({ row, whole }): ListProblem[] => {
    const code = textOf(whole, "code");
    if (code === null || textOf(whole, "validTo") !== null) return [];
    const holder = holders.get(code);
    if (holder === undefined) {
      holders.set(code, whole);
      return [];
    }
    return [{ row, kind: "codeTaken", text: code, name: textOf(holder, "name") ?? "" }];
  });
}

function columnOf(cell: string): Column | null {
  const heading = looseHeading(cell);
  const found = Object.entries(columns).find(([, words]) => words.some((word) => word === heading));
  return found === undefined ? null : (found[0] as Column);
}

/** Marks tell names apart (Mạ is no Ma); hyphens, blanks and capitals are written as one pleases. */
function nameKey(name: string): string {
  return exactHeading(name);
}

function spellings(text: string): string[] {
  return text
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
