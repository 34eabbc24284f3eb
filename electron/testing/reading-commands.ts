/** Every command that only looks, with words for it: from the command line's own list, so that none is forgotten. */
import { join } from "node:path";
import { standardDefinitions } from "../../shared/domain/standards";
import { dimensionKeys } from "../../shared/statistics/dimensions";
import { forms } from "../../shared/report/forms";
import { reportFormats } from "../../shared/contract/schemas/reports";
import type { Command } from "../cli/command";
import { commands } from "../cli/commands/commands";

export interface CommandWords {
  readonly roster: string;
  /** An exchange file. */
  readonly file: string;
  /** Where files may be written. */
  readonly folder: string;
  /** People to ask about; each command that names one is given each. */
  readonly people: readonly string[];
}

/** Writes into no roster, whatever it is given. */
function isReading({ needs, arguments: wanted }: Command): boolean {
  if (needs === "nothing") return !wanted.some(({ name }) => name === "roster");
  return needs === "read" || needs === "export";
}

/** Of standards only those that every roster counts: what is not counted is refused. */
const uncounted = new Set<string>(
  standardDefinitions.filter(({ withoutRules }) => !withoutRules).map(({ key }) => `standard:${key}`),
);
const countedDimensions = dimensionKeys.filter((key) => !uncounted.has(key));

const optionWords: Readonly<Record<string, (words: CommandWords) => readonly string[]>> = {
  rows: () => countedDimensions,
  columns: () => [...countedDimensions].reverse(),
  year: () => ["2024"],
  out: ({ folder }) => [folder],
  form: () => forms.map(({ key }) => key),
  format: () => reportFormats,
  month: () => ["2021-10"],
};

/** Words of an option by what it takes: `--to` names a folder in one command and a day in another. */
function byValue(value: string | null, { folder }: CommandWords): readonly string[] | undefined {
  if (value === "file") return [join(folder, "ra.txt")];
  if (value === "folder") return [folder];
  return value === "day" ? ["2026-01-31"] : undefined;
}

/** All ways in which a command is called, each option that must be there taking each of its words in turn. */
function callsOf(command: Command, words: CommandWords): string[][] {
  const named: Readonly<Record<string, readonly string[]>> = {
    roster: [words.roster],
    file: [words.file],
    id: words.people,
    entity: [""],
    hash: ["ab".repeat(32)],
  };
  const positionals = command.arguments.map(({ name }) => {
    const choices = named[name];
    if (choices === undefined) throw new Error(`No word for <${name}> of ${command.name}`);
    return choices;
  });
  const options = Object.entries(command.options)
    .filter(([, { required }]) => required === true)
    .map(([name, spec]) => {
      const named = byValue(spec.value, words) ?? optionWords[name]?.(words);
      const choices = spec.choices ?? named;
      if (choices === undefined) throw new Error(`No word for --${name} of ${command.name}`);
      return choices.map((word) => [`--${name}`, word]);
    });
  const most = Math.max(
    1,
    ...positionals.map(({ length }) => length),
    ...options.map(({ length }) => length),
  );
  return Array.from({ length: most }, (_, turn) => [
    ...command.name.split(" "),
    ...positionals.map((choices) => choices[turn % choices.length] ?? "").filter((word) => word !== ""),
    ...options.flatMap((choices) => choices[turn % choices.length] ?? []),
  ]);
}

export function readingCalls(words: CommandWords): string[][] {
  return commands.filter(isReading).flatMap((command) => callsOf(command, words));
}
