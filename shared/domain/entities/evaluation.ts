/**
 * An evaluation of an official for a year, a quarter or a month: points where the decree knows them, and the grade.
 * Source: NĐ 335/2025/NĐ-CP (30 points for general criteria, 70 for results, from 01/01/2026); before, grades alone.
 */
import { dateIssues, yearIssues } from "../checks/dates";
import { error, type Found } from "../checks/found";
import type { RowFields } from "../checks/reading";
import { evaluationGrades, evaluationPeriods } from "../values";
import { entity } from "./definition";

/** In tenths of a point. */
const most = { generalPoints: 300, resultPoints: 700 } as const;

export const evaluation = entity({
  id: 69,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("period"), words.of("year"), words.of("grade")].filter((part) => part !== null).join(", "),
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "career",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    year: { id: 2, type: "year", required: true },
    period: { id: 3, type: "choice", choices: evaluationPeriods, words: "evaluationPeriod", required: true },
    generalPoints: { id: 4, type: "decimal", scale: 1 },
    resultPoints: { id: 5, type: "decimal", scale: 1 },
    grade: { id: 6, type: "choice", choices: evaluationGrades, words: "evaluationGrade" },
    decidedBy: { id: 7, type: "text", format: "line" },
    decisionNumber: { id: 8, type: "text", maxLength: 60 },
    decisionDate: { id: 9, type: "partialDate", past: true },
    note: { id: 10, type: "text", maxLength: 2000 },
  },
  check: (fields) => [...pointIssues(fields, "generalPoints"), ...pointIssues(fields, "resultPoints")],
  checkInRecord: (row, around) => {
    const rows = around.rowsOf("evaluation");
    const above = rows.slice(0, rows.indexOf(row));
    const isRepeated = above.some(({ fields }) =>
      ["year", "period"].every((field) => fields[field] === row.fields[field]),
    );
    return [
      ...yearIssues(row, around, "year"),
      ...dateIssues(row, around, { past: ["decisionDate"] }),
      ...(isRepeated ? [error("period", "samePeriod")] : []),
    ];
  },
});

function pointIssues(fields: RowFields, field: keyof typeof most): Found[] {
  const points = fields[field];
  return typeof points === "number" && (points < 0 || points > most[field])
    ? [error(field, "outOfBounds", { least: 0, most: most[field] / 10 })]
    : [];
}
