/**
 * A program that is killed before each call by which it changes files: opening, saving and closing as the command line and
 * as the window do. Afterwards the roster opens for looking and for writing, is whole, holds what was confirmed, and
 * nothing locks it or lies beside it for good.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { propertySeed } from "../../shared/testing/property-seed";
import { host } from "../files/host-system";
import { sweepUnfinished } from "../files/unfinished";
import { machineHints } from "../roster/file/machine-hints";
import { sql } from "../roster/file/sql";
import { openRoster, openRosterReadOnly, type RosterEnvironment } from "../roster/roster";
import { verifyRoster } from "../roster/verify";
import { rounds } from "../testing/attack";
import { type CliProcess, cliProcess } from "../testing/command-line-process";
import { type KillAtCall, killAtCall } from "../testing/kill-at-call";

let place: CliProcess;
let kills: KillAtCall;
/** The roster and its home as they are before each kill. */
let template: string;
let under: string;

/** The one who is in the roster before. */
let person: string;
/** What another office sent. */
let packet: string;

let played = 0;

const unit = "08173";
const environment = (): RosterEnvironment => ({
  home: join(under, "home"),
  hints: machineHints(hostname()),
  now: Date.now,
  newId: randomUUID,
});

/** Runs the command line on the folder, killed before a call; 0 lets it end. */
function run(at: number, ...words: readonly string[]) {
  const env = { ...place.environmentOf(join(under, "home")), ...kills.environment(under, at) };
  return spawnSync(process.execPath, [place.program, ...words], { encoding: "utf8", env, cwd: place.folder });
}

beforeAll(async () => {
  if (!host.tellsInProc) return;
  place = await cliProcess();
  kills = killAtCall(place.folder);
  under = join(place.folder, "cho-bi-giet");
  template = join(place.folder, "truoc");
  mkdirSync(under);
  const roster = join(under, "so.scb");
  asked("init", roster, "--unit", unit);
  packet = packetOfAnother(roster);
  // Last, so that it is what undo takes back.
  person = asked<{ id: string }>("add", roster, "official", "fullName=Người Một").id;
  cpSync(under, template, { recursive: true });
});
afterAll(() => {
  place.remove();
  process.stdout.write(`attack/kills: ${played} kills\n`);
});

/** What a command answers that is not killed. */
function asked<T>(...words: readonly string[]): T {
  return answerOf<T>(run(0, ...words, "--json"), words);
}

function answerOf<T>(
  ended: { readonly stdout: string; readonly stderr: string },
  words: readonly string[],
): T {
  if (ended.stdout === "") throw new Error(`${words.join(" ")}: ${ended.stderr}`);
  return JSON.parse(ended.stdout) as T;
}

/** Another office, trusted here, that sends somebody. @returns the path of its packet */
function packetOfAnother(roster: string): string {
  const other = join(place.folder, "kia.scb");
  const there = <T>(...words: readonly string[]) => {
    const all = [place.program, ...words, "--json"];
    return answerOf<T>(place.start(process.execPath, all, join(place.folder, "nha-kia")), words);
  };
  const [card, otherCard] = [join(place.folder, "the.scbkey"), join(place.folder, "the-kia.scbkey")];
  there("init", other, "--unit", "08203");
  const { fingerprint } = asked<{ fingerprint: string }>("sync", "keys", roster, "--card", card);
  const theirs = there<{ fingerprint: string }>("sync", "keys", other, "--card", otherCard);
  there("sync", "keys", other, "--trust", card, "--fingerprint", fingerprint, "--role", "superior");
  asked("sync", "keys", roster, "--trust", otherCard, "--fingerprint", theirs.fingerprint);
  there("add", other, "official", "fullName=Người Ba");
  const { files } = there<{ files: { file: string }[] }>("sync", "export", other, "--to", place.folder);
  return files[0]?.file ?? "";
}

function afresh(): void {
  rmSync(under, { recursive: true });
  cpSync(template, under, { recursive: true });
}

async function names(): Promise<string[]> {
  const reader = await openRosterReadOnly(join(under, "so.scb"));
  try {
    return reader.db.raw<[string]>(sql`SELECT full_name FROM official ORDER BY 1`).map(([name]) => name);
  } finally {
    reader.close();
  }
}

/** What a second program finds after the kill. @param possible who may be there, one of these lists and nobody else */
async function goesOn(possible: readonly (readonly string[])[]): Promise<void> {
  const path = join(under, "so.scb");
  expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  const isOneOf = (found: readonly string[], ...more: readonly string[]) =>
    expect(possible.map((one) => [...one, ...more].toSorted())).toContainEqual(found);
  isOneOf(await names());
  const roster = await openRoster(path, environment());
  expect(roster.leftovers).toEqual([]);
  const id = randomUUID();
  const edits = [{ kind: "create", entity: "official", id, fields: { fullName: "Người Sau" } } as const];
  roster.log.write({ action: "add", user: "Hoa", edits });
  await roster.close();
  expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  isOneOf(await names(), "Người Sau");
  nothingLeft();
}

/** What the next start takes away is gone, and nothing else is left. */
function nothingLeft(): void {
  sweepUnfinished(join(under, "home"));
  expect(readdirSync(under).sort()).toEqual(["home", "so.scb"]);
  const left = readdirSync(join(under, "home"), { recursive: true }).map(String);
  expect(left.filter((name) => name.endsWith(".part") || /unfinished.+/.test(name))).toEqual([]);
}

/** As many calls as a long run has time for, of each action. */
const longMost = 150;

/** Every call in the long run, as far as there is time; some drawn by the seed in the short one, and where there are more. */
function callsToKill(all: number): number[] {
  const most = rounds(4, Math.min(all, longMost));
  const every = Array.from({ length: all }, (_, place) => place + 1);
  if (most >= all) return every;
  return fc.sample(fc.shuffledSubarray(every, { minLength: most, maxLength: most }), {
    seed: propertySeed,
    numRuns: 1,
  })[0] as number[];
}

interface Killed {
  readonly action: string;
  readonly words: (roster: string) => readonly string[];
  /** Names of which one is there whenever it was killed, and who is there once it was said to be done. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const killed: readonly Killed[] = [
  {
    action: "add",
    words: (roster) => ["add", roster, "official", "fullName=Người Hai"],
    before: ["Người Một"],
    after: ["Người Một", "Người Hai"],
  },
  {
    action: "edit",
    words: (roster) => ["edit", roster, "official", person, "fullName=Người Đổi"],
    before: ["Người Một"],
    after: ["Người Đổi"],
  },
  { action: "undo", words: (roster) => ["undo", roster], before: ["Người Một"], after: [] },
  {
    action: "sync receive",
    words: (roster) => ["sync", "receive", roster, packet],
    before: ["Người Một"],
    after: ["Người Một", "Người Ba"],
  },
];

it.runIf(host.tellsInProc).each(killed)("killed at a call of $action", async ({ words, before, after }) => {
  const all = words(join(under, "so.scb"));
  afresh();
  expect(run(0, ...all)).toMatchObject({ status: 0 });
  expect(await names()).toEqual(after.toSorted());
  const calls = kills.counted();
  expect(calls).toBeGreaterThan(20);
  for (const at of callsToKill(calls)) {
    afresh();
    const { signal, stdout } = run(at, ...all);
    expect([at, signal]).toEqual([at, "SIGKILL"]);
    await goesOn(stdout === "" ? [before, after] : [after]);
    played++;
  }
});

it.runIf(host.tellsInProc)("killed at a call of init: there is a whole roster or none", async () => {
  const path = join(under, "so.scb");
  const all = ["init", path, "--unit", unit];
  const withoutRoster = () => {
    afresh();
    rmSync(path);
  };
  withoutRoster();
  expect(run(0, ...all)).toMatchObject({ status: 0 });
  const calls = kills.counted();
  for (const at of callsToKill(calls)) {
    withoutRoster();
    expect([at, run(at, ...all).signal]).toEqual([at, "SIGKILL"]);
    if (!readdirSync(under).includes("so.scb")) expect(run(0, ...all)).toMatchObject({ status: 0 });
    await goesOn([[]]);
    played++;
  }
});
