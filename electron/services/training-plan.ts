/**
 * A training plan: who takes which class so that a unit, or all, reach a target by a day. People and figures come from the
 * snapshot of that day, classes from the roster or, where it has none that help, from what is lacking; what is chosen is the
 * best there is (shared/training-plan).
 */
import { appError } from "../../shared/contract/errors";
import type { Moment } from "../../shared/contract/schemas/common";
import type { PlanPerson, TrainingPlanAnswer } from "../../shared/contract/schemas/training-plan";
import { levelAtRank } from "../../shared/domain/levels";
import { isoToPacked, type PackedDay, packedToIso } from "../../shared/domain/partial-date";
import { officialCategories, type Standard } from "../../shared/domain/values";
import { rulesUsed } from "../../shared/statistics/basis";
import { planOf } from "../../shared/training-plan/plan";
import { planProblem } from "../../shared/training-plan/problem";
import { isInTime, reaches } from "../../shared/training-plan/ways";
import { rulesFor, type StudyRule } from "../../shared/training-plan/study-rules";
import type { Learner, Offer, Plan, PlanAsked, Reach } from "../../shared/training-plan/types";
import type { SolveProgrammes, SolveWatch } from "../files/solver/solver";
import { officialGridRows } from "../roster/read/officials";
import type { RosterIndex } from "../roster/read/index/roster-index";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";
import { type Lacking, lackingOn } from "./training-plan/learners";
import { classesOnRecord, thoughtOfOffers } from "./training-plan/offers";

/** People whose names are read in one go. */
const slice = 200;

export interface PlanQuestion {
  /** Today, and what was known when. */
  readonly moment: Moment;
  readonly standard: Standard;
  /** Share of people who are to meet it, 1 to 100. */
  readonly percent: number;
  /** ISO day. */
  readonly by: string;
  /** Only who counts in this unit or below it. */
  readonly unitId: string | null;
  /** Whether each unit is to reach the target. */
  readonly eachUnit: boolean;
  /** Places of each class that is only thought of; null: as many as are needed. */
  readonly seats: number | null;
  /** How long such a class takes, in whole months; null: some days. */
  readonly months: number | null;
  /** What one learner of such a class costs, and what there is for all classes, in đồng. */
  readonly cost: number;
  readonly budget: number | null;
}

/** @throws AppError plan-day-past, standard-not-counted, row-unknown, cancelled, roster-damaged */
export async function trainingPlan(
  live: OpenRoster,
  environment: Pick<Environment, "solveElsewhere">,
  question: PlanQuestion,
  watch: SolveWatch = {},
): Promise<TrainingPlanAnswer> {
  return (await solvedPlan(live, environment, question, watch)).answer;
}

/** A plan with what it was made of, by which one that somebody changes is looked over. */
export interface SolvedPlan {
  readonly answer: TrainingPlanAnswer;
  readonly learners: readonly Learner[];
  readonly offers: readonly Offer[];
  readonly asked: PlanAsked;
  /** Who lacks the standard and is not needed for the target. */
  readonly spare: readonly PlanPerson[];
}

/** As `trainingPlan`. */
export async function solvedPlan(
  live: OpenRoster,
  { solveElsewhere }: Pick<Environment, "solveElsewhere">,
  question: PlanQuestion,
  watch: SolveWatch = {},
): Promise<SolvedPlan> {
  const { moment, standard, by, percent, eachUnit, budget } = question;
  if (by < moment.on) throw appError("plan-day-past", { day: by, today: moment.on });
  const roster = await live.at(moment);
  const index = await roster.index();
  await index.nameList;
  // What changes while this works makes the answer old.
  const { catalog, version } = index;
  if (!catalog.ruleBook(isoToPacked(by)).counted.includes(standard))
    throw appError("standard-not-counted", { standard });
  const scope = scopeOf(index, question.unitId);
  const lacking = await lackingOn(roster, index, { standard, on: moment.on, by, scope });
  const asked: PlanAsked = {
    on: isoToPacked(moment.on),
    by: isoToPacked(by),
    percent,
    eachUnit,
    budget,
  };
  const record = classesOnRecord(roster.db, asked.on);
  const learners = lacking.learners.map((one) => ({ ...one, busy: record.busy.get(one.id) ?? [] }));
  // Where no class on record helps anybody, what would is supposed; both together would hide that they do not suffice.
  const helps = record.offers.some((offer) =>
    learners.some(({ goal }) => goal !== null && isInTime(offer, asked) && reaches(offer, goal)),
  );
  const offers = helps ? record.offers : thoughtOfOffers(learners, question);
  const problem = planProblem(learners, offers, lacking.standings, asked);
  const solve = solveElsewhere ?? (await hereSolver());
  const values = await solve(
    problem.parts.map(({ programme }) => programme),
    watch,
  );
  const plan = planOf(problem, values);
  return answerOf(roster, index, question, {
    version,
    lacking,
    learners,
    names: helps ? record.names : null,
    undated: record.undated,
    offers,
    plan,
    asked,
    scope,
  });
}

async function hereSolver(): Promise<SolveProgrammes> {
  const { solveHere } = await import("../files/solver/solve-here");
  return solveHere;
}

interface Found {
  /** Of the roster when the work began. */
  readonly version: number;
  readonly lacking: Lacking;
  readonly learners: readonly Learner[];
  /** Of classes on record; null where they are only thought of. */
  readonly names: ReadonlyMap<string, string> | null;
  /** Classes on record that lack a day. */
  readonly undated: number;
  readonly offers: readonly Offer[];
  readonly plan: Plan;
  readonly asked: PlanAsked;
  readonly scope: Uint8Array | null;
}

async function answerOf(
  roster: OpenRoster,
  index: RosterIndex,
  { standard, by, percent, eachUnit, seats, months, budget }: PlanQuestion,
  { version, lacking, learners, names, undated, offers, plan, asked, scope }: Found,
): Promise<SolvedPlan> {
  const { catalog } = index;
  const day = isoToPacked(by);
  const named = [...plan.assignments, ...plan.cannot, ...plan.spare];
  const people = await peopleOf(roster, index, day, named, lacking);
  const taken = new Map<string, number>();
  for (const { classes } of plan.assignments)
    for (const id of classes) taken.set(id, (taken.get(id) ?? 0) + 1);
  const reach = ({ unit: id, ...figures }: Reach) => {
    const unit = catalog.unitOfId(id);
    return {
      unitId: unit?.id ?? null,
      unitCode: unit?.code ?? null,
      unitName: unit?.fullName ?? null,
      ...figures,
    };
  };
  const ranks = new Map(catalog.unitsByName.map(({ id }, place) => [id, place]));
  const inOrder = <T extends { readonly unit: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (ranks.get(a.unit) ?? 0) - (ranks.get(b.unit) ?? 0));
  const answer: TrainingPlanAnswer = {
    version,
    standard,
    percent,
    by,
    eachUnit,
    seats,
    months,
    budget,
    reached: plan.reached,
    total: reach(plan.total),
    units: inOrder(plan.units).map(reach),
    turns: plan.turns,
    cost: plan.cost,
    spare: plan.spare.length,
    unasked: lacking.unasked,
    thoughtOf: names === null,
    undated,
    classes: offers.map((offer) => ({
      id: offer.id,
      classId: offer.madeFor === null ? offer.id : null,
      name: names?.get(offer.id) ?? null,
      kind: offer.kind,
      level: levelAtRank(offer.kind, offer.rank) ?? "",
      majors: [...(offer.madeFor?.majors ?? (offer.major === null ? [] : [offer.major]))],
      from: offer.from === null ? null : packedToIso(offer.from),
      to: offer.to === null ? null : packedToIso(offer.to),
      seats: offer.seats,
      cost: offer.cost,
      taken: taken.get(offer.id) ?? 0,
    })),
    assignments: inOrder(plan.assignments).map(({ person, unclear, classes, cost }) => ({
      person: people(person),
      classes: [...classes],
      unclear,
      cost,
    })),
    cannot: inOrder(plan.cannot).map(({ person, reason, rule }) => ({
      person: people(person),
      reason,
      rule,
    })),
    basis: rulesUsed(index.snapshot(day, officialCategories), scope)
      .filter((rule) => rule.standard === standard)
      .map(({ setName, clause, verified, people: count }) => ({ setName, clause, verified, people: count })),
    studyRules: studyRulesOf(offers, asked),
  };
  const spare = inOrder(plan.spare).map(({ person }) => people(person));
  return { answer, learners, offers, asked, spare };
}

/** The texts on who may study, of the classes that there are. */
function studyRulesOf(offers: readonly Offer[], { on }: PlanAsked): TrainingPlanAnswer["studyRules"] {
  const rules = new Map<string, StudyRule>();
  for (const offer of offers) for (const rule of rulesFor(offer, offer.from ?? on)) rules.set(rule.key, rule);
  return [...rules.values()].map(({ key, source, verified }) => ({ key, source, verified }));
}

/** People as an answer shows them, by id: in the unit and post of the day of the plan. */
async function peopleOf(
  { db, surroundings }: OpenRoster,
  index: RosterIndex,
  day: PackedDay,
  named: readonly { readonly person: string }[],
  { persons }: Lacking,
): Promise<(id: string) => PlanPerson> {
  const { catalog, facts } = index;
  const { columns } = index.snapshot(day, officialCategories);
  const shown = new Map<string, PlanPerson>();
  for (let start = 0; start < named.length; start += slice) {
    const part = named.slice(start, start + slice).map(({ person }) => persons.get(person) ?? -1);
    const rows = officialGridRows(
      db,
      part.map((person) => facts.people.pk[person] ?? 0),
    );
    const byPk = new Map(rows.map((row) => [row.pk, row]));
    for (const person of part) {
      const row = byPk.get(facts.people.pk[person] ?? 0);
      if (row === undefined) continue;
      const unit = catalog.units[columns.unit[person] ?? -1];
      shown.set(row.id, {
        id: row.id,
        name: row.fullName,
        birth: row.birth,
        unitId: unit?.id ?? null,
        unitCode: unit?.code ?? null,
        unitName: unit?.fullName ?? null,
        post: catalog.posts[columns.post[person] ?? -1]?.name ?? null,
      });
    }
    await surroundings.pause();
  }
  const nobody = { name: "", birth: null, unitId: null, unitCode: null, unitName: null, post: null };
  return (id) => shown.get(id) ?? { id, ...nobody };
}

function scopeOf({ catalog }: RosterIndex, unitId: string | null): Uint8Array | null {
  if (unitId === null) return null;
  const unit = catalog.unitOfId(unitId);
  if (unit === null) throw appError("row-unknown", { id: unitId });
  return catalog.scopeOf(unit);
}
