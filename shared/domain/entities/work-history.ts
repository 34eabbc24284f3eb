/**
 * A stretch of somebody's working life as the curriculum vitae tells it, also in places that no roster knows: the army, a
 * school, a cooperative. It stands beside the assignments and is counted nowhere.
 */
import { dateIssues } from "../checks/dates";
import { entity } from "./definition";

export const workHistory = entity({
  id: 60,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("post"), words.of("unit"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  section: "service",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    from: { id: 2, type: "partialDate", past: true },
    to: { id: 3, type: "partialDate", blankSays: true },
    /** Party, state, mass or social organisation (TT 06/2023/TT-BNV, table 33). */
    unit: { id: 4, type: "text", format: "line", required: true, maxLength: 300 },
    post: { id: 5, type: "text", format: "line", maxLength: 300 },
    note: { id: 6, type: "text", maxLength: 2000 },
  },
  checkInRecord: (row, around) =>
    dateIssues(row, around, { past: ["from"], any: ["to"], period: ["from", "to"] }),
});
