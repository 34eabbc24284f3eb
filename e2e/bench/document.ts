/** docs/benchmarks.md: the figures of one run with how they were got, written by the benchmark itself. */
import { cpus, loadavg, totalmem, type, release } from "node:os";
import type { Section } from "./section";

const intro = `# Benchmarks

Written by \`npm run bench\`; do not edit. \`npm run bench -- table\` runs one part and only prints it (parts: PARTS).

Times depend on the machine, so what is promised is mostly a ratio: both sides of it are measured in the same run, taken in turns. Figures that miss what they must reach stand here like the others.`;

export interface Surroundings {
  /** ISO day. */
  readonly day: string;
  /** "33.2.1" and the like. */
  readonly electron: string;
}

export function benchmarkDocument(
  sections: readonly Section[],
  parts: readonly string[],
  surroundings: Surroundings,
): string {
  const blocks = sections.map(({ title, how, tables = [] }) =>
    [`## ${title}`, ...how, ...tables].join("\n\n"),
  );
  return `${[intro.replace("PARTS", parts.join(", ")), machineText(surroundings), tableText(sections), ...blocks].join("\n\n")}\n`;
}

/** All figures as one Markdown table. */
export function tableText(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ title, figures }) =>
    figures.map(({ work, reach, measured, reached }) => {
      const mark = reached === null ? "" : reached ? "yes" : "**no**";
      return `| ${title}: ${work} | ${reach} | ${measured} | ${mark} |`;
    }),
  );
  return ["| work | must reach | measured | reached |", "|---|---|---|---|", ...lines].join("\n");
}

function machineText({ day, electron }: Surroundings): string {
  const processors = cpus();
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(", ");
  return [
    `Measured on ${day}: ${processors.length} × ${processors[0]?.model.trim() ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Electron ${electron}, Node ${process.versions.node} for what runs without a window. Load averages at the end of the run: ${load}.`,
  ].join("\n");
}
