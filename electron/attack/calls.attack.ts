/**
 * Calls that no page of ours makes and words that no clerk types: every entry of the contract through the gate, and every
 * command, with arguments that are wrong in kind, out of range, of other rows, or lead to pipes, links and files of others.
 *
 * Each is answered with its result or a named refusal, in time; what is refused has changed nothing; no file of anybody
 * else is touched; the roster is whole at the end.
 */
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { callNames } from "../../shared/contract/calls";
import { type CallName, contract } from "../../shared/contract/contract";
import { bytesToUuid } from "../../shared/sync/bytes";
import { type ErrorData, errorCodes, errorDataSchema } from "../../shared/contract/errors";
import { Random } from "../../shared/sample/random";
import { propertySeed } from "../../shared/testing/property-seed";
import { rounds } from "../testing/attack";
import { hashOf } from "../testing/command-line";
import { Garbage } from "../testing/garbage";
import { foreignText, oddNames, oddPlaceNames, oddPlaces } from "../testing/odd-places";
import { allOptions } from "../cli/arguments";
import type { Command } from "../cli/command";
import type { ArgumentSpec } from "../cli/command-spec";
import { commands } from "../cli/commands/commands";
import { sql } from "../roster/file/sql";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../testing/offices";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

/** What hangs, ms; a busy machine takes long for a report. */
const longest = 60_000;

let offices: Offices;
let district: Office;
/** Where paths lead. */
let folder: string;
let paths: readonly string[];
let foreign: readonly string[];

beforeAll(async () => {
  offices = testOffices();
  district = await offices.office("huyen", "232");
  const commune = await offices.office("xa", "08173");
  const neighbour = await offices.office("xa-ben", "08203");
  await believing(district, commune);
  await believing(district, neighbour);
  const person = await commune.hires("Nguyễn Văn Thử", "08173", "birth=1980-05-12", "phone=0911222333");
  const alike = ["birth=1985-02-03", "identityNumber=025085000123"];
  await commune.hires("Trần Thị Hai", "08173", ...alike);
  await district.hires("Trần Thị Hai", "08203", ...alike);
  await district.receives(...packetsIn(await commune.sends()));
  // The other file there is not for it.
  await commune.run("sync", "receive", commune.roster, await district.sends());
  // A conflict, a proposal about a unit, and a file that is still to come.
  await commune.edits("official", person, "phone=0911222334");
  await district.edits("official", person, "phone=0911222335");
  const unit = await commune.opened(({ db }) =>
    db.value<Buffer>(sql`SELECT id FROM unit WHERE code = '08173'`),
  );
  await commune.edits("unit", bytesToUuid(unit ?? new Uint8Array(16)), "name=Tên Khác");
  await district.receives(...packetsIn(await commune.sends()));
  await commune.hires("Lê Văn Ba", "08173");
  const waiting = packetsIn(await commune.sends());

  folder = mkdtempSync(join(offices.folder, "noi-la-"));
  const odd = oddPlaceNames.map((name) => {
    const at = join(folder, `${name}.scb`);
    oddPlaces[name](at);
    return at;
  });
  foreign = [
    `${join(folder, "linkToForeign.scb")}.cua-nguoi-khac`,
    join(folder, "foreign.scb"),
    join(folder, "tep.txt"),
  ];
  mkdirSync(join(folder, "cho-ghi"));
  paths = [
    ...odd,
    ...oddNames(folder),
    ...waiting,
    join(folder, "cho-ghi"),
    join(folder, "cho-ghi", "moi.scb"),
    join(folder, "cho-ghi", "moi-nua.scb"),
    district.roster,
    commune.roster,
    commune.card,
    neighbour.card,
  ];
  // Names without a folder lead here.
  process.chdir(join(folder, "cho-ghi"));
});
afterAll(() => {
  process.chdir(import.meta.dirname);
  offices.remove();
});

interface Find {
  readonly asked: string;
  readonly what: string;
}

/** Enough to see which kinds there are. */
const mostFinds = 12;

function shortly(value: unknown): string {
  const seen = new Set<unknown>();
  try {
    const text = JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === "bigint") return `${part}n`;
      if (typeof part !== "object" || part === null) return part;
      if (seen.has(part)) return "…";
      seen.add(part);
      return part;
    });
    return (text ?? String(value)).slice(0, 600);
  } catch {
    return "what cannot be written";
  }
}

function stackOf(error: unknown): string {
  return String(error instanceof Error ? error.stack : error)
    .split("\n")
    .slice(0, 6)
    .join(" | ");
}

/** What stands in the roster's file, whatever SQLite and the program note of the file itself. */
class Content {
  #hash = "";
  #tables: readonly string[] = [];

  /** @returns whether it is otherwise than at the last look */
  hasChanged(): boolean {
    const hash = hashOf(district.roster);
    if (hash === this.#hash) return false;
    this.#hash = hash;
    const before = this.#tables;
    this.#tables = this.#read();
    return this.#tables.some((table, place) => table !== before[place]);
  }

  #read(): string[] {
    const db = new DatabaseConstructor(district.roster, { readonly: true });
    try {
      const names = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        .pluck()
        .all();
      return names
        .filter((name) => name !== "file_stamp")
        .map(
          (name) =>
            `${String(name)} ${JSON.stringify(
              db
                .prepare(`SELECT * FROM "${String(name)}"`)
                .raw()
                .all(),
            )}`,
        );
    } finally {
      db.close();
    }
  }
}

/** @returns what is wrong with an answer to a call, or null */
async function answered(
  calls: WindowCalls,
  garbage: Garbage,
  content: Content,
  name: CallName,
  raw: unknown,
): Promise<string | null> {
  content.hasChanged();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), longest);
  });
  try {
    const answer = await Promise.race([calls.send(name, raw), late]);
    if (answer === null) return "no answer";
    if (answer.ok) {
      garbage.learn(name, answer.value);
      return null;
    }
    const { error } = answer;
    if (error.code === "internal" || !errorDataSchema.safeParse(error).success) return shortly(error);
    return content.hasChanged() ? `${error.code}, and the roster has changed` : null;
  } catch (error) {
    return stackOf(error);
  } finally {
    clearTimeout(timer);
  }
}

function expectForeignKept(): void {
  expect(foreign.filter((path) => readFileSync(path, "utf8") !== foreignText)).toEqual([]);
}

/** Words for a command: each option and argument there is, or a few of them, or what is none. */
function wordsFor(command: Command, random: Random, garbage: Garbage): string[] {
  const word = () => (random.percent(30) ? `${garbage.text()}=${garbage.text()}` : garbage.text());
  const filled = ({ name, many }: ArgumentSpec): string[] => {
    if (name === "roster" && random.percent(80)) return [district.roster];
    return Array.from({ length: many === true ? 1 + random.below(4) : 1 }, word);
  };
  const options = Object.entries(allOptions(command)).flatMap(([name, option]) => {
    if (name === "help" || !random.percent(option.required === true ? 90 : 30)) return [];
    if (option.value === null) return random.percent(95) ? [`--${name}`] : [`--${name}=${word()}`];
    // A sample of the nation is minutes of honest work.
    const choices = command.name === "sample" ? (option.choices ?? []).slice(0, 1) : (option.choices ?? []);
    return [`--${name}`, choices.length > 0 && random.percent(60) ? random.pick(choices) : word()];
  });
  const positionals = command.arguments
    .filter(({ optional }) => !random.percent(optional === true ? 50 : 5))
    .flatMap(filled);
  return (
    [...command.name.split(" "), ...positionals, ...options, ...(random.percent(5) ? [word()] : [])]
      // No shell can pass it on.
      .map((one) => one.replaceAll("\0", ""))
  );
}

it("every command answers whatever its words", async () => {
  const random = new Random(propertySeed, "commands");
  const garbage = new Garbage(random, paths);
  const { people } = await district.json<{ people: unknown[] }>("people", district.roster);
  garbage.learn("people", people);
  garbage.learn("sync", await district.json("sync", "keys", district.roster));
  garbage.learn("log", await district.json("log", district.roster));
  const content = new Content();
  const finds: Find[] = [];
  let played = 0;
  for (let turn = 0; turn < rounds(1, 25); turn++)
    for (const command of random.shuffled(commands)) {
      const words = wordsFor(command, random, garbage);
      content.hasChanged();
      played++;
      try {
        const { code, stderr } = await district.run(...words, "--json");
        if (code !== 0) {
          const { error } = JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as { error: ErrorData };
          if (!errorCodes.includes(error.code) || error.code === "internal") throw new Error(shortly(error));
          // Of several files or rows those may be taken that are not refused.
          if (command.arguments.every(({ many }) => many !== true) && content.hasChanged())
            throw new Error(`${error.code}, and the roster has changed`);
        }
      } catch (error) {
        finds.push({ asked: shortly(words), what: stackOf(error) });
      }
      if (finds.length >= mostFinds) break;
    }
  expect(finds).toEqual([]);
  process.stdout.write(`attack/calls: ${played} commands\n`);
  expectForeignKept();
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
});

it("every call of the window answers whatever it is sent", async () => {
  const random = new Random(propertySeed, "calls");
  const garbage = new Garbage(random, paths);
  const printed = () => Promise.resolve(Buffer.from("%PDF-1.7"));
  const printers = { pdf: printed, paper: () => Promise.resolve(true) };
  const calls = windowCalls(district.environment, join(folder, "cho-ghi"), printers);
  const content = new Content();
  const atHome = async () => {
    const session = calls.workspace.session();
    if (session?.path === district.roster && !session.readOnly) return;
    await calls.send("receiveDiscard", {});
    await calls.workspace.open(district.roster);
  };
  const finds: Find[] = [];
  const played = { answered: 0 };
  const times = rounds(3, 40);
  // Twice: by then there are answers whose ids can be asked for.
  const turns = Array.from({ length: times }, (_, turn) => ({
    turn,
    wild: turn % 3 === 0 ? 0 : turn % 3 === 1 ? 4 : 20,
  }));
  try {
    for (const { wild } of turns)
      for (const name of random.shuffled(callNames)) {
        if (random.percent(90)) await atHome();
        if (random.percent(30)) await calls.send("receiveDiscard", {});
        const raw = garbage.argumentsOf(name, contract[name].args, wild);
        const what = await answered(calls, garbage, content, name, raw);
        played.answered++;
        if (what !== null) finds.push({ asked: `${name} ${shortly(raw)}`, what });
        if (finds.length >= mostFinds) break;
      }
    expect(finds).toEqual([]);
    await atHome();
  } finally {
    await calls.close();
  }
  process.stdout.write(`attack/calls: ${played.answered} calls of the window\n`);
  expectForeignKept();
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
});
