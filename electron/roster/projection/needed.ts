/** Which references a row cannot be shown without: the registry's required fields, by the numbers that the log uses. */
import { type EntityName, entities, entityDefinition } from "../../../shared/domain/entities";

const neededFields: ReadonlyMap<number, ReadonlySet<number>> = new Map(
  (Object.keys(entities) as EntityName[]).map((name) => [
    entities[name].id,
    new Set(
      Object.values(entityDefinition(name).fields).flatMap((field) =>
        field.required === true ? [field.id] : [],
      ),
    ),
  ]),
);

/** Whether a row cannot be shown without what a field refers to. */
export function isNeeded(entity: number, field: number): boolean {
  return neededFields.get(entity)?.has(field) ?? false;
}
