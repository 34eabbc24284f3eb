/** An allowance beside the pay, by coefficient, percentage or amount (TT 06/2023/TT-BNV, 30.2 and table 37.2). */
import { dateIssues } from "../checks/dates";
import { entity } from "./definition";

export const allowance = entity({
  id: 62,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("kind"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "pay",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    kind: { id: 2, type: "text", list: "allowanceKind", format: "line", required: true },
    from: { id: 3, type: "partialDate" },
    to: { id: 4, type: "partialDate", blankSays: true },
    percent: { id: 5, type: "decimal", scale: 2 },
    coefficient: { id: 6, type: "decimal", scale: 2 },
    amount: { id: 7, type: "money" },
    form: { id: 8, type: "text", format: "line" },
    decisionNumber: { id: 9, type: "text", maxLength: 60 },
    decisionDate: { id: 10, type: "partialDate", past: true },
    note: { id: 11, type: "text", maxLength: 2000 },
  },
  checkInRecord: (row, around) =>
    dateIssues(row, around, { past: ["decisionDate"], any: ["from"], period: ["from", "to"] }),
});
