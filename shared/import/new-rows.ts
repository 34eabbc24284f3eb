/**
 * Rows that an answer adds to a catalog: a post that is in no list yet is entered where the import asks what the text means,
 * and is written with it. Which catalogs take such rows follows from the registry: those whose rows belong to whoever makes
 * them, and of which somebody has to say no more than a name and answers of lists.
 */
import {
  type EntityName,
  entityDefinition,
  type FieldDefinition,
  fieldDefinition,
  type FieldValue,
} from "../domain/entities";
import { readValue } from "../domain/validate/readable";
import type { RowFields } from "../domain/validate/fields";
import { foldExact } from "../text/fold";

/** A row as an answer says it. */
export interface NewRow {
  readonly entity: EntityName;
  readonly fields: RowFields;
}

const front = "new:";

/** Whether a field is filled in by the program: a key by which the row is found, its place behind the others. */
export function isGivenByProgram({ type, format }: FieldDefinition): boolean {
  return type === "integer" || format === "code";
}

/** What somebody has to say of a new row, its name first; null for a catalog that takes none here. */
export function askedOfNewRow(entity: EntityName): readonly string[] | null {
  const { entered, authority, counted, fields, title } = entityDefinition(entity);
  if (!entered || authority !== "maker" || counted !== "catalog" || title === null) return null;
  const needed = Object.keys(fields).filter((field) => fields[field]?.required === true);
  const asked = needed.filter((field) => {
    const definition = fieldDefinition(entity, field);
    return definition !== null && !isGivenByProgram(definition);
  });
  const isSimple = asked.every((field) => field === title || fields[field]?.type === "choice");
  return isSimple ? [title, ...asked.filter((field) => field !== title)] : null;
}

/** The answer that a text means a row which is not there yet. */
export function newRowAnswer({ entity, fields }: NewRow): string {
  const asked = askedOfNewRow(entity) ?? [];
  return front + JSON.stringify(Object.fromEntries(asked.map((field) => [field, fields[field] ?? null])));
}

/** Whether an answer says that a row is to be added, whatever row. */
export function isNewRowAnswer(answer: string): boolean {
  return answer.startsWith(front);
}

/** The row that an answer adds to a catalog; null for every other answer, and for one that lacks something. */
export function newRowOf(entity: EntityName, answer: string): NewRow | null {
  const asked = isNewRowAnswer(answer) ? askedOfNewRow(entity) : null;
  const said = asked === null ? null : objectIn(answer.slice(front.length));
  if (asked === null || said === null) return null;
  const fields: Record<string, FieldValue> = {};
  for (const field of asked) {
    const id = fieldDefinition(entity, field)?.id;
    const written = said[field];
    if (id === undefined || typeof written !== "string") return null;
    const value = readValue(entity, id, written);
    if (value === undefined || value === null) return null;
    fields[field] = value;
  }
  return { entity, fields };
}

/** What the row is called. */
export function newRowName({ entity, fields }: NewRow): string {
  return String(fields[entityDefinition(entity).title ?? ""] ?? "");
}

/** Two answers that say the same row add it once. */
export function newRowKey({ entity, fields }: NewRow): string {
  return `${entity} ${foldExact(JSON.stringify(fields))}`;
}

function objectIn(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
