/**
 * What a form holds that is not saved, as it is kept, and how a form takes it in again over whatever the roster says by
 * then. Pure, and made from the registry alone: an entity or field that is added comes back without anybody listing it.
 */
import type { FormDraft, FormDraftRow, ToldFormDraft } from "../../shared/contract/schemas/form-drafts";
import {
  byOwned,
  entityNames,
  fieldDefinition,
  type EntityName,
  type FieldValue,
  isOfPerson,
  ownedEntities,
  type OwnedEntity,
  ownerField,
} from "../../shared/domain/entities";
import { cleanFields } from "../../shared/domain/validate/clean";
import type { RowFields } from "../../shared/domain/validate/fields";
import { type RecordDraft, type RecordRow, recordEdits } from "./record-draft";

/** A row that a dialog of the form holds and has not handed back. */
export interface HeldRow {
  readonly entity: OwnedEntity;
  readonly row: RecordRow;
}

/** A field that was typed and that the roster says otherwise by now than when typing began. */
export interface ChangedMeanwhile {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly field: string;
  /** The row as the roster has it. */
  readonly now: NowRow;
}

/** A row as the roster has it. */
export type NowRow = Pick<RecordRow, "fields" | "names">;

/**
 * What a person's form holds.
 * @param correction what was typed as the reason of one; null where it is none
 * @returns null where nothing is unsaved
 */
export function draftOfForm(
  baseline: RecordDraft,
  values: RecordDraft,
  held: HeldRow | null,
  correction: string | null,
): FormDraft | null {
  const whole = held === null ? values : withRow(values, held);
  const edits = recordEdits(baseline, whole);
  if (edits === null) return null;
  const { officialId: about } = values;
  const own: FormDraftRow[] =
    edits.official === null
      ? []
      : [{ entity: "official", ...edits.official, began: asFound("official", baseline.official), names: {} }];
  const rows = edits.rows.map(({ entity, id, isNew, fields }): FormDraftRow => {
    const before = baseline.rows[entity].find((row) => row.id === id);
    const now = whole.rows[entity].find((row) => row.id === id);
    const { [ownerField(entity).name]: _owner, ...typed } = fields;
    const began = asFound(entity, before?.fields ?? {});
    return { entity, id, isNew, began, fields: typed, names: { ...now?.names } };
  });
  return { form: "official", about, rows: [...own, ...rows], removed: [...edits.removed], correction };
}

/** What a form of one row holds; null where it differs in nothing from what it began with. */
export function draftOfRow(
  entity: EntityName,
  { id, isNew, began }: Pick<FormDraftRow, "id" | "isNew"> & { readonly began: RowFields },
  fields: RowFields,
): FormDraft | null {
  const before = asFound(entity, began);
  const typed = Object.entries(asFound(entity, fields)).filter(
    ([field, value]) => value !== (before[field] ?? null),
  );
  if (typed.length === 0) return null;
  const row = { entity, id, isNew, began: before, fields: Object.fromEntries(typed), names: {} };
  return { form: entity, about: id, rows: [row], removed: [], correction: null };
}

/**
 * A person's form with a draft taken in: what was typed stands over what the roster says now, everything else follows it.
 * A row that is gone meanwhile comes back as a row of its own, because the id of a removed row is never used again.
 */
export function withDraft(form: RecordDraft, draft: FormDraft, newId: () => string): RecordDraft {
  const typed = draft.rows.find(({ entity, id }) => entity === "official" && id === form.officialId);
  const removed = new Set(draft.removed.map(({ id }) => id));
  return {
    ...form,
    official: { ...form.official, ...typed?.fields },
    rows: byOwned((entity) => {
      const kept = draft.rows.filter((row) => row.entity === entity);
      const present = form.rows[entity].filter(({ id }) => !removed.has(id));
      const there = new Set(present.map(({ id }) => id));
      const over = present.map((row) => {
        const own = kept.find(({ id }) => id === row.id);
        if (own === undefined) return row;
        return { ...row, fields: { ...row.fields, ...own.fields }, names: { ...row.names, ...own.names } };
      });
      const added = kept
        .filter(({ id }) => !there.has(id))
        .map(({ id, isNew, began, fields, names }) => ({
          id: isNew ? id : newId(),
          isNew: true,
          fields: { ...began, ...fields },
          names,
        }));
      return [...added, ...over];
    }),
  };
}

/** The draft of a person who is not in the roster any more, as that of a new one. */
export function asNewPerson(draft: ToldFormDraft, newId: () => string): ToldFormDraft {
  const about = newId();
  const rows = draft.rows.map((row) => ({
    ...row,
    id: row.entity === "official" ? about : newId(),
    isNew: true,
    began: {},
    fields: withoutOwner(row.entity, { ...row.began, ...row.fields }),
  }));
  return { ...draft, about, rows, removed: [] };
}

/** Fields of a draft that somebody changed while it lay there, to something else than was typed. */
export function changedMeanwhile(
  draft: FormDraft,
  nowOf: (entity: EntityName, id: string) => NowRow | null,
): ChangedMeanwhile[] {
  return draft.rows.flatMap(({ entity, id: rowId, isNew, began, fields }) => {
    if (isNew || !isEntity(entity)) return [];
    const now = nowOf(entity, rowId);
    if (now === null) return [];
    const typed = cleanFields(entity, fields);
    return Object.keys(fields).flatMap((field): ChangedMeanwhile[] => {
      const value = now.fields[field] ?? null;
      const isSame = value === (began[field] ?? null) || value === typed[field];
      return isSame ? [] : [{ entity, rowId, field, now }];
    });
  });
}

/**
 * Whether this program knows all that a draft holds. Another one stays in the file until a program comes that does: taking
 * up a part of it would lose the rest.
 */
export function isKnown({ form, rows, removed }: FormDraft): boolean {
  const fits = (entity: string) =>
    isEntity(entity) && (form === "official" ? isOfPerson(entity) : entity === form);
  return (
    isEntity(form) &&
    removed.every(({ entity }) => fits(entity)) &&
    rows.every(
      ({ entity, fields }) =>
        fits(entity) &&
        isEntity(entity) &&
        Object.keys(fields).every((field) => fieldDefinition(entity, field) !== null),
    )
  );
}

/**
 * Fields as they are stored. Just after a save they are still those of the form, where a box that nobody ever filled in is
 * undefined, which no call takes.
 */
function asFound(entity: EntityName, fields: RowFields): Record<string, FieldValue> {
  const clean = Object.entries(cleanFields(entity, fields));
  return Object.fromEntries(clean.map(([field, value]) => [field, value ?? null]));
}

function isEntity(name: string): name is EntityName {
  return entityNames.some((one) => one === name);
}

function withRow(values: RecordDraft, { entity, row }: HeldRow): RecordDraft {
  const rows = values.rows[entity];
  const placed = rows.some(({ id }) => id === row.id)
    ? rows.map((one) => (one.id === row.id ? row : one))
    : [row, ...rows];
  return { ...values, rows: { ...values.rows, [entity]: placed } };
}

function withoutOwner(entity: string, fields: RowFields): Record<string, FieldValue> {
  const owned = ownedEntities.find((one) => one === entity);
  const owner = owned === undefined ? null : ownerField(owned).name;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== owner));
}
