/** How a conflict and its values read: the names of fields, and "kept" against "removed" in place of a raw value. */
import type { TFunction } from "i18next";
import type { ConflictData, ConflictValue } from "../../../../shared/contract/schemas/conflicts";
import { fieldDefinition, isOwned } from "../../../../shared/domain/entities";
import { joinTargetIn } from "../../../../shared/sync/fold";

/** What a conflict is about. @param t with the namespaces `screen-conflicts` and `domain` */
export function subjectWord(t: TFunction, conflict: ConflictData): string {
  return isAboutJoining(conflict)
    ? t("screen-conflicts:conflicts.joining")
    : fieldWord(t, conflict.entity, conflict.field);
}

/** @param t with the namespaces `screen-conflicts` and `domain` */
export function fieldWord(t: TFunction, entity: string, field: string): string {
  if (field === "mainPost") return t("domain:mainPost");
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
    if (!isRemoval(conflict, value)) return t("screen-conflicts:conflicts.present");
    return joinTargetIn(value.value) === null
      ? t("screen-conflicts:conflicts.removed", { reason: String(value.value) })
      : (value.text ?? t("domain:presenceJoined"));
  }
  return value.text ?? t("screen-conflicts:conflicts.blank");
}

/** Whether somebody let the record go up in another one, which is there. */
function isAboutJoining({ values }: ConflictData): boolean {
  return values.some(({ joining }) => joining !== null);
}

/** Whether another value can be typed: a field that this program knows and has an input for. */
export function canBeTyped(conflict: ConflictData): boolean {
  const { entity, kind } = conflict;
  if (kind !== "field") return false;
  const definition = fieldDefinition(entity, conflict.field);
  if (definition === null || definition.type === "referenceSet") return false;
  // A level hangs on the ladder that its row names, and only the rows of a person are at hand.
  return definition.ladder === undefined || isOwned(entity);
}

/** Key of the words on the button that takes a value. A person is a record ("hồ sơ"), anything else a row. */
export function keepKey(conflict: ConflictData, value: ConflictValue): string {
  if (conflict.kind === "field") return "screen-conflicts:conflicts.keep";
  if (conflict.kind === "posts") return "screen-conflicts:conflicts.keepPost";
  if (value.joining !== null) return "screen-conflicts:conflicts.joinRecord";
  if (value.value === null && isAboutJoining(conflict)) return "screen-conflicts:conflicts.keepOwnRecord";
  const what = conflict.entity === "official" ? "Record" : "Row";
  return `screen-conflicts:conflicts.${isRemoval(conflict, value) ? "remove" : "keep"}${what}`;
}
