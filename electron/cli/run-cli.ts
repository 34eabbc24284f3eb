/**
 * The command line: finds the command, reads its arguments, runs it, and turns whatever went wrong into one sentence
 * and an exit code. The same function serves plain Node and the packaged program, so both answer alike.
 */
import { textLimits } from "../../shared/contract/limits";
import { cleanText } from "../../shared/text/clean";
import { plainText, terminalText } from "../../shared/text/foreign";
import type { Environment } from "../services/environment";
import { demand } from "../services/permissions";
import { type Arguments, readArguments, wrong } from "./arguments";
import type { CliIo, CliPorts, Command } from "./command";
import { commands } from "./commands/commands";
import { exitCodes, failureOf, failureText } from "./failure";
import { commandHelp, programHelp } from "./help";

/**
 * @param argv the words after the program's name
 * @returns the exit code: 0 done, 1 refused, 2 wrong usage
 */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  environment: Environment,
  ports: CliPorts,
): Promise<number> {
  // Looked for by itself, so that a command that cannot be read at all is still answered in the form asked for.
  const json = argv.includes("--json");
  const { t } = environment;
  try {
    const [first, ...words] = inOrder(argv.filter((word, place) => place > 0 || word !== "--json"));
    if (first === "--help" || first === "-h" || first === "help") {
      io.stdout(programHelp(commands, t));
      return exitCodes.done;
    }
    const group = commands.filter(({ name }) => name.startsWith(`${String(first)} `));
    if (group.length > 0 && (words[0] === "--help" || words[0] === "-h")) {
      io.stdout(programHelp(group, t));
      return exitCodes.done;
    }
    const { command, rest } = commandOf(first, words, environment);
    const args = readArguments(command, rest, t);
    if (args.flag("help")) {
      io.stdout(commandHelp(command, t));
      return exitCodes.done;
    }
    await run(command, args, io, environment, ports);
    return exitCodes.done;
  } catch (error) {
    const failure = failureOf(error, t, ports.recordBug);
    io.stderr(shown(failureText(failure, json), json));
    return failure.exitCode;
  }
}

/** "help import" is "import --help"; "help" alone stands for itself. */
function inOrder(words: readonly string[]): readonly string[] {
  const [first, ...others] = words;
  const asks = (first === "help" || first === "--help") && others.some((word) => !word.startsWith("-"));
  return asks ? [...others, "--help"] : words;
}

/** Commands that belong together are named by two words, e.g. `sync export`. */
function commandOf(
  name: string | undefined,
  words: readonly string[],
  { t }: Environment,
): { readonly command: Command; readonly rest: readonly string[] } {
  if (name === undefined) throw wrong(t, "noCommand");
  const alone = commands.find((one) => one.name === name);
  if (alone !== undefined) return { command: alone, rest: words };
  const isGroup = commands.some((one) => one.name.startsWith(`${name} `));
  const full = isGroup ? [name, ...words.slice(0, 1)].join(" ") : name;
  const command = commands.find((one) => one.name === full);
  if (command === undefined) throw wrong(t, "unknownCommand", { command: full });
  return { command, rest: words.slice(1) };
}

/** What is meant for eyes cannot play with the terminal, whoever's names and texts are in it. */
function shown(text: string, json: boolean): string {
  return json ? text : terminalText(text);
}

/** The machine with the person whom the command names at it, where it names one. */
function actingAs(args: Arguments, machine: Environment): Environment {
  const given = args.option("user") ?? "";
  const user = plainText(cleanText(given), given.length);
  const max = textLimits.userName;
  if (user.length > max) throw wrong(machine.t, "userTooLong", { max, count: user.length });
  return user === "" ? machine : { ...machine, caller: () => ({ ...machine.caller(), user }) };
}

/** @throws AppError not-allowed; whatever the command refuses */
function run(
  command: Command,
  args: Arguments,
  io: CliIo,
  machine: Environment,
  ports: CliPorts,
): Promise<void> {
  const { needs } = command;
  const environment = actingAs(args, machine);
  demand(environment, typeof needs === "function" ? needs(args) : needs);
  const json = args.flag("json");
  return command.run({
    args,
    environment,
    ports,
    t: environment.t,
    json,
    print: (document, lines) =>
      io.stdout(json ? `${JSON.stringify(document, null, 2)}\n` : terminalText(lines())),
    write: (text) => io.stdout(shown(text, json)),
    note: (line) => io.stderr(shown(`${line}\n`, json)),
  });
}
