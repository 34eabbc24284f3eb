/**
 * Reads a command's arguments by its description and says in words what is wrong with them.
 *
 * Node's own parser splits the words; its checks are not used, because they speak English and stop at the first word
 * of a sentence a clerk could act on.
 */
import { parseArgs } from "node:util";
import { appError } from "../../shared/contract/errors";
import { precisionOf } from "../../shared/domain/partial-date";
import { readTypedDate } from "../../shared/domain/typed-date";
import { dateSentence, type Translate } from "../../shared/i18n";
import { cleanText } from "../../shared/text/clean";
import type { CommandSpec, OptionSpec } from "./command-spec";

/** Between the values of an option that was given several times. */
const listMark = "\n";
const listSplit = /[\n,]/;

/** Options that every command has. */
const commonOptions: Readonly<Record<string, OptionSpec>> = {
  user: { value: "name", help: "user" },
  json: { value: null, help: "json" },
  help: { value: null, help: "help" },
};

/** The options of a command with those that every command has. */
export function allOptions(spec: CommandSpec): Readonly<Record<string, OptionSpec>> {
  return { ...spec.options, ...commonOptions };
}

/** The arguments of one call. Asking for one that the command does not declare is a bug and throws. */
export class Arguments {
  readonly #spec: CommandSpec;
  readonly #positionals: readonly string[];
  readonly #options: ReadonlyMap<string, string | true>;
  readonly #t: Translate;

  constructor(
    spec: CommandSpec,
    positionals: readonly string[],
    options: ReadonlyMap<string, string | true>,
    t: Translate,
  ) {
    this.#spec = spec;
    this.#positionals = positionals;
    this.#options = options;
    this.#t = t;
  }

  /** A declared argument, or null when an optional one was left out. */
  optional(name: string): string | null {
    return this.#positionals[this.#place(name)] ?? null;
  }

  argument(name: string): string {
    const value = this.optional(name);
    if (value === null) throw new Error(`Argument ${name} is optional`);
    return value;
  }

  /** Everything from a declared argument on. */
  rest(name: string): readonly string[] {
    return this.#positionals.slice(this.#place(name));
  }

  flag(name: string): boolean {
    return this.#options.get(this.#known(name)) !== undefined;
  }

  option(name: string): string | null {
    const value = this.#options.get(this.#known(name));
    return typeof value === "string" ? value : null;
  }

  /** Every value of an option that may be given several times; they may also be joined by commas. */
  all(name: string): readonly string[] {
    const text = this.option(name);
    if (text === null) return [];
    return separate(text);
  }

  /** Every value of an option that may be given several times, as it was given. */
  texts(name: string): readonly string[] {
    return this.option(name)?.split(listMark) ?? [];
  }

  required(name: string): string {
    const value = this.option(name);
    if (value === null) throw new Error(`Option ${name} is not required`);
    return value;
  }

  /** One of the declared choices, typed as the caller lists them. */
  choice<T extends string>(name: string, choices: readonly T[]): T | null {
    const value = this.option(name);
    return choices.find((one) => one === value) ?? null;
  }

  /** Those of the declared choices that a list names, in the order of the choices; null when it was not given. */
  choices<T extends string>(name: string, choices: readonly T[]): T[] | null {
    if (this.option(name) === null) return null;
    const named = this.all(name);
    return choices.filter((one) => named.includes(one));
  }

  /**
   * An option that is a full day, as a clerk types it or in canonical form.
   * @returns `YYYY-MM-DD`, null when it was not given
   * @throws AppError date-impossible, date-unclear; usage when day or month is missing
   */
  day(name: string): string | null {
    const text = this.option(name);
    if (text === null) return null;
    const read = readTypedDate(text);
    if (!read.ok) {
      const why = dateSentence(this.#t, read) ?? this.#t("domain:date.format");
      throw appError(read.reason === "unclear" ? "date-unclear" : "date-impossible", { value: text, why });
    }
    if (precisionOf(read.value) !== "day") {
      throw wrong(this.#t, "fullDay", { option: name, value: text });
    }
    return read.value;
  }

  /** An option that is a whole number. @throws AppError usage */
  whole(name: string, least: number, most: number | null = null): number | null {
    const text = this.option(name);
    if (text === null) return null;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    if (value < least) throw wrong(this.#t, "wholeNumber", { option: name, value: text, least });
    if (most !== null && value > most)
      throw wrong(this.#t, "wholeNumberAtMost", { option: name, value: text, least, most });
    return value;
  }

  #place(name: string): number {
    const place = this.#spec.arguments.findIndex((one) => one.name === name);
    if (place < 0) throw new Error(`${this.#spec.name} has no argument ${name}`);
    return place;
  }

  #known(name: string): string {
    if (!Object.hasOwn(allOptions(this.#spec), name))
      throw new Error(`${this.#spec.name} has no option ${name}`);
    return name;
  }
}

/**
 * @param argv the words after the command's name
 * @throws AppError usage
 */
export function readArguments(spec: CommandSpec, argv: readonly string[], t: Translate): Arguments {
  const known = allOptions(spec);
  const command = spec.name;
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value }]) => [
        name,
        { type: value === null ? "boolean" : "string" },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const options = new Map<string, string | true>();
  let open: { readonly name: string; readonly form: RegExp } | null = null;
  for (const token of tokens) {
    if (token.kind === "positional") {
      const more = open !== null && open.form.test(token.value) ? open.name : null;
      if (more === null) positionals.push(token.value);
      else options.set(more, `${String(options.get(more))}${listMark}${token.value}`);
    }
    if (token.kind !== "option") continue;
    open = null;
    const option =
      Object.hasOwn(known, token.name) && token.rawName.startsWith("--") ? known[token.name] : undefined;
    if (option === undefined) throw wrong(t, "unknownOption", { option: token.rawName, command });
    const before = options.get(token.name);
    if (before !== undefined && option.many === undefined)
      throw wrong(t, "optionTwice", { option: token.name });
    const value = valueOf(token, option, command, t);
    options.set(token.name, before === undefined ? value : `${String(before)}${listMark}${String(value)}`);
    if (option.many !== undefined) open = { name: token.name, form: option.many };
  }
  // Whoever asks for help need not know the arguments yet.
  if (!options.has("help")) requireAll(spec, positionals, options, t);
  return new Arguments(spec, positionals, options, t);
}

function valueOf(
  token: {
    readonly name: string;
    readonly value?: string | undefined;
    readonly inlineValue?: boolean | undefined;
  },
  option: OptionSpec,
  command: string,
  t: Translate,
): string | true {
  const { name, value } = token;
  if (option.value === null) {
    if (value !== undefined) throw wrong(t, "optionTakesNone", { option: name });
    return true;
  }
  const swallowed = token.inlineValue !== true && value?.startsWith("--") === true;
  // Cleaned first: signs that nobody sees would pass for a reason, and be stored as an empty one.
  if (value === undefined || cleanText(value) === "" || swallowed) {
    throw wrong(t, "optionNeedsValue", { option: name, command });
  }
  const { choices } = option;
  const stranger =
    choices === undefined ? undefined : valuesIn(value, option).find((one) => !choices.includes(one));
  if (choices !== undefined && stranger !== undefined) {
    throw wrong(t, "choice", { option: name, value: stranger, values: choices.join(", ") });
  }
  return value;
}

/** The values that one word of an option names: at least one, for a list that names none is the word itself. */
function valuesIn(value: string, option: OptionSpec): readonly string[] {
  if (option.list !== true) return [value];
  const named = separate(value);
  return named.length === 0 ? [value] : named;
}

function separate(text: string): string[] {
  return text
    .split(listSplit)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function requireAll(
  spec: CommandSpec,
  positionals: readonly string[],
  options: ReadonlyMap<string, string | true>,
  t: Translate,
): void {
  const command = spec.name;
  const missing = spec.arguments.find(
    (one, place) => one.optional !== true && (positionals[place] ?? "") === "",
  );
  if (missing !== undefined) {
    const what = t(`cli:argument.${missing.help}`, missing.helpParams);
    throw wrong(t, "missingArgument", { name: `<${missing.name}>`, what, command });
  }
  const extra = positionals[spec.arguments.length];
  if (extra !== undefined && spec.arguments.at(-1)?.many !== true) {
    throw wrong(t, "extraArgument", { value: extra, command });
  }
  for (const [option, { required, help, helpParams }] of Object.entries(spec.options)) {
    if (required !== true || options.has(option)) continue;
    throw wrong(t, "missingOption", { option, what: t(`cli:option.${help}`, helpParams), command });
  }
}

/** Wrong usage in words. @param key key of `cli:wrong` */
export function wrong(t: Translate, key: string, params: Readonly<Record<string, string | number>> = {}) {
  return appError("usage", { detail: t(`cli:wrong.${key}`, params) });
}
