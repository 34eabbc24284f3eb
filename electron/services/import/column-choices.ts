/** The answers that a column of people can have, where they are few and known without the roster: for a picker. */
import type { PersonColumn } from "../../../shared/columns/column";
import { levelLadders, qualificationKinds } from "../../../shared/domain/levels";
import { choiceWord, type Translate } from "../../../shared/i18n";

export function columnChoices(
  { entity, field, definition, pick }: PersonColumn,
  t: Translate,
): { readonly value: string; readonly label: string }[] {
  const ladder = qualificationKinds.find((kind) => pick.kind === "best" && kind === pick.value);
  const isLevel = definition.ladder !== undefined && ladder !== undefined;
  const keys: readonly string[] = isLevel ? levelLadders[ladder] : (definition.choices ?? []);
  return keys.map((value) => ({
    value,
    label: choiceWord(t, entity, field, value, isLevel ? ladder : null),
  }));
}
