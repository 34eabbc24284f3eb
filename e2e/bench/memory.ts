/** Memory of all processes of the program with a quarter of a million people open, beside an empty window. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { median, megabytes } from "./measure";
import { nationRoster } from "./rosters";
import type { Bench, Section } from "./section";
import { openOne } from "./start";
import { host } from "../../electron/files/host-system";

const rounds = 3;
/** After the table is there, names are still read; then nothing moves. */
const settleMs = 6000;
const most = 200e6;

export async function measureMemory(bench: Bench): Promise<Section> {
  const how = [
    `Both windows are open at the same time, so that what other programs share with them falls on both; ${settleMs / 1000} s after the table was usable, the proportional set size (PSS) of all processes of each from /proc, in which pages that processes share count once. Median of the differences of ${rounds} rounds.`,
  ];
  const title = "Memory";
  if (!host.tellsInProc) {
    return { title, figures: [], how: [...how, "Not measured: only Linux tells shared pages apart."] };
  }
  const nation = await nationRoster(bench);
  const empties: number[] = [];
  const differences: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const empty = await openOne(bench, null);
    const open = await openOne(bench, nation);
    await wait(settleMs);
    const size = sizeOf(empty.pid);
    empties.push(size);
    differences.push(sizeOf(open.pid) - size);
    await open.close();
    await empty.close();
    bench.say(`memory: round ${round} of ${rounds}`);
  }
  const [empty, more] = [median(empties), median(differences)];
  return {
    title,
    figures: [
      { work: "an empty window of the same Electron", reach: "", measured: megabytes(empty), reached: null },
      {
        work: "250,000 people open",
        reach: "≤ an empty window + 200 MB",
        measured: `+ ${megabytes(more)}`,
        reached: more <= most,
      },
    ],
    how,
  };
}

/** Bytes of a program with everything that it started. */
function sizeOf(pid: number): number {
  return familyOf(pid).reduce((total, member) => total + proportionalSize(member), 0);
}

/** A process and everything that it started. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

function parentOf(pid: number): number | null {
  const parent = /^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1];
  return parent === undefined ? null : Number(parent);
}

/** Bytes. */
function proportionalSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** A process may end while it is looked at; it then has no size. */
function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
