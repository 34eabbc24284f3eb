/**
 * Brings typed values into the form that is stored. Without it the same name would be kept composed and decomposed,
 * and an emptied box would be a text of no letters beside boxes that are truly empty.
 */
import { nfc } from "../../text/fold";
import { type EntityName, type FieldValue, fieldDefinition } from "../entities";
import type { RowFields } from "./fields";

/** Control characters other than tab and line break: they come in by pasting and no printer shows them. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/**
 * One value ready to be stored: text in NFC without surrounding white space or control characters, empty text as
 * null; in a name, one blank between words. Anything else stays as it is.
 */
export function cleanValue(entity: EntityName, field: string, value: FieldValue): FieldValue {
  if (typeof value !== "string") return value;
  const { type, format } = fieldDefinition(entity, field) ?? {};
  const isText = type === "text";
  const text = nfc(isText ? value.replace(/\r\n?/g, "\n").replace(CONTROL, "") : value).trim();
  if (text === "") return null;
  return format !== undefined ? text.replace(/\s+/g, " ") : text;
}

/** Every value of a row cleaned; fields that were not given stay absent. */
export function cleanFields(entity: EntityName, fields: RowFields): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, cleanValue(entity, field, value)]),
  );
}
