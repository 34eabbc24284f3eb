/** What a text that offices write in a column means: said once, and understood in every workbook after that. */
import { entity } from "./definition";

export const wording = entity({
  id: 21,
  owner: null,
  authority: "maker",
  scope: "everybody",
  entered: false,
  counted: "quiet",
  title: "text",
  label: null,
  fields: {
    /** Key of the column of people (shared/columns). */
    column: { id: 1, type: "text", format: "column", required: true, maxLength: 100 },
    text: { id: 2, type: "text", required: true, maxLength: 4000 },
    /** JSON of the value as it is stored; null: the text says nothing. */
    value: { id: 3, type: "text", jsonOf: "column", required: true, maxLength: 5000 },
  },
});
