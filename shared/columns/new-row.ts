/**
 * What else a row says that is made because somebody filled a cell of it: a post without its unit is none. Which fields
 * these are follows from the registry, so that one cell, bulk edit and pasting ask for the same.
 */
import { entityDefinition, ownerField } from "../domain/entities";
import type { PersonColumn } from "./column";

/**
 * Fields that are still to be said of a row, in the order of the registry. A row that is whole by what is said asks nothing
 * more; of one by which people are counted, its day is asked for too.
 * @param column one of its cells @param said fields that have a value already
 */
export function unsaidOfNewRow({ entity, pick }: PersonColumn, said: ReadonlySet<string>): readonly string[] {
  if (entity === "official") return [];
  const { fields, since } = entityDefinition(entity);
  const known = new Set([...said, ownerField(entity).name, ...(pick.kind === "best" ? [pick.by] : [])]);
  const unsaid = Object.keys(fields).filter((field) => !known.has(field));
  const required = unsaid.filter((field) => fields[field]?.required === true);
  if (required.length === 0 && pick.kind !== "main") return [];
  return unsaid.filter((field) => required.includes(field) || field === since);
}
