/**
 * Turns what somebody writes for a field into the value that is stored: a unit by its code, a post or level by its
 * Vietnamese name, a date as a clerk types it.
 *
 * The form has pickers for this; the command line has only words. What is read here goes through the same validation
 * as the form's values, so nothing is refused or let through here alone except what cannot be read at all.
 */
import { AppError, appError } from "../../shared/contract/errors";
import { isDocumentHash } from "../../shared/domain/document-hash";
import {
  entityDefinition,
  type EntityName,
  type FieldDefinition,
  fieldDefinition,
  type FieldValue,
  isOfPerson,
} from "../../shared/domain/entities";
import { levelLadders, type QualificationKind, qualificationKinds } from "../../shared/domain/levels";
import {
  addDays,
  earliestDay,
  isoToPacked,
  latestDay,
  type PackedDay,
  packedToIso,
  parsePartialDate,
} from "../../shared/domain/partial-date";
import { readTypedDate } from "../../shared/domain/typed-date";
import { choiceWord, dateSentence, type Translate } from "../../shared/i18n";
import { cleanValue } from "../../shared/domain/validate/clean";
import { cleanText } from "../../shared/text/clean";
import { readScalar } from "../../shared/text/scalar-text";
import type { CatalogFacts, Post, Unit } from "../roster/read/index/catalog-facts";
import { oursFirst } from "../roster/read/made-by";
import { folded, matching, onlyOne } from "./named-options";
import { existsOn } from "./statistics";

type Values = Readonly<Record<string, FieldValue>>;

export interface ValueSources {
  readonly catalog: CatalogFacts;
  readonly standardSets: readonly { readonly id: string; readonly key: string; readonly name: string }[];
  /** Rows of a catalog that are named by a title of their own, such as classes of training. */
  readonly titled?: (entity: EntityName) => readonly { readonly id: string; readonly name: string }[];
  readonly t: Translate;
  /** ISO day; units are looked up by it where the row has no day of its own. */
  readonly today: string;
  /** Takes the file of a path for the roster. @param picture only a picture is taken @returns the document's hash */
  readonly bring: (path: string, picture: boolean) => string;
}

/**
 * Reads fields of one row.
 * @param texts field name to what was written; empty text empties the field
 * @param before the row as it stands, null for a new one
 * @throws AppError field-unknown, field-no-file, value-invalid, date-impossible, date-unclear, unit-unknown, unit-ambiguous, post-unknown,
 *   level-unknown, and what `bring` throws
 */
export function readFields(
  entity: EntityName,
  texts: ReadonlyMap<string, string>,
  before: Values | null,
  sources: ValueSources,
): Record<string, FieldValue> {
  for (const field of texts.keys()) {
    if (fieldDefinition(entity, field) === null) {
      throw appError("field-unknown", { entity: sources.t(`domain:entity.${entity}`), field });
    }
  }
  const values: Record<string, FieldValue> = {};
  // References and levels are read by the row's day and kind, so those come first.
  for (const late of [false, true]) {
    for (const field of Object.keys(entityDefinition(entity).fields)) {
      const written = texts.get(field);
      const definition = fieldDefinition(entity, field);
      if (written === undefined || definition === null || isLate(definition) !== late) continue;
      const text = cleanText(written);
      values[field] =
        text === ""
          ? null
          : readValue({ entity, field, definition, written, text, row: { ...before, ...values }, sources });
    }
  }
  return values;
}

interface Reading {
  readonly entity: EntityName;
  readonly field: string;
  readonly definition: FieldDefinition;
  /** As it was written; `text` is the same on one line, cleaned. */
  readonly written: string;
  readonly text: string;
  /** What is known of the row so far. */
  readonly row: Values;
  readonly sources: ValueSources;
}

function isLate({ type, ladder }: FieldDefinition): boolean {
  return type === "reference" || type === "referenceSet" || ladder !== undefined;
}

function readValue(reading: Reading): FieldValue {
  const { definition, text, row } = reading;
  // As for a document: whoever writes it means the file, and its path is no name of anybody.
  if (definition.type !== "document" && text.startsWith("@") && text.length > 1)
    throw appError("field-no-file", { field: reading.field });
  if (definition.ladder !== undefined) return readLevel(reading, row[definition.ladder]);
  switch (definition.type) {
    case "text":
      return cleanValue(reading.entity, reading.field, reading.written);
    case "integer":
      if (!/^-?\d{1,15}$/.test(text)) throw invalid(reading);
      return Number(text);
    case "boolean":
      return readBoolean(reading);
    case "partialDate":
    case "day":
      return readDate(reading);
    case "choice":
      return choiceOf(reading, text) ?? refuse(reading);
    case "choiceSet":
      return sortedSet(membersOf(text, (part) => choiceOf(reading, part)) ?? refuse(reading));
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
      return readScalar({ type: definition.type, scale: definition.scale ?? 0 }, text) ?? refuse(reading);
    case "document":
      // A file's name stays as it is: one that looks the same in another form is another file.
      if (text.startsWith("@"))
        return reading.sources.bring(reading.written.trimStart().slice(1), definition.picture === true);
      return isDocumentHash(text) ? text : refuse(reading);
    case "reference":
      return readReference(reading);
    case "referenceSet":
      return sortedSet(referencesOf(reading));
  }
}

function invalid({ field, text }: Reading) {
  return appError("value-invalid", { field, value: text });
}

function refuse(reading: Reading): never {
  throw invalid(reading);
}

function readBoolean(reading: Reading): boolean {
  const { t } = reading.sources;
  const word = folded(reading.text);
  if (["true", "yes", "1", folded(t("domain:yes"))].includes(word)) return true;
  if (["false", "no", "0", folded(t("domain:no"))].includes(word)) return false;
  throw invalid(reading);
}

/** Years ahead that somebody plans for: a year of two digits is read within them. */
const yearsAhead = 30;

function readDate({ text, definition, sources: { t, today } }: Reading): string {
  const latestYear = Number(today.slice(0, 4)) + (definition.past === true ? 0 : yearsAhead);
  const read = readTypedDate(text, { latestYear });
  if (read.ok) return read.value;
  const why = dateSentence(t, read) ?? "";
  throw appError(read.reason === "unclear" ? "date-unclear" : "date-impossible", { value: text, why });
}

// Levels -------------------------------------------------------------------------------------------------------

/** While the kind is not known, a level counts if every ladder that has it means the same key. */
function readLevel({ entity, field, text, sources: { t } }: Reading, ladder: FieldValue | undefined): string {
  const kinds: readonly QualificationKind[] = qualificationKinds.filter((kind) => kind === (ladder ?? kind));
  const found = new Set(
    kinds.flatMap((kind) => {
      const options = levelLadders[kind].map((key) => ({
        key,
        name: choiceWord(t, entity, field, key, kind),
      }));
      return matching(text, options).map(({ key }) => key);
    }),
  );
  const [level] = found;
  if (level === undefined || found.size > 1) throw appError("level-unknown", { value: text });
  return level;
}

// Closed lists -------------------------------------------------------------------------------------------------

function choiceOf({ entity, field, definition, sources: { t } }: Reading, text: string): string | null {
  const options = (definition.choices ?? []).map((key) => ({
    key,
    name: choiceWord(t, entity, field, key, null),
  }));
  return onlyOne(matching(text, options))?.key ?? null;
}

/** Members parted by semicolons; or by commas or blanks where that reads, since some names hold commas. */
function membersOf(text: string, read: (part: string) => string | null): string[] | null {
  for (const separator of [/;/, /,/, /\s+/]) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const members = parts.map(read);
    if (members.every((member) => member !== null)) return members;
  }
  return null;
}

function sortedSet(members: readonly string[]): string {
  return [...new Set(members)].sort().join(" ");
}

// Other rows ---------------------------------------------------------------------------------------------------

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function readReference(reading: Reading): string {
  const { text, definition, sources } = reading;
  if (uuid.test(text)) return text.toLowerCase();
  switch (definition.entity) {
    case "unit":
      return unitOf(reading, text, rowDay(reading));
    case "post":
      return postOf(reading);
    case "standardSet":
      return onlyOne(matching(text, sources.standardSets))?.id ?? refuse(reading);
    default:
      return titledRow(reading);
  }
}

/** A row of a catalog by its title, where no other bears it. People are known by their ids alone. */
function titledRow(reading: Reading): string {
  const { text, definition, sources } = reading;
  const { entity } = definition;
  if (entity === undefined || isOfPerson(entity) || sources.titled === undefined) throw invalid(reading);
  const options = sources.titled(entity).map(({ id, name }) => ({ key: id, name }));
  return onlyOne(matching(text, options))?.key ?? refuse(reading);
}

/** Units by their codes; rows of other entities by names, which may hold blanks and commas. */
function referencesOf(reading: Reading): readonly string[] {
  const { text, definition } = reading;
  if (definition.entity === "unit") {
    const before = dayBefore(rowDay(reading));
    return text.split(/[;,\s]+/).map((code) => unitOf(reading, code, before));
  }
  const named = (part: string): string | null => {
    try {
      return readReference({ ...reading, text: part });
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  };
  const members = membersOf(text, named);
  if (members !== null) return members;
  // Whoever names several parts them by semicolons: said of the first that is not known.
  return text.split(";").map((part) => readReference({ ...reading, text: part.trim() }));
}

/** The days that a row's own date can mean. */
interface DayRange {
  readonly first: PackedDay;
  readonly last: PackedDay;
}

function rowDay({ entity, row, sources }: Reading): DayRange {
  const { since } = entityDefinition(entity);
  const own = since === undefined ? null : row[since];
  const date = typeof own === "string" ? parsePartialDate(own) : null;
  const today = isoToPacked(sources.today);
  return date === null ? { first: today, last: today } : { first: earliestDay(date), last: latestDay(date) };
}

/** Units that one was formed from ended on the eve of its first day. */
function dayBefore({ first, last }: DayRange): DayRange {
  return { first: addDays(first, -1), last: addDays(last, -1) };
}

/** By code or by name; a year or month is tried by its first day, then by its last. */
function unitOf({ sources: { catalog } }: Reading, text: string, { first, last }: DayRange): string {
  if (uuid.test(text)) return text.toLowerCase();
  for (const day of [first, last]) {
    const present = catalog.unitsInView.filter((unit) => existsOn(unit, day));
    const found = unitsMeant(text, present);
    if (found.length > 1) throw appError("unit-ambiguous", { code: text });
    const unit = found[0];
    if (unit !== undefined) return unit.id;
  }
  throw appError("unit-unknown", { code: text, on: packedToIso(first) });
}

function unitsMeant(text: string, units: readonly Unit[]): readonly Unit[] {
  const byCode = units.filter((unit) => unit.code === text);
  if (byCode.length > 0 || /^\d+$/.test(text)) return byCode;
  const options = units.flatMap((unit) => [
    { key: unit.id, name: unit.fullName, unit },
    { key: unit.id, name: unit.name, unit },
  ]);
  return [...new Set(matching(text, options).map(({ unit }) => unit))];
}

/**
 * A post of the same name may be defined for two periods; the one of the row's day goes first. Of several on that day none
 * is taken unasked: an office below may have made one that judges nobody. A post of another office is meant by its plain
 * name or key in that office's units alone, and elsewhere where it is named with whose it is.
 */
function postOf(reading: Reading): string {
  const { text } = reading;
  const { first } = rowDay(reading);
  const found = postsMeant(reading);
  const then = found.filter((one) => existsOn(one, first));
  if (then.length > 1) throw appError("post-ambiguous", { value: text });
  const post = then[0] ?? found[0];
  if (post === undefined) throw appError("post-unknown", { value: text });
  return post.id;
}

function postsMeant({ entity, text, row, sources: { catalog } }: Reading): readonly Post[] {
  const [field] =
    Object.entries(entityDefinition(entity).fields).find(([, one]) => one.entity === "unit") ?? [];
  const named = field === undefined ? undefined : row[field];
  const unit = typeof named === "string" ? named : null;
  const options = catalog.postsInView.flatMap((post) => {
    const shown = { key: post.id, name: post.name, post };
    return catalog.isFor(post.maker, unit) ? [shown, { key: post.key, name: post.plainName, post }] : [shown];
  });
  const found = [...new Set(matching(text, options).map(({ post }) => post))];
  // A key is meant by whoever reads it in a list of ours, also where an office below gave it to a post of its own.
  return found.some(({ key }) => key === text) ? oursFirst(found, ({ maker }) => maker) : found;
}
