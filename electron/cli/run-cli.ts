/**
 * The command line: finds the command, reads its arguments, runs it, and turns whatever went wrong into one sentence
 * and an exit code. The same function serves plain Node and the packaged program, so both answer alike.
 */
import type { Environment } from "../services/environment";
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
    const [first, ...words] = argv.filter((word, place) => place > 0 || word !== "--json");
    if (first === "--help" || first === "-h" || first === "help") {
      io.stdout(programHelp(commands, t));
      return exitCodes.done;
    }
    const command = commandOf(first, environment);
    const args = readArguments(command, words, t);
    if (args.flag("help")) {
      io.stdout(commandHelp(command, t));
      return exitCodes.done;
    }
    await run(command, args, io, environment, ports);
    return exitCodes.done;
  } catch (error) {
    const failure = failureOf(error, t, ports.recordBug);
    io.stderr(failureText(failure, json));
    return failure.exitCode;
  }
}

function commandOf(name: string | undefined, { t }: Environment): Command {
  if (name === undefined) throw wrong(t, "noCommand");
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw wrong(t, "unknownCommand", { command: name });
  return command;
}

function run(
  command: Command,
  args: Arguments,
  io: CliIo,
  environment: Environment,
  ports: CliPorts,
): Promise<void> {
  const json = args.flag("json");
  return command.run({
    args,
    environment,
    ports,
    t: environment.t,
    json,
    print: (document, lines) => io.stdout(json ? `${JSON.stringify(document, null, 2)}\n` : lines()),
    write: io.stdout,
    note: (line) => io.stderr(`${line}\n`),
  });
}
