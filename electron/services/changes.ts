/** The change log as a person reads it: pages, what a change did in words, undo and redo. */
import { isoInstant } from "../../shared/domain/hanoi-time";
import { appError } from "../../shared/contract/errors";
import type { ChangeDetail, ChangeRow } from "../../shared/contract/schemas/changes";
import {
  type EntityName,
  type FieldDefinition,
  fieldDefinition,
  type FieldValue,
} from "../../shared/domain/entities";
import { formatPartialDate } from "../../shared/domain/partial-date";
import { choiceWord, type Translate } from "../../shared/i18n";
import { formatNumber } from "../../shared/text/format";
import { scalarText } from "../../shared/text/scalar-text";
import {
  entryById,
  receiveAction,
  type ChangeListRow,
  changesPage as pageOf,
  changeDetails as detailsOf,
  undoState as stateOf,
} from "../roster/read/changes";
import { type ChangeDetailRow, receptionDetails } from "../roster/read/change-details";
import { compactAction } from "../roster/change-log";
import type { OpenRoster } from "./open-roster";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";

/** Digits of a document's hash that tell it from the others of a roster. */
const shownOfHash = 12;

/** Rows of one change that are shown; a sample's own change has thousands. */
const mostDetails = 500;

/**
 * Changes that made the roster what it is: without them there would be no office and no catalog to work with, or the
 * values before them are gone.
 */
const foundations: readonly string[] = ["init", "sample", compactAction];

export function changesPage(
  roster: OpenRoster,
  page: { before: number | null; limit: number; officialId: string | null },
): { rows: ChangeRow[]; more: boolean } {
  const rows = pageOf(roster.db, { ...page, limit: page.limit + 1 });
  return { rows: rows.slice(0, page.limit).map(changeRow), more: rows.length > page.limit };
}

/** What a change did, with levels, dates and names put in words. @throws AppError row-unknown */
export function changeDetails(
  roster: OpenRoster,
  catalog: CatalogFacts,
  t: Translate,
  id: number,
): { details: ChangeDetail[]; cut: boolean } {
  const entry = entryById(roster.db, id);
  if (entry === null) throw appError("row-unknown", { id });
  const { details, cut } =
    entry.action === receiveAction
      ? receptionDetails(roster.db, { firstOp: id, lastOp: id + entry.opCount - 1 }, mostDetails)
      : detailsOf(roster.db, id, mostDetails);
  return {
    cut,
    details: details.map((detail) => detailInWords(catalog, t, detail)),
  };
}

/** What happened to one row, with its values as a person reads them. */
export function detailInWords(catalog: CatalogFacts, t: Translate, detail: ChangeDetailRow): ChangeDetail {
  const { fields } = detail;
  return {
    ...detail,
    fields: fields.map(({ field, before, after }) => ({
      field,
      before: wordOf(catalog, t, detail.entity, field, before, sibling(fields, "before")),
      after: wordOf(catalog, t, detail.entity, field, after, sibling(fields, "after")),
    })),
  };
}

/** @throws AppError row-unknown, undo-blocked, undo-nothing, roster-readonly */
export function changeUndo(roster: OpenRoster, id: number): { changeId: number } {
  const change = entryById(roster.db, id);
  if (change === null) throw appError("row-unknown", { id });
  if (change.action === receiveAction && change.receptionId !== null) {
    roster.undoReception(change.receptionId);
    return { changeId: id };
  }
  if (foundations.includes(change.action)) throw appError("undo-nothing");
  const { changeId } = roster.undo(id);
  if (changeId === null) throw appError("undo-nothing");
  return { changeId };
}

export function undoState(roster: OpenRoster): { undo: ChangeRow | null; redo: ChangeRow | null } {
  const { undo, redo } = stateOf(roster.db, foundations);
  return { undo: undo === null ? null : changeRow(undo), redo: redo === null ? null : changeRow(redo) };
}

function changeRow(row: ChangeListRow): ChangeRow {
  return {
    id: row.id,
    at: isoInstant(row.at),
    receivedAt: row.receivedAt === null ? null : isoInstant(row.receivedAt),
    user: row.user,
    action: row.action,
    reason: row.reason,
    official:
      row.official === null
        ? null
        : { id: row.official.id, fullName: row.official.fullName, present: row.official.present },
    opCount: row.opCount,
    undoes: row.undoes,
    undoneBy: row.undoneBy,
  };
}

/** Other fields of the same change, on the same side. */
function sibling(
  fields: readonly { field: string; before: FieldValue; after: FieldValue }[],
  side: "before" | "after",
): (name: string) => FieldValue {
  return (name) => fields.find(({ field }) => field === name)?.[side] ?? null;
}

/**
 * A stored value as a person reads it.
 * @param row the other fields of its row, as far as they are known: a level is read by the ladder that its row names
 * @returns null for nothing
 */
export function wordOf(
  catalog: CatalogFacts,
  t: Translate,
  entity: EntityName,
  field: string,
  value: FieldValue,
  row: (field: string) => FieldValue,
): string | null {
  if (value === null || value === "") return null;
  const definition = fieldDefinition(entity, field);
  if (definition === null) return String(value);
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
      return typeof value === "boolean"
        ? String(value)
        : scalarText({ type: definition.type, scale: definition.scale ?? 0 }, value);
    case "reference":
      return referenceName(catalog, definition, String(value)) ?? String(value);
    case "choice":
      return choiceWord(t, entity, field, String(value), null);
    case "choiceSet":
      return String(value)
        .split(" ")
        .map((key) => choiceWord(t, entity, field, key, null))
        .join(", ");
    case "document":
      return t("domain:document.named", { hash: String(value).slice(0, shownOfHash) });
    case "text":
    case "referenceSet":
      return String(value);
  }
}

/** What the row that a field refers to is called; null where the catalog does not know it. */
export function referenceName(catalog: CatalogFacts, definition: FieldDefinition, id: string): string | null {
  if (definition.entity === "unit") return catalog.unitOfId(id)?.fullName ?? null;
  if (definition.entity === "post") return catalog.postOfId(id)?.name ?? null;
  return null;
}
