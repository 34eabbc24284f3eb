/**
 * One row of any entity added, edited or removed by words, for scripts: `add`, `edit`, `remove`.
 *
 * People's rows go the way of the form (records.ts), catalog rows that of the catalog screen (catalog.ts), so the
 * checks, the change in the log and its undo are the same as in the window.
 */
import { AppError, appError, type FieldIssue } from "../../shared/contract/errors";
import type { Proposed, Written } from "../../shared/contract/schemas/proposed";
import {
  type EnteredEntity,
  type EntityName,
  enteredEntities,
  fieldDefinition,
  type FieldValue,
  isOfPerson,
  isOwned,
  ownerField,
  type PersonEntity,
  type RemovableEntity,
} from "../../shared/domain/entities";
import { validateFields } from "../../shared/domain/validate/fields";
import { cleanFields } from "../../shared/domain/validate/clean";
import { error } from "../../shared/domain/checks/found";
import { issueAt } from "../../shared/domain/validate/issue";
import { resolve } from "node:path";
import { readDocumentFile } from "../files/document-file";
import { refuseInUse } from "../roster/edit/apply-edit";
import { officeRow } from "../roster/read/office";
import { unitById } from "../roster/read/units";
import { makersOf, oursFirst } from "../roster/read/made-by";
import { allRows, rowFields } from "../roster/read/rows";
import { catalogAdd, catalogEdit, standardsList, unitOfCode } from "./catalog";
import { type ValueSources, readFields } from "./entity-values";
import { type Environment, todayOf } from "./environment";
import { onlyOne } from "./named-options";
import type { OpenRoster } from "./open-roster";
import { refuseErrors, removeOfficial, saveOfficial } from "./records";
import { titledRows } from "./titled-rows";
import { removePlan } from "./training-plan/keep";

type Values = Readonly<Record<string, FieldValue>>;

export interface EntityRow {
  readonly entity: EnteredEntity;
  readonly id: string;
  /** Every field of the entity; references as row ids. */
  readonly fields: Record<string, FieldValue>;
}

export interface EditedRow extends EntityRow {
  /** Null when nothing differed. */
  readonly changeId: number | null;
  readonly proposed: Proposed | null;
  /** What is worth a second look, as the form would say it beside the fields. */
  readonly warnings: readonly FieldIssue[];
}

export interface RowTexts {
  readonly entity: EnteredEntity;
  /** Field name to what was written for it. */
  readonly texts: ReadonlyMap<string, string>;
  readonly reason: string | null;
  /** Whether whatever would be asked is meant so. */
  readonly yes?: boolean;
}

/** @throws AppError entity-unknown */
export function entityOfName(name: string): EnteredEntity {
  const entity = enteredEntities.find((one) => one === name);
  if (entity === undefined) throw appError("entity-unknown", { entity: name });
  return entity;
}

/**
 * Edits one row as one change.
 * @param id row id; units also by code as of today, posts and standard sets by key, our own office by its unit's code
 * @throws AppError row-unknown, validation, roster-readonly, and what readFields throws
 */
export async function editRow(
  roster: OpenRoster,
  environment: Environment,
  { entity, id: name, texts, reason, yes = false }: RowTexts & { readonly id: string },
): Promise<EditedRow> {
  const sources = sourcesOf(roster, environment);
  const id = rowNamed(roster, sources, entity, name);
  const before = rowOf(roster, entity, id).fields;
  const fields = readFields(entity, texts, before, sources);
  if (!isOfPerson(entity)) {
    const edited = catalogEdit(roster, entity, id, fields, reason);
    return { ...rowOf(roster, entity, id), ...edited };
  }
  const owner = entity === "official" ? id : String(before[ownerField(entity).name]);
  const { named, own } = partedFields(entity, fields);
  if (named !== null && named.value !== owner) {
    throw appError("value-invalid", { field: named.field, value: String(named.value ?? "") });
  }
  const { changeId, proposed, warnings } = await saveOfficial(roster, environment, {
    ...formOf(entity, owner, { id, isNew: false, fields: own }),
    action: "edit",
    reason,
    answered: yes ? "all" : [],
  });
  return { ...rowOf(roster, entity, id), changeId, proposed, warnings };
}

/**
 * Adds one row as one change.
 * @throws AppError row-unknown for an official who is not there, validation, and what readFields throws
 */
export async function addRow(
  roster: OpenRoster,
  environment: Environment,
  { entity, texts, reason, yes = false }: RowTexts,
): Promise<EditedRow> {
  const fields = readFields(entity, texts, null, sourcesOf(roster, environment));
  const id = environment.newId();
  if (!isOfPerson(entity)) {
    const added = catalogAdd(roster, entity, id, fields, reason);
    return { ...addedRow(roster, entity, id, fields), ...added };
  }
  const { named, own } = partedFields(entity, fields);
  const owner = entity === "official" ? id : (named?.value ?? null);
  if (entity !== "official" && typeof owner !== "string") {
    const field = ownerField(entity).name;
    throw new AppError({
      code: "validation",
      params: { count: 1 },
      issues: [issueAt({ entity, rowId: id }, error(field, "required"))],
    });
  }
  const { changeId, proposed, warnings } = await saveOfficial(roster, environment, {
    ...formOf(entity, String(owner), { id, isNew: true, fields: own }),
    action: entity === "official" ? "add" : "edit",
    reason,
    answered: yes ? "all" : [],
  });
  return { ...addedRow(roster, entity, id, fields), changeId, proposed, warnings };
}

/**
 * Removes a person with all rows, one of a person's rows, or an entry of a catalog; a training plan with everybody's part in it.
 * @throws AppError row-unknown, row-in-use, roster-readonly
 */
export async function removeRow(
  roster: OpenRoster,
  environment: Environment,
  { entity, id, reason }: { readonly entity: RemovableEntity; readonly id: string; readonly reason: string },
): Promise<{ changeId: number | null } & Written> {
  if (entity === "official") return removeOfficial(roster, id.toLowerCase(), reason);
  const row = rowOf(roster, entity, rowNamed(roster, sourcesOf(roster, environment), entity, id));
  if (entity === "trainingPlan") return removePlan(roster, row.id, reason);
  if (!isOwned(entity)) {
    // Asked before the file is opened for writing, so that what is refused leaves it as it is.
    refuseInUse(roster.db, entity, rowFields(roster.db, entity, row.id) ?? { id: row.id, pk: 0 });
    const edits = [{ kind: "remove", entity, id: row.id, reason }] as const;
    const { changeId, proposed } = roster.write({ action: "catalog", reason, edits });
    return { changeId, proposed };
  }
  return saveOfficial(roster, environment, {
    action: "correct",
    reason,
    official: null,
    officialId: String(row.fields[ownerField(entity).name]),
    rows: [],
    removed: [{ entity, id: row.id }],
  });
}

/** Posts, standard sets and layouts are found by a key of their own. */
function hasKey(entity: EnteredEntity): boolean {
  return fieldDefinition(entity, "key") !== null;
}

function sourcesOf(roster: OpenRoster, environment: Environment): ValueSources {
  const catalog = roster.catalog();
  const standardSets = standardsList(roster).map(({ id, fields }) => ({
    id,
    key: String(fields["key"] ?? ""),
    name: String(fields["name"] ?? ""),
  }));
  const bring = (path: string, picture: boolean) => roster.bring(readDocumentFile(resolve(path), picture));
  const titled = (entity: EntityName) => titledRows(roster, entity);
  return { catalog, standardSets, titled, t: environment.t, today: todayOf(environment), bring };
}

/**
 * A value as somebody writes it for one field of a row.
 * @throws AppError what readFields throws; validation for a value that the field cannot hold
 */
export function readValue(
  roster: OpenRoster,
  environment: Environment,
  entity: EntityName,
  id: string,
  field: string,
  text: string,
): FieldValue {
  const before = rowFields(roster.db, entity, id)?.fields ?? null;
  const values = readFields(entity, new Map([[field, text]]), before, sourcesOf(roster, environment));
  return checkedValue(entity, id, field, values[field] ?? null);
}

/** A value as it is stored in one field of a row. @throws AppError validation */
export function checkedValue(entity: EntityName, id: string, field: string, value: FieldValue): FieldValue {
  const cleaned = cleanFields(entity, { [field]: value });
  refuseErrors(validateFields(entity, id, cleaned, { complete: false }));
  return cleaned[field] ?? null;
}

/** The id of the row that somebody names. @throws AppError unit-unknown */
function rowNamed(roster: OpenRoster, sources: ValueSources, entity: EnteredEntity, name: string): string {
  if (entity === "unit" && /^\d{2,5}$/.test(name)) return unitOfCode(sources.catalog, name, sources.today).id;
  if (hasKey(entity)) return rowOfKey(roster, entity, name)?.id ?? name.toLowerCase();
  if (entity === "office") return ownOfficeNamed(roster, name);
  return name.toLowerCase();
}

/** A row by its key: one of ours, where another office gave the key to a row of its own. */
function rowOfKey(roster: OpenRoster, entity: EnteredEntity, key: string) {
  const named = allRows(roster.db, entity).filter(({ fields }) => fields["key"] === key);
  const makers = makersOf(
    roster.log,
    entity,
    named.map(({ id }) => id),
  );
  return onlyOne(oursFirst(named, ({ id }) => makers.get(id) ?? null));
}

/** @returns the id itself for any other word: whose office it is must be said, and none but our own can be edited */
function ownOfficeNamed({ db }: OpenRoster, name: string): string {
  const own = officeRow(db);
  const unit = own === null ? null : unitById(db, String(own.fields["unit"]));
  return own !== null && unit?.code === name ? own.id : name.toLowerCase();
}

/** A row that was just added: as it stands, or as it was written where it waits as a proposal. */
function addedRow(
  roster: OpenRoster,
  entity: EnteredEntity,
  id: string,
  fields: EntityRow["fields"],
): EntityRow {
  return rowFields(roster.db, entity, id) === null ? { entity, id, fields } : rowOf(roster, entity, id);
}

function rowOf(roster: OpenRoster, entity: EnteredEntity, id: string): EntityRow {
  const row = rowFields(roster.db, entity, id);
  if (row === null) throw appError("row-unknown", { entity, id });
  return { entity, id: row.id, fields: row.fields };
}

/** A row's fields, and apart from them the one that says whose it is, where it was given. */
function partedFields(
  entity: PersonEntity,
  fields: Values,
): { own: Record<string, FieldValue>; named: { field: string; value: FieldValue } | null } {
  if (entity === "official") return { own: { ...fields }, named: null };
  const field = ownerField(entity).name;
  const { [field]: value, ...own } = fields;
  return { own, named: value === undefined ? null : { field, value } };
}

interface FormRow {
  readonly id: string;
  readonly isNew: boolean;
  readonly fields: Record<string, FieldValue>;
}

/** A person's form in which one row was touched. */
function formOf(entity: PersonEntity, officialId: string, row: FormRow) {
  return {
    officialId,
    official: entity === "official" ? row : null,
    rows: entity === "official" ? [] : [{ entity, ...row }],
    removed: [],
  };
}
