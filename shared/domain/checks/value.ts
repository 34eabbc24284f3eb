/**
 * Whether a single value has the form that its field's definition gives it: asked by forms and services, which say so in
 * words, and once more before a value enters the log for good.
 */
import { isDocumentHash } from "../document-hash";
import type { FieldShape } from "../entities/definition";
import type { FieldValue } from "../field-value";
import { parsePartialDate } from "../partial-date";
import { maxLengthOf } from "../text-fields";
import { isCode, isMonth, isReversed, isYear, parseTimeSpan } from "../scalars";
import { error, type Found } from "./found";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FULL_DAY_LENGTH = 10;

/** What is wrong with a value; null when it may be stored. */
export function valueFault(
  field: string,
  definition: FieldShape,
  value: Exclude<FieldValue, null>,
): Found | null {
  switch (definition.type) {
    case "integer":
      return Number.isSafeInteger(value) ? null : error(field, "wrongType");
    case "decimal":
      return Number.isSafeInteger(value)
        ? null
        : error(field, "decimalNeeded", { scale: definition.scale ?? 0 });
    case "money":
      return Number.isSafeInteger(value) && Number(value) >= 0 ? null : error(field, "moneyNeeded");
    case "year":
      return isYear(value) ? null : error(field, "yearNeeded");
    case "boolean":
      return typeof value === "boolean" ? null : error(field, "wrongType");
    case "text":
    case "partialDate":
    case "day":
    case "month":
    case "timeSpan":
    case "code":
    case "choice":
    case "choiceSet":
    case "reference":
    case "referenceSet":
    case "document":
      return typeof value === "string" ? textFault(field, definition, value) : error(field, "wrongType");
  }
}

function textFault(field: string, definition: FieldShape, text: string): Found | null {
  const max = maxLengthOf(definition);
  if (text.length > max) return error(field, "tooLong", { max, count: text.length });
  const choices = definition.choices ?? [];
  switch (definition.type) {
    case "partialDate":
      return parsePartialDate(text) === null ? error(field, "impossibleDate") : null;
    case "day":
      if (parsePartialDate(text) === null) return error(field, "impossibleDate");
      return text.length === FULL_DAY_LENGTH ? null : error(field, "dayNeeded");
    case "month":
      return isMonth(text) ? null : error(field, "monthNeeded");
    case "timeSpan": {
      const span = parseTimeSpan(text);
      if (span === null) return error(field, "spanNeeded");
      return isReversed(span) ? error(field, "spanReversed") : null;
    }
    case "code":
      return isCode(text) ? null : error(field, "codeNeeded");
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

/** Equal sets must be equal text: members in ascending order, each once, one blank between. */
function isSortedSet(text: string, accepts: (member: string) => boolean): boolean {
  const members = text.split(" ");
  return members.every((member, index) => {
    const before = members[index - 1];
    return accepts(member) && (before === undefined || before < member);
  });
}
