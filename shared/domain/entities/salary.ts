/**
 * A step of pay: grade, step and coefficient from a day on (diễn biến lương). The newest that has begun is what somebody is
 * paid by; whether the coefficient is that of the step is judged against the scales of the roster.
 */
import { dateIssues } from "../checks/dates";
import { error, type Found } from "../checks/found";
import type { RowFields } from "../checks/reading";
import { salaryKinds } from "../values";
import { entity } from "./definition";

/** Nghị định 204/2004/NĐ-CP: no scale has more steps. */
const mostSteps = 16;
/** Beyond, a coefficient or a percentage is a slip of the keyboard. */
const mostCoefficient = 2000;
const mostPercent = 100;

export const salary = entity({
  id: 61,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("grade"), words.of("coefficient"), words.since("from")]
      .filter((part) => part !== null)
      .join(", "),
  since: "from",
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "pay",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    from: { id: 2, type: "partialDate" },
    kind: { id: 3, type: "choice", choices: salaryKinds, words: "salaryKind" },
    /** Code of the ngạch or chức danh nghề nghiệp, such as 01.003. */
    grade: { id: 4, type: "text", list: "grade", byCode: true, format: "line", maxLength: 60 },
    step: { id: 5, type: "integer" },
    coefficient: { id: 6, type: "decimal", scale: 2 },
    /** Phụ cấp thâm niên vượt khung in whole per cent, and the day from which it is paid. */
    overPercent: { id: 7, type: "integer" },
    overFrom: { id: 8, type: "partialDate" },
    /** Share of the pay that is paid, in per cent: 85 during probation. */
    share: { id: 9, type: "integer" },
    gradeFrom: { id: 10, type: "partialDate" },
    /** Pay by job position (TT 06/2023/TT-BNV, 30.3), which no text puts into force yet. */
    position: { id: 11, type: "text", format: "line" },
    positionCode: { id: 12, type: "text", format: "line", maxLength: 40 },
    amount: { id: 13, type: "money" },
    decisionNumber: { id: 14, type: "text", maxLength: 60 },
    decisionDate: { id: 15, type: "partialDate", past: true },
    signer: { id: 16, type: "text", format: "line" },
    scan: { id: 17, type: "document" },
    note: { id: 18, type: "text", maxLength: 2000 },
  },
  check: (fields) => [
    ...within(fields, "step", 1, mostSteps),
    ...within(fields, "coefficient", 1, mostCoefficient),
    ...within(fields, "overPercent", 0, mostPercent),
    ...within(fields, "share", 1, mostPercent),
  ],
  checkInRecord: (row, around) =>
    dateIssues(row, around, { past: ["decisionDate"], any: ["from", "overFrom", "gradeFrom"] }),
});

function within(fields: RowFields, field: string, least: number, most: number): Found[] {
  const value = fields[field];
  return typeof value === "number" && (value < least || value > most)
    ? [error(field, "outOfBounds", field === "coefficient" ? { least: "0,01", most: "20" } : { least, most })]
    : [];
}
