/**
 * What two records of one person say otherwise, and what the one that stays takes of the other; field by field as the
 * registry has them, so that a field that comes later is neither hidden nor lost when records are joined.
 */
import type { DuplicateData } from "../../../shared/contract/schemas/conflicts";
import { entityDefinition, type FieldValue } from "../../../shared/domain/entities";
import { readValue } from "../../../shared/domain/validate/readable";
import type { Translate } from "../../../shared/i18n";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { wordOf } from "../value-words";

type Fields = Readonly<Record<string, FieldValue>>;

const person = entityDefinition("official");

/** The fields that differ, in words and in the registry's order. */
export function differingValues(
  catalog: CatalogFacts,
  t: Translate,
  a: Fields,
  b: Fields,
): DuplicateData["differing"] {
  return Object.keys(person.fields)
    .filter((field) => said(a, field) !== said(b, field))
    .map((field) => ({ field, a: inWords(catalog, t, a, field), b: inWords(catalog, t, b, field) }));
}

function inWords(catalog: CatalogFacts, t: Translate, fields: Fields, field: string): string | null {
  return wordOf(catalog, t, "official", field, said(fields, field), (name) => said(fields, name));
}

/**
 * The values of `joined` that `kept` takes: all that only `joined` has, and of those that both have the chosen ones. What
 * `joined` leaves blank takes nothing away.
 */
export function takenValues(kept: Fields, joined: Fields, chosen: readonly string[]): Fields {
  const taken = Object.entries(person.fields).filter(([field, { id }]) => {
    const value = said(joined, field);
    if (value === null || value === said(kept, field)) return false;
    // What cannot be read here stays in the log of its own record.
    if (readValue("official", id, value) === undefined) return false;
    return said(kept, field) === null || chosen.includes(field);
  });
  return Object.fromEntries(taken.map(([field]) => [field, said(joined, field)]));
}

/** Null for nothing. */
function said(fields: Fields, field: string): FieldValue {
  const value = fields[field] ?? null;
  return value === "" ? null : value;
}
