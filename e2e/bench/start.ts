/** Start to usable table: the program on a small and on a very large roster beside an empty window. */
import { join } from "node:path";
import { median, msText, ratioText } from "./measure";
import { startWindow, type WindowRun } from "./program-run";
import { communeRoster, nationRoster } from "./rosters";
import type { Bench, Figure, Section } from "./section";

/** Rounds that count; one before them warms the caches of disk and scripts. */
const rounds = 9;

export async function measureStart(bench: Bench): Promise<Section> {
  const rosters = { commune: await communeRoster(bench), nation: await nationRoster(bench) };
  const times = { empty: [] as number[], commune: [] as number[], nation: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    for (const which of ["empty", "commune", "nation"] as const) {
      const { startMs, close } = await openOne(bench, which === "empty" ? null : rosters[which]);
      await close();
      if (round > 0) times[which].push(startMs);
    }
    bench.say(`start: round ${round} of ${rounds}`);
  }
  const empty = median(times.empty);
  const figure = (work: string, measured: number, most: number): Figure => ({
    work,
    reach: `≤ ${most.toFixed(1)} × an empty window`,
    measured: `${ratioText(measured / empty)} (${msText(measured)})`,
    reached: measured / empty <= most,
  });
  return {
    title: "Start",
    figures: [
      { work: "an empty window of the same Electron", reach: "", measured: msText(empty), reached: null },
      figure("commune of 33", median(times.commune), 1.3),
      figure("250,000 people, 3,321 communes", median(times.nation), 1.6),
    ],
    how: [
      `Medians of ${rounds} rounds after one that warms up; in each round the three windows are started one after the other, so that whatever else the machine does falls on all of them.`,
      "From the start of the process until the window is shown, the first cell of the table per commune is on the page and two more frames were painted. The empty window has the same size and safety settings and a page with nothing on it.",
      "The program is the built one, opened for writing on the roster given as its argument, on its first screen.",
    ],
  };
}

/** Opens the program on a roster, or the empty window. */
export function openOne({ root, electron, folder }: Bench, roster: string | null): Promise<WindowRun> {
  return roster === null
    ? startWindow({ root, electron, home: join(folder, "home-empty") }, "empty")
    : startWindow({ root, electron, home: join(folder, "home") }, "program", roster);
}
