/** What follows from the definition of a text field, asked by forms, checks and cleaning alike. */
import type { FieldShape } from "./entities/definition";

/** Longest text of a field whose definition names none. */
const usualMaxLength = 200;
/** Texts that may be longer hold lines, and are written in a box of several. */
const longestLine = 400;

/** Longest text accepted, in UTF-16 units. */
export function maxLengthOf({ maxLength }: Pick<FieldShape, "type" | "maxLength">): number {
  return maxLength ?? usualMaxLength;
}

/** Whether line breaks are part of the field's text. */
export function hasLines(definition: Pick<FieldShape, "type" | "format" | "maxLength">): boolean {
  return (
    definition.type === "text" && definition.format === undefined && maxLengthOf(definition) > longestLine
  );
}
