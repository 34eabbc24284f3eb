/**
 * A person's record as a form holds it, and what of it a save sends: only what differs from the stored record.
 *
 * Pure, so that "is there unsaved work", "what is written" and "what stays of my typing when the record changes under
 * me" are one calculation and not three that disagree.
 */
import type { OfficialRecord, OfficialSave, RowEdit } from "../../../shared/contract/schemas/officials";
import type { FieldValue } from "../../../shared/domain/entities";
import { cleanFields } from "../../../shared/domain/validate/clean";
import type { OfficialDraft } from "../../../shared/domain/validate/context";
import type { RowFields } from "../../../shared/domain/validate/fields";

export type RowEntity = "assignment" | "qualification";

export interface FormRow {
  readonly id: string;
  /** Not stored yet. */
  readonly isNew: boolean;
  readonly fields: RowFields;
  /** Names of what the row refers to, for showing. */
  readonly unitName: string;
  readonly postName: string;
}

export interface RecordForm {
  readonly officialId: string;
  readonly isNew: boolean;
  readonly official: Readonly<Record<string, FieldValue>>;
  readonly assignments: readonly FormRow[];
  readonly qualifications: readonly FormRow[];
}

/** What a save sends, without action and reason. */
export type RecordEdits = Pick<
  OfficialSave,
  "officialId" | "official" | "assignments" | "qualifications" | "removed"
>;

export function formOfRecord(record: OfficialRecord): RecordForm {
  return {
    officialId: record.id,
    isNew: false,
    official: record.official,
    assignments: record.assignments.map(({ id, fields, unitName, postName }) => ({
      id,
      isNew: false,
      fields,
      unitName,
      postName,
    })),
    qualifications: record.qualifications.map(({ id, fields }) => ({
      id,
      isNew: false,
      fields,
      unitName: "",
      postName: "",
    })),
  };
}

/** A form for somebody not stored yet. @param officialId id the person will have */
export function emptyForm(officialId: string): RecordForm {
  return { officialId, isNew: true, official: {}, assignments: [], qualifications: [] };
}

/** The record as it would be after a save of this form, for validation and judging. */
export function draftOf(form: RecordForm): OfficialDraft {
  return {
    id: form.officialId,
    fields: cleanFields("official", form.official),
    assignments: form.assignments.map(({ id, fields }) => ({
      id,
      fields: cleanFields("assignment", fields),
    })),
    qualifications: form.qualifications.map(({ id, fields }) => ({
      id,
      fields: cleanFields("qualification", fields),
    })),
  };
}

/**
 * What the form changes of the baseline.
 * @returns null when nothing differs once texts are tidied; a new person differs as soon as anything was typed
 */
export function recordEdits(baseline: RecordForm, form: RecordForm): RecordEdits | null {
  const official = officialEdit(baseline, form);
  const assignments = rowEdits("assignment", form.officialId, baseline.assignments, form.assignments);
  const qualifications = rowEdits(
    "qualification",
    form.officialId,
    baseline.qualifications,
    form.qualifications,
  );
  const removed = [
    ...removedRows("assignment", baseline.assignments, form.assignments),
    ...removedRows("qualification", baseline.qualifications, form.qualifications),
  ];
  const unchanged =
    official === null && assignments.length === 0 && qualifications.length === 0 && removed.length === 0;
  return unchanged ? null : { officialId: form.officialId, official, assignments, qualifications, removed };
}

/** Ids of the rows that edits write; what is wrong elsewhere does not stop them. */
export function editedRowIds(edits: RecordEdits): ReadonlySet<string> {
  const rows = [...edits.assignments, ...edits.qualifications].map((row) => row.id);
  return new Set(edits.official === null ? rows : [edits.official.id, ...rows]);
}

/**
 * Puts what was typed over a record that changed meanwhile: fields that the form changed keep what was typed,
 * everything else follows the new record. A row that is gone stays gone unless it was being edited here; then it comes
 * back as a row of its own, because the id of a removed row is never used again.
 */
export function rebase(
  baseline: RecordForm,
  form: RecordForm,
  latest: RecordForm,
  newId: () => string,
): RecordForm {
  const edits = recordEdits(baseline, form);
  if (edits === null) return latest;
  return {
    ...latest,
    official: { ...latest.official, ...edits.official?.fields },
    assignments: rebaseRows(form.assignments, latest.assignments, edits.assignments, edits.removed, newId),
    qualifications: rebaseRows(
      form.qualifications,
      latest.qualifications,
      edits.qualifications,
      edits.removed,
      newId,
    ),
  };
}

function officialEdit(baseline: RecordForm, form: RecordForm): RowEdit | null {
  const fields = changedFields(
    cleanFields("official", baseline.official),
    cleanFields("official", form.official),
  );
  return Object.keys(fields).length === 0 ? null : { id: form.officialId, isNew: form.isNew, fields };
}

function rowEdits(
  entity: RowEntity,
  officialId: string,
  before: readonly FormRow[],
  after: readonly FormRow[],
): RowEdit[] {
  const stored = new Map(before.map((row) => [row.id, row]));
  return after.flatMap((row): RowEdit[] => {
    const fields = cleanFields(entity, row.fields);
    if (row.isNew)
      return [{ id: row.id, isNew: true, fields: { ...withoutNulls(fields), official: officialId } }];
    const changed = changedFields(cleanFields(entity, stored.get(row.id)?.fields ?? {}), fields);
    return Object.keys(changed).length === 0 ? [] : [{ id: row.id, isNew: false, fields: changed }];
  });
}

function removedRows(entity: RowEntity, before: readonly FormRow[], after: readonly FormRow[]) {
  const kept = new Set(after.map((row) => row.id));
  return before.filter((row) => !row.isNew && !kept.has(row.id)).map(({ id }) => ({ entity, id }));
}

function rebaseRows(
  after: readonly FormRow[],
  latest: readonly FormRow[],
  edits: readonly RowEdit[],
  removed: RecordEdits["removed"],
  newId: () => string,
): FormRow[] {
  const edited = new Map(edits.map((edit) => [edit.id, edit]));
  const typed = new Map(after.map((row) => [row.id, row]));
  const gone = new Set(removed.map((row) => row.id));
  const kept = latest
    .filter((row) => !gone.has(row.id))
    .map((row) => {
      const edit = edited.get(row.id);
      if (edit === undefined) return row;
      const { unitName, postName } = typed.get(row.id) ?? row;
      return { ...row, unitName, postName, fields: { ...row.fields, ...edit.fields } };
    });
  const present = new Set(latest.map((row) => row.id));
  const own = after
    .filter((row) => !present.has(row.id) && edited.has(row.id))
    .map((row) => (row.isNew ? row : { ...row, id: newId(), isNew: true }));
  return [...own, ...kept];
}

function changedFields(before: RowFields, after: RowFields): Record<string, FieldValue> {
  const changed: Record<string, FieldValue> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[field] ?? null;
    if (value !== (before[field] ?? null)) changed[field] = value;
  }
  return changed;
}

function withoutNulls(fields: RowFields): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
