/** How the fields of an entity's rows are laid out where nobody laid them out by hand: from the registry alone. */
import { entityDefinition, type OwnedEntity, ownerField } from "../../../shared/domain/entities";
import type { FieldSlot } from "../field/field-grid";
import { isLongText } from "../field/registry-field";

/** A table wider than this would have to be scrolled sideways beside the cards. */
const columnLimit = 5;

/** Fields that a row is entered by: all but the one that ties it to its person, which follows from where it stands. */
export function enteredFields(entity: OwnedEntity): string[] {
  const owner = ownerField(entity).name;
  return Object.keys(entityDefinition(entity).fields).filter((field) => field !== owner);
}

/**
 * Places of the fields in the dialog: half the width, long texts the whole of it.
 * @param first fields that come first, in this order; the registry's order holds for the others
 */
export function slotsOf(entity: OwnedEntity, first: readonly string[] = []): FieldSlot[] {
  const fields = new Set([...first, ...enteredFields(entity)]);
  return [...fields].map((field) => ({ field, span: isLongText(entity, field) ? 12 : 6 }));
}

/** Fields that the table shows; the dialog has them all. */
export function columnFields(entity: OwnedEntity): string[] {
  return enteredFields(entity).slice(0, columnLimit);
}
