/**
 * A person's record as a draft holds it, and what of it a save sends: only what differs from the stored record.
 *
 * Pure, so that "is there unsaved work", "what is written" and "what stays of my typing when the record changes under
 * me" are one calculation and not three that disagree.
 */
import type { OfficialRecord, OfficialSave, RowEdit } from "../../shared/contract/schemas/officials";
import {
  byOwned,
  type FieldValue,
  ownedEntities,
  type OwnedEntity,
  ownerField,
} from "../../shared/domain/entities";
import { cleanFields, cleanValue } from "../../shared/domain/validate/clean";
import type { OfficialDraft } from "../../shared/domain/validate/context";
import type { RowFields } from "../../shared/domain/validate/fields";
import { nothingWaits, type Waiting } from "./waiting";

export interface RecordRow {
  readonly id: string;
  /** Not stored yet. */
  readonly isNew: boolean;
  readonly fields: RowFields;
  /** What the row of each reference field is called, for showing. */
  readonly names: Readonly<Record<string, string>>;
  /** What follows of it from other rows, as they are on record. */
  readonly told?: string | undefined;
}

/** Rows of a record, by the entity that they are of. */
export type RecordRows = Readonly<Record<OwnedEntity, readonly RecordRow[]>>;

export interface RecordDraft {
  readonly officialId: string;
  readonly isNew: boolean;
  readonly official: Readonly<Record<string, FieldValue>>;
  readonly rows: RecordRows;
}

/** What a save sends, without action and reason. */
export type RecordEdits = Pick<OfficialSave, "officialId" | "official" | "rows" | "removed">;

type OwnedEdit = RecordEdits["rows"][number];

/** @param waiting what the office itself wrote and what waits: whoever edits goes on from that */
export function draftOfRecord(
  record: OfficialRecord,
  waiting: Pick<Waiting, "of" | "over"> = nothingWaits,
): RecordDraft {
  return {
    officialId: record.id,
    isNew: false,
    official: waiting.over(record.id, record.official),
    rows: byOwned((entity) =>
      record.rows[entity].map(({ id, fields, names, told }) => ({
        id,
        ...(told === undefined ? {} : { told }),
        fields: waiting.over(id, fields),
        names: { ...names, ...waiting.of(id)?.names },
        isNew: false,
      })),
    ),
  };
}

/** A draft for somebody not stored yet. @param officialId id the person will have */
export function emptyDraft(officialId: string): RecordDraft {
  return { officialId, isNew: true, official: {}, rows: byOwned(() => []) };
}

/** The record as it would be after a save of this draft, for validation and judging. */
export function cleanDraft(draft: RecordDraft): OfficialDraft {
  return {
    id: draft.officialId,
    fields: cleanFields("official", draft.official),
    rows: byOwned((entity) =>
      draft.rows[entity].map(({ id, fields }) => ({ id, fields: cleanFields(entity, fields) })),
    ),
  };
}

/**
 * What the draft changes of the baseline.
 * @returns null when nothing differs once texts are tidied; a new person differs as soon as anything was typed
 */
export function recordEdits(baseline: RecordDraft, draft: RecordDraft): RecordEdits | null {
  const official = officialEdit(baseline, draft);
  const rows = ownedEntities.flatMap((entity) => rowEdits(entity, baseline, draft));
  const removed = ownedEntities.flatMap((entity) => removedRows(entity, baseline, draft));
  const unchanged = official === null && rows.length === 0 && removed.length === 0;
  return unchanged ? null : { officialId: draft.officialId, official, rows, removed };
}

/** Ids of the rows that edits write; what is wrong elsewhere does not stop them. */
export function editedRowIds(edits: RecordEdits): ReadonlySet<string> {
  const rows = edits.rows.map((row) => row.id);
  return new Set(edits.official === null ? rows : [edits.official.id, ...rows]);
}

/**
 * Puts what was typed over a record that changed meanwhile: fields that the draft changed keep what was typed,
 * everything else follows the new record. A row that is gone stays gone unless it was being edited here; then it comes
 * back as a row of its own, because the id of a removed row is never used again.
 */
export function rebase(
  baseline: RecordDraft,
  draft: RecordDraft,
  latest: RecordDraft,
  newId: () => string,
): RecordDraft {
  const edits = recordEdits(baseline, draft);
  if (edits === null) return latest;
  return {
    ...latest,
    official: { ...latest.official, ...edits.official?.fields },
    rows: byOwned((entity) => rebaseRows(draft.rows[entity], latest.rows[entity], edits, newId)),
  };
}

/** The form as it stands, for what goes on while somebody types. */
export function copied(draft: RecordDraft): RecordDraft {
  const rows = byOwned((entity) => draft.rows[entity].map((row) => ({ ...row, fields: { ...row.fields } })));
  return { ...draft, official: { ...draft.official }, rows };
}

/** A record of which everything is stored. */
export function asStored(draft: RecordDraft): RecordDraft {
  const rows = byOwned((entity) => draft.rows[entity].map((row) => ({ ...row, isNew: false })));
  return { ...draft, isNew: false, rows };
}

/**
 * The form once it was saved: what was typed since it was sent stays typed, everything else is as it is stored.
 * @param sent the form as it was sent
 * @param draft the form now
 * @param stored the record as it is stored now
 */
export function typedSince(
  sent: RecordDraft,
  draft: RecordDraft,
  stored: RecordDraft,
  newId: () => string,
): RecordDraft {
  const rows = byOwned((entity) => {
    const known = new Set(sent.rows[entity].map(({ id }) => id));
    return draft.rows[entity].map((row) => (known.has(row.id) ? { ...row, isNew: false } : row));
  });
  return rebase(asStored(sent), { ...draft, isNew: false, rows }, stored, newId);
}

/**
 * A record put into the form, without touching the text of a box in which somebody types: a blank after a word is no more than
 * begun, and taken away it would run into the next one.
 * @param isTypedIn whether the keyboard is in the box of a field of the person
 */
export function keptAsTyped(
  next: RecordDraft,
  typed: RecordDraft,
  isTypedIn: (field: string) => boolean,
): RecordDraft {
  const kept = Object.entries(typed.official).filter(
    ([field, value]) =>
      typeof value === "string" &&
      isTypedIn(field) &&
      cleanValue("official", field, value) === (next.official[field] ?? null),
  );
  return kept.length === 0 ? next : { ...next, official: { ...next.official, ...Object.fromEntries(kept) } };
}

function officialEdit(baseline: RecordDraft, draft: RecordDraft): RowEdit | null {
  const fields = changedFields(
    cleanFields("official", baseline.official),
    cleanFields("official", draft.official),
  );
  return Object.keys(fields).length === 0 ? null : { id: draft.officialId, isNew: draft.isNew, fields };
}

function rowEdits(entity: OwnedEntity, before: RecordDraft, after: RecordDraft): OwnedEdit[] {
  const stored = new Map(before.rows[entity].map((row) => [row.id, row]));
  const owner = { [ownerField(entity).name]: after.officialId };
  return after.rows[entity].flatMap((row): OwnedEdit[] => {
    const { id } = row;
    const fields = cleanFields(entity, row.fields);
    if (row.isNew) return [{ entity, id, isNew: true, fields: { ...withoutNulls(fields), ...owner } }];
    const changed = changedFields(cleanFields(entity, stored.get(id)?.fields ?? {}), fields);
    return Object.keys(changed).length === 0 ? [] : [{ entity, id, isNew: false, fields: changed }];
  });
}

function removedRows(entity: OwnedEntity, before: RecordDraft, after: RecordDraft) {
  const kept = new Set(after.rows[entity].map((row) => row.id));
  return before.rows[entity]
    .filter((row) => !row.isNew && !kept.has(row.id))
    .map(({ id }) => ({ entity, id }));
}

function rebaseRows(
  after: readonly RecordRow[],
  latest: readonly RecordRow[],
  edits: RecordEdits,
  newId: () => string,
): RecordRow[] {
  const edited = new Map(edits.rows.map((edit) => [edit.id, edit]));
  const typed = new Map(after.map((row) => [row.id, row]));
  const gone = new Set(edits.removed.map((row) => row.id));
  const kept = latest
    .filter((row) => !gone.has(row.id))
    .map((row) => {
      const edit = edited.get(row.id);
      if (edit === undefined) return row;
      const { names } = typed.get(row.id) ?? row;
      return { ...row, names, fields: { ...row.fields, ...edit.fields } };
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
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => (value ?? null) !== null));
}
