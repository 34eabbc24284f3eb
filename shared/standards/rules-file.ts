/**
 * Standard sets, their rules and posts as a file that people can read and edit, for another office or another program:
 * JSON with the name of the format and its version. Which fields a row has follows from the registry; lists of keys are
 * arrays, what refers to a set or a post names it by its key. A row is written whole: a field that is not there is blank.
 */
import { z } from "../contract/zod";
import { entityDefinition, type FieldDefinition, type FieldValue } from "../domain/entities";
import { type RowFields, textOf } from "../domain/validate/fields";
import type { StandardSetRows } from "./from-rows";

const rulesFileFormat = "so-can-bo/rules";
const rulesFileVersion = 1;

/** What a file can hold rows of. */
export type RulesFileEntity = "standardSet" | "standardRule" | "post";

/** A row as the file has it: references still by key. */
export interface FileRow {
  /** Null where whoever wrote the file gave it none. */
  readonly id: string | null;
  readonly fields: RowFields;
}
export interface FileSet extends FileRow {
  readonly rules: readonly FileRow[];
}
export interface RulesFile {
  readonly sets: readonly FileSet[];
  readonly posts: readonly FileRow[];
}

/** Why a text is no rules file that can be read; `at` is a place in it, like `standardSets[0].rules[2].level`. */
export type RulesFileProblem =
  | { readonly kind: "foreign" }
  | { readonly kind: "newer" }
  | { readonly kind: "field"; readonly at: string };

/** Rows that the file refers to by key. */
export interface KeysOfRows {
  readonly keyOf: (id: string) => string;
}

/** @param keys of sets and posts by their ids; a row without a key is named by its id */
export function rulesFileText(
  sets: readonly StandardSetRows[],
  posts: readonly { readonly id: string; readonly fields: RowFields }[],
  { keyOf }: KeysOfRows,
): string {
  const document = {
    format: rulesFileFormat,
    version: rulesFileVersion,
    standardSets: sets.map(({ id, fields, rules }) => ({
      id,
      ...written("standardSet", fields, keyOf),
      rules: rules.map((rule) => ({ id: rule.id, ...written("standardRule", rule.fields, keyOf) })),
    })),
    posts: posts.map(({ id, fields }) => ({ id, ...written("post", fields, keyOf) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** One row as the file writes it, blanks left out. */
export function written(
  entity: RulesFileEntity,
  fields: RowFields,
  keyOf: KeysOfRows["keyOf"],
): Record<string, unknown> {
  const entries = fieldsOf(entity).flatMap(([name, definition]) => {
    const value = fields[name] ?? null;
    return value === null ? [] : [[name, outward(definition, value, keyOf)]];
  });
  return Object.fromEntries(entries);
}

const headSchema = z.object({ format: z.literal(rulesFileFormat), version: z.int().min(1) });
const rowSchema = z.record(z.string(), z.unknown());
const bodySchema = z.object({
  standardSets: z.array(rowSchema.and(z.object({ rules: z.array(rowSchema).optional() }))).default([]),
  posts: z.array(rowSchema).default([]),
});

/** @param text the whole file @returns the rows, or why there are none */
export function readRulesFile(text: string): RulesFile | RulesFileProblem {
  const document = jsonOf(text);
  const head = headSchema.safeParse(document);
  if (!head.success) return { kind: "foreign" };
  if (head.data.version > rulesFileVersion) return { kind: "newer" };
  const body = bodySchema.safeParse(document);
  if (!body.success) return { kind: "field", at: placeOf(body.error.issues[0]?.path ?? []) };
  const problems: RulesFileProblem[] = [];
  const row = (entity: RulesFileEntity, given: Record<string, unknown>, at: string): FileRow => {
    const read = readRow(entity, given);
    if (typeof read === "string") {
      problems.push({ kind: "field", at: `${at}.${read}` });
      return { id: null, fields: {} };
    }
    return read;
  };
  const sets = body.data.standardSets.map(({ rules = [], ...set }, place) => {
    const at = `standardSets[${place}]`;
    return {
      ...row("standardSet", set, at),
      rules: rules.map((rule, nth) => row("standardRule", rule, `${at}.rules[${nth}]`)),
    };
  });
  const posts = body.data.posts.map((post, place) => row("post", post, `posts[${place}]`));
  return problems[0] ?? { sets, posts };
}

export function isProblem(read: RulesFile | RulesFileProblem): read is RulesFileProblem {
  return "kind" in read;
}

/** @returns the row, or the name of the field that cannot be read */
function readRow(entity: RulesFileEntity, given: Record<string, unknown>): FileRow | string {
  const { id = null, ...rest } = given;
  if (id !== null && (typeof id !== "string" || !z.uuid().safeParse(id).success)) return "id";
  const known = new Map(fieldsOf(entity));
  const unknown = Object.keys(rest).find((name) => !known.has(name));
  if (unknown !== undefined) return unknown;
  const fields: Record<string, FieldValue> = {};
  for (const [name, definition] of known) {
    const value = inward(definition, rest[name] ?? null);
    if (value === undefined) return name;
    fields[name] = value;
  }
  return { id: id === null ? null : id.toLowerCase(), fields };
}

/** The fields that a row of the file has: a rule stands in its set and does not name it. */
function fieldsOf(entity: RulesFileEntity): [string, FieldDefinition][] {
  return Object.entries(entityDefinition(entity).fields).filter(
    ([name]) => entity !== "standardRule" || name !== "set",
  );
}

function outward({ type }: FieldDefinition, value: FieldValue, keyOf: KeysOfRows["keyOf"]): unknown {
  if (typeof value !== "string") return value;
  if (type === "choiceSet") return value.split(" ");
  if (type === "referenceSet") return value.split(" ").map(keyOf);
  return type === "reference" ? keyOf(value) : value;
}

/** @returns undefined for a value of another type */
function inward({ type }: FieldDefinition, value: unknown): FieldValue | undefined {
  if (value === null) return null;
  if (type === "choiceSet" || type === "referenceSet") {
    const keys = z.array(z.string().min(1).regex(/^\S+$/)).safeParse(value);
    if (!keys.success) return undefined;
    return keys.data.length === 0 ? null : [...new Set(keys.data)].sort().join(" ");
  }
  if (type === "boolean") return typeof value === "boolean" ? value : undefined;
  if (type === "integer") return Number.isSafeInteger(value) ? (value as number) : undefined;
  return typeof value === "string" ? value : undefined;
}

function jsonOf(text: string): unknown {
  try {
    // Windows programs begin their files with a mark of the encoding.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** What a row is called where the file is spoken of. */
export function rowName({ fields }: Pick<FileRow, "fields">): string {
  return textOf(fields, "clause") ?? textOf(fields, "name") ?? textOf(fields, "key") ?? "";
}
