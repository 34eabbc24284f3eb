/**
 * The words for the keys of closed lists and ladders, so that forms, the change log and the command line name an answer
 * alike. Which words a field has is said in the registry.
 */
import { type EntityName, type FieldValue, fieldDefinition } from "../domain/entities";
import type { Translate } from "./translator";

/** Key of the group of words in the `domain` namespace, or null for a list that has none. */
export function choiceGroup(entity: EntityName, field: string): string | null {
  return fieldDefinition(entity, field)?.words ?? null;
}

/**
 * The word for one key of a closed list; the key itself where the list has no words.
 * @param ladder what the row names as the ladder of a level, where it is known
 */
export function choiceWord(
  t: Translate,
  entity: EntityName,
  field: string,
  key: string,
  ladder: FieldValue,
): string {
  if (fieldDefinition(entity, field)?.ladder !== undefined) {
    return ladder === null ? key : t(`domain:level.${String(ladder)}.${key}`, { defaultValue: key });
  }
  const group = choiceGroup(entity, field);
  return group === null ? key : t(`domain:${group}.${key}`, { defaultValue: key });
}
