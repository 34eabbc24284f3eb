/** Search as somebody types over a quarter of a million names. */
import { officialGridRows } from "../../electron/roster/read/officials";
import { Officials } from "../../electron/services/officials";
import { OpenRoster } from "../../electron/services/open-roster";
import { shippedViews } from "../../shared/columns/shipped-views";
import { foldMarks } from "../../shared/text/fold";
import { median, msText, percentile, seeded, timed } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const searches = 120;
/** What the grid asks for at once. */
const pageRows = 100;

export async function measureSearch(bench: Bench): Promise<Section> {
  const roster = await OpenRoster.read(await nationRoster(bench), benchEnvironment(bench));
  const index = await roster.index();
  await index.nameList;
  const officials = new Officials(roster);
  const order = { sorts: [], group: null };
  const columns = shippedViews.list.columns.map(({ key }) => key);
  const everybody = {
    moment: { on: nationDay },
    unitId: null,
    unitOnly: false,
    postId: null,
    standard: null,
    statuses: null,
    complement: false,
    serving: "serving",
  } as const;
  const ask = (search: string) => officials.page({ ...everybody, search }, order, columns, 0, pageRows);
  await ask("");
  const plain: number[] = [];
  const marked: number[] = [];
  const typed = typedQueries(roster, index.facts.people.pk, index.facts.peopleCount);
  for (const { query, hasMarks } of typed) {
    const { ms } = await timed(() => ask(query));
    (hasMarks ? marked : plain).push(ms);
  }
  await roster.close();
  const p95 = percentile(plain, 0.95);
  return {
    title: "Search",
    figures: [
      {
        work: "each letter typed, without marks",
        reach: "p95 ≤ 10 ms",
        measured: `p95 ${msText(p95)} (median ${msText(median(plain))}, slowest ${msText(percentile(plain, 1))})`,
        reached: p95 <= 10,
      },
      {
        work: "each letter typed, with marks",
        reach: "",
        measured: `p95 ${msText(percentile(marked, 0.95))} (median ${msText(median(marked))}, slowest ${msText(percentile(marked, 1))})`,
        reached: null,
      },
    ],
    how: [
      `The names of ${searches} people picked at random, typed letter by letter (${plain.length} queries without marks, ${marked.length} with them; whole names, given names first, two words of three): each letter asks for the first ${pageRows} rows of the grid with their marks, as the window does.`,
    ],
  };
}

/** Every state of the search box while names are typed; a query that was just asked is left out. */
function typedQueries(
  roster: OpenRoster,
  pks: Int32Array,
  count: number,
): readonly { readonly query: string; readonly hasMarks: boolean }[] {
  const pick = seeded(11);
  const queries: { query: string; hasMarks: boolean }[] = [];
  for (let round = 0; round < searches; round++) {
    const [row] = officialGridRows(roster.db, [pks[pick(count)] ?? 0]);
    const words = (row?.fullName ?? "").toLowerCase().split(" ");
    const said = [words, words.slice(-1), [...words.slice(-1), ...words.slice(0, -1)], words.slice(0, 2)][
      round % 4
    ];
    const text = (said ?? words).join(" ");
    const hasMarks = round % 3 === 2;
    const typed = hasMarks ? text : foldMarks(text);
    for (let length = 1; length <= typed.length; length++) {
      const query = typed.slice(0, length);
      if (!query.endsWith(" ")) queries.push({ query, hasMarks });
    }
  }
  return queries;
}
