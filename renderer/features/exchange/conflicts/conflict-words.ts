/** How a conflict and its values read: the names of fields, and "kept" against "removed" in place of a raw value. */
import type { TFunction } from "i18next";
import type { ConflictData, ConflictValue } from "../../../../shared/contract/schemas/conflicts";
import { type EntityName, entityNames, fieldDefinition } from "../../../../shared/domain/entities";

/** The entity if this program knows it; a newer one may send others. */
export function knownEntity(entity: string): EntityName | null {
  return entityNames.find((name) => name === entity) ?? null;
}

/** @param t with the namespaces `screen-conflicts` and `domain` */
export function fieldWord(t: TFunction, entity: string, field: string): string {
  return field === "presence"
    ? t("screen-conflicts:conflicts.presence")
    : t(`domain:field.${entity}.${field}`, { defaultValue: field });
}

/** A presence that is nothing means that the record is there; a text is the reason that it was removed for. */
export function isRemoval(conflict: ConflictData, value: ConflictValue): boolean {
  return conflict.kind === "removed" && value.value !== null;
}

export function valueWord(t: TFunction, conflict: ConflictData, value: ConflictValue): string {
  if (conflict.kind === "removed") {
    return isRemoval(conflict, value)
      ? t("screen-conflicts:conflicts.removed", { reason: String(value.value) })
      : t("screen-conflicts:conflicts.present");
  }
  return value.text ?? t("screen-conflicts:conflicts.blank");
}

/** Whether another value can be typed: a field that this program knows and has an input for. */
export function canBeTyped(conflict: ConflictData): boolean {
  const entity = knownEntity(conflict.entity);
  if (conflict.kind === "removed" || entity === null) return false;
  const definition = fieldDefinition(entity, conflict.field);
  // Levels of a rule hang on a standard that the conflict does not name.
  return definition !== null && definition.type !== "referenceSet" && conflict.field !== "minimumLevel";
}

/** Key of the words on the button that takes a value. A person is a record ("hồ sơ"), anything else a row. */
export function keepKey(conflict: ConflictData, value: ConflictValue): string {
  if (conflict.kind === "field") return "screen-conflicts:conflicts.keep";
  const what = conflict.entity === "official" ? "Record" : "Row";
  return `screen-conflicts:conflicts.${isRemoval(conflict, value) ? "remove" : "keep"}${what}`;
}
