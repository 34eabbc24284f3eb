/**
 * What the stories share: an office on this PC with a home of its own, the command line that it types, and other programs
 * that have its files open.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach } from "node:test";
import { begun } from "./beginning.mjs";

const { STORY_CLI, STORY_HOLDER, STORY_DISK, STORY_STICK, STORY_SHARE } = process.env;

/** A drive that plays the stick, such as `E:\`, and a folder on a server, such as `\\maychu\chung`. */
export const stick = STORY_STICK;
export const share = STORY_SHARE;

/** A new folder on drive C:. */
export function newFolder(name) {
  mkdirSync(STORY_DISK, { recursive: true });
  const folder = join(mkdtempSync(join(STORY_DISK, "t-")), name);
  mkdirSync(folder);
  return folder;
}

/** An office: a folder, a home, and the command line over both. */
export class Office {
  constructor(name, folder = newFolder(name)) {
    this.folder = folder;
    this.home = join(folder, "Cài đặt");
    this.roster = join(folder, "Sổ cán bộ.scb");
    this.card = join(folder, "the.scbkey");
    this.env = { ...process.env, SO_CAN_BO_HOME: this.home };
  }

  /** @returns {{code: number, stdout: string, stderr: string}} */
  cli(...words) {
    return typed(words, { env: this.env, cwd: this.folder });
  }

  /** The document of a command that must work. */
  json(...words) {
    const { code, stdout, stderr } = this.cli(...words, "--json");
    assert.equal(code, 0, `${words.join(" ")}: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** What a command that must be refused says: its code, and its sentence without --json. */
  refusal(...words) {
    const { code, stdout, stderr } = this.cli(...words, "--json");
    assert.notEqual(code, 0, `${words.join(" ")} was not refused: ${stdout}`);
    return JSON.parse(stderr).error;
  }

  init(unit) {
    this.json("init", this.roster, "--unit", unit, "--on", "2021-10-01");
    this.json("sync", "keys", this.roster, "--card", this.card);
    return this;
  }

  hires(fullName, unit, ...fields) {
    const { id } = this.json("add", this.roster, "official", `fullName=${fullName}`, ...fields);
    const service = ["post=Văn phòng - thống kê", "from=2021-02", "main=có"];
    this.json("add", this.roster, "assignment", `official=${id}`, `unit=${unit}`, ...service);
    return id;
  }

  field(id, name) {
    return this.json("show", this.roster, id).official[name];
  }

  trusts(other) {
    const { fingerprint } = other.json("sync", "keys", other.roster);
    this.json("sync", "keys", this.roster, "--trust", other.card, "--fingerprint", fingerprint);
  }

  /** Programs that have written into the roster; a file that is taken for another one gets a further one. */
  writers() {
    const { ok, writers } = this.json("verify", this.roster);
    assert.equal(ok, true);
    return writers;
  }

  /** Another program that has the roster open, as a window would. */
  opens(roster = this.roster) {
    return Program.start([STORY_HOLDER, roster], { env: this.env });
  }
}

/** Runs the command line once. */
export function typed(words, { env = process.env, cwd } = {}) {
  const options = { env, cwd, encoding: "utf8" };
  const { status, stdout, stderr, error } = begun(() =>
    spawnSync(process.execPath, [STORY_CLI, ...words], options),
  );
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** Programs of the test under way; one that is left running would hold up the whole run. */
const running = new Set();
afterEach(async () => {
  for (const program of running) await program.kill();
});

/** A program that runs beside this one and is spoken to through its streams. */
export class Program {
  #lines;

  constructor(child) {
    this.child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    running.add(this);
    this.ended = new Promise((resolve) => child.on("exit", resolve)).then(() => running.delete(this));
  }

  /** Starts it and waits for its first line. */
  static async start(args, options = {}) {
    const program = new Program(
      begun(() => spawn(process.execPath, args, { ...options, stdio: ["pipe", "pipe", "inherit"] })),
    );
    program.said = await program.line();
    return program;
  }

  async line() {
    const { value, done } = await this.#lines.next();
    assert.equal(done, false, "the program has ended");
    return JSON.parse(value);
  }

  async close() {
    this.child.stdin.end();
    await this.ended;
  }

  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}

/** Libuv's flag for opening a file so that nobody else may open, rename or remove it, as many scanners do. */
const exclusively = 0x10000000;

/**
 * Another program that has files open, for itself alone.
 * @param {string[]} paths
 * @param {number | null} ms for how long; null: until it is closed
 */
export function holding(paths, ms) {
  const script = `
    const fs = require("node:fs");
    const files = JSON.parse(process.argv[1]).map((path) => fs.openSync(path, fs.constants.O_RDONLY | ${exclusively}));
    process.stdout.write(JSON.stringify(files.length) + "\\n");
    const end = () => { for (const file of files.splice(0)) fs.closeSync(file); };
    if (${ms} === null) { process.stdin.resume(); process.stdin.once("end", end); }
    else setTimeout(() => { end(); process.exit(); }, ${ms});
  `;
  return Program.start(["-e", script, JSON.stringify(paths)]);
}
