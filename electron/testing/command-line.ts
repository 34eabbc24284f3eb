/** The command line over real files for tests: a machine of its own, and what a command printed. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Environment } from "../services/environment";
import { placeSample } from "./made-sample";
import { testPlace } from "./sample-roster";
import type { CliPorts } from "../cli/command";
import { runCli } from "../cli/run-cli";

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliPlace {
  readonly folder: string;
  readonly environment: Environment;
  /** A path in the folder. */
  readonly path: (name: string) => string;
  readonly run: (...argv: string[]) => Promise<Printed>;
  /** Runs with --json and gives the document. @throws Error when the command failed */
  readonly json: <T>(...argv: string[]) => Promise<T>;
  /** A fresh copy of the Thanh Ba sample. */
  readonly thanhBa: (name?: string) => Promise<string>;
  readonly remove: () => void;
}

/**
 * @param change parts of the machine that a test plays itself
 * @param interrupted what commands are told of Ctrl+C; never pressed where it is left out
 */
export function cliPlace(
  change: Partial<Environment> = {},
  interrupted: CliPorts["interrupted"] = () => new AbortController().signal,
): CliPlace {
  const place = testPlace();
  const environment = { ...place.environment, ...change };
  const path = (name: string) => join(place.folder, name);
  const run = async (...argv: string[]): Promise<Printed> => {
    const printed = { stdout: "", stderr: "" };
    const io = {
      stdout: (text: string) => {
        printed.stdout += text;
      },
      stderr: (text: string) => {
        printed.stderr += text;
      },
    };
    const code = await runCli(argv, io, environment, {
      pdfPrinter: null,
      // A bug is no outcome of any test here.
      recordBug: (error) => {
        throw error;
      },
      interrupted,
    });
    return { code, ...printed };
  };
  const master = path("mau.scb");
  const isUnchanged = Object.keys(change).length === 0;
  let copies = 0;
  return {
    folder: place.folder,
    environment,
    path,
    run,
    json: async <T>(...argv: string[]) => {
      const { code, stdout, stderr } = await run(...argv, "--json");
      if (code !== 0) throw new Error(`${argv.join(" ")}: ${code} ${stderr}`);
      return JSON.parse(stdout) as T;
    },
    thanhBa: async (name = `thanh-ba-${++copies}.scb`) => {
      const isMade = existsSync(master) || (isUnchanged && (await placeSample(master, place, testPlace)));
      if (!isMade) await run("sample", master);
      copyFileSync(master, path(name));
      return path(name);
    },
    remove: place.remove,
  };
}

/** What tells whether a file was touched at all. */
export function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Files beside each other whose names begin alike: nothing may be left beside a roster. */
export function filesLike(folder: string, start: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(start));
}

/** One Vietnamese sentence on one line: no key, no placeholder, no stack. */
export function expectSentence(text: string): void {
  expect(text.endsWith("\n")).toBe(true);
  const line = text.slice(0, -1);
  expect(line).toMatch(/^\p{Lu}[^\n{}]{20,}\.$|^“[^\n{}]{20,}\.$/u);
  expect(line).toMatch(/[ăâđêôơưạảấầẩậắằẳặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỷỹ]/);
  expect(line).not.toMatch(/\bat \S+:\d+|undefined|errors:|\[object/);
}
