/**
 * The last check before values enter the log for good: do they have the form that the registry gives them?
 *
 * Forms, receptions and the command line have already refused wrong input in words; what fails here is a bug of theirs
 * and throws. Without it one bad value would be chained, sent and kept by every other office.
 */
import { type EntityName, entityDefinition, type FieldValue } from "../../../shared/domain/entities";
import { readValue } from "../../../shared/domain/validate/readable";
import type { EditFields } from "./edits";

/**
 * Values by field id.
 * @param whole whether the fields are all of a new row, so that required ones must be there
 * @throws Error naming entity and field, never the value (it may be a person's data)
 */
export function checkedFields(
  entity: EntityName,
  fields: EditFields,
  whole: boolean,
): Map<number, FieldValue> {
  const definitions = entityDefinition(entity).fields;
  const values = new Map<number, FieldValue>();
  for (const [field, value] of Object.entries(fields)) {
    const definition = definitions[field];
    if (definition === undefined) throw new Error(`${entity} has no field ${field}`);
    // What is written here must read as it is everywhere.
    if (readValue(entity, definition.id, value) !== value) {
      throw new Error(`${entity}.${field} was given a value of a wrong form`);
    }
    if (value !== null || !whole) values.set(definition.id, value);
  }
  if (whole) {
    for (const [field, definition] of Object.entries(definitions)) {
      if (definition.required && !values.has(definition.id)) throw new Error(`${entity} needs ${field}`);
    }
  }
  return values;
}
