/** Rows of many people as a column of a table reads them: a few fields of each, by person and in the order of row ids. */
import { type EntityName, type FieldValue, type PersonEntity } from "../../../shared/domain/entities";
import { packedToIso } from "../../../shared/domain/partial-date";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type SqlValue, sql } from "../file/sql";
import { fieldColumns, ownerColumn, tableOf } from "../projection/columns";
import { recordedColumn } from "../projection/derived";
import { proven, wholeColumns } from "../projection/proven";
import { shapeOf } from "../projection/schema";

export interface PersonRowRead {
  readonly pk: number;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Day (ISO) on which the roster was told what the row says; null where that is not kept or not known. */
  readonly recordedOn: string | null;
}

/**
 * @param pks row numbers of officials
 * @param fields those that are read; the others are missing in what is given
 * @returns rows by the number of their official; nobody without a row is named
 * @throws AppError `roster-damaged`
 */
export function rowsOfPeople(
  db: ReadHandle,
  entity: PersonEntity,
  pks: readonly number[],
  fields: ReadonlySet<string>,
): Map<number, PersonRowRead[]> {
  const table = sql.name(tableOf(entity));
  const names = wholeColumns(shapeOf(entity));
  const wanted = fieldColumns(entity).filter(({ field }) => fields.has(field));
  const isReference = (type: string, target: EntityName | undefined) =>
    type === "reference" && target !== undefined;
  const targets = wanted.flatMap(({ name, definition: { type, entity: target } }) =>
    isReference(type, target)
      ? sql`(SELECT target.id FROM ${sql.name(tableOf(target ?? entity))} AS target
             WHERE target.pk = ${table}.${sql.name(name)})`
      : [],
  );
  const owner = entity === "official" ? "pk" : ownerColumn(entity);
  const parts = [...names.map((name) => sql`${table}.${sql.name(name)}`), ...targets];
  const rows = db.raw<SqlValue[]>(sql`
    SELECT ${sql.join(parts)}
    FROM json_each(${JSON.stringify(pks)}) AS wanted JOIN ${table} ON ${table}.${sql.name(owner)} = wanted.value
    ORDER BY wanted.key, ${table}.id`);
  const ownerAt = names.indexOf(owner);
  const recordedAt = names.indexOf(recordedColumn);
  const places = wanted.map(({ name }) => names.indexOf(name));
  const found = new Map<number, PersonRowRead[]>();
  for (const row of rows) {
    const values = row.slice(0, names.length);
    proven(db, [values]);
    let target = names.length;
    const read: Record<string, FieldValue> = {};
    wanted.forEach(({ field, definition }, at) => {
      const value = isReference(definition.type, definition.entity)
        ? row[target++]
        : values[places[at] ?? -1];
      read[field] = valueOf(definition.type, value ?? null);
    });
    const recorded = recordedAt < 0 ? 0 : Number(values[recordedAt]);
    const official = Number(values[ownerAt]);
    const rowsOf = found.get(official) ?? [];
    rowsOf.push({
      pk: Number(values[0]),
      id: bytesToUuid(values[1] as Uint8Array),
      fields: read,
      recordedOn: recorded === 0 ? null : packedToIso(recorded),
    });
    found.set(official, rowsOf);
  }
  return found;
}

function valueOf(type: string, value: SqlValue): FieldValue {
  if (value === null) return null;
  if (type === "boolean") return value === 1;
  return value instanceof Uint8Array ? bytesToUuid(value) : value;
}
