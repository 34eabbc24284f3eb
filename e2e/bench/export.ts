/** A list of everybody written as a workbook and as CSV, as it stands on screen and with all that is known: by the command line in a process of its own, as a script pays it. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { host } from "../../electron/files/host-system";
import { median, megabytes, msText } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const mostMs = 20_000;
const mostMore = 300e6;
const lookEveryMs = 20;
const rounds = 3;
const lists = [
  { name: "as on screen", words: ["--view", "list"] },
  { name: "all that is known", words: [] },
] as const;
/** Bytes that the headings take at most. */
const mostHeadings = 16_384;
/** As the kernel counts a process's time in /proc, everywhere that this runs. */
const ticksPerSecond = 100;

export async function measureExport(bench: Bench): Promise<Section> {
  benchEnvironment(bench);
  const nation = await nationRoster(bench);
  const cli = join(bench.root, "dist", "main", "cli.js");
  const empty = await run(cli, ["help"]);
  const figures: Section["figures"][number][] = [];
  for (const { name, words } of lists) {
    // In this order: how many columns there are is read from the first.
    let columns = 0;
    for (const format of ["csv", "xlsx"] as const) {
      const out = join(bench.folder, `list.${format}`);
      const runs: Run[] = [];
      for (let round = 0; round < rounds; round++) {
        rmSync(out, { force: true });
        runs.push(await run(cli, ["export", nation, out, "--as-of", nationDay, ...words]));
      }
      if (format === "csv") columns = columnsOf(out);
      rmSync(out, { force: true });
      const what = `${name}, ${columns} columns, ${format}`;
      const ms = median(runs.map((one) => one.ms));
      const sizes = runs.flatMap((one) => one.most ?? []);
      const most = sizes.length === 0 ? null : Math.max(...sizes);
      const cpu = runs.flatMap((one) => one.cpuMs ?? []);
      const used = cpu.length === 0 ? "" : ` (computing time ${msText(median(cpu))})`;
      figures.push({
        work: `250,000 people: ${what}`,
        reach: "≤ 20 s",
        measured: `${msText(ms)}${used}`,
        reached: ms <= mostMs,
      });
      if (most !== null && empty.most !== null)
        figures.push({
          work: `memory at most: ${what}`,
          reach: "≤ an empty command line + 300 MB",
          measured: `+ ${megabytes(most - empty.most)}`,
          reached: most - empty.most <= mostMore,
        });
      bench.say(`export: ${what}`);
    }
  }
  return {
    title: "A list that goes out",
    figures,
    how: [
      "`export` in a process of its own, once as the list stands on screen when a roster is new (`--view list`; what is worked out, as the status, does not go along) and once with every column of which anybody has something: from the start over opening the roster and reading the facts to the file read back under its name. Times are medians of 3 runs; on a machine that does other work the computing time (user and system) says more than the clock. Memory is the highest resident size that the system noted in any of them; the empty command line prints its help.",
    ],
  };
}

/** Of a table whose headings hold no separator. */
function columnsOf(path: string): number {
  const begin = Buffer.alloc(mostHeadings);
  const file = openSync(path, "r");
  const read = readSync(file, begin);
  closeSync(file);
  return (begin.toString("utf8", 0, read).split("\r\n")[0] ?? "").split(";").length;
}

/** Of one process. Bytes and computing time are null where the system does not tell. */
interface Run {
  readonly ms: number;
  readonly most: number | null;
  readonly cpuMs: number | null;
}

/** @throws Error when the command failed */
async function run(cli: string, words: readonly string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [cli, ...words], { stdio: "ignore" });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  let running = true;
  const watching = watch(child, () => running);
  const code = await ended;
  running = false;
  const ms = performance.now() - began;
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}`);
  return { ms, ...(await watching) };
}

/** The highest resident size and the computing time while it runs. */
async function watch(child: ChildProcess, isRunning: () => boolean): Promise<Omit<Run, "ms">> {
  if (!host.tellsInProc) return { most: null, cpuMs: null };
  let most = 0;
  let cpuMs = 0;
  while (isRunning()) {
    most = Math.max(most, highest(child.pid ?? 0));
    cpuMs = Math.max(cpuMs, computed(child.pid ?? 0));
    await wait(lookEveryMs);
  }
  return { most, cpuMs };
}

/** User and system time of a process so far, ms. */
function computed(pid: number): number {
  try {
    // After the name, which may hold blanks and brackets: state, then ten more, then the two times.
    const [, , , , , , , , , , , user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    return ((user + system) * 1000) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** A process that has just ended has no size. */
function highest(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
