/** One row as `edit`, `add` and `show` print it: its fields in words, empty ones left out. */
import { type EntityName, fieldDefinition, type FieldValue } from "../../shared/domain/entities";
import type { Translate } from "../../shared/i18n";
import { wordOf } from "../services/value-words";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { renderTable } from "./table";

export interface PrintedRow {
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** What follows of it from other rows. */
  readonly told?: string;
}

/** @param documentWord says of a document whether it is there */
export function rowText(
  { entity, id, fields, told }: PrintedRow,
  catalog: CatalogFacts,
  documentWord: (hash: string) => string,
  t: Translate,
): string {
  const lines = Object.entries(fields).flatMap(([field, value]) => {
    const isDocument = fieldDefinition(entity, field)?.type === "document" && typeof value === "string";
    const word = isDocument
      ? documentWord(value)
      : wordOf(catalog, t, entity, field, value, (name) => fields[name] ?? null);
    return word === null ? [] : [[field, t(`domain:field.${entity}.${field}`), word]];
  });
  return renderTable(
    [
      { heading: t("cli:show.field") },
      { heading: t(`domain:entity.${entity}`) },
      { heading: t("cli:show.value") },
    ],
    [["id", t("cli:show.id"), id], ...lines, ...(told === undefined ? [] : [["", t("cli:show.told"), told]])],
  );
}
