/**
 * Brings typed values into the form that is stored, by the type of their field. Every way in comes through here (form,
 * command line, catalog, gate), and what other offices wrote is read through it: without it one name would be kept in
 * several forms that look alike, and an emptied box would be a text of no letters.
 */
import { cleanText } from "../../text/clean";
import { type EntityName, type FieldValue, fieldDefinition } from "../entities";
import type { TextFormat } from "../entities/definition";
import { hasLines } from "../text-fields";
import type { RowFields } from "./fields";

/** What people put between digits: blanks, dots, dashes, the apostrophe of a spreadsheet's text cell. */
const betweenDigits = /[\s.,\p{Pd}_'’"]/gu;
const betweenPhoneDigits = /[\s.,\p{Pd}()]/gu;

/** The text itself where it is something else than was asked for: whoever typed it must see it again. */
function inFormat(text: string, format: TextFormat | undefined): string {
  switch (format) {
    case "digits": {
      const digits = text.normalize("NFKC").replace(betweenDigits, "");
      return /^\d+$/.test(digits) ? digits : text;
    }
    case "phone": {
      const digits = text.normalize("NFKC").replace(betweenPhoneDigits, "");
      // Several numbers in one field stay apart.
      return /^\+?\d{1,15}$/.test(digits) ? digits : text;
    }
    case "code":
    case "column":
      return text.replaceAll(" ", "");
    case "line":
    case "personName":
    case undefined:
      return text;
  }
}

/**
 * One value ready to be stored: text as cleanText and its field's format have it, empty text as null. Anything else stays
 * as it is, and so does what a field of a newer program holds.
 */
export function cleanValue(entity: EntityName, field: string, value: FieldValue): FieldValue {
  const definition = fieldDefinition(entity, field);
  if (typeof value !== "string" || definition === null) return value;
  const text = inFormat(cleanText(value, { lines: hasLines(definition) }), definition.format);
  return text === "" ? null : text;
}

/** Every value of a row cleaned; fields that were not given stay absent. */
export function cleanFields(entity: EntityName, fields: RowFields): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, cleanValue(entity, field, value)]),
  );
}
