/** A tie to an organisation or a relative abroad (TT 06/2023/TT-BNV, table 34.3; 2C/TCTW-98, item 29). */
import { dateIssues } from "../checks/dates";
import { foreignTieKinds } from "../values";
import { entity } from "./definition";

export const foreignTie = entity({
  id: 67,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("organisation"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  section: "history",
  sensitive: true,
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    kind: { id: 2, type: "choice", choices: foreignTieKinds, words: "foreignTieKind" },
    from: { id: 3, type: "partialDate", past: true },
    to: { id: 4, type: "partialDate", blankSays: true },
    /** Name of the organisation or of the relative. */
    organisation: { id: 5, type: "text", format: "line", required: true },
    seat: { id: 6, type: "text", format: "line" },
    work: { id: 7, type: "text", maxLength: 1000 },
  },
  checkInRecord: (row, around) =>
    dateIssues(row, around, { past: ["from"], any: ["to"], period: ["from", "to"] }),
});
