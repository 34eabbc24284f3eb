/**
 * What a row's new ops do, in the few words that a preview needs: somebody is added, changed, has left, is removed.
 *
 * Pure, so that a preview and the result it promises are one computation.
 */
import { entities, type EntityName, type FieldValue } from "../domain/entities";
import { isShown, openFields, type RowState } from "./fold";

export type RowEffect = "added" | "changed" | "ended" | "removed";

const { to, endReason } = entities.assignment.fields;

function differs(before: RowState, after: RowState): boolean {
  const fields = new Set([...before.values.keys(), ...after.values.keys()]);
  for (const field of fields) {
    if ((before.values.get(field) ?? null) !== (after.values.get(field) ?? null)) return true;
  }
  return false;
}

function isSet(state: RowState, field: number): boolean {
  const value: FieldValue = state.values.get(field) ?? null;
  return value !== null;
}

/**
 * @returns null when nothing that is shown changes
 */
export function rowEffect(entity: EntityName, before: RowState, after: RowState): RowEffect | null {
  const was = isShown(before);
  const is = isShown(after);
  if (!was && !is) return null;
  if (!was) return before.presence === "removed" ? "changed" : "added";
  if (!is) return "removed";
  if (!differs(before, after)) return null;
  if (entity !== "assignment") return "changed";
  const left = [to.id, endReason.id].some((field) => !isSet(before, field) && isSet(after, field));
  return left ? "ended" : "changed";
}

/** The effect on a person of effects on their rows: their own row's first, then whether they left a post. */
export function personEffect(known: RowEffect | null, entity: EntityName, effect: RowEffect): RowEffect {
  const own: RowEffect = entity === "official" || effect === "ended" ? effect : "changed";
  if (known === null) return own;
  const order: readonly RowEffect[] = ["changed", "ended", "added", "removed"];
  return order.indexOf(own) > order.indexOf(known) ? own : known;
}

/** How many decisions are open on a row. */
export function conflictCount(state: RowState): number {
  return openFields(state).length;
}
