/** What a change of the rules would do to a nation's figures: judged anew and compared, as the screen asks before saving. */
import { OpenRoster } from "../../electron/services/open-roster";
import { judgedByDraft, previewOf } from "../../electron/services/rules-draft";
import { allStandardSets } from "../../electron/roster/read/standards";
import { officialCategories } from "../../shared/domain/values";
import type { RuleEdit } from "../../shared/standards/draft";
import { median, msText, percentile, timed } from "./measure";
import { benchEnvironment, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const day = "2026-03-01";
const rounds = 9;

export async function measureRules(bench: Bench): Promise<Section> {
  const environment = benchEnvironment(bench);
  const roster = await OpenRoster.read(await nationRoster(bench), environment);
  const { facts } = await roster.index();
  // Every threshold of the nation's set one step down or up: everybody is judged by another rule.
  const set = allStandardSets(roster.db).find(({ fields }) => fields["key"] === "illustration-2025");
  const levels = ["college", "intermediate", "master"];
  const spent: number[] = [];
  let moved = 0;
  for (let round = 0; round < rounds; round++) {
    const edits = (set?.rules ?? []).flatMap(({ id, fields }): RuleEdit[] =>
      fields["standard"] === "professional"
        ? [{ entity: "standardRule", id, isNew: false, fields: { minimumLevel: levels[round % 3] ?? null } }]
        : [],
    );
    const preview = await timed(async () =>
      previewOf(await judgedByDraft(roster, edits, day, officialCategories)),
    );
    spent.push(preview.ms);
    moved = Math.max(moved, preview.value.people);
  }
  await roster.close();
  if (moved === 0) throw new Error("The changed rules moved nobody");
  return {
    title: "Preview of changed rules",
    figures: [
      {
        work: `whose status changes, per commune, ${facts.peopleCount} people on record`,
        reach: "≤ 1 s",
        measured: `${msText(median(spent))} (slowest ${msText(percentile(spent, 1))})`,
        reached: percentile(spent, 1) <= 1000,
      },
    ],
    how: [
      `Every rule of the sample's set on chuyên môn asks for another level; from the edits to the counts per commune, the facts being in memory as in an open window. ${rounds} rounds, the first of which judges the day by the rules as they are as well; at most ${moved} people change.`,
    ],
  };
}
