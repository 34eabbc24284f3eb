/**
 * What a hostile office could write into a field: for every field of the registry values that are none of its type,
 * format, range or length, beside some that are. Derived, so that a new field or entity is attacked without a word here.
 */
import fc from "fast-check";
import { encode } from "cborg";
import {
  type EntityName,
  entityDefinition,
  entityNames,
  type FieldDefinition,
  type FieldValue,
} from "../../shared/domain/entities";
import { uuidToBytes } from "../../shared/sync/bytes";

/** A value as it stands in a body: also what no field of ours holds. */
export type WireValue = FieldValue | Uint8Array | readonly unknown[] | ReadonlyMap<unknown, unknown>;

const texts = [
  "",
  " ",
  "0",
  "9999-99-99",
  "2020-02-30",
  "0000",
  "2200-12-31",
  "1900",
  "2021-13",
  "..",
  "2200..1900",
  "NaN",
  "1e309",
  "-1",
  "null",
  "__proto__",
  "toString",
  "Nguyễn\u200b Văn\u202e A\u2066",
  "\u0000\u001b[2J",
  "\ud800",
  "x".repeat(401),
  "ữ".repeat(20_001),
  "<img src=x onerror=alert(1)>",
  "=HYPERLINK(1)",
  '{"__proto__":{"x":1}}',
  "[[[[[[[[",
  "00000000-0000-0000-0000-000000000000",
];
const numbers = [0, -1, 1, 7, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 48, 8.64e15, 2 ** 53 - 1, 1 - 2 ** 53];
const strange: readonly WireValue[] = [
  new Uint8Array(0),
  new Uint8Array(15),
  new Uint8Array(64),
  [],
  [1, ["x", null]],
  new Map([[1, new Map([[2, "x"]])]]),
];

/** @param ids rows of any entity that references may be led to */
export function hostileValue(ids: readonly string[]): fc.Arbitrary<WireValue> {
  const id = fc.constantFrom(...ids);
  return fc.oneof(
    fc.constantFrom<WireValue>(...texts),
    fc.constantFrom<WireValue>(...numbers),
    fc.constantFrom<WireValue>(...strange),
    fc.constantFrom<WireValue>(true, false, null),
    id,
    fc.uuid(),
    fc.uniqueArray(id, { minLength: 2, maxLength: 5 }).map((list) => list.sort().join(" ")),
    fc.uniqueArray(id, { minLength: 2, maxLength: 5 }).map((list) => list.join(" ")),
  );
}

const plainValues: Readonly<Record<FieldDefinition["type"], FieldValue>> = {
  text: "Một dòng chữ",
  integer: 3,
  boolean: true,
  partialDate: "2001-05",
  day: "2001-05-12",
  choice: null,
  choiceSet: null,
  reference: null,
  referenceSet: null,
  document: "ab".repeat(32),
  decimal: 234,
  money: 1000,
  year: 1980,
  month: "2001-05",
  timeSpan: "2001..2005",
  code: "A1",
};

/** A value that the field takes. @param rowOf a row of an entity */
export function plainValue(
  definition: FieldDefinition,
  rowOf: (entity: EntityName) => string | undefined,
): FieldValue {
  if (definition.entity !== undefined) return rowOf(definition.entity) ?? null;
  if (definition.choices !== undefined) return definition.choices[0] ?? null;
  if (definition.format === "digits") return "123456789";
  if (definition.format === "code") return "khoa";
  if (definition.format === "column") return "official.note";
  if (definition.jsonOf !== undefined) return JSON.stringify(plainValues.text);
  if (definition.type === "text") return String(plainValues.text).slice(0, definition.maxLength).trim();
  return plainValues[definition.type];
}

/** A body with any values, which no writer of ours would make. */
export function hostileBody(
  fields: ReadonlyMap<number, WireValue>,
  supersedes: readonly (readonly [Uint8Array, readonly number[]])[] = [],
  meta: readonly unknown[] | null = null,
): Uint8Array {
  const isId = (value: WireValue): value is string =>
    typeof value === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
  const written = new Map(
    [...fields].map(([field, value]) => [field, isId(value) ? uuidToBytes(value) : value]),
  );
  const parts = new Map<number, unknown>([[1, written]]);
  if (supersedes.length > 0) parts.set(2, supersedes);
  if (meta !== null) parts.set(3, meta);
  return encode(parts);
}

/** Every field that the registry has. */
export const everyField: readonly { readonly entity: EntityName; readonly field: FieldDefinition }[] =
  entityNames.flatMap((entity) =>
    Object.values(entityDefinition(entity).fields).map((field) => ({ entity, field })),
  );
