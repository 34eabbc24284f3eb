/** An official in a post of a unit, from a day to a day. */
import { assignmentKinds, endReasons } from "../values";
import { entity } from "./definition";

export const assignment = entity({
  id: 5,
  owner: { entity: "official", field: "official" },
  scope: "service",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("post"), words.of("unit"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  paper: { number: "decisionNumber", date: "decisionDate" },
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    unit: { id: 2, type: "reference", entity: "unit", required: true },
    post: { id: 3, type: "reference", entity: "post", required: true },
    kind: { id: 4, type: "choice", choices: assignmentKinds, words: "assignmentKind" },
    from: { id: 5, type: "partialDate" },
    to: { id: 6, type: "partialDate" },
    main: { id: 7, type: "boolean" },
    decisionNumber: { id: 8, type: "text", maxLength: 60 },
    decisionDate: { id: 9, type: "partialDate" },
    endReason: { id: 10, type: "choice", choices: endReasons, words: "endReason" },
    note: { id: 11, type: "text", maxLength: 2000 },
  },
});
