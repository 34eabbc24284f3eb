/**
 * The parts of the editor of a set, a rule or a post, as their entity says them: a condition of rules that is added to the
 * entity is in the editor by that alone.
 */
import { entityDefinition, type FieldDefinition } from "../../../../shared/domain/entities";
import { formParts } from "../../../../shared/domain/entities/definition";
import { hasLines } from "../../../../shared/domain/text-fields";
import type { RuleEdit } from "../../../../shared/standards/draft";
import type { FieldSlot } from "../../../records/field/field-grid";

export interface RowPart {
  /** Key of `screen-rules:part`. */
  readonly title: (typeof formParts)[number];
  readonly slots: readonly FieldSlot[];
}

export function rowParts(entity: RuleEdit["entity"]): RowPart[] {
  const { fields, title: named } = entityDefinition(entity);
  return formParts.flatMap((title) => {
    const slots = Object.entries(fields)
      .filter(([, { part = "who" }]) => part === title)
      .map(([field, definition]): FieldSlot => ({ field, span: spanOf(definition, field === named) }));
    return slots.length === 0 ? [] : [{ title, slots }];
  });
}

/** Texts that may be longer want the whole row to be read in. */
const longestOfHalf = 200;

/** Of twelve columns: lists to tick and long texts take the row, the others share it. */
function spanOf(definition: FieldDefinition, isTitle: boolean): FieldSlot["span"] {
  const isSet = definition.type === "choiceSet" || definition.type === "referenceSet";
  const isLong = hasLines(definition) || (definition.maxLength ?? 0) > longestOfHalf;
  return isSet || isTitle || isLong ? 12 : 6;
}
