/** Making the sample rosters by the command line, and their size on the disk. */
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { megabytes, msText, timed } from "./measure";
import { removeFileNow } from "../../electron/files/rename";
import type { Bench, Section } from "./section";

export async function measureSample(bench: Bench): Promise<Section> {
  const nation = await made(bench, "nation");
  const thanhBa = await made(bench, "thanh-ba");
  return {
    title: "Sample rosters",
    figures: [
      {
        work: "`sample --set nation`, 250,000 people with their log",
        reach: "≤ 3 min",
        measured: msText(nation.ms),
        reached: nation.ms <= 180_000,
      },
      {
        work: "its file",
        reach: "≤ 1 GB",
        measured: megabytes(nation.bytes),
        reached: nation.bytes <= 1e9,
      },
      {
        work: "Thanh Ba's file, 478 people serving",
        reach: "< 3 MB",
        measured: `${megabytes(thanhBa.bytes)}, made in ${msText(thanhBa.ms)}`,
        reached: thanhBa.bytes < 3e6,
      },
    ],
    how: [
      "The built command line in a process of its own, from its start to its end, once; the file after it was closed.",
    ],
  };
}

async function made(bench: Bench, set: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const path = join(bench.folder, `made-${set}.scb`);
  removeFileNow(path);
  bench.say(`sample: making ${set}…`);
  const { ms } = await timed(() => commandLine(bench, ["sample", path, "--set", set]));
  const bytes = statSync(path).size;
  removeFileNow(path);
  return { ms, bytes };
}

function commandLine({ root, folder }: Bench, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, SO_CAN_BO_HOME: join(folder, "home") };
    const child = spawn(process.execPath, [join(root, "dist/main/cli.js"), ...words], {
      env,
      stdio: "ignore",
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
  });
}
