/** What the command line knows of a command before it runs: its arguments and options, for reading words and for help. */
export interface ArgumentSpec {
  readonly name: string;
  /** Key of `cli:argument`. */
  readonly help: string;
  readonly helpParams?: Readonly<Record<string, string | number>>;
  readonly optional?: true;
  /** Takes everything that is left, at least one. Only for the last one. */
  readonly many?: true;
}

export interface OptionSpec {
  /** Key of `cli:value`, the word that stands for the value in help; null for a switch. */
  readonly value: string | null;
  /** Key of `cli:option`. */
  readonly help: string;
  readonly helpParams?: Readonly<Record<string, string | number>>;
  readonly required?: true;
  /** May be given several times, and takes words that follow it as long as they have this form. */
  readonly many?: RegExp;
  /** Several values in one, joined by commas. */
  readonly list?: true;
  /** Anything else is wrong usage. */
  readonly choices?: readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
}
