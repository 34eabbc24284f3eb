/**
 * The words for the keys of closed lists, by entity and field: one table, so that forms, the change log and the
 * command line name an answer alike.
 */
import type { FieldValue } from "../domain/entities";
import type { Translate } from "./translator";

/** Where the words of a closed list stand in the `domain` namespace. */
const groups: Readonly<Record<string, string>> = {
  "official.sex": "sex",
  "assignment.kind": "assignmentKind",
  "assignment.endReason": "endReason",
  "qualification.kind": "kind",
  "qualification.mode": "studyMode",
  "unit.type": "unitType",
  "unit.level": "unitLevel",
  "unit.areaFlags": "areaFlag",
  "post.group": "postGroup",
  "post.category": "postCategory",
  "standardRule.standard": "standard",
  "standardRule.postGroups": "postGroup",
  "standardRule.anyFlag": "areaFlag",
  "standardRule.allFlags": "areaFlag",
};

/** Key of the group of words in the `domain` namespace, or null for a list that has none. */
export function choiceGroup(entity: string, field: string): string | null {
  return groups[`${entity}.${field}`] ?? null;
}

/**
 * The word for one key of a closed list; the key itself where the list has no words.
 * @param kind kind of the qualification that a level belongs to, where it is known
 */
export function choiceWord(
  t: Translate,
  entity: string,
  field: string,
  key: string,
  kind: FieldValue,
): string {
  if (entity === "qualification" && field === "level") {
    return kind === null ? key : t(`domain:level.${String(kind)}.${key}`);
  }
  const group = choiceGroup(entity, field);
  return group === null ? key : t(`domain:${group}.${key}`);
}
