// Commands on a roster whose tables a program with another registry made.
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence, filesLike, hashOf } from "../testing/command-line";
import { madeOlder } from "../testing/older-roster";

let place: CliPlace;
let stopped = false;
beforeAll(() => {
  place = cliPlace({}, () => (stopped ? AbortSignal.abort() : new AbortController().signal));
});
afterAll(() => place.remove());

async function olderThanhBa(): Promise<string> {
  const roster = await place.thanhBa();
  madeOlder(roster);
  return roster;
}

it("is read as if it were of this program, from a copy, with a word about how long it takes", async () => {
  const roster = await olderThanhBa();
  const before = hashOf(roster);
  const { code, stdout, stderr } = await place.run("stats", roster, "--json");
  expect(code).toBe(0);
  const { stdout: expected } = await place.run("stats", await place.thanhBa(), "--json");
  expect(JSON.parse(stdout)).toEqual(JSON.parse(expected));
  expect(stderr).toMatch(/^(Đang lập lại sổ từ nhật ký: \d+ %\n)+$/);
  expect(hashOf(roster)).toBe(before);
});

it("is brought up to date by the first command that writes, and whole afterwards", async () => {
  const roster = await olderThanhBa();
  const { people } = await place.json<{ people: { id: string }[] }>("people", roster);
  const id = people[0]?.id ?? "";
  const { code, stderr } = await place.run("edit", roster, "official", id, "note=sau khi nâng cấp");
  expect({ code, stderr: stderr.replaceAll(/Đang lập lại [^\n]*\n/g, "") }).toEqual({ code: 0, stderr: "" });
  const again = await place.run("show", roster, id, "--json");
  expect(again.stderr).toBe("");
  expect(again.stdout).toContain("sau khi nâng cấp");
  expect(await place.json("verify", roster)).toMatchObject({ ok: true });
});

it("stays as it was where the user stops that", async () => {
  const roster = await olderThanhBa();
  const before = hashOf(roster);
  stopped = true;
  const { code, stdout, stderr } = await place.run("edit", roster, "official", "x", "note=x");
  stopped = false;
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expectSentence(stderr.split("\n").slice(-2).join("\n"));
  expect(hashOf(roster)).toBe(before);
  expect(filesLike(place.folder, roster.slice(place.folder.length + 1, -4))).toHaveLength(1);
});
