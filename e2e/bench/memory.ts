/** Memory of all processes of the program with a quarter of a million people open, beside an empty window. */
import { setTimeout as wait } from "node:timers/promises";
import { median, megabytes } from "./measure";
import { sizeOf } from "./process-size";
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
