/**
 * Which rows of a person's record the columns read on a day, and what stands in a cell.
 *
 * A qualification stands in its column from the day on which it surely is held, as the judge counts it; otherwise the
 * list of a past day would show papers that the findings beside it do not know.
 */
import { entityDefinition, type FieldValue, type OwnedEntity } from "../domain/entities";
import { ladderNamed, levelRank } from "../domain/levels";
import { isoToPacked, latestPackedDay, type PackedDay, packPartialDate } from "../domain/partial-date";
import { dateOf, type RowFields, textOf } from "../domain/checks/reading";
import { heldDays } from "../standards/held";
import type { PersonColumn } from "./column";

export interface ColumnRow {
  readonly id: string;
  readonly fields: RowFields;
  /** Day (ISO) on which the roster was told what the row says; null where that is not known. */
  readonly recordedOn: string | null;
}

/** A person as columns read them. */
export interface ColumnPerson {
  readonly id: string;
  readonly fields: RowFields;
  /** Rows by entity, in an order that all offices share. */
  readonly rows: Readonly<Record<OwnedEntity, readonly ColumnRow[]>>;
  /** The assignment by which they are counted on the day; null where they are counted by none. */
  readonly mainId: string | null;
}

/** The rows that a column reads, in order; none where it has nothing to show. */
export function rowsRead(person: ColumnPerson, column: PersonColumn, asOf: PackedDay): readonly ColumnRow[] {
  const { entity, pick, row } = column;
  if (entity === "official") return [{ id: person.id, fields: person.fields, recordedOn: null }];
  const rows = person.rows[entity];
  switch (pick.kind) {
    case "own":
      return [];
    case "main":
      return rows.filter(({ id }) => id === person.mainId);
    case "best": {
      const best = bestOf(person, column, asOf);
      return best === null ? [] : [best];
    }
    case "each":
      return row === null ? rows : rows.slice(row - 1, row);
  }
}

/** The values of a column, row by row, without those that say nothing. */
export function valuesRead(
  person: ColumnPerson,
  column: PersonColumn,
  asOf: PackedDay,
): readonly { readonly value: Exclude<FieldValue, null>; readonly row: ColumnRow }[] {
  return rowsRead(person, column, asOf).flatMap((row) => {
    const value = row.fields[column.field] ?? null;
    return value === null || value === "" ? [] : [{ value, row }];
  });
}

/**
 * Highest level first; of one level the earliest paper, then the first row. Where an entity has no ladder, the newest row
 * that surely has begun.
 */
function bestOf(person: ColumnPerson, { entity, pick }: PersonColumn, asOf: PackedDay): ColumnRow | null {
  if (entity === "official" || pick.kind !== "best") return null;
  const { fields: definitions, figures, since } = entityDefinition(entity);
  const ladder = Object.keys(definitions).find((field) => definitions[field]?.ladder === pick.by) ?? null;
  const dated = since ?? figures?.since ?? null;
  const birth = packPartialDate(dateOf(person.fields, "birth"));
  const kind = ladder === null ? null : ladderNamed(pick.value);
  let best: { row: ColumnRow; rank: number; day: number } | null = null;
  for (const row of person.rows[entity]) {
    if (row.fields[pick.by] !== pick.value) continue;
    const date = dated === null ? 0 : packPartialDate(dateOf(row.fields, dated));
    const level = ladder === null ? "" : (textOf(row.fields, ladder) ?? "");
    const recorded = row.recordedOn === null ? 0 : isoToPacked(row.recordedOn);
    const sure = kind === null ? latestPackedDay(date) : heldDays(date, recorded, birth, kind, level).sure;
    if (sure > asOf) continue;
    const rank = kind === null ? 0 : levelRank(kind, level);
    // On a ladder the first paper of the level; otherwise the last word.
    const day = kind === null ? -date : date === 0 ? Number.MAX_SAFE_INTEGER : date;
    if (best === null || rank > best.rank || (rank === best.rank && day < best.day))
      best = { row, rank, day };
  }
  return best?.row ?? null;
}
