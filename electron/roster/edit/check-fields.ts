/**
 * The last check before values enter the log for good: do they have the form that the registry gives them?
 *
 * Forms, receptions and the command line have already refused wrong input in words; what fails here is a bug of theirs
 * and throws. Without it one bad value would be chained, sent and kept by every other office.
 */
import { isDocumentHash } from "../../../shared/domain/document-hash";
import {
  type EntityName,
  entityDefinition,
  type FieldDefinition,
  type FieldValue,
} from "../../../shared/domain/entities";
import { parsePartialDate } from "../../../shared/domain/partial-date";
import { isUuid } from "../../../shared/sync/bytes";
import type { EditFields } from "./edits";

const defaultMaxLength = 200;
const loneSurrogate = /\p{Surrogate}/u;

/** Sorted, different, one blank between: equal sets are equal text. */
function isSet(text: string, isMember: (part: string) => boolean): boolean {
  if (text === "") return false;
  const parts = text.split(" ");
  return parts.every((part, index) => isMember(part) && (index === 0 || (parts[index - 1] as string) < part));
}

function isDay(text: string): boolean {
  return text.length === 10 && parsePartialDate(text) !== null;
}

function hasForm(definition: FieldDefinition, value: Exclude<FieldValue, null>): boolean {
  const { type, choices = [] } = definition;
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "boolean") return typeof value === "boolean";
  if (typeof value !== "string" || value.length > (definition.maxLength ?? defaultMaxLength)) return false;
  switch (type) {
    case "text":
      return (
        value !== "" &&
        !loneSurrogate.test(value) &&
        !value.startsWith("\uFEFF") &&
        !value.includes("\0") &&
        value === value.normalize("NFC")
      );
    case "partialDate":
      return parsePartialDate(value) !== null;
    case "day":
      return isDay(value);
    case "choice":
      return choices.includes(value);
    case "choiceSet":
      return isSet(value, (part) => choices.includes(part));
    case "reference":
      return isUuid(value);
    case "referenceSet":
      return isSet(value, isUuid);
    case "document":
      return isDocumentHash(value);
  }
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
    if (value === null ? definition.required === true : !hasForm(definition, value)) {
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
