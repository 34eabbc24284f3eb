/** Values of other offices that cannot be read here, in words, for whoever asks those offices or writes over them. */
import { appError } from "../../../shared/contract/errors";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import type { UnreadableData } from "../../../shared/contract/schemas/conflicts";
import type { Written } from "../../../shared/contract/schemas/proposed";
import { isoInstant } from "../../../shared/domain/hanoi-time";
import {
  type EntityName,
  fieldDefinition,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import type { Translate } from "../../../shared/i18n";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, type RowState } from "../../../shared/sync/fold";
import { officialOf } from "../../../shared/sync/row-owner";
import { foreignText } from "../../../shared/text/foreign";
import type { Edit } from "../../roster/change-log";
import { historyOfRow } from "../../roster/log/op-rows";
import { RowOps } from "../../roster/log/row-ops";
import { presenceName } from "../../roster/read/conflicts";
import { titleOf } from "../../roster/read/change-details";
import { rowFields } from "../../roster/read/rows";
import { unreadableCount, type UnreadableRow, unreadableRows } from "../../roster/read/unreadable";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { rowLabel } from "../row-label";
import { wordOf } from "../value-words";
import { type OfficeNames, officeNames } from "./office-names";

interface Words {
  readonly roster: OpenRoster;
  readonly catalog: CatalogFacts;
  readonly names: OfficeNames;
  readonly ops: RowOps;
  readonly t: Translate;
}

/** A page of them, those of one row together; of one person where somebody is named. */
export function unreadablePage(
  roster: OpenRoster,
  environment: Environment,
  { offset, limit, officialId }: ParsedArgs<"unreadablePage">,
): CallResult<"unreadablePage"> {
  const names = officeNames(roster, environment);
  const ops = new RowOps(roster.db);
  const words: Words = { roster, catalog: roster.catalog(), names, ops, t: environment.t };
  const total = unreadableCount(roster.db);
  if (officialId === null) {
    const rows = unreadableRows(roster.db, offset, limit).map((row) => inWords(words, row));
    return { total, rows };
  }
  const theirs = unreadableRows(roster.db, 0, total).filter(
    ({ entity, rowId }) => officialOf(entity, rowId, foldRow(ops.counting(rowId, entity))) === officialId,
  );
  const shown = theirs.slice(offset, offset + limit);
  return { total: theirs.length, rows: shown.map((row) => inWords(words, row)) };
}

function inWords({ roster: { db }, catalog, names, ops, t }: Words, row: UnreadableRow): UnreadableData {
  const { entity, rowId, field } = row;
  const state = foldRow(ops.counting(rowId, entity));
  const fieldsOf = valuesOf(entity, state);
  const officialId = officialOf(entity, rowId, state);
  const person = officialId === null ? null : rowFields(db, "official", officialId);
  const name = person?.fields["fullName"];
  const label = typeof name === "string" ? name : titleOf(db, entity, state);
  return {
    entity,
    rowId,
    officialId: person === null ? null : officialId,
    label: label === "" ? t(`domain:entity.${entity}`) : label,
    rowLabel: rowLabel(catalog, t, entity, fieldsOf),
    field,
    text: textOf(row.value),
    canKeep: rowFields(db, entity, rowId) !== null && keptValue(entity, field, state) !== undefined,
    shown: field === presenceName ? null : wordOf(catalog, t, entity, field, fieldsOf(field), fieldsOf),
    office: names.of(row.writer),
    user: foreignText(row.user),
    at: isoInstant(row.at),
  };
}

/**
 * Writes what is shown anew: an office that saw what cannot be read says that what stands there is right.
 * @throws AppError row-unknown where nothing of that field is unreadable, or there is nothing to keep; roster-readonly
 */
export function keepShown(
  roster: OpenRoster,
  { entity, rowId, field }: Pick<UnreadableData, "entity" | "rowId" | "field">,
): { changeId: number } & Written {
  const state = foldRow(historyOfRow(roster.db, uuidToBytes(rowId)));
  const fieldId = field === presenceName ? presenceField : fieldDefinition(entity, field)?.id;
  const value = keptValue(entity, field, state);
  const isListed = fieldId !== undefined && (state.unread.get(fieldId)?.length ?? 0) > 0;
  if (!isListed || value === undefined || rowFields(roster.db, entity, rowId) === null)
    throw appError("row-unknown", { entity, id: rowId });
  const edit: Edit =
    field === presenceName
      ? { kind: "decide", entity, id: rowId, removed: null }
      : { kind: "settle", entity, id: rowId, fields: { [field]: value } };
  const { changeId, proposed } = roster.write({ action: "settle", reason: null, edits: [edit] });
  if (changeId === null) throw new Error("A value kept that changed nothing");
  return { changeId, proposed };
}

/** The value that stands; undefined where a field that a row cannot do without has none. */
function keptValue(entity: EntityName, field: string, state: RowState): FieldValue | undefined {
  if (field === presenceName) return null;
  const definition = fieldDefinition(entity, field);
  const value = definition === null ? undefined : (state.values.get(definition.id) ?? null);
  return value === null && definition?.required === true ? undefined : value;
}

/** What somebody wrote, for the eye; null for nothing, and for what is no text, number or answer at all. */
function textOf(value: FieldValue | undefined): string | null {
  return value === undefined || value === null ? null : foreignText(String(value));
}

function valuesOf(entity: EntityName, { values }: RowState): (field: string) => FieldValue {
  return (field) => {
    const definition = fieldDefinition(entity, field);
    return definition === null ? null : (values.get(definition.id) ?? null);
  };
}
