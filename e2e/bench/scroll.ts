/** The list of a quarter of a million people scrolled in the real window, and what it takes with columns in memory. */
import { setTimeout as wait } from "node:timers/promises";
import { type Scrolled, type ScrollAsked, scrollInFrames } from "./frames";
import { sortKeys } from "./list-columns";
import { median, megabytes, msText, percentile } from "./measure";
import { sizesByKind } from "./process-size";
import type { WindowRun } from "./program-run";
import { nationDay, nationRoster } from "./rosters";
import type { Bench, Figure, Section } from "./section";
import { openOne } from "./start";
import { host } from "../../electron/files/host-system";

const rounds = 3;
/** Ten seconds of the wheel, at a speed and at a much greater one, and the bar pulled through the whole list. */
const ways = [
  { name: "3 rows a frame", perFrame: 102, frames: 600 },
  { name: "20 rows a frame", perFrame: 680, frames: 600 },
  { name: "the bar pulled from top to bottom", perFrame: null, frames: 600 },
] as const;
/** One frame at 60 a second, with what a clock of a tenth of a millisecond adds. */
const frameMs = 16.75;
const grid = "[role=grid]";
const scroller = `:has(> ${grid})`;

export async function measureScroll(bench: Bench): Promise<Section> {
  const nation = await nationRoster(bench);
  const yardstick: Scrolled[] = [];
  const taken = ways.map((): Scrolled[] => []);
  const before: { main: number; renderers: number }[] = [];
  const after: { main: number; renderers: number }[] = [];
  for (let round = 1; round <= rounds; round++) {
    const empty = await openOne(bench, null);
    await empty.run(plainRows);
    yardstick.push(await scroll(empty, { selector: "#plain", perFrame: 102, frames: 600 }));
    await empty.close();

    const open = await openOne(bench, nation);
    await showList(open);
    await wait(3000);
    before.push(sizesByKind(open.pid));
    for (const [place, { perFrame, frames }] of ways.entries()) {
      await open.run(`document.querySelector(${JSON.stringify(scroller)}).scrollTop = 0`);
      await wait(500);
      const whole = Number(
        await open.run(`document.querySelector(${JSON.stringify(scroller)}).scrollHeight`),
      );
      bench.say(`scroll: round ${round}, ${ways[place]?.name ?? ""}`);
      taken[place]?.push(
        await scroll(open, { selector: scroller, perFrame: perFrame ?? whole / frames, frames }),
      );
    }
    bench.say(`scroll: round ${round}, sorting`);
    for (const key of sortKeys) await open.run(askSorted(key));
    await wait(3000);
    after.push(sizesByKind(open.pid));
    await open.close();
    bench.say(`scroll: round ${round} of ${rounds}`);
  }
  const memory = (of: readonly { main: number; renderers: number }[], kind: "main" | "renderers") =>
    megabytes(median(of.map((sizes) => sizes[kind])));
  return {
    title: "Grid",
    figures: [
      { work: "plain rows of text in an empty window", reach: "", measured: said(yardstick), reached: null },
      ...ways.map(({ name }, place): Figure => {
        const runs = taken[place] ?? [];
        return {
          work: `250,000 rows, ${name}`,
          reach: "60 frames a second",
          measured: said(runs),
          reached: median(runs.map(({ times }) => share(gaps(times)))) >= 0.99,
        };
      }),
      ...(host.tellsInProc
        ? [
            {
              work: "memory with the list open",
              reach: "",
              measured: `main process ${memory(before, "main")}, page ${memory(before, "renderers")}`,
              reached: null,
            },
            {
              work: `memory after ${sortKeys.length} columns were sorted by`,
              reach: "",
              measured: `main process ${memory(after, "main")}, page ${memory(after, "renderers")}`,
              reached: null,
            },
          ]
        : []),
    ],
    how: [
      `The program's own window, 1366 × 728, on the list as it is shipped; a script moves the list in each frame for ${ways[0].frames} frames, ${rounds} rounds, medians. A frame is in time when it comes ${frameMs} ms after the one before at the latest; reached means 99 in 100. “Work” is what the page itself does for a frame, scripts, layout and paint records, without what the system then draws.`,
      "This machine has no graphics processor: every pixel is drawn by the processor, in another process that has to share two cores with the page. The same script over plain rows of text in an empty window tells how much of what is missed is that.",
    ],
  };
}

/** Asked for the result again and again: an answer that Electron waits for that long in the page can get lost. */
async function scroll(window: WindowRun, asked: ScrollAsked): Promise<Scrolled> {
  await window.run(`window.measured = null;
    (${String(scrollInFrames)})(${JSON.stringify(asked)}).then(
      (value) => { window.measured = { value }; },
      (reason) => { window.measured = { failed: String(reason) }; },
    );
    true`);
  for (;;) {
    await wait(500);
    const told = (await window.run("window.measured")) as { value?: Scrolled; failed?: string } | null;
    if (told?.failed !== undefined) throw new Error(told.failed);
    if (told?.value !== undefined) return told.value;
  }
}

/** The list, with its first rows on screen. */
async function showList(window: WindowRun): Promise<void> {
  await window.run(`new Promise((resolve) => {
    location.hash = "#/officials";
    const there = () => document.querySelector(${JSON.stringify(`${grid} [role=rowheader]`)}) === null
      ? requestAnimationFrame(there) : resolve(true);
    there();
  })`);
}

/** As the grid asks for its first page in another order; the column is then in memory. */
function askSorted(key: string): string {
  const args = {
    filter: { moment: { on: nationDay } },
    order: { sorts: [{ key, descending: false }], group: null },
    columns: [key],
    offset: 0,
    limit: 100,
  };
  return `window.api.officialsPage(${JSON.stringify(args)}).then(({ ok }) => {
    if (ok !== true) throw new Error("refused");
  })`;
}

/** As many rows as a large list has on the page, and nothing that works. */
const plainRows = `(() => {
  const box = document.createElement("div");
  box.id = "plain";
  box.style.cssText = "position:fixed;inset:0;overflow:auto;font:14px sans-serif";
  for (let row = 0; row < 3000; row++) {
    const line = document.createElement("div");
    line.style.cssText = "display:grid;grid-template-columns:repeat(8,1fr);height:33px;border-bottom:1px solid #ddd";
    for (let cell = 0; cell < 8; cell++) {
      const text = document.createElement("span");
      text.textContent = "Nguyễn Văn " + row;
      line.append(text);
    }
    box.append(line);
  }
  document.body.append(box);
})()`;

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, place) => time - (times[place] ?? time));
}

function share(between: readonly number[]): number {
  return between.filter((ms) => ms <= frameMs).length / Math.max(1, between.length);
}

function said(runs: readonly Scrolled[]): string {
  const inTime = median(runs.map(({ times }) => share(gaps(times))));
  const slowest = median(runs.map(({ times }) => Math.max(...gaps(times))));
  const work = median(runs.map((run) => median(run.work)));
  const most = median(runs.map((run) => percentile(run.work, 0.95)));
  return `${(100 * inTime).toFixed(1)} % of frames in time, slowest ${msText(slowest)}; work ${msText(work)} (p95 ${msText(most)})`;
}
