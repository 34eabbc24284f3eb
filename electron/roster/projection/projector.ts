/**
 * Puts rows of the log into their tables.
 *
 * The only code that writes entity tables. A write of the log and a rebuild both come through here, so that they
 * cannot disagree about what a row looks like.
 */
import { type EntityName, type FieldDefinition, type FieldValue } from "../../../shared/domain/entities";
import { isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { WriteHandle } from "../file/handle";
import { proofAt } from "../file/row-proof";
import { type Sql, type SqlValue, sql } from "../file/sql";
import type { FindRow } from "./row-cache";
import { type Column, fieldColumns, storageOf, tableOf } from "./columns";
import { derivedColumns } from "./derived";
import { wholeProof } from "./proven";
import { shapeOf } from "./schema";
import { countRow } from "./totals";

/** Values of one row by field id; a field that is missing counts as null. */
export type RowValues = ReadonlyMap<number, FieldValue>;

/** Instant (ms) of the op whose value a field shows, by field id; null for a field that nothing wrote. */
export type FieldWrittenAt = (fieldId: number) => number | null;

/**
 * Finds the pk of the row that a reference names.
 * @param fieldId the field that refers to it
 * @returns null when no such row is in the tables
 */
export type ReferenceLookup = (entity: EntityName, id: string, fieldId: number) => number | null;

/** A row that cannot stand in its table: a field that it cannot do without has no value, or leads nowhere. */
export interface Dangling {
  readonly field: string;
  readonly id: string;
}

type Statement = (params: readonly SqlValue[]) => Sql;

interface TableWriter {
  readonly table: string;
  readonly columns: readonly Column[];
  /** Of each proof, where its columns stand among fields, derived columns, id and pk. */
  readonly proofs: readonly (readonly number[])[];
  /** The proof of a row that stands, of those that the table's total adds up. */
  readonly standing: Statement;
  readonly insert: Statement;
  readonly update: Statement;
  readonly remove: Statement;
}

function tableWriter(entity: EntityName): TableWriter {
  const columns = fieldColumns(entity);
  const values = [...columns.map((column) => column.name), ...derivedColumns(entity).map(({ name }) => name)];
  const { proofs } = shapeOf(entity);
  const names = [...values, ...proofs.map(({ name }) => name)];
  const all = [...values, "id", "pk"];
  const quoted = [...names, "id", "pk"].map(sql.name);
  const table = sql.name(tableOf(entity));
  const places = sql.join(quoted.map(() => null));
  const settings = sql.join(names.map((name) => sql`${sql.name(name)} = ${null}`));
  return {
    table: tableOf(entity),
    columns,
    proofs: proofs.map((proof) => proof.columns.map((name) => all.indexOf(name))),
    standing: sql.prepared(
      sql`SELECT ${sql.name(proofs[0]?.name ?? wholeProof)} FROM ${table} WHERE pk = ${null}`,
    ),
    insert: sql.prepared(sql`INSERT INTO ${table} (${sql.join(quoted)}) VALUES (${places})`),
    update: sql.prepared(sql`UPDATE ${table} SET ${settings} WHERE pk = ${null}`),
    remove: sql.prepared(sql`DELETE FROM ${table} WHERE pk = ${null}`),
  };
}

/** A stored value of the wrong kind (a newer or foreign program wrote it) is shown as nothing. */
function columnValue(definition: FieldDefinition, value: FieldValue): SqlValue {
  switch (storageOf(definition)) {
    case "integer":
      return typeof value === "number" ? value : null;
    case "boolean":
      return typeof value === "boolean" ? Number(value) : null;
    case "text":
    case "reference":
      return typeof value === "string" ? value : null;
  }
}

/** Writes rows of known entities. One for each database handle: statements are prepared by it. */
export class Projector {
  readonly #db: WriteHandle;
  readonly #lookup: ReferenceLookup;
  readonly #counts: boolean;
  readonly #writers = new Map<EntityName, TableWriter>();

  /** @param counts whether totals are kept row by row; where all tables are filled, they are added up at the end */
  constructor(db: WriteHandle, lookup: ReferenceLookup, counts = true) {
    this.#db = db;
    this.#counts = counts;
    this.#lookup = lookup;
  }

  #writer(entity: EntityName): TableWriter {
    let writer = this.#writers.get(entity);
    if (writer === undefined) {
      writer = tableWriter(entity);
      this.#writers.set(entity, writer);
    }
    return writer;
  }

  /** The parameters of one row's statement, or the required field that is missing; all references are looked up. */
  #parameters(
    entity: EntityName,
    writer: TableWriter,
    values: RowValues,
    writtenAt: FieldWrittenAt,
  ): SqlValue[] | Dangling {
    const parameters: SqlValue[] = [];
    let dangling: Dangling | null = null;
    for (const { field, fieldId, definition } of writer.columns) {
      const value = columnValue(definition, values.get(fieldId) ?? null);
      if (definition.type !== "reference" || definition.entity === undefined) {
        if (value === null && definition.required) dangling ??= { field, id: "" };
        parameters.push(value);
        continue;
      }
      const target =
        typeof value === "string" && isUuid(value) ? this.#lookup(definition.entity, value, fieldId) : null;
      if (target === null && definition.required) dangling ??= { field, id: String(value) };
      parameters.push(target);
    }
    if (dangling !== null) return dangling;
    const ofField = <T>(field: string, read: (fieldId: number) => T | undefined): T | null => {
      const column = writer.columns.find((one) => one.field === field);
      return column === undefined ? null : (read(column.fieldId) ?? null);
    };
    const named = (field: string) => ofField(field, (id) => values.get(id));
    const written = (field: string) => ofField(field, (id) => writtenAt(id) ?? undefined);
    for (const { compute } of derivedColumns(entity)) parameters.push(compute(named, written));
    return parameters;
  }

  /**
   * Puts the proofs of a row behind its values.
   * @param values fields and derived columns
   * @returns the proof that the table's total adds up
   */
  #prove(writer: TableWriter, values: SqlValue[], id: Uint8Array, pk: number): number {
    const all = [...values, id, pk];
    const proofs = writer.proofs.map((places) => proofAt(all, places));
    values.push(...proofs);
    return proofs[0] ?? 0;
  }

  #standing(writer: TableWriter, pk: number): number {
    return this.#db.value<number>(writer.standing([pk])) ?? 0;
  }

  #count(writer: TableWriter, rows: number, proof: number): void {
    if (this.#counts) countRow(this.#db, writer.table, rows, proof);
  }

  /** @returns null when done, or the field for which the row was left out */
  insert(
    entity: EntityName,
    pk: number,
    id: Uint8Array,
    values: RowValues,
    writtenAt: FieldWrittenAt,
  ): Dangling | null {
    const writer = this.#writer(entity);
    const parameters = this.#parameters(entity, writer, values, writtenAt);
    if (!Array.isArray(parameters)) return parameters;
    const proof = this.#prove(writer, parameters, id, pk);
    parameters.push(id, pk);
    this.#db.run(writer.insert(parameters));
    this.#count(writer, 1, proof);
    return null;
  }

  /** Replaces all columns of a row that is there. @returns as `insert` */
  update(
    entity: EntityName,
    pk: number,
    id: Uint8Array,
    values: RowValues,
    writtenAt: FieldWrittenAt,
  ): Dangling | null {
    const writer = this.#writer(entity);
    const parameters = this.#parameters(entity, writer, values, writtenAt);
    if (!Array.isArray(parameters)) return parameters;
    const before = this.#standing(writer, pk);
    const proof = this.#prove(writer, parameters, id, pk);
    parameters.push(pk);
    this.#db.run(writer.update(parameters));
    this.#count(writer, 0, proof - before);
    return null;
  }

  remove(entity: EntityName, pk: number): void {
    const writer = this.#writer(entity);
    const before = this.#standing(writer, pk);
    this.#db.run(writer.remove([pk]));
    this.#count(writer, -1, -before);
  }
}

/** Looks references up in the tables themselves. */
export function tableLookup(db: WriteHandle): FindRow {
  return (entity, id) =>
    db.value<number>(sql`SELECT pk FROM ${sql.name(tableOf(entity))} WHERE id = ${uuidToBytes(id)}`) ?? null;
}
