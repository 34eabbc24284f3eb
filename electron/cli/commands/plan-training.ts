/** `plan-training`: who takes which class so that a unit, or all, reach a target by a day, and why others cannot. */
import { appError } from "../../../shared/contract/errors";
import { type PlanPerson, type TrainingPlanAnswer } from "../../../shared/contract/schemas/training-plan";
import { precisionOf } from "../../../shared/domain/partial-date";
import { readTypedDate } from "../../../shared/domain/typed-date";
import { validateFields } from "../../../shared/domain/validate/fields";
import { mostStudyMonths, type Standard, standards } from "../../../shared/domain/values";
import { dateSentence, type Translate } from "../../../shared/i18n";
import { planClassName, planName, planReasonText, planShortText } from "../../../shared/i18n/plan-sentence";
import { formatDay, formatNumber, formatPercent } from "../../../shared/text/format";
import type { OpenRoster } from "../../services/open-roster";
import type { Command, CommandContext } from "../command";
import { momentOptions, reading, writing, writingOptions } from "../roster-access";
import { renderTable } from "../table";
import { dateText } from "../words";

/** Units named that do not reach the target; the document has all of them. */
const mostShort = 20;
/** At most one line of progress in this time, so that a small roster says nothing. */
const progressEvery = 1_000;

export const planTraining: Command = {
  name: "plan-training",
  needs: (args) => (args.flag("dry-run") ? "read" : "edit"),
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    standard: {
      value: "name",
      help: "planStandard",
      helpParams: { standards: standards.join(", ") },
      required: true,
    },
    target: { value: "number", help: "planTarget", required: true },
    by: { value: "day", help: "planBy", required: true },
    unit: { value: "code", help: "unit" },
    "each-unit": { value: null, help: "planEachUnit" },
    seats: { value: "number", help: "planSeats" },
    months: { value: "number", help: "planMonths" },
    cost: { value: "number", help: "planCost" },
    budget: { value: "number", help: "planBudget" },
    name: { value: "name", help: "planName" },
    "dry-run": { value: null, help: "dryRun" },
    "as-of": momentOptions["as-of"],
    ...writingOptions,
  },
  async run(context) {
    const { args, environment, t } = context;
    const asked = {
      standard: standardNamed(args.required("standard")),
      percent: percentOf(args.required("target")),
      by: dayOf(args.required("by"), t),
      eachUnit: args.flag("each-unit"),
      seats: args.whole("seats", 1),
      months: args.whole("months", 1, mostStudyMonths),
      cost: args.whole("cost", 0) ?? 0,
      budget: args.whole("budget", 0),
    };
    const isDry = args.flag("dry-run");
    const called = args.option("name");
    // A name that cannot be kept is said before minutes of solving.
    const { refuseErrors } = await import("../../services/records");
    if (called !== null)
      refuseErrors(validateFields("trainingPlan", "", { name: called }, { complete: false }));
    const { trainingPlan } = await import("../../services/training-plan");
    const { keepPlan } = await import("../../services/training-plan/keep");
    const { unitNamed } = await import("../../services/named-unit");
    const { ownDay } = await import("../../services/own-day");
    const watch = watchOf(context);
    // Writing rehearses; what was worked out then is kept.
    let planned: { readonly answer: TrainingPlanAnswer; readonly unitId: string | null } | null = null;
    // Said once: a plan that keeps nothing gets through the rehearsal too.
    const said: { told: Told | null } = { told: null };
    const work = async (roster: OpenRoster) => {
      const on = args.day("as-of") ?? ownDay(roster.db, environment);
      if (planned === null) {
        const code = args.option("unit");
        const unitId = code === null ? null : unitNamed((await roster.index()).catalog, code, on).id;
        const answer = await trainingPlan(roster, environment, { ...asked, moment: { on }, unitId }, watch);
        planned = { answer, unitId };
      }
      const { answer, unitId } = planned;
      const name = called ?? planName(t, answer);
      const assignments = answer.assignments.map(({ person, ...rest }) => ({ person: person.id, ...rest }));
      const kept =
        isDry || assignments.length === 0
          ? null
          : await keepPlan(roster, { name, answer, assignments, unitId, made: on });
      said.told = { answer, kept: kept === null ? null : { name, ...kept } };
    };
    await (isDry ? reading(context, work) : writing(context, work));
    if (said.told === null) return;
    printPlan(context, said.told);
    // On stderr: the document stays what it is.
    if (!isDry && said.told.kept === null) context.note(t("cli:plan.nothingKept"));
  },
};

function standardNamed(text: string): Standard {
  const standard = standards.find((one) => one === text);
  if (standard === undefined) throw appError("plan-standard", { value: text, known: standards.join(", ") });
  return standard;
}

function percentOf(text: string): number {
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (percent < 1 || percent > 100) throw appError("plan-target", { value: text });
  return percent;
}

/** A plan is for one day: a month or a year is refused as what cannot be. */
function dayOf(text: string, t: Translate): string {
  const read = readTypedDate(text);
  if (read.ok && precisionOf(read.value) === "day") return read.value;
  const why = (read.ok ? null : dateSentence(t, read)) ?? t("domain:date.format");
  throw appError(!read.ok && read.reason === "unclear" ? "date-unclear" : "date-impossible", {
    value: text,
    why,
  });
}

function watchOf({ environment, ports, note, t }: CommandContext) {
  let told = environment.now();
  return {
    signal: ports.interrupted(),
    onProgress: (share: number) => {
      if (environment.now() - told < progressEvery) return;
      told = environment.now();
      note(t("cli:plan.solving", { percent: Math.floor(share * 100) }));
    },
  };
}

interface Told {
  readonly answer: TrainingPlanAnswer;
  readonly kept: { readonly name: string; readonly id: string; readonly changeId: number | null } | null;
}

function printPlan({ print, t }: CommandContext, { answer, kept }: Told): void {
  const names = new Map(answer.classes.map((one) => [one.id, planClassName(t, one)]));
  const { version: _version, ...rest } = answer;
  const document = {
    ...rest,
    classes: answer.classes.map((one) => ({ ...one, name: names.get(one.id) ?? one.id })),
    cannot: answer.cannot.map((left) => ({ ...left, why: planReasonText(t, left, answer.studyRules) })),
    kept,
  };
  print(document, () => {
    const parts = [headOf(answer, t), assignmentsText(answer, names, t), cannotText(answer, t)];
    if (kept !== null) parts.push(`${t("cli:plan.kept", { name: kept.name })}\n`);
    return parts.filter((part) => part !== "").join("\n");
  });
}

function headOf(answer: TrainingPlanAnswer, t: Translate): string {
  const {
    total,
    standard,
    percent,
    by,
    reached,
    spare,
    unasked,
    turns,
    cost,
    thoughtOf,
    undated,
    studyRules,
  } = answer;
  const short = answer.eachUnit ? answer.units.filter((unit) => unit.reached < unit.wanted) : [];
  const figures = {
    reached: formatNumber(total.reached),
    whole: formatNumber(total.whole),
    met: formatNumber(total.met),
    wanted: formatNumber(total.wanted),
    share: formatPercent(total.reached, total.whole),
  };
  const lines = [
    t("cli:plan.title", { standard: t(`domain:standard.${standard}`), percent, day: formatDay(by) }),
    t(reached ? "cli:plan.reached" : "cli:plan.near", figures),
    t("cli:plan.turns", { turns: formatNumber(turns), cost: formatNumber(cost) }),
    ...(spare === 0 ? [] : [t("cli:plan.spare", { count: formatNumber(spare) })]),
    ...(unasked === 0 ? [] : [t("cli:plan.unasked", { count: formatNumber(unasked) })]),
    ...(short.length === 0 ? [] : [planShortText(t, short.slice(0, mostShort), short.length)]),
    ...(answer.classes.length === 0 ? [] : [t(thoughtOf ? "plan:thoughtOf" : "plan:ofRecord")]),
    ...(undated === 0 ? [] : [t("plan:undated", { count: formatNumber(undated) })]),
    ...studyRules.map(({ key, source, verified }) => {
      const said = t("cli:plan.rule", { source, rule: t(`plan:studyRule.${key}`) });
      return verified ? said : `${said} (${t("plan:unverified")})`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function assignmentsText(
  { assignments }: TrainingPlanAnswer,
  names: ReadonlyMap<string, string>,
  t: Translate,
): string {
  if (assignments.length === 0) return "";
  const table = renderTable(
    [...personColumns(t), { heading: t("cli:plan.class") }, { heading: t("cli:plan.note") }],
    assignments.map(({ person, classes, unclear }) => [
      ...personCells(person),
      classes.map((id) => names.get(id) ?? id).join("; "),
      unclear ? t("plan:unclear") : "",
    ]),
  );
  return `${t("cli:plan.assignments", { count: formatNumber(assignments.length) })}\n${table}`;
}

function cannotText({ cannot, studyRules }: TrainingPlanAnswer, t: Translate): string {
  if (cannot.length === 0) return "";
  const table = renderTable(
    [...personColumns(t), { heading: t("cli:plan.reason") }],
    cannot.map((left) => [...personCells(left.person), planReasonText(t, left, studyRules)]),
  );
  return `${t("cli:plan.cannot", { count: formatNumber(cannot.length) })}\n${table}`;
}

function personColumns(t: Translate) {
  return [
    { heading: t("cli:people.name") },
    { heading: t("cli:people.birth"), align: "right" as const },
    { heading: t("cli:people.unit") },
    { heading: t("cli:people.post") },
  ];
}

function personCells({ name, birth, unitName, post }: PlanPerson): string[] {
  return [name, dateText(birth), unitName ?? "", post ?? ""];
}
