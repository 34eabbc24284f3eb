import { describe, expect, it } from "vitest";
import { createTranslate, languages } from "../../shared/i18n";
import { commands } from "./commands/commands";
import { commandHelp, programHelp } from "./help";

describe.each(languages)("help in %s", (language) => {
  const t = createTranslate(language);

  it("names every command with a sentence", () => {
    const help = programHelp(commands, t);
    for (const { name } of commands) expect(help).toMatch(new RegExp(`^ {2}${name} +\\S+ \\S+`, "m"));
  });

  it("lists the commands of a group by themselves", () => {
    const lines = programHelp(
      commands.filter(({ name }) => name.startsWith("sync ")),
      t,
    ).split("\n");
    expect(lines.filter((line) => line.startsWith("  sync "))).toHaveLength(10);
    expect(lines.some((line) => line.startsWith("  stats "))).toBe(false);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "says what %s takes",
    (_name, command) => {
      const help = commandHelp(command, t);
      for (const { name } of command.arguments)
        expect(help).toMatch(new RegExp(`^ {2}<${name}> +\\S+ \\S+`, "m"));
      for (const option of [...Object.keys(command.options), "json", "help"]) {
        expect(help).toMatch(new RegExp(`^ {2}--${option} .*\\S+ \\S+`, "m"));
      }
      // A text that is missing would show as its key, a parameter that is missing in braces.
      expect(help).not.toMatch(/\{\{|\b(?:argument|option|value|command)\.\w/);
    },
  );
});
