/**
 * What stands on record beside a row that an import would add. A second degree shown as "nothing → Thạc sĩ" reads as if the
 * first were not known, or lost.
 */
import type { ImportValueChange } from "../../../shared/contract/schemas/imports";
import { entityDefinition, type FieldValue, type PersonEntity } from "../../../shared/domain/entities";
import type { Translate } from "../../../shared/i18n";
import type { FieldChange, RowWrite } from "../../../shared/import/compare";
import type { PersonPlan } from "../../../shared/import/plan";
import type { StoredRowFields } from "../../../shared/import/record-rows";
import { officialRecord } from "../../roster/read/officials";
import type { OpenRoster } from "../open-roster";
import { wordOf } from "../value-words";

type Beside = ImportValueChange["beside"];

/** Tells of each change of a person what stands beside it; the record is read once. */
export function besideIn(
  { outcome, id, writes }: PersonPlan,
  roster: OpenRoster,
  t: Translate,
): (change: FieldChange, write: RowWrite) => Beside {
  const addsRow = writes.some(({ isNew, entity }) => isNew && entity !== "official");
  const record = outcome === "changed" && addsRow && id !== null ? officialRecord(roster.db, id) : null;
  const isWritten = (row: StoredRowFields) => writes.some((write) => write.id === row.id);
  return (change, { entity, isNew }) => {
    if (record === null || !isNew || entity === "official") return null;
    const apart = toldApartBy(entity);
    const rows: readonly StoredRowFields[] = record.rows[entity].filter(
      ({ fields }) => apart === null || fields[apart] === change.by,
    );
    if (rows.length === 0) return null;
    const texts = rows.flatMap(
      ({ fields }) => wordIn(change, fields[change.field] ?? null, fields, roster, t) ?? [],
    );
    return { text: [...new Set(texts)].join(", "), stays: !rows.some(isWritten) };
  };
}

/** The field whose answer is in the heading of every column of an entity, and so is no news of its own. */
export function toldApartBy(entity: PersonEntity): string | null {
  const { inTable } = entityDefinition(entity);
  return typeof inTable === "object" ? inTable.by : null;
}

/** A value of the field that changes, in a row of its entity; null for nothing. */
export function wordIn(
  { entity, field, by }: FieldChange,
  value: FieldValue,
  fields: Readonly<Record<string, FieldValue | undefined>>,
  roster: OpenRoster,
  t: Translate,
): string | null {
  const apart = toldApartBy(entity);
  const row = (name: string): FieldValue => fields[name] ?? (name === apart ? by : null);
  return wordOf(roster.catalog(), t, entity, field, value, row);
}
