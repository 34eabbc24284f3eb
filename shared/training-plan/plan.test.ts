// Guards that a plan is the best there is (every other one tried, on small cases), breaks nothing, does not depend on the
// order in which people and classes come, and says of everybody who is left why.
import fc from "fast-check";
import loadHighs from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import "../testing/property-seed";
import { propertyFactor } from "../testing/property-seed";
import { levelRank } from "../domain/levels";
import { checkPlan } from "./check";
import { highsSolver } from "./highs-solver";
import { solvePlan } from "./plan";
import { planProblem } from "./problem";
import type { Solver } from "./programme";
import type { Goal, Learner, Offer, Plan, PlanAsked, Standing } from "./types";

let solver: Solver;
beforeAll(async () => {
  solver = highsSolver(await loadHighs());
});

const rank = (level: string) => levelRank("professional", level);
const asked: PlanAsked = { on: 2026_01_01, by: 2027_12_31, percent: 100, eachUnit: false, budget: null };
const goal: Goal = { kind: "professional", rank: rank("intermediate"), majors: [] };

const learner = (id: string, more: Partial<Learner> = {}): Learner => ({
  id,
  unit: "u1",
  goal,
  unclear: false,
  retires: null,
  busy: [],
  sex: null,
  theory: null,
  isPartyMember: null,
  isOfMinority: null,
  held: { general: levelRank("general", "upperSecondary"), professional: rank("elementary") },
  ...more,
});
const offer = (id: string, more: Partial<Offer> = {}): Offer => ({
  id,
  kind: "professional",
  rank: rank("intermediate"),
  major: null,
  madeFor: null,
  months: null,
  seats: null,
  from: 2026_03_01,
  to: 2026_12_31,
  cost: 0,
  ...more,
});

interface Case {
  readonly learners: readonly Learner[];
  readonly offers: readonly Offer[];
  readonly standings: readonly Standing[];
  readonly asked: PlanAsked;
}

const solved = ({ learners, offers, standings, asked: question }: Case) =>
  solvePlan(planProblem(learners, offers, standings, question), solver);
const plan = (learners: Learner[], offers: Offer[], question: Partial<PlanAsked> = {}, met = 0) =>
  solved({
    learners,
    offers,
    standings: [{ unit: "u1", whole: met + learners.length, met }],
    asked: { ...asked, ...question },
  });
const sent = ({ assignments }: Plan) =>
  assignments.map(({ person, classes }) => `${person}>${classes.join("+")}`);
const left = ({ cannot }: Plan) => cannot.map(({ person, reason }) => `${person}: ${reason}`);

describe("a plan", () => {
  it("sends no more people than the target needs, the first by id", () => {
    const four = ["a", "b", "c", "d"].map((id) => learner(id));
    const found = plan(four, [offer("k")], { percent: 75 }, 4);
    expect(found).toMatchObject({
      reached: true,
      turns: 2,
      total: { whole: 8, met: 4, wanted: 6, reached: 6 },
    });
    expect(sent(found)).toEqual(["a>k", "b>k"]);
  });

  it("takes one class rather than two, then the cheapest, then the earliest", () => {
    const low = { general: levelRank("general", "lowerSecondary"), professional: rank("elementary") };
    const wanted = { ...goal, rank: rank("university") };
    const school = offer("school", {
      kind: "general",
      rank: levelRank("general", "upperSecondary"),
      to: 2026_06_30,
    });
    const dear = offer("dear", { rank: rank("university"), from: 2026_08_01, cost: 9 });
    const cheap = offer("cheap", { rank: rank("university"), from: 2026_09_01, cost: 5 });
    const late = offer("late", { rank: rank("university"), from: 2026_09_01, to: 2027_06_30, cost: 5 });
    const both = plan(
      [learner("a", { goal: wanted, held: low }), learner("b", { goal: wanted })],
      [late, dear, school, cheap],
      { percent: 50 },
    );
    expect(sent(both)).toEqual(["b>cheap"]);
    expect(sent(plan([learner("a", { goal: wanted, held: low })], [late, dear, school, cheap]))).toEqual([
      "a>school+cheap",
    ]);
  });

  it("sends whoever surely lacks it before whoever may have it", () => {
    expect(
      sent(plan([learner("a", { unclear: true }), learner("b")], [offer("k")], { percent: 50 })),
    ).toEqual(["b>k"]);
  });

  it("says why for everybody who is left, and how near it comes", () => {
    const theory: Goal = {
      kind: "politicalTheory",
      rank: levelRank("politicalTheory", "intermediate"),
      majors: [],
    };
    const found = plan(
      [
        learner("a"),
        learner("b"),
        learner("c", { retires: 2027_11_30 }),
        learner("d", { goal: null }),
        learner("e", { goal: { ...goal, kind: "it", rank: 2 } }),
        learner("f", { goal: theory, theory: "none" }),
        learner("g", { busy: [{ from: 2026_03_01, to: 2026_03_02 }] }),
        learner("h", { goal: { ...goal, rank: rank("university") } }),
      ],
      [
        offer("k", { seats: 1 }),
        offer("theory", { kind: "politicalTheory", rank: theory.rank }),
        offer("university", { rank: rank("university"), to: 2028_01_31 }),
      ],
    );
    expect(sent(found)).toEqual(["a>k"]);
    expect(left(found)).toEqual([
      "b: noSeat",
      "c: retires",
      "d: requirementUnknown",
      "e: noClass",
      "f: notEligible",
      "g: busy",
      "h: tooLate",
    ]);
    expect(found.cannot.find(({ person }) => person === "f")?.rule).toBe("theory350Posts");
    expect(found).toMatchObject({ reached: false, total: { whole: 8, wanted: 8, reached: 1 } });
  });

  it("keeps to the money", () => {
    const found = plan([learner("a"), learner("b")], [offer("k", { cost: 3_500_000 })], {
      budget: 5_000_000,
    });
    expect(sent(found)).toEqual(["a>k"]);
    expect(left(found)).toEqual(["b: noBudget"]);
  });

  it("takes only a class of the field that is asked for", () => {
    const asksField = { ...goal, majors: ["Luật"] };
    const offers = [
      offer("land", { major: "Quản lý đất đai" }),
      offer("law", { major: "Luật học" }),
      offer("none"),
    ];
    expect(sent(plan([learner("a", { goal: asksField })], offers))).toEqual(["a>law"]);
  });

  it("reaches the target in each unit where each is asked", () => {
    const learners = ["a", "b"].map((id) => learner(id)).concat(learner("c", { unit: "u2" }));
    const standings = [
      { unit: "u1", whole: 4, met: 2 },
      { unit: "u2", whole: 1, met: 0 },
    ];
    const question = { ...asked, percent: 60 };
    const each = solved({
      learners,
      offers: [offer("k")],
      standings,
      asked: { ...question, eachUnit: true },
    });
    expect(sent(each)).toEqual(["a>k", "c>k"]);
    const together = solved({ learners, offers: [offer("k")], standings, asked: question });
    expect(sent(together)).toEqual(["a>k"]);
  });

  it("of nobody is reached already", () => {
    expect(plan([], [])).toMatchObject({ reached: true, turns: 0, assignments: [], cannot: [] });
  });
});

/** A few people, classes and days, so that every plan can be tried. */
const days = [2026_02_01, 2026_06_01, 2026_10_01, 2027_02_01, 2027_06_01, 2028_02_01];
const levelArb = fc.constantFrom("elementary", "intermediate", "college", "university");
const offerArb = fc
  .record({
    general: fc.boolean(),
    level: levelArb,
    days: fc.tuple(fc.nat(5), fc.nat(5)),
    seats: fc.option(fc.nat(2)),
    cost: fc.nat(3).map((cost) => cost * 500_000),
    undated: fc.boolean(),
  })
  .map(
    ({ general, level, days: [one, other], seats, cost, undated }): Offer => ({
      ...offer("", { seats, cost }),
      ...(general ? { kind: "general", rank: 3 } : { rank: rank(level) }),
      from: undated ? null : (days[Math.min(one, other)] ?? 0),
      to: undated ? null : (days[Math.max(one, other)] ?? 0),
    }),
  );
const learnerArb = fc
  .record({
    unit: fc.constantFrom("u1", "u2"),
    level: fc.constantFrom("intermediate", "college", "university"),
    general: fc.constantFrom(2, 3, undefined),
    unclear: fc.boolean(),
    retires: fc.constantFrom(null, null, 2027_11_30),
    busy: fc.option(fc.nat(4), { freq: 4 }),
  })
  .map(
    ({ unit, level, general, unclear, retires, busy }): Learner =>
      learner("", {
        unit,
        unclear,
        retires,
        goal: { ...goal, rank: rank(level) },
        held: { ...(general === undefined ? {} : { general }), professional: rank("elementary") },
        busy: busy === null ? [] : [{ from: days[busy] ?? 0, to: days[busy + 1] ?? 0 }],
      }),
  );
const caseArb: fc.Arbitrary<Case> = fc
  .record({
    learners: fc.array(learnerArb, { minLength: 1, maxLength: 4 }),
    offers: fc.array(offerArb, { maxLength: 3 }),
    met: fc.tuple(fc.nat(3), fc.nat(3)),
    percent: fc.integer({ min: 1, max: 100 }),
    eachUnit: fc.boolean(),
    budget: fc.option(fc.nat(6).map((half) => half * 500_000)),
  })
  .map(({ learners, offers, met, percent, eachUnit, budget }) => {
    const people = learners.map((one, place) => ({ ...one, id: `p${place}` }));
    const standing = (unit: string, already: number) => ({
      unit,
      met: already,
      whole: already + people.filter((one) => one.unit === unit && one.retires === null).length,
    });
    return {
      learners: people,
      offers: offers.map((one, place) => ({ ...one, id: `c${place}` })),
      standings: [standing("u1", met[0]), standing("u2", met[1])],
      asked: { ...asked, percent, eachUnit, budget },
    };
  });

/** Every order of up to three of the classes, none included. */
function ordersOf(offers: readonly Offer[]): Offer[][] {
  const go = (way: Offer[]): Offer[][] =>
    way.length === 3
      ? [way]
      : [way, ...offers.filter((one) => !way.includes(one)).flatMap((one) => go([...way, one]))];
  return go([]);
}

/** What a plan is judged by, in the order in which it counts: people, turns, unclear records, money, days. */
function worthOf({ assignments }: Pick<Plan, "assignments">, offers: readonly Offer[]): number[] {
  const byId = new Map(offers.map((one) => [one.id, one]));
  const ways = assignments.map(({ classes }) => classes.flatMap((id) => byId.get(id) ?? []));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const iso = (day: number) => String(day).replace(/(....)(..)(..)/u, "$1-$2-$3");
  return [
    -assignments.length,
    ways.flat().length,
    assignments.filter(({ unclear }) => unclear).length,
    sum(ways.flat().map(({ cost }) => cost)),
    sum(ways.map((way) => Date.parse(iso(way.at(-1)?.to ?? asked.by)) / 86_400_000)),
  ];
}

/** The worth of the best of all plans that break nothing, by trying each of them. */
function bestWorth(of: Case): number[] {
  const { learners, offers, standings, asked: question } = of;
  const byId = new Map(offers.map((one) => [one.id, one]));
  const orders = learners.map((one) =>
    ordersOf(offers)
      .filter((way) =>
        way.every(({ to }, place) => place === 0 || (way[place - 1]?.to ?? 0) <= (to ?? 9999_12_31)),
      )
      .map((way) => way.map(({ id }) => id))
      .filter(
        (classes) =>
          classes.length === 0 ||
          checkPlan([{ person: one.id, classes }], [one], offers, { ...question, budget: null }).every(
            ({ fault }) => fault === "seats",
          ),
      ),
  );
  let best: number[] | null = null;
  const go = (place: number, chosen: { person: string; unit: string; classes: string[] }[]): void => {
    const current = learners[place];
    if (current !== undefined) {
      for (const classes of orders[place] ?? []) {
        go(
          place + 1,
          classes.length === 0 ? chosen : [...chosen, { person: current.id, unit: current.unit, classes }],
        );
      }
      return;
    }
    if (checkPlan(chosen, learners, offers, question).length > 0) return;
    for (const { unit, whole, met } of question.eachUnit ? standings : [sumOf(standings)]) {
      const more = chosen.filter((one) => !question.eachUnit || one.unit === unit).length;
      if (more > Math.max(0, Math.ceil((whole * question.percent) / 100) - met)) return;
    }
    const assignments = chosen.map(({ person, unit, classes }) => ({
      person,
      unit,
      classes,
      unclear: learners.find(({ id }) => id === person)?.unclear === true,
      cost: classes.reduce((sum, id) => sum + (byId.get(id)?.cost ?? 0), 0),
    }));
    const worth = worthOf({ assignments }, offers);
    if (best === null || compare(worth, best) < 0) best = worth;
  };
  go(0, []);
  return best ?? [];
}

function sumOf(standings: readonly Standing[]): Standing {
  return standings.reduce(
    (sum, { whole, met }) => ({ unit: "", whole: sum.whole + whole, met: sum.met + met }),
    { unit: "", whole: 0, met: 0 },
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, at) => value !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

describe("every plan", () => {
  it("is worth as much as the best of all that can be tried, and breaks nothing", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(caseArb, (one) => {
        const found = solved(one);
        expect(checkPlan(found.assignments, one.learners, one.offers, one.asked)).toEqual([]);
        const worth = worthOf(found, one.offers);
        expect(worth).toEqual(bestWorth(one));
        const told = [...found.assignments, ...found.cannot].map(({ person }) => person);
        expect(new Set(told).size).toBe(told.length);
        expect(told.length + found.spare.length).toBe(one.learners.length);
      }),
      { numRuns: Math.ceil(300 * propertyFactor) },
    );
  });

  it("is the same whatever the order of people and classes", () => {
    fc.assert(
      fc.property(caseArb, fc.infiniteStream(fc.nat()), (one, shuffle) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: shuffle.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other = {
          ...one,
          learners: shuffled(one.learners),
          offers: shuffled(one.offers),
          standings: shuffled(one.standings),
        };
        expect(solved(other)).toEqual(solved(one));
      }),
      { numRuns: Math.ceil(100 * propertyFactor) },
    );
  });
});
