/** Runs the real command line, as a script would, and reads what it printed. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { root, type Workplace } from "./program";

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const mostOutput = 64 * 1024 * 1024;

/** Runs a program to its end, in the test's own folders. */
export function runProgram(
  place: Workplace,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Printed> {
  return new Promise((done) => {
    execFile(
      command,
      args,
      { cwd: place.folder, env: { ...place.environment, ...environment }, maxBuffer: mostOutput },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        done({ code, stdout, stderr });
      },
    );
  });
}

/** Runs `npm run -s cli -- <args>` in the test's own data folder. */
export function runCommandLine(place: Workplace, ...args: readonly string[]): Promise<Printed> {
  return runProgram(place, process.execPath, [join(root, "build/cli.mjs"), ...args]);
}

/** The one JSON document that a command printed. @throws Error when it failed or printed anything else */
export async function readCommandLine<T>(place: Workplace, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCommandLine(place, ...args, "--json");
  if (code !== 0) throw new Error(`${args.join(" ")}: exit ${code}\n${stderr}`);
  return JSON.parse(stdout) as T;
}

export interface StatusCounts {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly grace: number;
  readonly notApplicable: number;
}

export interface Counts {
  readonly total: number;
  readonly professional: StatusCounts;
  readonly politicalTheory: StatusCounts;
  readonly both: { readonly met: number };
}

/** The figures of a row without what the command line adds: what they rest on, and which unit it is for a machine. */
export function figuresOf({ total, professional, politicalTheory, both }: Counts): Counts {
  const of = ({ met, notMet, unknown, grace, notApplicable }: StatusCounts): StatusCounts => ({
    met,
    notMet,
    unknown,
    grace,
    notApplicable,
  });
  return {
    total,
    professional: of(professional),
    politicalTheory: of(politicalTheory),
    both: { met: both.met },
  };
}

/** What `stats --json` prints. */
export interface Stats {
  readonly asOf: string;
  readonly rows: readonly (Counts & { readonly unitCode: string; readonly unitName: string })[];
  readonly total: Counts;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly unitCode: string | null;
  readonly post: string | null;
  readonly findings: readonly {
    readonly standard: string;
    readonly status: string;
    readonly required: string | null;
    readonly actual: string | null;
  }[];
}

/** What `people --json` prints. */
export interface People {
  readonly count: number;
  readonly people: readonly Person[];
}

/** The row of one unit. @throws Error when the unit is not in the table */
export function rowOf(stats: Stats, unitCode: string): Stats["rows"][number] {
  const row = stats.rows.find((candidate) => candidate.unitCode === unitCode);
  if (row === undefined) throw new Error(`No unit ${unitCode} in the table`);
  return row;
}
