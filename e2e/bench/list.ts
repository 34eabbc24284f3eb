/** A quarter of a million people put in order and filtered by the columns of the list, as somebody does in the grid. */
import { isFiltered, isSorted, tableColumnLabel, tableColumnOf } from "../../shared/columns/table-column";
import { shippedViews } from "../../shared/columns/shipped-views";
import { type ListOrder, officialFilterSchema } from "../../shared/contract/schemas/officials";
import { viewFilterSchema } from "../../shared/contract/schemas/views";
import { createTranslate } from "../../shared/i18n";
import { Officials } from "../../electron/services/officials";
import { OpenRoster } from "../../electron/services/open-roster";
import { sortKeys } from "./list-columns";
import { median, msText, percentile, timed } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

/** One of many measurements may meet a collection of garbage; each is made so often. */
const rounds = 5;
const pageRows = 100;
const mostSortMs = 150;
const mostFilterMs = 50;

export async function measureList(bench: Bench): Promise<Section> {
  const roster = await OpenRoster.read(await nationRoster(bench), benchEnvironment(bench));
  const index = await roster.index();
  await index.nameList;
  const filter = (more: object = {}) => officialFilterSchema.parse({ moment: { on: nationDay }, ...more });
  const sorted = (...by: string[]): ListOrder => ({
    sorts: by.map((key, place) => ({ key, descending: place % 2 === 1 })),
    group: null,
  });
  const label = (key: string) => {
    const column = tableColumnOf(key);
    return column === null ? key : tableColumnLabel(createTranslate("en"), column);
  };
  const first: { key: string; ms: number }[] = [];
  const sorts: { key: string; ms: number }[] = [];
  const filters: { key: string; ms: number }[] = [];
  const firstFilters: { key: string; ms: number }[] = [];
  for (const key of sortKeys) {
    const column = tableColumnOf(key);
    if (column === null) throw new Error(`No column ${key}`);
    // Each asks anew: an instance keeps the lists that it was asked for.
    const ask = (order: ListOrder, more: object = {}) =>
      timed(() => new Officials(roster).list(filter(more), order));
    if (isSorted(column)) {
      first.push({ key, ms: (await ask(sorted(key))).ms });
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) times.push((await ask(sorted(key, "official.birth"))).ms);
      sorts.push({ key, ms: median(times) });
    }
    if (!isFiltered(column)) continue;
    const officials = new Officials(roster);
    const asked = { filter: filter(), key, search: "", offset: 0, limit: 3 };
    firstFilters.push({ key, ms: (await timed(() => officials.values(asked))).ms });
    const { rows } = await officials.values(asked);
    const chosen = viewFilterSchema.parse({ key, values: rows.map(({ value }) => value) });
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // The order of what is left is not the filter's.
      const narrowed = new Officials(roster);
      times.push(
        (await timed(() => narrowed.list(filter({ where: [chosen] }), sorted("official.fullName")))).ms,
      );
    }
    filters.push({ key, ms: median(times) });
  }
  const officials = new Officials(roster);
  const columns = shippedViews.list.columns.map(({ key }) => key);
  const pages: number[] = [];
  for (let page = 0; page < 40; page++) {
    const offset = page * 5_000;
    pages.push(
      (await timed(() => officials.page(filter(), { sorts: [], group: null }, columns, offset, pageRows))).ms,
    );
  }
  await roster.close();
  const slowest = (of: readonly { key: string; ms: number }[]) =>
    of.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  const said = (of: readonly { key: string; ms: number }[]) => {
    const worst = slowest(of);
    return `slowest ${msText(worst.ms)} (${label(worst.key)}), median ${msText(median(of.map(({ ms }) => ms)))}`;
  };
  return {
    title: "List",
    figures: [
      {
        work: "250,000 people in the order of two columns",
        reach: `≤ ${mostSortMs} ms`,
        measured: said(sorts),
        reached: slowest(sorts).ms <= mostSortMs,
      },
      {
        work: "250,000 people filtered by values of a column",
        reach: `≤ ${mostFilterMs} ms`,
        measured: said(filters),
        reached: slowest(filters).ms <= mostFilterMs,
      },
      { work: "a column that was not asked for yet", reach: "", measured: said(first), reached: null },
      { work: "its values with how many have each", reach: "", measured: said(firstFilters), reached: null },
      {
        work: `a page of ${pageRows} rows with their cells`,
        reach: "",
        measured: `p95 ${msText(percentile(pages, 0.95))}, median ${msText(median(pages))}`,
        reached: null,
      },
    ],
    how: [
      `${sortKeys.length} columns of every kind, each with a second one, up and down: from the question to the list in order, with the column in memory, medians of ${rounds}. Filters are of the first three values that the column's filter offers, over everybody who serves, by name. A column that was not asked for yet is read from the file where the facts do not hold it, in slices between which the window is served. Pages are of the list as it is shipped, with what is missing by each standard.`,
    ],
  };
}
