/**
 * How the registry's entities and fields are named in tables.
 *
 * Tables are read by plain SQL, so their names must follow from the registry by one rule; without this file a new
 * field would need its name spelled in five places.
 */
import {
  type EntityName,
  entityDefinition,
  entityNames,
  type FieldDefinition,
  type OwnedEntity,
  ownerField,
} from "../../../shared/domain/entities";
import type { Storage } from "../file/table-shape";

export interface Column {
  readonly field: string;
  readonly fieldId: number;
  readonly definition: FieldDefinition;
  /** Column name without quotes, e.g. `valid_from`. */
  readonly name: string;
}

/** `validFrom` → `valid_from`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const tables: ReadonlyMap<EntityName, string> = new Map(entityNames.map((name) => [name, snakeCase(name)]));

/** Table of an entity, e.g. `standard_set`. */
export function tableOf(entity: EntityName): string {
  return tables.get(entity) ?? snakeCase(entity);
}

/** Column that holds the official whom a row belongs to. */
export function ownerColumn(entity: OwnedEntity): string {
  return snakeCase(ownerField(entity).name);
}

/** The columns that hold an entity's fields, in the registry's order. */
export function fieldColumns(entity: EntityName): Column[] {
  return Object.entries(entityDefinition(entity).fields).map(([field, definition]) => ({
    field,
    fieldId: definition.id,
    definition,
    name: snakeCase(field),
  }));
}

/** How values of a type stand in their column. */
export function storageOf({ type }: FieldDefinition): Storage {
  switch (type) {
    case "integer":
    case "boolean":
    case "reference":
      return type;
    case "decimal":
    case "money":
    case "year":
      return "integer";
    case "text":
    case "choice":
    case "choiceSet":
    case "day":
    case "partialDate":
    case "month":
    case "timeSpan":
    case "code":
    case "referenceSet":
    case "document":
      return "text";
  }
}

/** The entity that a column refers to; null for other columns. */
export function referredBy({ definition }: Column): EntityName | null {
  return storageOf(definition) === "reference" ? (definition.entity ?? null) : null;
}

/** Entities in an order in which references point backwards only; an entity may refer to itself, as a unit's parent. */
function referredFirst(): EntityName[] {
  const order: EntityName[] = [];
  const visit = (entity: EntityName, above: readonly EntityName[]): void => {
    if (order.includes(entity)) return;
    if (above.includes(entity))
      throw new Error(`Entities refer to each other in a circle: ${above.join(", ")}`);
    for (const column of fieldColumns(entity)) {
      const target = referredBy(column);
      if (target !== null && target !== entity) visit(target, [...above, entity]);
    }
    order.push(entity);
  };
  for (const entity of entityNames) visit(entity, []);
  return order;
}

export const projectionOrder: readonly EntityName[] = referredFirst();
