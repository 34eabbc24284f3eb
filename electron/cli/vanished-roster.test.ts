// A roster that is deleted while a command is at work, as a stick that is pulled: the command ends with its result or with
// one sentence, whatever it was doing.
import { dirname, join } from "node:path";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { type CliPlace, cliPlace, expectSentence } from "../testing/command-line";
import { readingCalls } from "../testing/reading-commands";

let place: CliPlace;
let roster: string;
let left = Number.POSITIVE_INFINITY;

/** The program asks for the time, pauses and asks who is at work at many places; at one of them the file goes. */
function step(): void {
  if (left-- === 0) rmSync(gone(), { recursive: true, force: true });
}
let gone = () => roster;
let refused = 0;

beforeAll(async () => {
  place = cliPlace({
    now: () => {
      step();
      return Date.UTC(2026, 9, 1, 5) + 1000;
    },
    pause: async () => step(),
    caller: () => {
      step();
      return { user: "Văn phòng", role: null, device: "may" };
    },
  });
  mkdirSync(place.path("usb"));
  roster = join(place.path("usb"), "so.scb");
  await place.json("init", roster, "--unit", "08173", "--on", "2021-10-01");
  await place.json("add", roster, "official", "fullName=Nguyễn Văn Rút");
  await place.json("sync", "keys", roster, "--card", place.path("the.scbkey"));
  copyFileSync(roster, place.path("giu-lai.scb"));
  mkdirSync(place.path("ra"));
});
afterAll(() => place.remove());

const calls = () => {
  const words = { roster, file: place.path("the.scbkey"), folder: place.path("ra"), people: [] };
  const writing = ["add", roster, "official", "fullName=Nguyễn Văn Mới"];
  return [...readingCalls(words), writing, ["undo", roster], ["verify", roster], ["tidy", roster]];
};

describe.skipIf(host.openFileStays).each([
  ["roster", () => roster],
  ["folder of the roster", () => dirname(roster)],
])("a %s that vanishes", (_, what) => {
  it.each([0, 1, 2, 3, 5, 8, 13])(
    "at the time asked for after %d others is told in one sentence",
    async (after) => {
      for (const words of calls()) {
        mkdirSync(dirname(roster), { recursive: true });
        copyFileSync(place.path("giu-lai.scb"), roster);
        gone = what;
        left = after;
        const { code, stderr } = await place.run(...words);
        left = Number.POSITIVE_INFINITY;
        expect([words, [0, 1, 2].includes(code)]).toEqual([words, true]);
        if (code === 1) refused++;
        if (code === 1) expectSentence(`${stderr.trim().split("\n").at(-1) ?? ""}\n`);
      }
    },
  );
});

it.skipIf(host.openFileStays)("was missed by some of these commands", () => {
  expect(refused).toBeGreaterThan(10);
});
