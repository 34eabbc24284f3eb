/**
 * Who teaches in a class: an official of the roster beside their own work (giảng viên kiêm chức), or somebody else by name.
 */
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { entity } from "./definition";

/** More than anybody teaches in one class in years of work; beyond, a slip of the keyboard. */
const mostHours = 10_000;

export const classTeacher = entity({
  id: 82,
  owner: { entity: "trainingClass", field: "trainingClass" },
  authority: "maker",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  fields: {
    trainingClass: { id: 1, type: "reference", entity: "trainingClass", required: true },
    official: { id: 2, type: "reference", entity: "official" },
    name: { id: 3, type: "text", format: "personName" },
    organisation: { id: 4, type: "text", format: "line" },
    partTime: { id: 5, type: "boolean" },
    hours: { id: 6, type: "integer" },
    subject: { id: 7, type: "text", format: "line" },
  },
  check: (fields) => [...whoIssues(fields), ...hourIssues(fields)],
});

function whoIssues(fields: RowFields): Found[] {
  const isNobody = textOf(fields, "official") === null && textOf(fields, "name") === null;
  if (isNobody) return [error("name", "teacherMissing")];
  const isTwice = textOf(fields, "official") !== null && textOf(fields, "name") !== null;
  return isTwice ? [error("name", "teacherTwice")] : [];
}

function hourIssues(fields: RowFields): Found[] {
  const { hours } = fields;
  if (typeof hours !== "number") return [];
  if (hours < 1) return [error("hours", "numberNotPositive")];
  return hours > mostHours ? [error("hours", "teacherHours", { most: mostHours })] : [];
}
