/**
 * Finds the rows that point at a row, from the registry's references.
 *
 * Removing a person takes along what belongs to them; removing a unit that people serve in must be refused. Both
 * follow from the registry, so that an entity added later is covered by itself.
 */
import { entityDefinition, type EntityName, entityNames } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { fieldColumns, tableOf } from "./columns";

export interface Referrer {
  readonly entity: EntityName;
  readonly field: string;
  readonly column: string;
  /** Whether the target owns the row: removing the target removes the row in the same change. */
  readonly owned: boolean;
  /** Whether the row only says something about the target, and goes out of view with it. */
  readonly aside: boolean;
}

const referrers: ReadonlyMap<EntityName, readonly Referrer[]> = new Map(
  entityNames.map((target) => [
    target,
    entityNames.flatMap((entity) =>
      fieldColumns(entity)
        .filter(({ definition }) => definition.type === "reference" && definition.entity === target)
        .map(({ field, name }) => ({
          entity,
          field,
          column: name,
          owned: isOwner(entity, target, field),
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
