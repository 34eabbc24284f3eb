/**
 * The values of an op as this office reads them.
 *
 * An op keeps the bytes that its author signed, whatever they hold. What is projected, compared and shown is cleaned as
 * if it had been typed here: two offices whose values differ in nothing that can be seen have no conflict, and a name with
 * a hidden mark in it is found. The same ops give the same reading everywhere, so nothing of the merge depends on who
 * cleaned what.
 */
import { entityById, fieldNameById, type FieldValue } from "../../../shared/domain/entities";
import { cleanValue } from "../../../shared/domain/validate/clean";

/** @returns the same map where nothing differs */
export function shownFields(
  entityId: number,
  fields: ReadonlyMap<number, FieldValue>,
): ReadonlyMap<number, FieldValue> {
  const entity = entityById(entityId);
  if (entity === null) return fields;
  let shown: Map<number, FieldValue> | null = null;
  for (const [id, value] of fields) {
    const field = typeof value === "string" ? fieldNameById(entity, id) : null;
    if (field === null) continue;
    const clean = cleanValue(entity, field, value);
    if (clean === value) continue;
    shown ??= new Map(fields);
    shown.set(id, clean);
  }
  return shown ?? fields;
}
