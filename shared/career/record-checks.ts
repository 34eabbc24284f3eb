/**
 * What the law of careers says of a row beside the rest of its person's record: acts that its post does not know, terms
 * that are too long, disciplines in force that bar an appointment or a nomination.
 *
 * Whoever checks a record hands this over with the context (shared/domain/checks/reading.ts), since it stands above the
 * checks of entities.
 */
import { error, type Found, type FoundParams, warning } from "../domain/checks/found";
import { type CareerCheck, type DraftRow, dateOf, type RecordAround, textOf } from "../domain/checks/reading";
import { earliestDay, formatPartialDate, packedToIso, type PackedDay } from "../domain/partial-date";
import { type AssignmentKind, assignmentKinds, endReasons } from "../domain/values";
import { type ActRule, shippedBeginnings, shippedEndings } from "./act-rules";
import { type ActPost, type Barred, barOf, exceededLimit, limitOn } from "./acts";
import { type DisciplinesOn, disciplinesOn } from "./discipline";
import type { DisciplineEffect } from "./discipline-rules";
import { assignmentsOn, disciplinesOf, heldBefore, postOfRow, staffKindOn } from "./record";

export const careerIssues: CareerCheck = (entity, row, around) => {
  if (entity === "planning") return planningIssues(row, around);
  if (entity !== "assignment") return [];
  const kind = assignmentKinds.find((one) => one === row.fields["kind"]) ?? null;
  return [
    ...beginningIssues(row, kind, around),
    ...endingIssues(row, kind, around),
    ...(kind === null ? [] : appointmentIssues(row, kind, around)),
  ];
};

function beginningIssues(row: DraftRow, kind: AssignmentKind | null, around: RecordAround): Found[] {
  const post = kind === null ? null : actPost(row, kind, around);
  if (kind === null || post === null) return [];
  const rule = shippedBeginnings[kind];
  const from = dateOf(row.fields, "from");
  const act = `domain:assignmentKind.${kind}`;
  return [
    ...barIssues("kind", act, barOf(rule, post, from, around.context.today), post),
    ...limitIssues(row, rule, act, post),
  ];
}

function endingIssues(row: DraftRow, kind: AssignmentKind | null, around: RecordAround): Found[] {
  const reason = endReasons.find((one) => one === row.fields["endReason"]);
  if (reason === undefined) return [];
  const rule = shippedEndings[reason];
  const issues: Found[] = [];
  const post = postOfRow(row.fields, around.context.postOf);
  if (post !== null) {
    const bar = barOf(rule, post, dateOf(row.fields, "to"), around.context.today);
    issues.push(...barIssues("endReason", `domain:endReason.${reason}`, bar, post));
  }
  if (reason === "secondmentEnded" && kind !== null && kind !== "seconded") {
    issues.push(warning("endReason", "notSeconded"));
  }
  if (rule.isDiscipline && textOf(row.fields, "endDecisionNumber") === null) {
    issues.push(warning("endDecisionNumber", "decisionMissing"));
  }
  return issues;
}

/**
 * The post that says whether an act can be. Whoever is seconded stays what they are at home, whatever they hold where they
 * are sent.
 */
function actPost(row: DraftRow, kind: AssignmentKind, around: RecordAround): ActPost | null {
  const { postOf } = around.context;
  const from = dateOf(row.fields, "from");
  if (kind === "seconded" && from !== null) {
    const others = around
      .rowsOf("assignment")
      .filter((one) => one.id !== row.id && one.fields["kind"] !== "seconded");
    const home = assignmentsOn(others, earliestDay(from))[0];
    if (home !== undefined) return postOfRow(home.fields, postOf);
  }
  return postOfRow(row.fields, postOf);
}

function barIssues(field: string, act: string, barred: Barred | null, post: ActPost): Found[] {
  if (barred === null) return [];
  const { bar, is } = barred;
  const whom = bar.groups === undefined ? post.category : "nonLeader";
  const params: FoundParams = { act, whom: `domain:actFor.${whom}`, clause: bar.clause };
  return [is === "refused" ? error(field, "actRefused", params) : warning(field, "actDoubtful", params)];
}

function limitIssues({ fields }: DraftRow, rule: ActRule, act: string, { category }: ActPost): Found[] {
  const from = dateOf(fields, "renewedOn") ?? dateOf(fields, "from");
  if (from === null) return [];
  // Whoever is lent out is lent for a time: without one nobody sees when it has been too long.
  if (
    fields["kind"] === "seconded" &&
    dateOf(fields, "termUntil") === null &&
    dateOf(fields, "to") === null
  ) {
    const limit = limitOn(rule, category, from);
    const params = limit === null ? null : { act, months: limit.months, clause: limit.clause };
    return params === null ? [] : [warning("termUntil", "termOpen", params)];
  }
  for (const field of ["termUntil", "to"]) {
    const until = dateOf(fields, field);
    // A post that was held on for longer than its term is no mistake of the record; one lent for so long is.
    if (until === null || (field === "to" && fields["kind"] !== "seconded")) continue;
    const exceeded = exceededLimit(rule, category, from, until);
    if (exceeded === null) continue;
    const { limit, last } = exceeded;
    const params = { act, months: limit.months, day: formatPartialDate(last), clause: limit.clause };
    return [warning(field, "termTooLong", params)];
  }
  return [];
}

/** Ways into a post that a discipline in force bars. */
const appointing: readonly AssignmentKind[] = [
  "elected",
  "approved",
  "designated",
  "appointed",
  "rotated",
  "reappointed",
];

function appointmentIssues(row: DraftRow, kind: AssignmentKind, around: RecordAround): Found[] {
  if (!appointing.includes(kind)) return [];
  const begun = dateOf(row.fields, "from");
  const renewed = dateOf(row.fields, "renewedOn");
  return [
    ...(begun === null ? [] : barsOn(earliestDay(begun), "kind", true)),
    ...(renewed === null ? [] : barsOn(earliestDay(renewed), "renewedOn", false)),
  ].slice(0, 1);

  function barsOn(day: PackedDay, field: string, canBeHigher: boolean): Found[] {
    const inForce = disciplinesInForce(around, day, row);
    const none = foundBar(inForce, "noAppointment", field, "disciplineBarsPost");
    if (none.length > 0) return none;
    return canBeHigher && kind !== "reappointed" && mayBeHigher(row, day, around)
      ? foundBar(inForce, "noHigherPost", field, "disciplineBarsHigher")
      : [];
  }
}

/** Whether the post stands above the one held until then, or it is not known where they stand. */
function mayBeHigher(row: DraftRow, day: PackedDay, around: RecordAround): boolean {
  const { postOf } = around.context;
  const others = around.rowsOf("assignment").filter(({ id }) => id !== row.id);
  const before = heldBefore(others, day);
  const place = postOfRow(row.fields, postOf)?.order ?? null;
  const held = before === undefined ? null : (postOfRow(before.fields, postOf)?.order ?? null);
  return place === null || held === null || place < held;
}

function planningIssues(row: DraftRow, around: RecordAround): Found[] {
  const on = dateOf(row.fields, "from") ?? dateOf(row.fields, "decisionDate");
  const day = on === null ? around.context.today : earliestDay(on);
  const field =
    textOf(row.fields, "post") === null && textOf(row.fields, "title") !== null ? "title" : "post";
  return foundBar(disciplinesInForce(around, day, null), "noPlanning", field, "disciplineBarsPlanning");
}

/** @param without the row that begins on the day, which does not say what somebody was by then; null: none does */
function disciplinesInForce(around: RecordAround, day: PackedDay, without: DraftRow | null): DisciplinesOn {
  const disciplines = disciplinesOf(around.rowsOf("discipline"));
  if (disciplines.length === 0) return { effects: [], doubtful: [] };
  const { postOf } = around.context;
  const rows = around.rowsOf("assignment");
  const others = rows.filter((one) => one !== without);
  const staff = staffKindOn(others, postOf, day) ?? staffKindOn(rows, postOf, day);
  return staff === null ? { effects: [], doubtful: [] } : disciplinesOn(disciplines, staff, day);
}

function foundBar(
  { effects }: DisciplinesOn,
  wanted: DisciplineEffect,
  field: string,
  reason: "disciplineBarsPost" | "disciplineBarsHigher" | "disciplineBarsPlanning",
): Found[] {
  // Of several the one that is in force longest.
  const [bar] = effects.filter(({ effect }) => effect === wanted).sort((a, b) => b.until - a.until);
  if (bar === undefined) return [];
  const { discipline, rule, until } = bar;
  const params = {
    form: `domain:disciplineForm.${discipline.form}`,
    day: formatPartialDate(packedToIso(until)),
    clause: rule.clause,
  };
  return [warning(field, reason, params)];
}
