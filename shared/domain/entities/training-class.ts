/**
 * A class of training (lớp đào tạo, bồi dưỡng): what is taught, who opens it, when and where, how many seats it has, and what
 * a pass proves. Its learners are rows of their own people (enrolment); those who are not on this roster are a number here.
 */
import { error, type Found, warning } from "../checks/found";
import { dateOf, type RowFields, textOf } from "../checks/reading";
import { qualificationKinds, allLevels } from "../levels";
import { earliestDay, latestDay } from "../partial-date";
import { defenceGroups, openerLevels, studyPlaces, trainingForms, trainingKinds } from "../values";
import { entity } from "./definition";

export const trainingClass = entity({
  id: 80,
  owner: null,
  authority: "maker",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  title: "name",
  label: null,
  since: "from",
  paper: { number: "decisionNumber", date: "decisionDate" },
  fields: {
    name: { id: 1, type: "text", format: "line", required: true },
    /** Programmes by which 10-BTCTW counts results. */
    kind: { id: 2, type: "choice", choices: trainingKinds, words: "trainingKind", required: true },
    subject: { id: 3, type: "text", maxLength: 500 },
    openedBy: { id: 4, type: "choice", choices: openerLevels, words: "openerLevel" },
    form: { id: 5, type: "choice", choices: trainingForms, words: "trainingForm" },
    place: { id: 6, type: "choice", choices: studyPlaces, words: "studyPlace" },
    /** Of a class of defence knowledge: whom it is for (10-BTCTW, II.8). */
    defenceGroup: { id: 7, type: "choice", choices: defenceGroups, words: "defenceGroup" },
    provider: { id: 8, type: "text", format: "line" },
    venue: { id: 9, type: "text", format: "line" },
    from: { id: 10, type: "partialDate" },
    to: { id: 11, type: "partialDate" },
    days: { id: 12, type: "integer" },
    hours: { id: 13, type: "integer" },
    budget: { id: 14, type: "money" },
    seats: { id: 15, type: "integer" },
    /** Turns of learners who are not on this roster: they take seats, and are no people that could be told apart. */
    learnersElsewhere: { id: 16, type: "integer" },
    decisionNumber: { id: 17, type: "text", maxLength: 60 },
    decisionDate: { id: 18, type: "partialDate", past: true },
    /** What a pass proves: the paper that whoever passes gets by it. */
    provesKind: { id: 19, type: "choice", choices: qualificationKinds, words: "kind", beside: "provesLevel" },
    provesLevel: { id: 20, type: "choice", choices: allLevels, ladder: "provesKind", atLeast: true },
    provesMajor: { id: 21, type: "text", format: "line" },
    note: { id: 22, type: "text", maxLength: 2000 },
  },
  check: (fields) => [
    ...periodIssues(fields),
    ...["days", "hours", "seats"].flatMap((field) => least(fields, field, 1)),
    ...least(fields, "learnersElsewhere", 0),
    ...seatIssues(fields),
    ...proofIssues(fields),
    ...groupIssues(fields),
  ],
});

function periodIssues(fields: RowFields): Found[] {
  const from = dateOf(fields, "from");
  const to = dateOf(fields, "to");
  const isReversed = from !== null && to !== null && latestDay(to) < earliestDay(from);
  return isReversed ? [error("to", "classReversed")] : [];
}

function least(fields: RowFields, field: string, number: number): Found[] {
  const value = fields[field];
  if (typeof value !== "number" || value >= number) return [];
  return [error(field, number === 0 ? "numberNegative" : "numberNotPositive")];
}

function seatIssues({ seats, learnersElsewhere: elsewhere }: RowFields): Found[] {
  if (typeof seats !== "number" || typeof elsewhere !== "number" || seats < 1 || elsewhere <= seats)
    return [];
  return [error("learnersElsewhere", "seatsBelowLearners", { seats, here: 0, elsewhere })];
}

/** Half of what a pass proves would make papers that nobody can judge. */
function proofIssues(fields: RowFields): Found[] {
  const kind = textOf(fields, "provesKind");
  const level = textOf(fields, "provesLevel");
  if (kind !== null && level === null) return [error("provesLevel", "provesIncomplete")];
  if (kind === null && level !== null) return [error("provesKind", "provesIncomplete")];
  if (level === "none") return [error("provesLevel", "provesNothing")];
  return [];
}

function groupIssues(fields: RowFields): Found[] {
  const isOther = textOf(fields, "defenceGroup") !== null && fields["kind"] !== "defence";
  return isOther ? [warning("defenceGroup", "groupOfDefence")] : [];
}
