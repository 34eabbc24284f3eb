/** A record's rows as a person reads them: values in words by their field's type, and what names a row. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { entityDefinition, type EntityName, fieldDefinition } from "../../shared/domain/entities";
import { columnOfKey } from "../../shared/columns/column";
import { columnLabel } from "../../shared/columns/label";
import { choiceWord } from "../../shared/i18n";
import { scalarText } from "../../shared/text/scalar-text";
import { useWords, type Words } from "../components/words";
import type { RecordRow } from "./record-draft";

export interface RowReader {
  /** One value in words, empty where there is none. */
  readonly text: (row: RecordRow, field: string) => string;
  /** What names the row in its buttons. */
  readonly name: (row: RecordRow) => string;
}

export function useRowReader(entity: EntityName): RowReader {
  const { t } = useTranslation(["domain", "records", "screen-app", "columns"]);
  const words = useWords();
  return useMemo(() => {
    const text = (row: RecordRow, field: string) => valueText(t, words, entity, row, field);
    const { label } = entityDefinition(entity);
    return {
      text,
      name: (row) => {
        const of = (field: string) => text(row, field) || null;
        const since = (field: string) => {
          const day = text(row, field);
          return day === "" ? null : t("screen-app:unit.since", { day });
        };
        return label === null ? t(`domain:entity.${entity}`) : label({ of, since });
      },
    };
  }, [t, words, entity]);
}

/** What a column is called; a key of a newer program as it stands. */
function columnWord(t: TFunction, key: string): string {
  const column = columnOfKey(key);
  return column === null ? key : columnLabel((name, params) => t(name as string, { ...params }), column);
}

function valueText(t: TFunction, words: Words, entity: EntityName, row: RecordRow, field: string): string {
  const definition = fieldDefinition(entity, field);
  const value = row.fields[field] ?? null;
  if (definition === null || value === null || value === "") return "";
  const ladder = definition.ladder === undefined ? null : (row.fields[definition.ladder] ?? null);
  const choice = (key: string) =>
    choiceWord((name, params) => t(name as string, { ...params }), entity, field, key, ladder);
  switch (definition.type) {
    case "text":
      if (definition.format === "column") return columnWord(t, String(value));
      return definition.jsonOf === undefined ? String(value) : "";
    case "integer":
      return String(value);
    case "boolean":
      return value === true ? t("domain:yes") : "";
    case "partialDate":
    case "day":
      return words.date(String(value));
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
      return typeof value === "boolean"
        ? ""
        : scalarText({ type: definition.type, scale: definition.scale ?? 0 }, value);
    case "choice":
      return choice(String(value));
    case "choiceSet":
      return String(value).split(" ").map(choice).join(", ");
    case "reference":
      return row.names[field] ?? "";
    case "document":
      return t("records:document");
    case "referenceSet":
      // Rows of a record name no sets yet; a bare list of ids would say nothing.
      return "";
  }
}
