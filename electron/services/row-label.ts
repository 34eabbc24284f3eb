/** What a row is called among others of its owner, and whether it is there, in words. */
import {
  entityDefinition,
  type EntityName,
  fieldDefinition,
  type FieldValue,
} from "../../shared/domain/entities";
import type { Translate } from "../../shared/i18n";
import { joinTargetIn } from "../../shared/sync/fold";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { type NameOf, referenceName, wordOf } from "./value-words";

/**
 * E.g. "Bí thư Đảng ủy, xã Quảng Yên, từ 02/2021".
 * @param row the row's values by the names of their fields
 * @param nameOf names of rows; by default those that the catalog has today
 * @param since whether the day is part of it, for whoever does not show it beside
 * @returns "" for entities that nobody picks from a list
 */
export function rowLabel(
  catalog: CatalogFacts,
  t: Translate,
  entity: EntityName,
  row: (field: string) => FieldValue,
  nameOf: NameOf = (definition, id) => referenceName(catalog, definition, id),
  { since: hasSince = true }: { readonly since?: boolean } = {},
): string {
  const of = (field: string) => {
    const definition = fieldDefinition(entity, field);
    // A label says what is known; the id of a row that is not here says nothing to anybody.
    return definition?.type === "reference"
      ? nameOf(definition, String(row(field)))
      : wordOf(catalog, t, entity, field, row(field), row);
  };
  const since = (field: string) => {
    const day = !hasSince || row(field) === null ? null : of(field);
    return day === null ? null : t("domain:since", { day });
  };
  return entityDefinition(entity).label?.({ of, since }) ?? "";
}

/**
 * Whether a row is there, in words.
 * @param value the reason for which it was removed; null: it is there
 * @param nameOf the name of the record that it went up in, null where that is not known here
 */
export function presenceText(
  t: Translate,
  entity: EntityName,
  value: FieldValue,
  nameOf: (id: string) => string | null,
): string {
  if (typeof value !== "string") return t("domain:presenceKept");
  const into = joinTargetIn(value);
  if (into === null) return t("domain:presenceRemoved", { reason: value });
  // Only of rows that say the same, one goes up in the other.
  if (entity !== "official") return t("domain:presenceSame");
  const name = nameOf(into);
  return name === null || name === "" ? t("domain:presenceJoined") : t("domain:presenceJoinedInto", { name });
}
