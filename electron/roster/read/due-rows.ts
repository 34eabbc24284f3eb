/**
 * What is due reads of everybody, in slices by row number: one pass over a table without sorting and without the columns
 * that nobody asks for, each row proven by a checksum over what is read of it.
 */
import type { EntityName, FieldDefinition } from "../../../shared/domain/entities";
import { type DueEntity, dueOnly } from "../../../shared/due/types";
import type { ReadHandle } from "../file/handle";
import { type SqlValue, sql } from "../file/sql";
import { fieldColumns, tableOf } from "../projection/columns";
import { dueProof, proven, provenColumns, readInPart, wholeProof } from "../projection/proven";

/** A field that is read, with its place in a row. */
export interface DueColumn {
  readonly field: string;
  readonly definition: FieldDefinition;
  readonly at: number;
}

/** The row number comes first, and of rows that belong to somebody theirs after it. */
export type DueRow = [pk: number, ...values: SqlValue[]];

/** @returns in the order of the registry, the reference to the owner among them */
export function dueColumns(entity: DueEntity): readonly DueColumn[] {
  const names = readInPart(entity).find(({ name }) => name === dueProof)?.columns ?? [];
  return fieldColumns(entity).flatMap(({ name, field, definition }) => {
    const at = names.indexOf(name);
    return at < 0 ? [] : [{ field, definition, at }];
  });
}

/**
 * @param after rows with a greater number, at most `limit`; none at the end
 * @param count told of each row the proof that the total of its table adds up
 * @throws AppError `roster-damaged`
 */
export function dueRows(
  db: ReadHandle,
  entity: DueEntity,
  after: number,
  limit: number,
  count: (proof: number) => void,
): DueRow[] {
  const table = sql.name(tableOf(entity));
  const rows = db.raw<DueRow>(sql`
    SELECT ${provenColumns(entity, dueProof)}, ${table}.${sql.name(totalled(entity))}
    FROM ${table} WHERE pk > ${after} ORDER BY pk LIMIT ${limit}`);
  for (const row of rows) count(Number(row.pop()));
  return proven(db, rows);
}

/** Whether anything due looks at a row of an entity. */
export function dueLooksAt(entity: DueEntity): (row: DueRow) => boolean {
  const only = dueOnly[entity];
  if (only === undefined) return () => true;
  const at = dueColumns(entity).find(({ field }) => field === only.field)?.at ?? 0;
  return only.value === null ? (row) => row[at] !== null : (row) => row[at] === only.value;
}

function totalled(entity: EntityName): string {
  return readInPart(entity)[0]?.name ?? wholeProof;
}
