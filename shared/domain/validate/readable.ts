/**
 * What a value that stands in an op says, if anything: the registry's word on what other offices wrote.
 *
 * A sender may be mistaken, infected or hostile, and a newer program may mean more than this one can tell. A value that
 * is not of its field's type, format, range, choices or length counts as not written: nothing shows, counts or compares
 * it, and it is listed as "không đọc được" until somebody writes over it. Without this one date that no calendar has
 * stops every figure of a roster for good.
 *
 * Invariant (held by readable.test.ts): what can be written here can be read here.
 */
import { valueFault } from "../checks/value";
import {
  type EntityName,
  entityDefinition,
  entityNames,
  type FieldDefinition,
  type FieldValue,
  presenceField,
} from "../entities";
import { cleanValue } from "./clean";

/** Says why a row is gone; also the name of the row that one went up in. Longest in UTF-16 units. */
const longestPresence = 500;

type Read = (value: FieldValue) => FieldValue | undefined;

const digits = /^[0-9]+$/;

function fits(field: string, definition: FieldDefinition, value: Exclude<FieldValue, null>): boolean {
  if (valueFault(field, definition, value) !== null) return false;
  return definition.format !== "digits" || digits.test(String(value));
}

function readerOf(entity: EntityName, field: string, definition: FieldDefinition): Read {
  const isText = definition.type === "text";
  const nothing = definition.required === true ? undefined : null;
  return (value) => {
    if (value === null) return nothing;
    // What has the one form of its type holds nothing that cleaning could take away.
    if (!isText && fits(field, definition, value)) return value;
    if (typeof value !== "string") return undefined;
    const clean = cleanValue(entity, field, value);
    if (clean === null) return nothing;
    return fits(field, definition, clean) ? clean : undefined;
  };
}

function presence(value: FieldValue): FieldValue | undefined {
  if (value === null) return null;
  return typeof value === "string" && value.length <= longestPresence ? value : undefined;
}

const readers: ReadonlyMap<EntityName, ReadonlyMap<number, Read>> = new Map(
  entityNames.map((entity) => [
    entity,
    new Map<number, Read>([
      [presenceField, presence],
      ...Object.entries(entityDefinition(entity).fields).map(([field, definition]): [number, Read] => [
        definition.id,
        readerOf(entity, field, definition),
      ]),
    ]),
  ]),
);

/**
 * @param field id of a field, the presence of the row included
 * @returns the value as it is shown; undefined where it cannot be read; what a field of a newer program holds as it is
 */
export function readValue(entity: EntityName, field: number, value: FieldValue): FieldValue | undefined {
  const read = readers.get(entity)?.get(field);
  return read === undefined ? value : read(value);
}

/** Whether a field is one of the entity's, its presence included. */
export function isKnownField(entity: EntityName, field: number): boolean {
  return readers.get(entity)?.has(field) === true;
}
