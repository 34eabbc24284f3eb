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

/** A row of whom nobody asks its id or its day keeps neither: of a nation's rows that is most of the work. */
class ReadRow implements PersonRowRead {
  readonly pk: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly #id: Uint8Array;
  readonly #recorded: number;

  constructor(pk: number, id: Uint8Array, fields: Readonly<Record<string, FieldValue>>, recorded: number) {
    this.pk = pk;
    this.fields = fields;
    this.#id = id;
    this.#recorded = recorded;
  }

  get id(): string {
    return bytesToUuid(this.#id);
  }

  get recordedOn(): string | null {
    return this.#recorded === 0 ? null : packedToIso(this.#recorded);
  }
}

/** A field that is read, with its place in a row and, of a reference, the ids of the rows it may name. */
interface Wanted {
  readonly field: string;
  readonly type: string;
  readonly at: number;
  readonly ids: ReadonlyMap<number, string> | null;
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
  const owner = entity === "official" ? "pk" : ownerColumn(entity);
  const rows = proven(
    db,
    db.raw<SqlValue[]>(sql`
      SELECT ${sql.join(names.map((name) => sql`${table}.${sql.name(name)}`))}
      FROM json_each(${JSON.stringify(pks)}) AS wanted JOIN ${table} ON ${table}.${sql.name(owner)} = wanted.value
      ORDER BY wanted.key, ${table}.id`),
  );
  const wanted = fieldColumns(entity)
    .filter(({ field }) => fields.has(field))
    .map(({ field, name, definition: { type, entity: target } }): Wanted => {
      const at = names.indexOf(name);
      const ids = type === "reference" && target !== undefined ? idsOf(db, target, rows, at) : null;
      return { field, type, at, ids };
    });
  const ownerAt = names.indexOf(owner);
  const recordedAt = names.indexOf(recordedColumn);
  const found = new Map<number, PersonRowRead[]>();
  for (const row of rows) {
    const read: Record<string, FieldValue> = {};
    for (const { field, type, at, ids } of wanted) {
      const value = row[at] ?? null;
      read[field] = ids === null ? valueOf(type, value) : (ids.get(Number(value)) ?? null);
    }
    const recorded = recordedAt < 0 ? 0 : Number(row[recordedAt]);
    const official = Number(row[ownerAt]);
    const one = new ReadRow(Number(row[0]), row[1] as Uint8Array, read, recorded);
    const known = found.get(official);
    if (known === undefined) found.set(official, [one]);
    else known.push(one);
  }
  return found;
}

/** Ids of the rows that a column of references names: few, and asked for once. */
function idsOf(
  db: ReadHandle,
  target: EntityName,
  rows: readonly (readonly SqlValue[])[],
  at: number,
): ReadonlyMap<number, string> {
  const named = new Set<number>();
  for (const row of rows) if (row[at] !== null) named.add(Number(row[at]));
  const found = db.raw<[number, Uint8Array]>(sql`
    SELECT target.pk, target.id
    FROM json_each(${JSON.stringify([...named])}) AS wanted
    JOIN ${sql.name(tableOf(target))} AS target ON target.pk = wanted.value`);
  return new Map(found.map(([pk, id]) => [pk, bytesToUuid(id)]));
}

function valueOf(type: string, value: SqlValue): FieldValue {
  if (value === null) return null;
  if (type === "boolean") return value === 1;
  return value instanceof Uint8Array ? bytesToUuid(value) : value;
}
