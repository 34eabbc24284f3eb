/** Rows of somebody's record as a table is compared with them: what a row must say, and in which order rows are looked at. */
import { entityDefinition, type FieldValue, type OwnedEntity, ownerField } from "../domain/entities";
import { ladderNamed, levelLadders } from "../domain/levels";
import type { RowDraft, SaidValue } from "./line";

/** A row as the roster has it. */
export interface StoredRowFields {
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** Level keys of a ladder, lowest first; none where there is no such ladder. */
function levelsOf(kind: string): readonly string[] {
  const ladder = ladderNamed(kind);
  return ladder === null ? [] : levelLadders[ladder];
}

const required = new Map<OwnedEntity, readonly string[]>();

/** Fields that a row cannot be without, apart from whose it is and the one by which rows are told apart. */
export function requiredFields(entity: OwnedEntity): readonly string[] {
  const known = required.get(entity);
  if (known !== undefined) return known;
  const found = requiredIn(entity);
  required.set(entity, found);
  return found;
}

function requiredIn(entity: OwnedEntity): readonly string[] {
  const owner = ownerField(entity).name;
  const { fields, inTable } = entityDefinition(entity);
  const by = typeof inTable === "object" ? inTable.by : null;
  return Object.keys(fields).filter(
    (field) => fields[field]?.required === true && field !== owner && field !== by,
  );
}

/** Whether another line of the person says just the level of a row, which is then no older state of what this one says. */
export function isSaidOf(
  row: StoredRowFields,
  draft: RowDraft,
  all: readonly RowDraft[],
  ladder: string | null,
): boolean {
  return all.some(
    (other) =>
      other !== draft &&
      other.entity === draft.entity &&
      other.pick.kind === "best" &&
      draft.pick.kind === "best" &&
      other.pick.value === draft.pick.value &&
      other.values.get(ladder ?? "")?.value === row.fields[ladder ?? ""],
  );
}

/** A value that is a text; null for any other. */
export function textOf(value: FieldValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** The first row that begins on the day of a draft; null for none. */
export function startingWith(rows: readonly StoredRowFields[], { values }: RowDraft): StoredRowFields | null {
  const from = values.get("from")?.value;
  return from === undefined ? null : (rows.find((row) => row.fields["from"] === from) ?? null);
}

/**
 * Rows of one kind in the order in which a list shows one of them: the highest level first, of one level its first paper;
 * without a ladder the newest.
 */
export function asShown(
  entity: OwnedEntity,
  ladder: string | null,
  kind: string,
  rows: readonly StoredRowFields[],
): readonly StoredRowFields[] {
  const { since, figures } = entityDefinition(entity);
  const levels = ladder === null ? [] : levelsOf(kind);
  const dateOf = (row: StoredRowFields) => String(row.fields[since ?? figures?.since ?? ""] ?? "");
  const rankOf = (row: StoredRowFields) => levels.indexOf(String(row.fields[ladder ?? ""] ?? ""));
  const byDate = (a: string, b: string) => {
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return ladder === null ? b.localeCompare(a) : a.localeCompare(b);
  };
  return [...rows].sort((a, b) => rankOf(b) - rankOf(a) || byDate(dateOf(a), dateOf(b)));
}

/** The row that agrees in most of what is said, the first of those that agree alike. */
export function nearestTo(
  rows: readonly StoredRowFields[],
  values: ReadonlyMap<string, SaidValue>,
): StoredRowFields | null {
  const agreement = (row: StoredRowFields) =>
    [...values].filter(([field, { value }]) => row.fields[field] === value).length;
  return [...rows].sort((a, b) => agreement(b) - agreement(a))[0] ?? null;
}
