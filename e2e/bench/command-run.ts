/** A command of the built command line in a process of its own: how long it takes, and how much memory and computing. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { host } from "../../electron/files/host-system";
import type { Bench } from "./section";

const lookEveryMs = 20;
/** As the kernel counts a process's time in /proc, everywhere that this runs. */
const ticksPerSecond = 100;

/** Of one process. Bytes and computing time are null where the system does not tell. */
export interface CommandRun {
  readonly ms: number;
  readonly most: number | null;
  readonly cpuMs: number | null;
}

/** @throws Error when the command failed */
export async function commandRun({ root }: Bench, words: readonly string[]): Promise<CommandRun> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "dist", "main", "cli.js"), ...words], {
    stdio: "ignore",
  });
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
async function watch(child: ChildProcess, isRunning: () => boolean): Promise<Omit<CommandRun, "ms">> {
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
