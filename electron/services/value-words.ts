/** Stored values as a person reads them: levels, dates, names of what a row points at. */
import { columnOfKey, type PersonColumn, refersTo } from "../../shared/columns/column";
import { columnLabel } from "../../shared/columns/label";
import {
  type EntityName,
  type FieldDefinition,
  fieldDefinition,
  type FieldValue,
} from "../../shared/domain/entities";
import { storedJson } from "../../shared/domain/stored-json";
import { formatPartialDate } from "../../shared/domain/partial-date";
import { readValue } from "../../shared/domain/validate/readable";
import { choiceWord, type Translate } from "../../shared/i18n";
import { eachPost } from "../../shared/import/several-posts";
import { nothingCounts } from "../../shared/sync/authority/revoked";
import { foreignText } from "../../shared/text/foreign";
import { formatNumber } from "../../shared/text/format";
import { scalarText } from "../../shared/text/scalar-text";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";

/** Digits of a document's hash that tell it from the others of a roster. */
const shownOfHash = 12;

/** What the row that a field refers to is called; null where nobody knows. */
export type NameOf = (definition: FieldDefinition, id: string) => string | null;

/**
 * A stored value as a person reads it; one that is none of its field's is given as it stands, on one line of bounded length.
 * @param row the other fields of its row, as far as they are known: a level is read by the ladder that its row names
 * @param nameOf names of rows; by default those that the catalog has today
 * @returns null for nothing
 */
export function wordOf(
  catalog: CatalogFacts,
  t: Translate,
  entity: EntityName,
  field: string,
  written: FieldValue,
  row: (field: string) => FieldValue,
  nameOf: NameOf = (definition, id) => referenceName(catalog, definition, id),
): string | null {
  if (entity === "credential" && field === "until" && written === null) return t("screen-offices:until.all");
  if (written === null || written === "") return null;
  const definition = fieldDefinition(entity, field);
  if (definition === null) return String(written);
  const value = readValue(entity, definition.id, written);
  if (value === undefined) return foreignText(String(written));
  if (value === null) return null;
  const ladder = definition.ladder === undefined ? null : row(definition.ladder);
  if (ladder !== null) return choiceWord(t, entity, field, String(value), ladder);
  switch (definition.type) {
    case "partialDate":
    case "day":
      return formatPartialDate(String(value));
    case "boolean":
      return t(value === true ? "domain:yes" : "domain:no");
    case "integer":
      return formatNumber(Number(value));
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
      return scalarWord(definition, value);
    case "reference":
      return nameOf(definition, String(value)) ?? t("domain:unknownRow");
    case "choice":
      return choiceWord(t, entity, field, String(value), null);
    case "choiceSet":
      return String(value)
        .split(" ")
        .map((key) => choiceWord(t, entity, field, key, null))
        .join(", ");
    case "document":
      return t("domain:document.named", { hash: String(value).slice(0, shownOfHash) });
    case "referenceSet":
      return String(value)
        .split(" ")
        .map((id) => nameOf(definition, id) ?? t("domain:unknownRow"))
        .join(", ");
    case "text":
      if (definition.format === "column") return columnWord(t, String(value));
      if (definition.jsonOf !== undefined)
        return columnValueWord(catalog, t, row(definition.jsonOf), String(value), nameOf);
      return entity === "credential" ? credentialText(t, field, String(value)) : String(value);
  }
}

/** A value of a scalar type as it is written, to be read again; null for a field of another type. */
export function scalarWord(
  { type, scale = 0 }: FieldDefinition,
  value: Exclude<FieldValue, null>,
): string | null {
  switch (type) {
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
      return typeof value === "boolean" ? String(value) : scalarText({ type, scale }, value);
    default:
      return null;
  }
}

/** What a column is called; a key of a newer program as it stands. */
function columnWord(t: Translate, key: string): string {
  const column = columnOfKey(key);
  return column === null ? key : columnLabel(t, column);
}

/** @param key of the column, as the row has it @param json a value of that column */
function columnValueWord(
  catalog: CatalogFacts,
  t: Translate,
  key: FieldValue,
  json: string,
  nameOf: NameOf,
): string | null {
  const column = columnOfKey(String(key));
  const value = storedJson(json);
  if (column === null || value === undefined) return foreignText(json);
  const { entity, field, pick } = column;
  if (value === eachPost && refersTo(column) === "post") return t("import:eachPostOf");
  return wordOf(catalog, t, entity, field, value, (name) => ladderIn(pick, name), nameOf);
}

function ladderIn(pick: PersonColumn["pick"], field: string): FieldValue {
  return pick.kind === "best" && pick.by === field ? pick.value : null;
}

/** Digits of a key by which it is told from others at a glance. */
const shownOfKey = 8;

/** Keys and places in the log say nothing to a clerk as they stand. */
function credentialText(t: Translate, field: string, value: string): string {
  if (field === "key") return `${value.slice(0, shownOfKey)}…`;
  if (field !== "until") return value;
  return t(value === nothingCounts ? "screen-offices:until.nothing" : "screen-offices:until.known");
}

/** What the row that a field refers to is called; null where nothing of it has come, or it has no name. */
export function referenceName(catalog: CatalogFacts, definition: FieldDefinition, id: string): string | null {
  if (definition.entity === "unit") return catalog.unitOfId(id)?.fullName ?? null;
  if (definition.entity === "post") return catalog.postOfId(id)?.name ?? null;
  return definition.entity === undefined ? null : catalog.nameOf(definition.entity, id);
}
