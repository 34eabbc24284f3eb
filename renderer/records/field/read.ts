/** What of a field's value only its type tells: whether it was read at all, or still is the text that somebody typed. */
import type { FieldDefinition, FieldValue } from "../../../shared/domain/entities";
import { hasLines } from "../../../shared/domain/text-fields";
import { cleanText } from "../../../shared/text/clean";
import { readScalar } from "../../../shared/text/scalar-text";
import { dateProblem } from "../../components/date-text";

/** Whether a field is typed into and seen as a whole: a long text is more than a slip of the hand, and is not taken away. */
export function isShort(definition: FieldDefinition): boolean {
  return definition.type !== "document" && definition.type !== "referenceSet" && !hasLines(definition);
}

/** Whether a value is one of its field's type, and not a text that could not be read. */
export function isRead(definition: FieldDefinition, value: FieldValue): boolean {
  if (typeof value !== "string") return true;
  const { type } = definition;
  switch (type) {
    case "partialDate":
    case "day":
      return dateProblem(value, type === "day") === null;
    case "integer":
      return false;
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
      return readScalar({ type, scale: definition.scale ?? 0 }, value) !== null;
    case "boolean":
    case "choice":
    case "choiceSet":
    case "document":
    case "reference":
    case "referenceSet":
    case "text":
      return true;
  }
}

/** The number typed, or the text itself while it is none, so that nothing typed is lost. */
export function wholeNumber(typed: string): FieldValue {
  const text = cleanText(typed);
  if (text === "") return null;
  return /^-?[0-9]{1,9}$/.test(text) ? Number(text) : typed;
}
