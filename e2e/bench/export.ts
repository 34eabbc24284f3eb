/** A list of everybody written as a workbook and as CSV: by the command line in a process of its own, as a script pays it. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { host } from "../../electron/files/host-system";
import { megabytes, msText } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const mostMs = 20_000;
const mostMore = 300e6;
const lookEveryMs = 20;

export async function measureExport(bench: Bench): Promise<Section> {
  benchEnvironment(bench);
  const nation = await nationRoster(bench);
  const cli = join(bench.root, "dist", "main", "cli.js");
  const empty = await run(cli, ["help"]);
  const figures: Section["figures"][number][] = [];
  for (const format of ["xlsx", "csv"] as const) {
    const out = join(bench.folder, `list.${format}`);
    rmSync(out, { force: true });
    const { ms, most } = await run(cli, ["export", nation, out, "--as-of", nationDay]);
    rmSync(out, { force: true });
    figures.push({
      work: `250,000 people as ${format}, 23 columns`,
      reach: "≤ 20 s",
      measured: msText(ms),
      reached: ms <= mostMs,
    });
    if (most !== null && empty.most !== null)
      figures.push({
        work: `memory at most, ${format}`,
        reach: "≤ an empty command line + 300 MB",
        measured: `+ ${megabytes(most - empty.most)}`,
        reached: most - empty.most <= mostMore,
      });
    bench.say(`export: ${format}`);
  }
  return {
    title: "A list that goes out",
    figures,
    how: [
      "`export` in a process of its own: from the start over opening the roster and reading the facts to the file read back under its name. Memory is the highest resident size that the system noted; the empty command line prints its help.",
    ],
  };
}

/** @throws Error when the command failed */
async function run(
  cli: string,
  words: readonly string[],
): Promise<{ readonly ms: number; readonly most: number | null }> {
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
  return { ms, most: await watching };
}

/** The highest resident size while it runs, bytes; null where the system does not tell. */
async function watch(child: ChildProcess, isRunning: () => boolean): Promise<number | null> {
  if (!host.tellsInProc) return null;
  let most = 0;
  while (isRunning()) {
    most = Math.max(most, highest(child.pid ?? 0));
    await wait(lookEveryMs);
  }
  return most;
}

/** A process that has just ended has no size. */
function highest(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
