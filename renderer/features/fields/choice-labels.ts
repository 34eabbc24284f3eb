/** The answers of choice fields with their words, as every form offers them. */
import type { TFunction } from "i18next";
import { type EntityName, fieldDefinition } from "../../../shared/domain/entities";
import { levelLadders } from "../../../shared/domain/levels";
import { choiceGroup } from "../../../shared/i18n";
import { qualificationKindOf } from "../../../shared/domain/validate/qualifications";
import type { Choice } from "../../components/choice-field";

/**
 * The answers that a field offers, in the registry's order.
 * @param t with the namespace `domain`; @param ladder kind whose levels are offered, for fields that hold a level
 */
export function choicesOf(t: TFunction, entity: EntityName, field: string, ladder: string | null): Choice[] {
  if (
    (entity === "qualification" && field === "level") ||
    (entity === "standardRule" && field === "minimumLevel")
  ) {
    const kind = qualificationKindOf(ladder);
    if (kind === null) return [];
    return levelLadders[kind].map((level) => ({ value: level, label: t(`domain:level.${kind}.${level}`) }));
  }
  const group = choiceGroup(entity, field);
  const choices = fieldDefinition(entity, field)?.choices ?? [];
  return choices.map((value) => ({
    value,
    label: group === null ? value : t(`domain:${group}.${value}`),
  }));
}
