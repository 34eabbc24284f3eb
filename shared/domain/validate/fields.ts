/**
 * Checks of single values against the registry, the same for every entity and every way in (form, command line,
 * import). Without them a value of the wrong kind would enter the change log, which is never rewritten.
 */
import type { FieldIssue } from "../../contract/errors";
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { isDocumentHash } from "../document-hash";
import { type EntityName, entityDefinition, type FieldDefinition, type FieldValue } from "../entities";
import { ladderNamed, levelRank } from "../levels";
import { parsePartialDate } from "../partial-date";
import { type IssueTarget, issueAt } from "./issue";

export { dateOf, type RowFields, textOf } from "../checks/reading";

/** Longest text of a field whose definition names none (see FieldDefinition.maxLength). */
export const defaultMaxLength = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FULL_DAY_LENGTH = 10;

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
  const found: (Found | null)[] = [];
  for (const [field, definition] of Object.entries(definitions)) {
    const given = Object.hasOwn(fields, field);
    const value = given ? (fields[field] ?? null) : null;
    if (isBlank(value)) {
      if (definition.required === true && (given || options.complete)) {
        found.push(error(field, "required"));
      }
      continue;
    }
    found.push(valueIssue(field, definition, value) ?? ladderIssue(field, definition, fields));
  }
  for (const field of Object.keys(fields)) {
    if (!Object.hasOwn(definitions, field)) found.push(error(field, "unknownField", { field }));
  }
  return found.flatMap((one) => (one === null ? [] : [issueAt(target, one)]));
}

/** Null or a text of white space only: nothing was answered. */
function isBlank(value: FieldValue): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function valueIssue(field: string, definition: FieldDefinition, value: FieldValue): Found | null {
  switch (definition.type) {
    case "integer":
      return Number.isSafeInteger(value) ? null : error(field, "wrongType");
    case "boolean":
      return typeof value === "boolean" ? null : error(field, "wrongType");
    case "text":
    case "partialDate":
    case "day":
    case "choice":
    case "choiceSet":
    case "reference":
    case "referenceSet":
    case "document":
      return typeof value === "string" ? textIssue(field, definition, value) : error(field, "wrongType");
  }
}

function textIssue(field: string, definition: FieldDefinition, text: string): Found | null {
  const max = definition.maxLength ?? defaultMaxLength;
  if (text.length > max) return error(field, "tooLong", { max });
  const choices = definition.choices ?? [];
  switch (definition.type) {
    case "partialDate":
      return parsePartialDate(text) === null ? error(field, "impossibleDate") : null;
    case "day":
      if (parsePartialDate(text) === null) return error(field, "impossibleDate");
      return text.length === FULL_DAY_LENGTH ? null : error(field, "dayNeeded");
    case "choice":
      return choices.includes(text) ? null : error(field, "wrongChoice");
    case "choiceSet":
      return isSortedSet(text, (key) => choices.includes(key)) ? null : error(field, "wrongChoice");
    case "reference":
      return UUID.test(text) ? null : error(field, "badReference");
    case "referenceSet":
      return isSortedSet(text, (id) => UUID.test(id)) ? null : error(field, "badReference");
    case "document":
      return isDocumentHash(text) ? null : error(field, "badReference");
    default:
      return null;
  }
}

/** A level must stand on the ladder that its row names; of another one it would be judged as nothing at all. */
function ladderIssue(field: string, { ladder }: FieldDefinition, fields: RowFields): Found | null {
  const level = textOf(fields, field);
  const named = ladder === undefined ? null : ladderNamed(textOf(fields, ladder));
  const isOff = level !== null && named !== null && levelRank(named, level) === 0;
  return isOff ? error(field, "levelNotOfKind") : null;
}

/** Equal sets must be equal text: members in ascending order, each once, one blank between. */
function isSortedSet(text: string, accepts: (member: string) => boolean): boolean {
  const members = text.split(" ");
  return members.every((member, index) => {
    const before = members[index - 1];
    return accepts(member) && (before === undefined || before < member);
  });
}
