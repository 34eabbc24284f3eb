/** Work for the old regime (TT 06/2023/TT-BNV, table 34.2). */
import { dateIssues } from "../checks/dates";
import { entity } from "./definition";

export const formerRegime = entity({
  id: 68,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("work"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  section: "history",
  sensitive: true,
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    from: { id: 2, type: "partialDate", past: true },
    to: { id: 3, type: "partialDate", past: true },
    /** Title, unit and place. */
    work: { id: 4, type: "text", format: "line", required: true, maxLength: 500 },
  },
  checkInRecord: (row, around) => dateIssues(row, around, { past: ["from", "to"], period: ["from", "to"] }),
});
