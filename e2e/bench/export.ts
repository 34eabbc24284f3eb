/** A list of everybody written as a workbook and as CSV, as it stands on screen and with all that is known: by the command line in a process of its own, as a script pays it. */
import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CommandRun, commandRun } from "./command-run";
import { median, megabytes, msText } from "./measure";
import { benchEnvironment, nationDay, nationRoster } from "./rosters";
import type { Bench, Section } from "./section";

const mostMs = 20_000;
const mostMore = 300e6;
const rounds = 3;
const lists = [
  { name: "as on screen", words: ["--view", "list"] },
  { name: "all that is known", words: [] },
] as const;
/** Bytes that the headings take at most. */
const mostHeadings = 16_384;

export async function measureExport(bench: Bench): Promise<Section> {
  benchEnvironment(bench);
  const nation = await nationRoster(bench);
  const empty = await commandRun(bench, ["help"]);
  const figures: Section["figures"][number][] = [];
  for (const { name, words } of lists) {
    // In this order: how many columns there are is read from the first.
    let columns = 0;
    for (const format of ["csv", "xlsx"] as const) {
      const out = join(bench.folder, `list.${format}`);
      const runs: CommandRun[] = [];
      for (let round = 0; round < rounds; round++) {
        rmSync(out, { force: true });
        runs.push(await commandRun(bench, ["export", nation, out, "--as-of", nationDay, ...words]));
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
