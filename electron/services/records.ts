/**
 * Writing to people's records: the same checks and the same change for the form, for `edit` and for `add`.
 *
 * The record is checked as it would be after the change, by the rules the form shows; only what is wrong in the rows
 * of this change refuses it.
 */
import { careerIssues } from "../../shared/career/record-checks";
import { AppError, appError, type FieldIssue } from "../../shared/contract/errors";
import type { OfficialSave } from "../../shared/contract/schemas/officials";
import type { Proposed, Written } from "../../shared/contract/schemas/proposed";
import { byOwned, type FieldValue, ownerField, type PersonEntity } from "../../shared/domain/entities";
import { isoToPacked } from "../../shared/domain/partial-date";
import type { DraftRow, OfficialDraft, ValidationContext } from "../../shared/domain/validate/context";
import { fieldPlace } from "../../shared/domain/checks/reading";
import { hasErrors, questionKey } from "../../shared/domain/validate/issue";
import { validateOfficial } from "../../shared/domain/validate/official";
import type { Edit } from "../roster/change-log";
import { PlacesOfClasses } from "./class-places";
import { enteredFields } from "./entered-fields";
import { officialRecord, type OfficialRecordRows } from "../roster/read/officials";
import { numberHolders } from "./number-holders";
import { type Environment, todayOf } from "./environment";
import type { OpenRoster } from "./open-roster";

type Values = Record<string, FieldValue>;
interface Row {
  readonly entity: PersonEntity;
  readonly id: string;
  readonly isNew: boolean;
  readonly fields: Values;
}

export interface SaveResult {
  readonly id: string;
  readonly changeId: number | null;
  readonly proposed: Proposed | null;
  /** What is worth a second look in what was saved, and what the save made so elsewhere in the record. */
  readonly warnings: FieldIssue[];
}

/**
 * Saves one person's form as one change.
 * @throws AppError validation with the issues by field (errors, or questions that the save does not answer);
 *   row-unknown; roster-readonly
 */
export async function saveOfficial(
  roster: OpenRoster,
  environment: Environment,
  save: OfficialSave,
): Promise<SaveResult> {
  const { edits, warnings } = plannedSave(roster, environment, save);
  const { changeId, proposed } = roster.write({ action: save.action, reason: save.reason, edits });
  return { id: save.officialId, changeId, proposed, warnings };
}

/** One of several saves that are written together; `places`: what they have in common. */
interface PlannedSave extends OfficialSave {
  readonly places?: PlacesOfClasses;
}

/** What a save would write, and of what it would warn: for changes that are made of several. @throws as `saveOfficial` */
export function plannedSave(
  roster: OpenRoster,
  environment: Environment,
  save: PlannedSave,
): { readonly edits: readonly Edit[]; readonly warnings: FieldIssue[] } {
  const { officialId } = save;
  const official = save.official === null ? null : cleaned({ entity: "official", ...save.official });
  const rows = save.rows.map(cleaned);
  const before = officialRecord(roster.db, officialId);
  if (before === null && official?.isNew !== true) throw appError("row-unknown", { id: officialId });
  if (before !== null && official?.isNew === true)
    throw appError("value-invalid", { field: "id", value: officialId });

  const removed = new Set(save.removed.map((row) => row.id));
  const draft: OfficialDraft = {
    id: officialId,
    fields: { ...before?.fields, ...official?.fields },
    rows: byOwned((entity) =>
      merged(
        before?.rows[entity].filter((row) => !removed.has(row.id)) ?? [],
        rows.filter((row) => row.entity === entity),
      ),
    ),
  };
  const edited = [official, ...rows].flatMap((row) => (row === null ? [] : [row]));
  const places = save.places ?? new PlacesOfClasses(roster);
  const context = {
    ...contextOf(roster, environment, officialId, edited, before),
    classOf: places.for(officialId),
  };
  const issues = validateOfficial(draft, context);
  refuseErrors(issues);
  refuseUnanswered(issues, save.answered ?? []);
  const warnings = ofSave(issues, before, context);
  places.take(
    officialId,
    draft.rows.enrolment.map((row) => ({ entity: "enrolment", fields: row.fields })),
  );

  const edits: Edit[] = [
    ...(official === null ? [] : [editOf(official, {})]),
    ...rows.map((row) => editOf(row, { [ownerField(row.entity).name]: officialId })),
    ...save.removed.map(
      ({ entity, id }): Edit => ({ kind: "remove", entity, id, reason: save.reason ?? "removed" }),
    ),
  ];
  return { edits, warnings };
}

/** Takes a person off the roster with everything that belongs to them. @throws AppError row-unknown, roster-readonly */
export function removeOfficial(
  roster: OpenRoster,
  id: string,
  reason: string,
): { changeId: number } & Written {
  if (officialRecord(roster.db, id) === null) throw appError("row-unknown", { id });
  const { changeId, proposed } = roster.write({
    action: "remove",
    reason,
    edits: [{ kind: "remove", entity: "official", id, reason }],
  });
  if (changeId === null) throw new Error("A removal that changed nothing");
  return { changeId, proposed };
}

/** @throws AppError validation when an issue is an error */
export function refuseErrors(issues: readonly FieldIssue[]): void {
  if (!hasErrors(issues)) return;
  const errors = issues.filter((issue) => issue.severity === "error");
  throw new AppError({ code: "validation", params: { count: errors.length }, issues });
}

/** @throws AppError validation with the questions that nobody answered */
function refuseUnanswered(
  issues: readonly FieldIssue[],
  answered: NonNullable<OfficialSave["answered"]>,
): void {
  const open = issues.filter(
    (issue) => issue.severity === "question" && answered !== "all" && !answered.includes(questionKey(issue)),
  );
  if (open.length > 0)
    throw new AppError({ code: "validation", params: { count: open.length }, issues: open });
}

/** Of the warnings those about the rows of the save, and those that the record gave no reason for before it. */
function ofSave(
  issues: readonly FieldIssue[],
  before: OfficialRecordRows | null,
  context: ValidationContext,
): FieldIssue[] {
  const known = new Set(before === null ? [] : validateOfficial(before, context).map(placeOfIssue));
  return issues.filter(
    (issue) =>
      issue.severity === "warning" &&
      (context.editedRows?.has(issue.rowId) === true || !known.has(placeOfIssue(issue))),
  );
}

function placeOfIssue({ rowId, field, reason }: FieldIssue): string {
  return `${fieldPlace(rowId, field)} ${reason}`;
}

function contextOf(
  roster: OpenRoster,
  environment: Environment,
  officialId: string,
  edited: readonly Row[],
  before: OfficialRecordRows | null,
): ValidationContext {
  const catalog = roster.catalog();
  const today = isoToPacked(todayOf(environment));
  return {
    today,
    asOf: today,
    editedRows: new Set(edited.map((row) => row.id)),
    editedFields: new Set(edited.flatMap((row) => changedFields(row, before))),
    holdersOf: (number) => numberHolders(roster, number, officialId),
    unitOf: (id) => catalog.unitOfId(id),
    postOf: (id) => catalog.postOfId(id),
    career: careerIssues,
  };
}

/** Places of the fields whose values are others than before. */
function changedFields({ entity, id, fields }: Row, before: OfficialRecordRows | null): string[] {
  const rows = entity === "official" ? [before] : (before?.rows[entity] ?? []);
  const stored = rows.find((row) => row?.id === id)?.fields ?? {};
  return Object.entries(fields)
    .filter(([field, value]) => value !== (stored[field] ?? null))
    .map(([field]) => fieldPlace(id, field));
}

function cleaned<R extends Row>(row: R): R {
  return { ...row, fields: enteredFields(row.entity, row.fields) };
}

function merged(before: readonly DraftRow[], changed: readonly Row[]): DraftRow[] {
  const rows = new Map(before.map((row) => [row.id, row]));
  for (const { id, isNew, fields } of changed) {
    const known = rows.get(id);
    if (known === undefined && !isNew) throw appError("row-unknown", { id });
    rows.set(id, { id, fields: { ...known?.fields, ...fields } });
  }
  return [...rows.values()];
}

function editOf({ entity, id, isNew, fields }: Row, owner: Values): Edit {
  return isNew
    ? { kind: "create", entity, id, fields: { ...fields, ...owner } }
    : { kind: "update", entity, id, fields };
}
