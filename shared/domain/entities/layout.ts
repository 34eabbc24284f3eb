/** A report form that users made of a shipped one: other titles, columns, lines or bands. Higher offices hand it down. */
import { keyTaken } from "../checks/taken";
import { entity } from "./definition";

export const layout = entity({
  id: 11,
  owner: null,
  authority: "maker",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  fields: {
    key: { id: 1, type: "text", format: "code", required: true, maxLength: 60 },
    /** Key of the shipped form; text, because a newer program may ship more. */
    form: { id: 2, type: "text", required: true, maxLength: 60 },
    name: { id: 3, type: "text", required: true },
    /** Lines of the printed title. */
    title: { id: 4, type: "text", maxLength: 1000 },
    /** JSON of what differs from the form (shared/report/layout.ts); an op holds it whole. */
    definition: { id: 5, type: "text", maxLength: 20_000 },
  },
  checkAmong: keyTaken,
});
