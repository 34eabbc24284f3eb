/**
 * What a column of a sheet holds: the one answer that finding by headings, choosing by hand, a map file and a remembered
 * layout give, and that the reading of values takes.
 *
 * How a cell goes on from here (invariants of the whole import):
 *
 *     sheet ─ find-table ─► headings + rows ─ match-columns ─► roles ─ read-values ─► readings ─ drafts ─► people
 *                                                                 ▲                     │
 *                                                                 └──── answers ◄── questions
 *     people ─ compare (with the roster) ─► plan: added, changed, unchanged, duplicates, left out ─► edits
 *
 * - Every cell of a data row that holds something has exactly one outcome: stored, unchanged (it says what the roster says
 *   already), kept as text with its person, or listed (with the reason). Rows that are no data rows are listed whole.
 * - A blank cell says nothing: it never empties a field. Under one of two answers it may be said to mean the other one,
 *   which then replaces nothing that is on record. A person who is missing in the sheet is never removed.
 * - What can be read in two ways is asked, and kept as text until it is answered; no reading is chosen by likelihood.
 * - Nothing here knows entities or fields by name but the data of `wordings.ts`: roles come from the registry's columns.
 */
import { columnOfKey } from "../columns/column";

/** The date's part, or the name's part, that a column holds where one value is split over several. */
export const dateParts = ["day", "month", "year"] as const;
export type DatePart = (typeof dateParts)[number];
export const nameParts = ["family", "given"] as const;
export type NamePart = (typeof nameParts)[number];

/** An answer that a sign in the cell stands for: "x" under "Nữ". */
export interface Meaning {
  readonly key: string;
  /** Of a heading that names several levels ("Trên ĐH") all of them, parted by a bar: which one it is, is asked. */
  readonly value: string;
}

const bar = "|";

/** The answers that a sign may stand for. */
export function answersIn({ value }: Meaning): readonly string[] {
  return value.split(bar);
}

/** A heading that leaves open which of several answers a sign is. */
export function oneOf(key: string, answers: readonly string[]): Meaning {
  return { key, value: answers.join(bar) };
}

/**
 * - `column`: the cell is the value; `code`: the code of the row that the column refers to
 * - `date`, `name`: a part of the value
 * - `means`: any sign in the cell is an answer; `carries`: the cell is a value, and that it is there is an answer as well
 *   (a birth date under "Nữ")
 * - `person`: the id of the person's record, as an export writes it
 * - `sequence`: the number of the line; `computed`: what the program works out by itself (age); neither is taken over
 * - `ignored`: somebody said that it is not wanted
 * - `kept`: what it holds is kept as text with the person
 */
export type ColumnRole =
  | { readonly kind: "column"; readonly key: string }
  | { readonly kind: "code"; readonly key: string }
  | { readonly kind: "date"; readonly key: string; readonly part: DatePart }
  | { readonly kind: "name"; readonly key: string; readonly part: NamePart }
  | { readonly kind: "means"; readonly means: Meaning }
  | { readonly kind: "carries"; readonly key: string; readonly means: Meaning }
  | { readonly kind: "person" }
  | { readonly kind: "sequence" }
  | { readonly kind: "computed" }
  | { readonly kind: "ignored" }
  | { readonly kind: "kept" };

/** Roles that name no column. */
const plain = ["person", "sequence", "computed", "ignored", "kept"] as const;

/** As map files and settings hold it: `official.birth`, `assignment.unit:code`, `official.birth+official.sex=female`, `#kept`. */
export function roleText(role: ColumnRole): string {
  switch (role.kind) {
    case "column":
      return role.key;
    case "code":
      return `${role.key}:code`;
    case "date":
    case "name":
      return `${role.key}:${role.part}`;
    case "means":
      return `${role.means.key}=${role.means.value}`;
    case "carries":
      return `${role.key}+${role.means.key}=${role.means.value}`;
    default:
      return `#${role.kind}`;
  }
}

/** Reads what `roleText` wrote. @returns null for another text, or for a column that this program does not have */
export function readRole(text: string): ColumnRole | null {
  const kind = plain.find((one) => text === `#${one}`);
  if (kind !== undefined) return { kind };
  const [, content, meaning] = /^(?:([^+=]+)\+)?([^+=]+=[^+=]+)$/.exec(text) ?? [];
  if (meaning !== undefined) {
    const [key = "", value = ""] = meaning.split("=");
    if (!isKnown(key) || (content !== undefined && !isKnown(content))) return null;
    const means = { key, value };
    return content === undefined ? { kind: "means", means } : { kind: "carries", key: content, means };
  }
  const [key = "", part, ...more] = text.split(":");
  if (!isKnown(key) || more.length > 0) return null;
  if (part === undefined) return { kind: "column", key };
  if (part === "code") return { kind: "code", key };
  const ofDate = dateParts.find((one) => one === part);
  if (ofDate !== undefined) return { kind: "date", key, part: ofDate };
  const ofName = nameParts.find((one) => one === part);
  return ofName === undefined ? null : { kind: "name", key, part: ofName };
}

function isKnown(key: string): boolean {
  return columnOfKey(key) !== null;
}

/** The columns whose values a role gives, its own first. */
export function keysOf(role: ColumnRole): readonly string[] {
  switch (role.kind) {
    case "column":
    case "code":
    case "date":
    case "name":
      return [role.key];
    case "means":
      return [role.means.key];
    case "carries":
      return [role.key, role.means.key];
    default:
      return [];
  }
}

/** Whether a role gives a day, or a part of one. */
export function isDay(role: ColumnRole): boolean {
  if (role.kind !== "column" && role.kind !== "date") return false;
  const [key = ""] = keysOf(role);
  const type = columnOfKey(key)?.definition.type;
  return type === "partialDate" || type === "day" || type === "month";
}

/**
 * What no two columns may give at once; null where several may (signs under several answers, a code beside a name).
 */
export function claimOf(role: ColumnRole): string | null {
  switch (role.kind) {
    case "column":
    case "code":
    case "date":
    case "name":
      return roleText(role);
    case "means":
    case "carries":
      return roleText(role);
    case "person":
      return "#person";
    default:
      return null;
  }
}

/** The letters by which spreadsheet programs name a column: A, B, … Z, AA. @param column from 0 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
