/**
 * What a command of the command line is: its arguments and options as data, from which parsing and help are both
 * made, and the work that it does. Help written apart from parsing would soon promise options that do not exist.
 */
import type { Need } from "../../shared/contract/call";
import type { AppError } from "../../shared/contract/errors";
import type { Translate } from "../../shared/i18n";
import type { PdfPrinter } from "../files/report/pdf";
import type { Environment } from "../services/environment";

import type { Arguments } from "./arguments";
import type { CommandSpec } from "./command-spec";

export interface Command extends CommandSpec {
  /** What its caller must be allowed to do; with some options that is more. */
  readonly needs: Need | ((args: Arguments) => Need);
  /** Imports what only it needs when it runs, so that a small command starts fast. */
  readonly run: (context: CommandContext) => Promise<void>;
}

/** Where words go. Standard output is for the result alone. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** What the composition root can do that plain Node cannot, or that ends with the process. */
export interface CliPorts {
  /** Makes the printer of PDF files; null where there is no Electron. */
  readonly pdfPrinter: (() => Promise<PdfPrinter>) | null;
  /** Writes down an unexpected failure and gives its reference. */
  readonly recordBug: (error: unknown) => string;
  /** A signal for when the user stops the program (Ctrl+C); listening begins with the call. */
  readonly interrupted: () => AbortSignal;
}

export interface CommandContext {
  readonly args: Arguments;
  readonly environment: Environment;
  readonly ports: CliPorts;
  readonly t: Translate;
  readonly json: boolean;
  /** Prints the result: the document with --json, else the lines for a person. */
  readonly print: (document: unknown, lines: () => string) => void;
  /** Prints a piece of a result that is too large to be held whole. */
  readonly write: (text: string) => void;
  /** A line about the work under way, on standard error. */
  readonly note: (line: string) => void;
}

/** An expected failure whose sentence for this command is more to the point than that of its code. */
export class Refusal extends Error {
  readonly error: AppError;

  constructor(error: AppError, sentence: string) {
    super(sentence);
    this.name = "Refusal";
    this.error = error;
  }
}
