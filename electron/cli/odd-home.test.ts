// Everything in the program's own folder replaced by a pipe, a device, a folder, a link or something foreign: each command
// answers with its result or one sentence, and the roster stays whole. Which files there are is read from the folder itself.
import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { type CliPlace, cliPlace, expectSentence } from "../testing/command-line";
import { oddPlaceNames, oddPlaces } from "../testing/odd-places";

let place: CliPlace;
let roster: string;
let kept: string;
let entries: string[];

function below(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? [path, ...below(path)] : [path];
  });
}

beforeAll(async () => {
  place = cliPlace();
  const { home } = place.environment;
  roster = place.path("so.scb");
  kept = place.path("nha-giu-lai");
  await place.json("init", roster, "--unit", "08173", "--on", "2021-10-01");
  await place.json("add", roster, "official", "fullName=Nguyễn Văn Nhà");
  await place.json("sync", "keys", roster, "--card", place.path("the.scbkey"));
  mkdirSync(place.path("ra"));
  cpSync(home, kept, { recursive: true });
  entries = below(kept).map((path) => relative(kept, path));
});
afterAll(() => place.remove());

async function answered(...words: readonly string[]): Promise<void> {
  const { code, stderr } = await place.run(...words);
  expect([words, [0, 1].includes(code)]).toEqual([words, true]);
  if (code === 1) expectSentence(`${stderr.trim().split("\n").at(-1) ?? ""}\n`);
}

describe.skipIf(host.openFileStays).each(oddPlaceNames)("a %s in the program's folder", (name) => {
  it("is told in one sentence, or does no harm", async () => {
    const { home } = place.environment;
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) {
      rmSync(join(home, entry), { recursive: true, force: true });
      oddPlaces[name](join(home, entry));
      await answered("stats", roster);
      await answered("add", roster, "official", "fullName=Nguyễn Văn Lạ");
      await answered("sync", "keys", roster);
      await answered("verify", roster);
      await answered(
        "recover",
        roster,
        "--to",
        place.path(`lai-${entry.replaceAll(/\W/g, "-")}-${name}.scb`),
      );
      rmSync(home, { recursive: true, force: true });
      cpSync(kept, home, { recursive: true });
    }
    expect((await place.json<{ ok: boolean }>("verify", roster)).ok).toBe(true);
  });
});
