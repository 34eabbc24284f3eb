/** The answers of choice fields with their words, as every form offers them. */
import type { TFunction } from "i18next";
import { type EntityName, fieldDefinition } from "../../../shared/domain/entities";
import { ladderNamed, levelLadders, noTraining } from "../../../shared/domain/levels";
import { choiceGroup } from "../../../shared/i18n";
import type { Choice } from "../../components/choice-field";

/**
 * The answers that a field offers, in the registry's order.
 * @param t with the namespace `domain`; @param ladder kind whose levels are offered, for fields that hold a level
 * @param chosen stays among them, also where it would not be offered anew
 * @param offered those of a choice field that can be at all; null: whichever
 */
export function choicesOf(
  t: TFunction,
  entity: EntityName,
  field: string,
  ladder: string | null,
  chosen: string | null = null,
  offered: readonly string[] | null = null,
): Choice[] {
  const definition = fieldDefinition(entity, field);
  if (definition?.ladder !== undefined) {
    const kind = ladderNamed(ladder);
    if (kind === null) return [];
    return levelLadders[kind]
      .filter((level) => definition.atLeast !== true || level !== noTraining || level === chosen)
      .map((level) => ({ value: level, label: t(`domain:level.${kind}.${level}`) }));
  }
  const group = choiceGroup(entity, field);
  const choices = definition?.choices ?? [];
  const shown = choices.filter((value) => offered === null || offered.includes(value) || value === chosen);
  return shown.map((value) => ({
    value,
    label: group === null ? value : t(`domain:${group}.${value}`),
  }));
}
