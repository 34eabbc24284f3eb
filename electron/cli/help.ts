/** Help texts, made from the same descriptions that commands are parsed by. */
import type { Translate } from "../../shared/i18n";
import { allOptions } from "./arguments";
import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command-spec";
import { displayWidth } from "./table";

/** What `--help` alone prints. */
export function programHelp(commands: readonly CommandSpec[], t: Translate): string {
  return [
    t("cli:title"),
    "",
    t("cli:usage", { line: t("cli:usageLines.packaged") }),
    t("cli:usage", { line: t("cli:usageLines.clone") }),
    "",
    t("cli:commands"),
    ...twoColumns(commands.map((command) => [command.name, t(`cli:command.${command.name}`)])),
    "",
    t("cli:foot"),
    "",
  ].join("\n");
}

/** What `<command> --help` prints. */
export function commandHelp(spec: CommandSpec, t: Translate): string {
  const words = spec.arguments.map(({ name, optional, many }) => {
    const word = `<${name}>${many === true ? "…" : ""}`;
    return optional === true ? `[${word}]` : word;
  });
  const required = Object.entries(spec.options).filter(([, option]) => option.required === true);
  const line = [spec.name, ...words, ...required.map(([name, option]) => optionWord(name, option, t)), "…"];
  return [
    t(`cli:command.${spec.name}`),
    "",
    t("cli:usage", {
      line: line.join(" ").replace(/ …$/, Object.keys(spec.options).length > required.length ? " …" : ""),
    }),
    ...section(
      t("cli:arguments"),
      spec.arguments.map((one) => argumentLine(one, t)),
    ),
    ...section(
      t("cli:options"),
      Object.entries(allOptions(spec)).map(([name, option]) => optionLine(name, option, t)),
    ),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly (readonly [string, string])[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...twoColumns(lines)];
}

function argumentLine({ name, help, helpParams }: ArgumentSpec, t: Translate): [string, string] {
  return [`<${name}>`, t(`cli:argument.${help}`, helpParams)];
}

function optionLine(name: string, option: OptionSpec, t: Translate): [string, string] {
  const notes = [
    ...(option.required === true ? [t("cli:required")] : []),
    ...(option.choices === undefined
      ? []
      : [t(option.list === true ? "cli:someOf" : "cli:oneOf", { values: option.choices.join(", ") })]),
  ];
  const text = t(`cli:option.${option.help}`, option.helpParams);
  return [optionWord(name, option, t), notes.length === 0 ? text : `${text} (${notes.join("; ")})`];
}

function optionWord(name: string, { value }: OptionSpec, t: Translate): string {
  return value === null ? `--${name}` : `--${name} ${t(`cli:value.${value}`)}`;
}

function twoColumns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => displayWidth(left)));
  return lines.map(([left, right]) => `  ${left}${" ".repeat(width - displayWidth(left))}  ${right}`);
}
