/**
 * Finds the rows that point at a row, from the registry's references.
 *
 * Removing a person takes along what belongs to them; removing a unit that people serve in must be refused. Both
 * follow from the registry, so that an entity added later is covered by itself.
 */
import {
  entities,
  entityDefinition,
  type EntityName,
  entityNames,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { fieldColumns, tableOf } from "./columns";

export interface Referrer {
  readonly entity: EntityName;
  readonly field: string;
  readonly fieldId: number;
  readonly column: string;
  /** Whether the target owns the row: removing the target removes the row in the same change. */
  readonly owned: boolean;
  /** Whether the row cannot be shown without the target. */
  readonly needed: boolean;
  /** Whether the row only says something about the target, and goes out of view with it. */
  readonly aside: boolean;
}

const referrers: ReadonlyMap<EntityName, readonly Referrer[]> = new Map(
  entityNames.map((target) => [
    target,
    entityNames.flatMap((entity) =>
      fieldColumns(entity)
        .filter(({ definition }) => definition.type === "reference" && definition.entity === target)
        .map(({ field, fieldId, name, definition }) => ({
          entity,
          field,
          fieldId,
          column: name,
          owned: isOwner(entity, target, field),
          needed: definition.required === true,
          aside: entityDefinition(entity).aside === true,
        })),
    ),
  ]),
);

function isOwner(entity: EntityName, target: EntityName, field: string): boolean {
  const { owner } = entityDefinition(entity);
  return owner !== null && owner.entity === target && owner.field === field;
}

/** The references that may point at rows of an entity. */
export function referrersOf(target: EntityName): readonly Referrer[] {
  return referrers.get(target) ?? [];
}

/** Ids of the rows that point at a pk through one reference, in pk order; at most `limit`. */
export function rowsPointingAt(db: ReadHandle, referrer: Referrer, pk: number, limit: number): string[] {
  const query = sql`
    SELECT id FROM ${sql.name(tableOf(referrer.entity))} WHERE ${sql.name(referrer.column)} = ${pk}
    ORDER BY pk LIMIT ${limit}`;
  return db.raw<[Buffer]>(query).map(([id]) => bytesToUuid(id));
}

/** The table `together` of a query: a row and all that went up in it, by way of any others. */
export function togetherWith(row: Uint8Array): Sql {
  return sql`together (id) AS (
    SELECT ${row}
    UNION SELECT unresolved.row FROM unresolved JOIN together ON unresolved.target = together.id
      WHERE unresolved.field = ${presenceField}
  )`;
}

/**
 * Ids of the rows that name a row which stands, or one that went up in it: those that point at it, and those that are left
 * out of their tables for another of their references and are there all the same.
 */
export function rowsNaming(
  db: ReadHandle,
  referrer: Referrer,
  row: Uint8Array,
  pk: number,
  limit: number,
): string[] {
  const leftOut = db.raw<[Buffer]>(sql`
    WITH RECURSIVE ${togetherWith(row)}
    SELECT named.row FROM unresolved AS named JOIN together ON named.target = together.id
    WHERE named.entity = ${entities[referrer.entity].id} AND named.field = ${referrer.fieldId}
      AND named.state <> 'gone'
    ORDER BY named.row LIMIT ${limit}`);
  return [
    ...new Set([...rowsPointingAt(db, referrer, pk, limit), ...leftOut.map(([id]) => bytesToUuid(id))]),
  ];
}
