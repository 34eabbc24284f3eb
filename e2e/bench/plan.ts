/** Training plans for 250,000 people with full records, each of 3,321 communes to reach a target, until the answer is whole. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { solvingBy } from "../../electron/files/solver/solver";
import { trainingPlan } from "../../electron/services/training-plan";
import { OpenRoster } from "../../electron/services/open-roster";
import { median, msText, timed } from "./measure";
import { benchEnvironment, fullNationRoster, nationDay } from "./rosters";
import type { Bench, Figure, Section } from "./section";

const mostMs = 60_000;
const rounds = 3;

/** Nobody's seats are scarce, they are, and all communes share them and the money. */
const plans = [
  { name: "without seats", percent: 100, seats: null, cost: 0, budget: null },
  { name: "20 seats a level for all communes", percent: 95, seats: 20, cost: 0, budget: null },
  {
    name: "5,000 seats a level and money for 3,000 learners",
    percent: 95,
    seats: 5_000,
    cost: 10_000_000,
    budget: 30_000_000_000,
  },
] as const;

export async function measurePlan(bench: Bench): Promise<Section> {
  const solver = pathToFileURL(join(bench.root, "dist", "main", "solver-worker.js"));
  const environment = { ...benchEnvironment(bench), solveElsewhere: solvingBy(solver) };
  const roster = await OpenRoster.read(await fullNationRoster(bench), environment);
  const index = await roster.index();
  await index.nameList;
  const figures: Figure[] = [];
  for (const standard of ["professional", "politicalTheory"] as const) {
    for (const { name, ...more } of plans) {
      const times: number[] = [];
      let said = "";
      for (let round = 0; round < rounds; round++) {
        const question = { moment: { on: nationDay }, by: "2026-12-31", unitId: null, months: null };
        const made = await timed(() =>
          trainingPlan(roster, environment, { ...question, standard, eachUnit: true, ...more }, {}),
        );
        times.push(made.ms);
        const { assignments, cannot, spare, units } = made.value;
        said = `${units.length} communes, ${assignments.length} sent, ${cannot.length} not, ${spare} need not`;
      }
      figures.push({
        work: `${standard}, ${more.percent} %, ${name}`,
        reach: "≤ 60 s",
        measured: `${msText(median(times))}; ${said}`,
        reached: median(times) <= mostMs,
      });
      bench.say(`plan: ${standard}, ${name}: ${msText(median(times))}`);
    }
  }
  await roster.close();
  return {
    title: "Training plan by commune",
    figures,
    how: [
      `From the question to the answer with everybody's name: who lacks the standard on 31/12/2026, by which ways they can reach it, the best plan proven by the solver, with facts in memory and the solver in its thread. Medians of ${rounds}.`,
    ],
  };
}
