/**
 * The last check before values enter the log for good: do they have the form that the registry gives them?
 *
 * Forms, receptions and the command line have already refused wrong input in words; what fails here is a bug of theirs
 * and throws. Without it one bad value would be chained, sent and kept by every other office.
 */
import { valueFault } from "../../../shared/domain/checks/value";
import {
  type EntityName,
  entityDefinition,
  type FieldDefinition,
  type FieldValue,
} from "../../../shared/domain/entities";
import { cleanValue } from "../../../shared/domain/validate/clean";
import type { EditFields } from "./edits";

function hasForm(
  entity: EntityName,
  field: string,
  definition: FieldDefinition,
  value: Exclude<FieldValue, null>,
): boolean {
  return valueFault(field, definition, value) === null && cleanValue(entity, field, value) === value;
}

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
    if (value === null ? definition.required === true : !hasForm(entity, field, definition, value)) {
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
