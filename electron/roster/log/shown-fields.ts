/**
 * The values of an op as this office reads them.
 *
 * An op keeps the bytes that its author signed, whatever they hold. What is projected, compared and shown is cleaned as
 * if it had been typed here: two offices whose values differ in nothing that can be seen have no conflict, and a name with
 * a hidden mark in it is found. What is no value of its field at all counts as not written (see
 * shared/domain/validate/readable.ts). The same ops give the same reading everywhere, so nothing of the merge depends on
 * who cleaned what.
 */
import { entityById, type FieldValue } from "../../../shared/domain/entities";
import { isKnownField, readValue } from "../../../shared/domain/validate/readable";
import type { ReadBody } from "../../../shared/sync/op-codec";

export interface ShownFields {
  readonly fields: ReadonlyMap<number, FieldValue>;
  /** Fields that were written with something that cannot be read; null for almost every op. */
  readonly unread: ReadonlySet<number> | null;
}

/** @returns with the same map where nothing differs */
export function shownFields(
  entityId: number,
  { fields, strange }: Pick<ReadBody, "fields" | "strange">,
): ShownFields {
  const entity = entityById(entityId);
  if (entity === null) return { fields, unread: null };
  let shown: Map<number, FieldValue> | null = null;
  let unread: Set<number> | null = null;
  for (const field of strange) {
    if (!isKnownField(entity, field)) continue;
    unread ??= new Set();
    unread.add(field);
  }
  for (const [field, value] of fields) {
    const read = readValue(entity, field, value);
    if (read === value) continue;
    shown ??= new Map(fields);
    if (read !== undefined) {
      shown.set(field, read);
      continue;
    }
    shown.delete(field);
    unread ??= new Set();
    unread.add(field);
  }
  return { fields: shown ?? fields, unread };
}
