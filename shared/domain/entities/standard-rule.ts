/** One threshold of a standard set; see shared/standards for how rules are chosen. */
import { areaFlags, graceEvents, postGroups, ruleEntries, standards } from "../values";
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { entity } from "./definition";

/** No text grants more than a few years; whoever writes more meant a year of the calendar. */
const mostGraceYears = 30;

export const standardRule = entity({
  id: 8,
  owner: { entity: "standardSet", field: "set" },
  authority: "top",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "clause",
  label: null,
  fields: {
    set: { id: 1, type: "reference", entity: "standardSet", required: true },
    standard: { id: 2, type: "choice", choices: standards, words: "standard", required: true },
    postGroups: {
      id: 3,
      type: "choiceSet",
      choices: postGroups,
      words: "postGroup",
      required: true,
      maxLength: 400,
    },
    /** A level key of the standard's ladder, or null: the set says that no level is required. */
    minimumLevel: { id: 4, type: "text", ladder: "standard", maxLength: 40 },
    /** Applies only where the unit has at least one of these flags; empty: everywhere. */
    anyFlag: { id: 5, type: "choiceSet", choices: areaFlags, words: "areaFlag", maxLength: 400 },
    /** Applies only where the unit has every one of these flags; empty: everywhere. */
    allFlags: { id: 6, type: "choiceSet", choices: areaFlags, words: "areaFlag", maxLength: 400 },
    clause: { id: 7, type: "text", required: true, maxLength: 300 },
    verified: { id: 8, type: "boolean" },
    /** Last day on which somebody in service on `graceServingOn`, and ever since, may still lack the level. */
    graceUntil: { id: 9, type: "day" },
    /** Grace of so many years from an event instead, for everybody or for those in service on `graceServingOn`. */
    graceYears: { id: 15, type: "integer" },
    graceEvent: { id: 16, type: "choice", choices: graceEvents, words: "graceEvent" },
    graceServingOn: { id: 10, type: "day" },
    /** Post groups in which that service counts; empty: those of the rule. */
    graceGroups: { id: 13, type: "choiceSet", choices: postGroups, words: "postGroup", maxLength: 400 },
    /** Applies only to whoever holds the post for the first time, having come to it under the set; empty: to all. */
    entry: { id: 14, type: "choice", choices: ruleEntries, words: "ruleEntry" },
    order: { id: 11, type: "integer", required: true },
    note: { id: 12, type: "text", maxLength: 2000 },
  },
  check: graceIssues,
});

/**
 * Grace says until when and for whom, or how long from what; half of it would be read as grace for nobody or for ever,
 * and both at once as two different last days.
 */
function graceIssues(fields: RowFields): Found[] {
  const until = textOf(fields, "graceUntil");
  const servingOn = textOf(fields, "graceServingOn");
  const event = textOf(fields, "graceEvent");
  const { graceYears: years = null } = fields;
  if ((years === null) !== (event === null)) {
    return [error(years === null ? "graceYears" : "graceEvent", "graceYearsIncomplete")];
  }
  if (typeof years === "number" && (years < 1 || years > mostGraceYears)) {
    return [error("graceYears", "graceYearsUnlikely", { most: mostGraceYears })];
  }
  if (years !== null) return until === null ? [] : [error("graceUntil", "graceTwice")];
  if ((until === null) === (servingOn === null)) return [];
  return [error(until === null ? "graceUntil" : "graceServingOn", "graceIncomplete")];
}
