/**
 * What a workbook says of a person and the program could not take for a value: kept as it was written, so that nothing is
 * lost, until somebody says what it means.
 */
import { entity } from "./definition";

export const keptText = entity({
  id: 20,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  gathered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("heading"), words.of("text")].filter((part) => part !== null).join(": "),
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    /** Heading of the workbook's column. */
    heading: { id: 2, type: "text", format: "line", required: true },
    text: { id: 3, type: "text", required: true, maxLength: 4000 },
    /** Key of the column of people that it was meant for (shared/columns); none where the heading said nothing. */
    column: { id: 4, type: "text", format: "column", maxLength: 100 },
    /** File, sheet and row. */
    source: { id: 5, type: "text", format: "line", maxLength: 400 },
    /** What it was read as where it was understood and could not be stored by itself, such as the day of an unknown post. */
    reading: { id: 6, type: "text", jsonOf: "column", maxLength: 5000 },
  },
});
