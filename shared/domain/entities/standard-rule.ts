/** One threshold of a standard set; see shared/standards for how rules are chosen. */
import { areaFlags, graceEvents, postCategories, postGroups, ruleEntries, standards } from "../values";
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { validityIssues } from "../checks/validity";
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
    set: { id: 1, type: "reference", entity: "standardSet", required: true, part: "none" },
    standard: { id: 2, type: "choice", choices: standards, words: "standard", required: true, part: "what" },
    postGroups: {
      id: 3,
      type: "choiceSet",
      choices: postGroups,
      words: "postGroup",
      maxLength: 400,
    },
    /** Single posts beside whole groups. */
    posts: { id: 17, type: "referenceSet", entity: "post", maxLength: 40_000 },
    /** Only these kinds of person; empty: all. */
    categories: { id: 18, type: "choiceSet", choices: postCategories, words: "postCategory", maxLength: 200 },
    /** A level key of the standard's ladder, or null: the set says that no level is required. */
    minimumLevel: { id: 4, type: "text", ladder: "standard", atLeast: true, maxLength: 40, part: "what" },
    /** The level counts only by a paper in one of these fields of study (shared/standards/majors.ts); empty: in any. */
    majors: { id: 26, type: "text", format: "line", maxLength: 400, part: "what" },
    /** Applies only where the unit has at least one of these flags; empty: everywhere. */
    anyFlag: {
      id: 5,
      type: "choiceSet",
      choices: areaFlags,
      words: "areaFlag",
      maxLength: 400,
      part: "where",
    },
    /** Applies only where the unit has every one of these flags; empty: everywhere. */
    allFlags: {
      id: 6,
      type: "choiceSet",
      choices: areaFlags,
      words: "areaFlag",
      maxLength: 400,
      part: "where",
    },
    clause: { id: 7, type: "text", required: true, maxLength: 300, part: "what" },
    verified: { id: 8, type: "boolean", part: "none" },
    /** Last day on which somebody in service on `graceServingOn`, and ever since, may still lack the level. */
    graceUntil: { id: 9, type: "day", part: "grace" },
    /** Grace of so many years from an event instead, for everybody or for those in service on `graceServingOn`. */
    graceYears: { id: 15, type: "integer", part: "grace", beside: "graceEvent" },
    graceEvent: { id: 16, type: "choice", choices: graceEvents, words: "graceEvent", part: "grace" },
    graceServingOn: { id: 10, type: "day", part: "grace" },
    /** Post groups in which service counts, for grace and for `servingOn`; empty: those of the rule. */
    graceGroups: {
      id: 13,
      type: "choiceSet",
      choices: postGroups,
      words: "postGroup",
      maxLength: 400,
      part: "grace",
    },
    /** Applies only to whoever holds the post for the first time, having come to it under the set; empty: to all. */
    entry: { id: 14, type: "choice", choices: ruleEntries, words: "ruleEntry" },
    /** Only those of an age in whole years on the day, both ends included. */
    ageFrom: { id: 19, type: "integer", beside: "ageTo" },
    ageTo: { id: 20, type: "integer" },
    /** Only those who had so many months of work left when they first came to the post, both ends included. */
    monthsFrom: { id: 21, type: "integer", beside: "monthsTo" },
    monthsTo: { id: 22, type: "integer" },
    /** Only those who were in service on this day, and ever since. */
    servingOn: { id: 23, type: "day" },
    /** Days on which the rule holds within those of its set. */
    validFrom: { id: 24, type: "day", part: "days" },
    validTo: { id: 25, type: "day", part: "days" },
    order: { id: 11, type: "integer", required: true, part: "none" },
    note: { id: 12, type: "text", maxLength: 2000, part: "source" },
  },
  check: (fields) => [
    ...graceIssues(fields),
    ...(textOf(fields, "postGroups") === null && textOf(fields, "posts") === null
      ? [error("postGroups", "ruleForNobody")]
      : []),
    // Without a level there is no paper that could be of a field.
    ...(textOf(fields, "majors") !== null && textOf(fields, "minimumLevel") === null
      ? [error("majors", "majorsWithoutLevel")]
      : []),
    ...boundsIssues(fields, "ageFrom", "ageTo"),
    ...boundsIssues(fields, "monthsFrom", "monthsTo"),
    ...validityIssues(fields),
  ],
});

/** Bounds that lie the wrong way round would hold for nobody. */
function boundsIssues(fields: RowFields, from: string, to: string): Found[] {
  const [least = null, most = null] = [fields[from], fields[to]];
  if (typeof least === "number" && least < 0) return [error(from, "numberNegative")];
  if (typeof most === "number" && most < 0) return [error(to, "numberNegative")];
  return typeof least === "number" && typeof most === "number" && most < least
    ? [error(to, "boundsReversed")]
    : [];
}

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
