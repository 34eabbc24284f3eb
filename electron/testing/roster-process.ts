/**
 * A second program at a roster, for tests: a process of its own, since a lock of the operating system belongs to one. It
 * opens a roster for writing and does what it is told, a line at a time; it can be stopped and killed like any other.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import type { MachineHints } from "../roster/file/machine-hints";
import { madeOnce } from "./made-once";
import { testMachine } from "./rosters";

const source = (roster: string) => `
  import { randomUUID } from "node:crypto";
  import { createInterface } from "node:readline";
  import { openRoster } from ${JSON.stringify(join(roster, "roster.ts"))};
  const { path, home, hints, takeOver } = JSON.parse(process.argv[2]);
  const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\\n");
  const attempt = async (work) => {
    try { say({ code: "ok", value: (await work()) ?? null }); }
    catch (error) { say({ code: error.code ?? String(error), params: error.params ?? null }); }
  };
  let roster = null;
  await attempt(async () => {
    roster = await openRoster(path, { home, hints, now: Date.now, newId: randomUUID }, { takeOver });
  });
  for await (const line of createInterface({ input: process.stdin })) {
    const { unit, name, close } = JSON.parse(line);
    if (close) await attempt(() => roster.close());
    else await attempt(() => {
      const edits = [{ kind: "update", entity: "unit", id: unit, fields: { name } }];
      return roster.log.write({ action: "edit", user: "Bình", edits }).changeId;
    });
  }
`;

async function bundle(folder: string): Promise<void> {
  const entry = join(folder, "entry.mjs");
  writeFileSync(entry, source(resolve(import.meta.dirname, "../roster")));
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: entry,
      outDir: join(folder, "out"),
      rolldownOptions: {
        output: {
          entryFileNames: "program.mjs",
          paths: { "better-sqlite3": import.meta.resolve("better-sqlite3") },
        },
      },
    },
    ssr: { noExternal: true, external: ["better-sqlite3"] },
  });
}

export interface Answered {
  /** `ok`, or of the failure. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string>> | null;
}

export interface Start {
  readonly home: string;
  readonly hints?: MachineHints;
  readonly takeOver?: boolean;
}

/** One running program. */
export class RosterProcess {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;

  constructor(child: ChildProcess) {
    this.#child = child;
    if (child.stdout === null) throw new Error("A program without an output");
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async answer(): Promise<Answered> {
    const next = await this.#answers.next();
    if (next.done === true) throw new Error("The program has ended");
    return JSON.parse(next.value) as Answered;
  }

  #tell(line: object): Promise<Answered> {
    this.#child.stdin?.write(`${JSON.stringify(line)}\n`);
    return this.answer();
  }

  renames(unit: string, name: string): Promise<Answered> {
    return this.#tell({ unit, name });
  }

  closes(): Promise<Answered> {
    return this.#tell({ close: true });
  }

  /** As by the system: `SIGSTOP` as sleep does, `SIGKILL` as a crash. */
  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async end(name: NodeJS.Signals = "SIGKILL"): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((done) => this.#child.once("exit", done));
    this.#child.kill(name);
    await ended;
  }
}

/** The program that such processes run. */
export class RosterProgram {
  readonly #folder = mkdtempSync(join(tmpdir(), "so-can-bo-second-"));
  readonly #running = new Set<RosterProcess>();

  async build(): Promise<this> {
    cpSync(await madeOnce("roster-process", bundle), this.#folder, { recursive: true });
    return this;
  }

  /** Starts one; its first answer is whether the roster could be opened. */
  async start(path: string, { home, hints = testMachine, takeOver = false }: Start) {
    const words = [join(this.#folder, "out", "program.mjs"), JSON.stringify({ path, home, hints, takeOver })];
    const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
    const running = new RosterProcess(child);
    this.#running.add(running);
    return { running, opened: await running.answer() };
  }

  async remove(): Promise<void> {
    for (const one of this.#running) await one.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
