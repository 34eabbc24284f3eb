/**
 * What was typed into forms and not saved, as a window is told of it: whose, when, and what became of the row meanwhile.
 * Nothing of it is ever written as a change here; whoever takes it up saves it by the form's own way.
 */
import {
  type FormDraft,
  keptFormDraftSchema,
  type ToldFormDraft,
} from "../../shared/contract/schemas/form-drafts";
import {
  entityDefinition,
  type EntityName,
  entityNames,
  type FieldValue,
} from "../../shared/domain/entities";
import { isoInstant } from "../../shared/domain/hanoi-time";
import { cleanFields } from "../../shared/domain/validate/clean";
import { isUuid } from "../../shared/sync/bytes";
import { formDraftTexts } from "../roster/file/form-drafts";
import { recordJoinedInto } from "../roster/read/joined-record";
import { rowFields } from "../roster/read/rows";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";

/** The latest first. What cannot be read, as a newer program may have written it, is left out and stays in the file. */
export function formDrafts(roster: OpenRoster): ToldFormDraft[] {
  return formDraftTexts(roster.log)
    .flatMap(({ id, text }) => {
      const read = keptFormDraftSchema.safeParse(parsed(text));
      if (!read.success || !isUuid(id)) return [];
      const draft = ofRecordNow(roster, read.data);
      const joined = draft.about !== read.data.about;
      return [{ ...draft, id, joined, ...standing(roster, draft) }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * Keeps one in place of what was kept under its id and of those named.
 * @throws AppError roster-readonly, busy
 */
export function keepFormDraft(
  roster: OpenRoster,
  environment: Pick<Environment, "now" | "caller">,
  id: string,
  draft: FormDraft,
  instead: readonly string[],
): null {
  const at = isoInstant(environment.now());
  const text = JSON.stringify({ ...draft, at, by: environment.caller().user });
  roster.keepFormDraft({ id, text }, instead);
  return null;
}

/** @throws AppError roster-readonly, busy */
export function dropFormDrafts(roster: OpenRoster, ids: readonly string[]): null {
  roster.keepFormDraft(null, ids);
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Of a damaged list.
    return null;
  }
}

/** A draft of somebody whose record went up in another one is of that one now. */
function ofRecordNow<D extends FormDraft>(roster: OpenRoster, draft: D): D {
  const { form, about } = draft;
  if (form !== "official" || !isUuid(about) || rowNow(roster, form, about) !== null) return draft;
  const now = recordJoinedInto(roster.db, about);
  if (now === null) return draft;
  return {
    ...draft,
    about: now,
    rows: draft.rows.map((row) => (row.id === about ? { ...row, id: now } : row)),
  };
}

function standing(roster: OpenRoster, draft: FormDraft): Pick<ToldFormDraft, "there" | "name" | "stored"> {
  const now = rowNow(roster, draft.form, draft.about);
  const title = isEntity(draft.form) ? entityDefinition(draft.form).title : null;
  const own = draft.rows.find(({ id }) => id === draft.about);
  const name = title === null ? null : { ...own?.began, ...own?.fields, ...now }[title];
  return {
    there: now !== null,
    name: typeof name === "string" ? name : null,
    stored: now !== null && isStored(roster, draft),
  };
}

/** Whether each row says what was typed into it, and none is left that was taken out. */
function isStored(roster: OpenRoster, { rows, removed }: FormDraft): boolean {
  return (
    removed.every(({ entity, id }) => isEntity(entity) && rowNow(roster, entity, id) === null) &&
    rows.every(({ entity, id, fields }) => {
      const now = rowNow(roster, entity, id);
      if (now === null || !isEntity(entity)) return false;
      const typed = Object.entries(cleanFields(entity, fields));
      return typed.every(([field, value]) => (now[field] ?? null) === value);
    })
  );
}

function rowNow(roster: OpenRoster, entity: string, id: string): Record<string, FieldValue> | null {
  return isEntity(entity) ? (rowFields(roster.db, entity, id)?.fields ?? null) : null;
}

function isEntity(name: string): name is EntityName {
  return entityNames.some((one) => one === name);
}
