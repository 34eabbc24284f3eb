/**
 * A training plan that was kept: what is to be reached by when, in which unit, and with what. It names nobody; who is in it
 * are rows of their own people (planEntry), so that it may be known wherever one of them is.
 */
import { error, type Found } from "../checks/found";
import { textOf, type RowFields } from "../checks/reading";
import { mostStudyMonths, standards } from "../values";
import { entity } from "./definition";

const mostPercent = 100;

export const trainingPlan = entity({
  id: 92,
  owner: null,
  authority: "maker",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  since: "made",
  fields: {
    name: { id: 1, type: "text", format: "line", required: true },
    standard: { id: 2, type: "choice", choices: standards, words: "standard", required: true },
    /** Share of people who are to meet the standard, in per cent. */
    target: { id: 3, type: "integer", required: true },
    day: { id: 4, type: "day", required: true },
    /** Blank: all units of the roster. */
    unit: { id: 5, type: "reference", entity: "unit", blankSays: true },
    eachUnit: { id: 6, type: "boolean" },
    seats: { id: 7, type: "integer" },
    budget: { id: 8, type: "money" },
    made: { id: 9, type: "day", past: true },
    note: { id: 10, type: "text", maxLength: 2000 },
    /** How long a supposed class takes, in whole months; blank: some days. */
    months: { id: 11, type: "integer" },
  },
  check: (fields) => [
    ...targetIssues(fields),
    ...dayIssues(fields),
    ...seatIssues(fields),
    ...monthIssues(fields),
  ],
});

function targetIssues({ target }: RowFields): Found[] {
  if (typeof target !== "number" || (target >= 1 && target <= mostPercent)) return [];
  return [error("target", "planTarget", { most: mostPercent })];
}

function dayIssues(fields: RowFields): Found[] {
  const [day, made] = [textOf(fields, "day"), textOf(fields, "made")];
  return day !== null && made !== null && day < made ? [error("day", "planDayPast")] : [];
}

function monthIssues({ months }: RowFields): Found[] {
  const isOutside = typeof months === "number" && (months < 1 || months > mostStudyMonths);
  return isOutside ? [error("months", "outOfBounds", { least: 1, most: mostStudyMonths })] : [];
}

function seatIssues({ seats }: RowFields): Found[] {
  return typeof seats === "number" && seats < 0 ? [error("seats", "numberNegative")] : [];
}
