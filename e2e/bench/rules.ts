/** What a change of the rules would do to a nation's figures: judged anew and compared, as the screen asks before saving. */
import { OpenRoster } from "../../electron/services/open-roster";
import { RulesDesk, previewOf } from "../../electron/services/rules-draft";
import { allStandardSets } from "../../electron/roster/read/standards";
import { officialCategories } from "../../shared/domain/values";
import type { RuleEdit } from "../../shared/standards/draft";
import { median, msText, percentile, timed } from "./measure";
import { benchEnvironment, nationRoster } from "./rosters";
import type { Bench, Figure, Section } from "./section";

const day = "2026-03-01";
const rounds = 9;
const conditionalRounds = 3;
/** As many as one save may hold. */
const conditionalRules = 5000;
const youngest = 18;
const oldest = 68;
/** Months of work left at the first entry into the post, by the first of a band. */
const monthBands = [0, 120, 240];

export async function measureRules(bench: Bench): Promise<Section> {
  const environment = benchEnvironment(bench);
  const roster = await OpenRoster.read(await nationRoster(bench), environment);
  const index = await roster.index();
  const set = allStandardSets(roster.db).find(({ fields }) => fields["key"] === "illustration-2025");
  if (set === undefined) throw new Error("The nation's sample has no set of its own");
  const professional = set.rules.filter(({ fields }) => fields["standard"] === "professional");
  const changed = (fields: (round: number) => RuleEdit["fields"]) => (round: number) =>
    professional.map(
      ({ id }): RuleEdit => ({ entity: "standardRule", id, isNew: false, fields: fields(round) }),
    );

  // Every threshold one step down or up: everybody is judged by another rule.
  const levels = ["college", "intermediate", "master"];
  const today = await measured(
    rounds,
    roster,
    changed((round) => ({ minimumLevel: levels[round % 3] ?? null })),
    () => day,
  );
  // Each round ends them in another month, so that neither side of any day was judged before.
  const lastDay = (round: number) => `2026-${String(round + 4).padStart(2, "0")}-28`;
  const later = await measured(
    rounds,
    roster,
    changed((round) => ({ validTo: lastDay(round) })),
    (round) => lastDay(round).replace(/28$/, "29"),
  );
  const posts = index.catalog.posts.map(({ id }) => id);
  const conditional = await measured(
    conditionalRounds,
    roster,
    (round) =>
      Array.from({ length: conditionalRules }, (_, place): RuleEdit => {
        const turn = Math.floor(place / posts.length);
        const age = youngest + (turn % (oldest - youngest));
        const band = Math.floor(turn / (oldest - youngest));
        const next = monthBands[band + 1];
        const fields = {
          set: set.id,
          standard: "professional",
          posts: posts[place % posts.length] ?? null,
          minimumLevel: levels[(place + round) % 3] ?? null,
          clause: `Điều ${place + 1}`,
          order: 1000 + place,
          ageFrom: age,
          ageTo: age,
          monthsFrom: monthBands[band] ?? null,
          monthsTo: next === undefined ? null : next - 1,
        };
        return { entity: "standardRule", id: roster.newId(), isNew: true, fields };
      }),
    () => day,
  );
  await roster.close();
  const figure = (work: string, { spent }: Measured): Figure => ({
    work,
    reach: "≤ 1 s",
    measured: `${msText(median(spent))} (slowest ${msText(percentile(spent, 1))})`,
    reached: percentile(spent, 1) <= 1000,
  });
  return {
    title: "Preview of changed rules",
    figures: [
      figure(
        `whose status changes, per commune, ${index.facts.peopleCount.toLocaleString("en")} people on record`,
        today,
      ),
      figure("the same of a later day on which the rules end", later),
      figure(
        `the same with ${conditionalRules.toLocaleString("en")} new rules, each of one post, one age and one span of months left`,
        conditional,
      ),
    ],
    how: [
      `From the edits as the screen sends them to the counts per commune, checks and contradictions included, the facts being in memory as in an open window. ${rounds} rounds (${conditionalRounds} with the new rules); the first judges the day by the rules as they are as well. First every rule of the sample's set on chuyên môn asks for another level: at most ${today.moved} people change. Then these rules end in a month of this year, another one each round, and the day after it is judged by the rules as they are and as they would be: at most ${later.moved} people change. New rules: at most ${conditional.moved} people change.`,
    ],
  };
}

interface Measured {
  readonly spent: readonly number[];
  /** People whose status changes, in the round with the most. */
  readonly moved: number;
}

/** @throws Error when no round turned anybody's status, as then nothing was measured */
async function measured(
  times: number,
  roster: OpenRoster,
  editsOf: (round: number) => readonly RuleEdit[],
  dayOf: (round: number) => string,
): Promise<Measured> {
  const desk = new RulesDesk();
  const spent: number[] = [];
  let moved = 0;
  for (let round = 0; round < times; round++) {
    const edits = editsOf(round);
    const preview = await timed(async () =>
      previewOf(await desk.compared(roster, edits, { on: dayOf(round) }, officialCategories)),
    );
    spent.push(preview.ms);
    moved = Math.max(moved, preview.value.people);
  }
  if (moved === 0) throw new Error("The changed rules moved nobody");
  return { spent, moved };
}
