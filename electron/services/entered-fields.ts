/**
 * Values as somebody entered them, ready to be checked and stored: the one way from a form of the window into an edit. A
 * field that the entity does not have comes from no form of ours, and is refused before anything looks at it.
 */
import { appError } from "../../shared/contract/errors";
import { type EntityName, fieldDefinition, type FieldValue } from "../../shared/domain/entities";
import { cleanFields } from "../../shared/domain/validate/clean";
import type { RowFields } from "../../shared/domain/validate/fields";

/** @throws AppError bad-request for a field that there is not */
export function enteredFields(entity: EntityName, fields: RowFields): Record<string, FieldValue> {
  const unknown = Object.keys(fields).find((field) => fieldDefinition(entity, field) === null);
  if (unknown !== undefined) throw appError("bad-request", { detail: `${entity}.${unknown}` });
  return cleanFields(entity, fields);
}
