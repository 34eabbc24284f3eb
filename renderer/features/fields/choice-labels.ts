/** Where the words for the answers of choice fields stand: one table, so that every form names an answer alike. */
import type { TFunction } from "i18next";
import { type EntityName, fieldDefinition } from "../../../shared/domain/entities";
import { levelLadders } from "../../../shared/domain/levels";
import { qualificationKindOf } from "../../../shared/domain/validate/qualifications";
import type { Choice } from "../../components/choice-field";

const labelGroups: Readonly<Record<string, string>> = {
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
  const group = labelGroups[`${entity}.${field}`];
  const choices = fieldDefinition(entity, field)?.choices ?? [];
  return choices.map((value) => ({
    value,
    label: group === undefined ? value : t(`domain:${group}.${value}`),
  }));
}
