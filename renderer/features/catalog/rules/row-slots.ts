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
    const ofPart = Object.entries(fields).filter(([, { part = "who" }]) => part === title);
    const spans = ofPart.map(([field, definition]) => spanOf(definition, field === named));
    let taken = 0;
    ofPart.forEach(([, { beside }], at) => {
      // Two halves of one thing share a row: what would stand before the first takes its own.
      if (beside !== undefined && taken % row === half) {
        spans[at - 1] = row;
        taken += half;
      }
      taken += spans[at] ?? 0;
      if (taken % row === half && (spans[at + 1] ?? half) === row) taken += half;
    });
    const slots = ofPart.map(([field], at): FieldSlot => ({ field, span: spans[at] ?? row }));
    return slots.length === 0 ? [] : [{ title, slots }];
  });
}

/** Columns of a row, and of its half. */
const row = 12;
const half = 6;

/** Texts that may be longer want the whole row to be read in. */
const longestOfHalf = 200;

/** Of twelve columns: lists to tick and long texts take the row, the others share it. */
function spanOf(definition: FieldDefinition, isTitle: boolean): typeof row | typeof half {
  const isSet = definition.type === "choiceSet" || definition.type === "referenceSet";
  const isLong = hasLines(definition) || (definition.maxLength ?? 0) > longestOfHalf;
  return isSet || isTitle || isLong ? row : half;
}
