/**
 * Whom a rule asks, apart from its posts, as a text that is equal for rules that ask the same people: what decides whether
 * two rules contradict each other and which rule of a national text a province's takes the place of. Which fields say it
 * follows from the entity of rules.
 */
import { entityDefinition } from "../domain/entities";
import type { RowFields } from "../domain/validate/fields";

/** The posts are compared one by one. */
const postFields: readonly string[] = ["postGroups", "posts"];
const asking = Object.entries(entityDefinition("standardRule").fields)
  .filter(([field, { part = "who" }]) => (part === "who" || part === "where") && !postFields.includes(field))
  .map(([field]) => field);

/** @param row of a rule */
export function whomItAsks(row: RowFields): string {
  return JSON.stringify([row["standard"] ?? null, ...asking.map((field) => row[field] ?? null)]);
}
