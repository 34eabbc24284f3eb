/** The plan that the values of the columns say: who is sent where, how near the target is, and why others are not in it. */
import { byId, costOf, type Part, type PlanProblem, wantedOf } from "./problem";
import type { Solver } from "./programme";
import type { Assignment, Left, Plan, Reach } from "./types";
import type { Way } from "./ways";

/** @param values by part, by column */
export function planOf(problem: PlanProblem, values: readonly (readonly number[])[]): Plan {
  const { asked, standings, scopes, groups } = problem;
  const assignments: Assignment[] = [];
  const cannot: Left[] = [...problem.cannot];
  const sent = scopes.map(() => 0);
  const taken = new Map<string, number>();
  const wayOf = new Map<string, Way>();
  problem.parts.forEach((part, at) => {
    for (const { scope, people, way } of chosenIn(part, values[at] ?? [])) {
      sent[scope] = (sent[scope] ?? 0) + 1;
      wayOf.set(people, way);
      for (const { id } of way) taken.set(id, (taken.get(id) ?? 0) + 1);
    }
  });
  const spare: { person: string; unit: string }[] = [];
  for (const { learners, scope, ways: possible } of groups) {
    const isReached = (sent[scope] ?? 0) >= (scopes[scope]?.needed ?? 0);
    learners.forEach(({ id: person, unit, unclear }) => {
      const way = wayOf.get(person);
      if (way !== undefined) {
        assignments.push({ person, unit, unclear, classes: way.map(({ id }) => id), cost: costOf(way) });
      } else if (isReached) {
        spare.push({ person, unit });
      } else {
        const hasRoom = (one: Way) =>
          one.every(({ id, seats }) => seats === null || (taken.get(id) ?? 0) < seats);
        cannot.push({ person, unit, reason: possible.some(hasRoom) ? "noBudget" : "noSeat", rule: null });
      }
    });
  }
  const more = new Map<string, number>();
  for (const { unit } of assignments) more.set(unit, (more.get(unit) ?? 0) + 1);
  const units = standings.map(({ unit, whole, met }): Reach => {
    const wanted = wantedOf(whole, asked.percent);
    return { unit, whole, met, wanted, reached: met + (more.get(unit) ?? 0) };
  });
  return {
    reached: scopes.every(({ needed }, scope) => (sent[scope] ?? 0) >= needed),
    total: totalOf(units, asked.percent),
    units,
    turns: assignments.reduce((sum, { classes }) => sum + classes.length, 0),
    cost: assignments.reduce((sum, { cost }) => sum + cost, 0),
    assignments: assignments.sort(byUnit),
    cannot: cannot.sort(byUnit),
    spare: spare.sort(byUnit),
  };
}

/** Who of a part goes which way: of each group the first by id, and of those who are alike the first the first way. */
function* chosenIn(
  { groups, alike, ways }: Part,
  values: readonly number[],
): Generator<{ readonly scope: number; readonly people: string; readonly way: Way }> {
  const byAlike = alike.map((some) =>
    some
      .flatMap((place) => {
        const { learners = [], scope = 0 } = groups[place] ?? {};
        return learners.slice(0, values[place] ?? 0).map(({ id }) => ({ id, scope }));
      })
      .sort(byId),
  );
  const next = alike.map(() => 0);
  for (const [place, { alike: at, way }] of ways.entries()) {
    const people = values[groups.length + place] ?? 0;
    for (let one = 0; one < people; one++) {
      const chosen = byAlike[at]?.[next[at] ?? 0];
      next[at] = (next[at] ?? 0) + 1;
      if (chosen !== undefined) yield { scope: chosen.scope, people: chosen.id, way };
    }
  }
}

/** Solves a plan where the solver is at hand. */
export function solvePlan(problem: PlanProblem, solver: Solver): Plan {
  return planOf(
    problem,
    problem.parts.map(({ programme }) => solver(programme)),
  );
}

function totalOf(units: readonly Reach[], percent: number): Reach {
  const total = { unit: "", whole: 0, met: 0, reached: 0 };
  for (const { whole, met, reached } of units) {
    total.whole += whole;
    total.met += met;
    total.reached += reached;
  }
  return { ...total, wanted: wantedOf(total.whole, percent) };
}

function byUnit(a: { unit: string; person: string }, b: { unit: string; person: string }): number {
  if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1;
  return a.person < b.person ? -1 : 1;
}
