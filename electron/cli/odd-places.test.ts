// Pipes, devices, folders and links under the names of what a command reads: one named refusal at once, and what belongs
// to somebody else stays. And two arguments that name nothing: an office that is not ours, a person without end.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textLimits } from "../../shared/contract/limits";
import { host } from "../files/host-system";
import { type CliPlace, cliPlace, hashOf } from "../testing/command-line";
import { foreignText, oddPlaceNames, oddPlaces } from "../testing/odd-places";

let place: CliPlace;
let roster: string;

beforeAll(async () => {
  place = cliPlace();
  roster = place.path("so.scb");
  await place.run("init", roster, "--unit", "08173", "--on", "2021-10-01");
  await place.run("sync", "keys", roster);
});
afterAll(() => place.remove());

async function refused(...words: readonly string[]): Promise<string> {
  const before = hashOf(roster);
  const { code, stderr } = await place.run(...words, "--json");
  expect([words, code]).not.toEqual([words, 0]);
  expect(hashOf(roster)).toBe(before);
  return (JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as { error: { code: string } }).error.code;
}

describe.skipIf(host.openFileStays).each(oddPlaceNames)("a %s", (name) => {
  it("is no packet, no card and no document", async () => {
    const at = place.path(`la-${name}`);
    oddPlaces[name](at);
    // A folder is looked through for packets.
    expect(await refused("sync", "receive", roster, at)).toMatch(/^packet-(missing|foreign|truncated)$/);
    expect(await refused("sync", "inspect", at)).toMatch(/^packet-(missing|foreign|truncated)$/);
    const trusting = ["--trust", at, "--fingerprint", "1", "--role", "same"];
    expect(await refused("sync", "keys", roster, ...trusting)).toMatch(/^(packet-missing|card-foreign)$/);
    if (existsSync(`${at}.cua-nguoi-khac`))
      expect(readFileSync(`${at}.cua-nguoi-khac`, "utf8")).toBe(foreignText);
  });

  it("is no roster to recover, which nothing waits for", async () => {
    const at = place.path(`so-${name}.scb`);
    oddPlaces[name](at);
    expect(await refused("recover", at, "--to", place.path(`moi-${name}.scb`))).toMatch(
      /^roster-(missing|foreign|damaged|unreadable|beyond-recovery)$/,
    );
  });

  it("in a key's place is said to be damaged, or nothing that can be used", async () => {
    const key = join(place.environment.home, "keys", "office.pem");
    const kept = readFileSync(key);
    rmSync(key);
    oddPlaces[name](key);
    try {
      expect(await refused("sync", "keys", roster)).toMatch(/^home-(damaged|unusable)$/);
    } finally {
      rmSync(key, { recursive: true });
      writeFileSync(key, kept, { mode: 0o600 });
    }
  });
});

it("names no office but our own, and nobody whose name has no end", async () => {
  const other = "018f0000-0000-7000-8000-00000000ffff";
  expect(await refused("edit", roster, "office", other, "name=Khác")).toBe("row-unknown");
  const user = "x".repeat(textLimits.userName + 1);
  expect(await refused("add", roster, "official", "fullName=A", "--user", user)).toBe("usage");
});
