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
} from "../../../shared/domain/entities";

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

/** Column of one field, without quotes. */
export function columnOf(field: string): string {
  return snakeCase(field);
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

/** Entities in an order in which references point backwards only (a unit's parent is a unit). */
export const projectionOrder = [
  "unit",
  "office",
  "post",
  "official",
  "assignment",
  "qualification",
  "standardSet",
  "standardRule",
  "question",
  "keptApart",
] as const satisfies readonly EntityName[];
