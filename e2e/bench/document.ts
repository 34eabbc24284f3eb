/**
 * docs/benchmarks.md: a section for each part, with its figures, when and where they were taken, and how; and in front of
 * them what misses its target. A part that was measured again takes the place of its section and leaves the others.
 */
import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { Figure, Section } from "./section";

const intro = `# Benchmarks

Written by \`npm run bench\`; do not edit. \`npm run bench -- table\` runs one part and prints it; with \`--keep\` it also takes the place of its section here (parts: PARTS).

Times depend on the machine and on what else it does, so what is promised is mostly a ratio: both sides of it are measured in the same run of their part, taken in turns. Each section says when it was measured and how busy the machine was. Figures that miss what they must reach stand here like the others.`;

export interface Surroundings {
  /** ISO day. */
  readonly day: string;
  /** "33.2.1" and the like. */
  readonly electron: string;
}

/**
 * @param before the document as it stands; "" for none
 * @param measured sections that were measured now
 * @param parts names of all parts
 */
export function benchmarkDocument(
  before: string,
  measured: readonly Section[],
  parts: readonly string[],
  surroundings: Surroundings,
): string {
  const sections = new Map(sectionsOf(before));
  for (const section of measured) sections.set(section.title, sectionText(section, surroundings));
  const blocks = [...sections].map(([title, text]) => `## ${title}\n\n${text}`);
  return `${[intro.replace("PARTS", parts.join(", ")), missedText(sections), ...blocks].join("\n\n")}\n`;
}

/** All figures as one Markdown table, for the screen. */
export function tableText(sections: readonly Section[]): string {
  return figuresText(
    sections.flatMap(({ title, figures }) =>
      figures.map((figure) => ({ ...figure, work: `${title}: ${figure.work}` })),
    ),
  );
}

/** The sections of a document by their titles, each without its heading. */
function sectionsOf(text: string): (readonly [string, string])[] {
  return text
    .split(/^## /mu)
    .slice(1)
    .map((block): readonly [string, string] => {
      const end = block.indexOf("\n");
      return [block.slice(0, end).trim(), block.slice(end).trim()];
    })
    .filter(([title]) => title !== missedTitle);
}

const missedTitle = "What misses its target";

function missedText(sections: ReadonlyMap<string, string>): string {
  const missed = [...sections].flatMap(([title, text]) =>
    text
      .split("\n")
      .filter((line) => line.endsWith(" **no** |"))
      .map((line) => {
        const [work = "", reach = "", measured = ""] = line
          .split("|")
          .slice(1)
          .map((cell) => cell.trim());
        return `- ${title}: ${work}. Must reach ${reach}, measured ${measured}.`;
      }),
  );
  return [`## ${missedTitle}`, missed.length === 0 ? "Nothing." : missed.join("\n")].join("\n\n");
}

function sectionText({ figures, how, tables = [] }: Section, surroundings: Surroundings): string {
  return [machineText(surroundings), figuresText(figures), ...how, ...tables].join("\n\n");
}

function figuresText(figures: readonly Figure[]): string {
  const lines = figures.map(({ work, reach, measured, reached }) => {
    const mark = reached === null ? "" : reached ? "yes" : "**no**";
    return `| ${work} | ${reach} | ${measured} | ${mark} |`;
  });
  return ["| work | must reach | measured | reached |", "|---|---|---|---|", ...lines].join("\n");
}

function machineText({ day, electron }: Surroundings): string {
  const processors = cpus();
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(", ");
  return `Measured on ${day}: ${processors.length} × ${processors[0]?.model.trim() ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Electron ${electron}, Node ${process.versions.node} for what runs without a window. Load averages at the end of the run: ${load}.`;
}
