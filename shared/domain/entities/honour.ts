/** An honour that the State grants (huân chương, huy chương, danh hiệu vinh dự nhà nước), and the Party's badge. */
import { dateIssues, yearIssues } from "../checks/dates";
import { entity } from "./definition";

export const honour = entity({
  id: 65,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("title"), words.of("year")].filter((part) => part !== null).join(", "),
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "merit",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    year: { id: 2, type: "year", required: true },
    title: { id: 3, type: "text", list: "honour", format: "line", required: true },
    reason: { id: 4, type: "text", maxLength: 500 },
    decidedBy: { id: 5, type: "text", format: "line" },
    decisionNumber: { id: 6, type: "text", maxLength: 60 },
    decisionDate: { id: 7, type: "partialDate", past: true },
    scan: { id: 8, type: "document" },
    note: { id: 9, type: "text", maxLength: 2000 },
  },
  checkInRecord: (row, around) => [
    ...dateIssues(row, around, { past: ["decisionDate"] }),
    ...yearIssues(row, around, "year"),
  ],
});
