/** The table per commune for any day, from columns in memory beside the same GROUP BY in SQLite. */
import { isDeepStrictEqual } from "node:util";
import { OpenRoster } from "../../electron/services/open-roster";
import type { RosterIndex } from "../../electron/roster/read/index/roster-index";
import { statisticsByUnit } from "../../electron/services/statistics";
import type { StatisticsTable } from "../../shared/contract/schemas/statistics";
import { isoToPacked } from "../../shared/domain/partial-date";
import { standardsAndAll } from "../../shared/domain/values";
import { countsOf } from "../../shared/statistics/by-unit";
import { statuses } from "../../shared/standards/types";
import { median, msText, percentile, ratioText, timed } from "./measure";
import { benchEnvironment, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";
import { type SqlRow, SqlTable } from "./sql-table";

const loads = 5;
/** Each asked for once: days of the sample's year and the next with nearly everybody serving, and some long ago. */
const days = ["2005-03-01", "2012-06-15", "2019-12-26", "2021-10-01", "2024-02-29"].concat(
  Array.from({ length: 16 }, (_, place) => `2026-${two(1 + (place % 12))}-${two(3 + place)}`),
);

export async function measureTable(bench: Bench): Promise<Section> {
  const path = await nationRoster(bench);
  const environment = benchEnvironment(bench);
  const loadMs: number[] = [];
  for (let round = 0; round < loads; round++) {
    const roster = await OpenRoster.read(path, environment);
    loadMs.push((await timed(() => roster.index())).ms);
    await roster.close();
  }
  const roster = await OpenRoster.read(path, environment);
  const index = await roster.index();
  bench.say("table: building SQLite's tables…");
  const sql = new SqlTable(index);
  const ours: number[] = [];
  const theirs: number[] = [];
  let rows = 0;
  for (const day of days) {
    const mine = await timed(() => statisticsByUnit(index, day, null));
    const packed = isoToPacked(day);
    sql.prepare(packed);
    const other = await timed(() => sql.count(packed));
    refuseDifference(index, mine.value, other.value);
    ours.push(mine.ms);
    theirs.push(other.ms);
    rows = Math.max(rows, mine.value.rows.length);
  }
  sql.close();
  await roster.close();
  const faster = median(theirs.map((ms, place) => ms / (ours[place] ?? ms)));
  return {
    title: "Table per commune",
    figures: [
      {
        work: `a day not asked for before, ${rows} communes`,
        reach: "≤ 50 ms",
        measured: `${msText(median(ours))} (slowest ${msText(percentile(ours, 1))})`,
        reached: median(ours) <= 50,
      },
      {
        work: "against GROUP BY in SQLite",
        reach: "≥ 5 × faster",
        measured: `${ratioText(faster)} faster (SQLite ${msText(median(theirs))})`,
        reached: faster >= 5,
      },
      {
        work: "building the facts",
        reach: "≤ 1.5 s",
        measured: msText(median(loadMs)),
        reached: median(loadMs) <= 1500,
      },
    ],
    how: [
      `${days.length} days between 2005 and 2026, each asked for once after the facts were built, so that everybody is judged anew each time; the median of the days, and the median of the ratios day by day.`,
      "SQLite counts in a database of its own in memory, with rows clustered by person, dates turned into days beforehand, the order of preference among assignments worked out and the day's rules as a table of thresholds: one statement with GROUP BY. Both tables are compared cell by cell, and a difference ends the benchmark.",
      `Building the facts: from the open roster to an index that can answer, in the calling thread; median of ${loads} times.`,
    ],
  };
}

/** @throws Error when the two tables tell different things */
function refuseDifference(index: RosterIndex, table: StatisticsTable, counted: readonly SqlRow[]): void {
  const ours = table.rows
    .filter(({ total }) => total > 0)
    .map((row) => [
      index.catalog.unitOfId(row.unitId)?.index ?? -1,
      row.total,
      ...standardsAndAll.flatMap((standard) => statuses.map((status) => countsOf(row, standard)[status])),
    ])
    .sort(([a = 0], [b = 0]) => a - b);
  if (!isDeepStrictEqual(ours, counted)) throw new Error(`${table.asOf}: SQLite counts differently`);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
