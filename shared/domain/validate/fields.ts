/**
 * Checks of single values against the registry, the same for every entity and every way in (form, command line,
 * import). Without them a value of the wrong kind would enter the change log, which is never rewritten.
 */
import type { FieldIssue } from "../../contract/errors";
import { type EntityName, entityDefinition, type FieldDefinition, type FieldValue } from "../entities";
import { parsePartialDate } from "../partial-date";
import { errorAt, type IssueTarget } from "./issue";

/** Longest text of a field whose definition names none (see FieldDefinition.maxLength). */
export const defaultMaxLength = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FULL_DAY_LENGTH = 10;

/** Field name to value of one row; a field that is absent was not given, null clears it. */
export type RowFields = Readonly<Record<string, FieldValue>>;

/**
 * Checks given values by their definitions: known field, right type, a choice that exists, a date that the calendar
 * has, a text not too long; and, for a whole row, that nothing required is missing.
 * @param fields the values given; others of the row are not looked at
 * @param options.complete true where `fields` is the whole row: absent required fields are reported then. A required
 * field that is given empty is reported either way.
 * @returns errors only, in the registry's order, unknown fields last; empty when all is well
 */
export function validateFields(
  entity: EntityName,
  rowId: string,
  fields: RowFields,
  options: { readonly complete: boolean },
): FieldIssue[] {
  const target: IssueTarget = { entity, rowId };
  const definitions = entityDefinition(entity).fields;
  const issues: FieldIssue[] = [];
  for (const [field, definition] of Object.entries(definitions)) {
    const given = Object.hasOwn(fields, field);
    const value = given ? (fields[field] ?? null) : null;
    if (isBlank(value)) {
      if (definition.required === true && (given || options.complete)) {
        issues.push(errorAt(target, field, "required"));
      }
      continue;
    }
    const found = valueIssue(target, field, definition, value);
    if (found !== null) issues.push(found);
  }
  for (const field of Object.keys(fields)) {
    if (!Object.hasOwn(definitions, field)) issues.push(errorAt(target, field, "unknownField", { field }));
  }
  return issues;
}

/** Null or a text of white space only: nothing was answered. */
function isBlank(value: FieldValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** The text of a field, null when it is absent, empty or no text. */
export function textOf(fields: RowFields, field: string): string | null {
  const value = fields[field];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The date of a field in canonical form, null when it is absent or no date (which validateFields reports). */
export function dateOf(fields: RowFields, field: string): string | null {
  const text = textOf(fields, field);
  return text === null ? null : parsePartialDate(text);
}

function valueIssue(
  target: IssueTarget,
  field: string,
  definition: FieldDefinition,
  value: FieldValue,
): FieldIssue | null {
  switch (definition.type) {
    case "integer":
      return Number.isSafeInteger(value) ? null : errorAt(target, field, "wrongType");
    case "boolean":
      return typeof value === "boolean" ? null : errorAt(target, field, "wrongType");
    case "text":
    case "partialDate":
    case "day":
    case "choice":
    case "choiceSet":
    case "reference":
    case "referenceSet":
      return typeof value === "string"
        ? textIssue(target, field, definition, value)
        : errorAt(target, field, "wrongType");
  }
}

function textIssue(
  target: IssueTarget,
  field: string,
  definition: FieldDefinition,
  text: string,
): FieldIssue | null {
  const max = definition.maxLength ?? defaultMaxLength;
  if (text.length > max) return errorAt(target, field, "tooLong", { max });
  const choices = definition.choices ?? [];
  switch (definition.type) {
    case "partialDate":
      return parsePartialDate(text) === null ? errorAt(target, field, "impossibleDate") : null;
    case "day":
      if (parsePartialDate(text) === null) return errorAt(target, field, "impossibleDate");
      return text.length === FULL_DAY_LENGTH ? null : errorAt(target, field, "dayNeeded");
    case "choice":
      return choices.includes(text) ? null : errorAt(target, field, "wrongChoice");
    case "choiceSet":
      return isSortedSet(text, (key) => choices.includes(key)) ? null : errorAt(target, field, "wrongChoice");
    case "reference":
      return UUID.test(text) ? null : errorAt(target, field, "badReference");
    case "referenceSet":
      return isSortedSet(text, (id) => UUID.test(id)) ? null : errorAt(target, field, "badReference");
    default:
      return null;
  }
}

/** Equal sets must be equal text: members in ascending order, each once, one blank between. */
function isSortedSet(text: string, accepts: (member: string) => boolean): boolean {
  const members = text.split(" ");
  return members.every((member, index) => {
    const before = members[index - 1];
    return accepts(member) && (before === undefined || before < member);
  });
}
