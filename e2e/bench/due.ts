/** What is due among 250,000 people with full records: the first question, the page of a month, the same after an edit. */
import { statSync } from "node:fs";
import { dueKinds } from "../../shared/domain/due";
import { sql } from "../../electron/roster/file/sql";
import { officialGridRows } from "../../electron/roster/read/officials";
import { DueList, type DueQuestion } from "../../electron/services/due";
import { OpenRoster } from "../../electron/services/open-roster";
import { commandRun } from "./command-run";
import { median, megabytes, msText, percentile, seeded, timed } from "./measure";
import { benchEnvironment, fullNationRoster, nationDay } from "./rosters";
import type { Bench, Figure, Section } from "./section";

const mostBytes = 2.5e9;
const mostPageMs = 100;
const mostMore = 300e6;
const edits = 20;
const pageRows = 100;
/** The months of two years from the day on. */
const months = Array.from({ length: 24 }, (_none, place) => {
  const month = `${2026 + Math.trunc(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
  return { from: `${month}-01`, to: `${month}-28` };
});

export async function measureDue(bench: Bench): Promise<Section> {
  const environment = benchEnvironment(bench);
  const path = await fullNationRoster(bench);
  const bytes = statSync(path).size;
  const empty = await commandRun(bench, ["help"]);
  const asked = ["--from", "2026-01-01", "--to", "2026-01-31", "--as-of", nationDay, "--json"];
  const command = await commandRun(bench, ["due", path, ...asked]);
  bench.say("due: by the command line");
  const blocks = { longest: 0, since: 0 };
  const pause = async () => {
    blocks.longest = Math.max(blocks.longest, performance.now() - blocks.since);
    await environment.pause();
    blocks.since = performance.now();
  };
  const roster = await OpenRoster.open(path, { ...environment, pause });
  const index = await roster.index();
  await index.nameList;
  blocks.longest = 0;
  blocks.since = performance.now();
  const first = await timed(() => pageOf(roster, months[0] ?? { from: nationDay, to: nationDay }));
  const longest = blocks.longest;
  const pages: number[] = [];
  for (const month of months) pages.push((await timed(() => pageOf(roster, month))).ms);
  bench.say("due: month by month");
  const after: number[] = [];
  const pick = seeded(11);
  for (let round = 0; round < edits; round++) {
    const pk = index.facts.people.pk[pick(index.facts.peopleCount)] ?? 0;
    const official = officialGridRows(roster.db, [pk])[0]?.id ?? "";
    const fields = { official, from: "2025-12-01", grade: "01.003", step: 3, coefficient: 300 };
    const { changeId } = roster.write({
      action: "edit",
      edits: [{ kind: "create", entity: "salary", id: roster.newId(), fields }],
    });
    after.push((await timed(() => pageOf(roster, months[round % months.length] ?? asOfItself))).ms);
    if (changeId === null) throw new Error("The edit changed nothing");
    roster.undo(changeId);
  }
  const rows = roster.db.value<number>(sql`SELECT sum(rows) FROM total`) ?? 0;
  await roster.close();
  const figures: Figure[] = [
    {
      work: `the roster, ${(rows / 250_000).toFixed(1)} rows a person with their log`,
      reach: "≤ 2.5 GB",
      measured: megabytes(bytes),
      reached: bytes <= mostBytes,
    },
    {
      work: "the first question after opening",
      reach: "",
      measured: `${msText(first.ms)}, at most ${msText(longest)} without a pause`,
      reached: null,
    },
    {
      work: `a month's page of ${pageRows} lines of every kind`,
      reach: `≤ ${mostPageMs} ms`,
      measured: saying(pages),
      reached: median(pages) <= mostPageMs,
    },
    {
      work: "the same after an edit of one person",
      reach: `≤ ${mostPageMs} ms`,
      measured: saying(after),
      reached: median(after) <= mostPageMs,
    },
  ];
  const used = command.cpuMs === null ? "" : ` (computing time ${msText(command.cpuMs)})`;
  figures.push({
    work: "`due` of a month by the command line",
    reach: "",
    measured: `${msText(command.ms)}${used}`,
    reached: null,
  });
  if (command.most !== null && empty.most !== null) {
    const more = command.most - empty.most;
    figures.push({
      work: "its memory at most",
      reach: "≤ an empty command line + 300 MB",
      measured: `+ ${megabytes(more)}`,
      reached: more <= mostMore,
    });
  }
  return {
    title: "What is due",
    figures,
    how: [
      "The roster of `sample --set nation-full`, opened for writing with facts and names read. The first question goes once through the file for everybody who serves on the day, in slices between which the window is served; what it finds is kept for that day. Pages are of 24 months one after the other, each counted, put in order and its first lines read from the file with why they are due; medians.",
      `Edits: a step of pay added to ${edits} people picked at random, one after the other, each undone afterwards; measured is the page alone, since writing is measured elsewhere. Memory is the highest resident size that the system noted of the command line in a process of its own, once; the empty one prints its help.`,
    ],
  };
}

const asOfItself = { from: nationDay, to: nationDay };

/** As the page asks: how many of each kind, and the first lines. */
async function pageOf(roster: OpenRoster, { from, to }: Pick<DueQuestion, "from" | "to">): Promise<number> {
  const list = await DueList.of(roster, { moment: { on: nationDay }, from, to, unitId: null });
  const counts = list.counts();
  const found = await list.items(dueKinds);
  const lines = [...list.lines(found.slice(0, pageRows))];
  const all = dueKinds.reduce((sum, kind) => sum + counts[kind].due, 0);
  if (all !== found.length || lines.length === 0) throw new Error("A page is not part of what is counted");
  return lines.length;
}

function saying(times: readonly number[]): string {
  return `${msText(median(times))} (p95 ${msText(percentile(times, 0.95))}, slowest ${msText(Math.max(...times))})`;
}
