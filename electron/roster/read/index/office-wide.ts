/**
 * Whether a scope of units takes in the whole office. Somebody of whom no post is on record belongs to no unit: such people
 * are told of where the office as a whole is looked at, and a list and the figures over it must agree on where that is.
 */
import type { CatalogFacts } from "./catalog-facts";

/** @param scope 1 at the index of each unit in it; null: all units */
export function isOfficeWide({ officeScope }: CatalogFacts, scope: Uint8Array | null): boolean {
  if (scope === null) return true;
  return officeScope.includes(1) && officeScope.every((isOwn, unit) => isOwn === 0 || scope[unit] === 1);
}
