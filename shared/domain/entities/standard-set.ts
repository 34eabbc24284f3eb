/** A text (law, decree, circular, decision) that sets standards, with the days it is in force. */
import { keyTaken } from "../checks/taken";
import { validityIssues } from "../checks/validity";
import { entity } from "./definition";

export const standardSet = entity({
  id: 7,
  owner: null,
  authority: "top",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  fields: {
    key: { id: 1, type: "text", format: "code", required: true, maxLength: 60, part: "none" },
    name: { id: 2, type: "text", format: "line", required: true, part: "what" },
    title: { id: 3, type: "text", maxLength: 500, part: "what" },
    /** The text that it details, as a province's details the nation's: read together with it, and only as long as it holds. */
    basedOn: { id: 9, type: "reference", entity: "standardSet", part: "what" },
    validFrom: { id: 4, type: "day", required: true, part: "days" },
    validTo: { id: 5, type: "day", part: "days" },
    verified: { id: 6, type: "boolean", part: "none" },
    note: { id: 7, type: "text", maxLength: 2000, part: "source" },
    /** `false`: kept on the shelf and judging nobody; a set that says nothing is in use. */
    inUse: { id: 8, type: "boolean", part: "none" },
  },
  check: validityIssues,
  checkAmong: keyTaken,
});
