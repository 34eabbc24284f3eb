// Guards which standards are shown and counted: those that rules in use speak of until somebody chooses, then those chosen,
// told as "no rule" and never as met where no rule speaks of one; by an ordinary change with its undo and its way to others.

import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

let place: CliPlace;
let path: string;
let row: string;
beforeAll(async () => {
  place = cliPlace();
  path = await place.thanhBa();
  const { choiceOfStandardsId } = await import("../../../shared/catalog/ids");
  row = choiceOfStandardsId();
});
afterAll(() => place.remove());

type Total = Readonly<Record<string, Readonly<Record<string, number>>>> & { readonly uncovered: number };
const total = async () => (await place.json<{ total: Total }>("stats", path)).total;
const counted = async () =>
  Object.keys(await total()).filter((key) => !["total", "both", "mainUnclear", "uncovered"].includes(key));
const choose = (standards: string) =>
  place.json("edit", path, "standardChoice", row, `standards=${standards}`);

describe("the standards that count", () => {
  it("are those that rules in use speak of, until somebody chooses", async () => {
    expect(await counted()).toEqual(["professional", "politicalTheory"]);
    const rules = place.path("tin-hoc.json");
    const rule = {
      standard: "it",
      postGroups: ["civilServant"],
      minimumLevel: "basic",
      clause: "Điều 1",
    };
    const set = { key: "tin-hoc", name: "Quy định thử", validFrom: "2020-01-01", rules: [rule] };
    writeFileSync(rules, JSON.stringify({ format: "so-can-bo/rules", version: 1, standardSets: [set] }));
    const { changes } = await place.json<{ changes: { standard: string; from: string | null }[] }>(
      "rules-file import",
      path,
      rules,
      "--as-of",
      "2021-10-01",
    );
    expect(changes.length).toBe(478);
    expect(new Set(changes.map(({ standard, from }) => `${standard} ${from}`))).toEqual(new Set(["it null"]));
    expect(await counted()).toEqual(["professional", "politicalTheory", "it"]);
    await place.json("undo", path);
    expect(await counted()).toEqual(["professional", "politicalTheory"]);
  });

  it("are those chosen; one without a rule is counted as not asked, and nobody meets it", async () => {
    await choose("professional defence");
    expect(await counted()).toEqual(["professional", "defence"]);
    const { defence, both, uncovered } = await total();
    expect(defence).toMatchObject({ met: 0, notMet: 0, unknown: 0, notApplicable: 478, uncovered: 478 });
    expect(uncovered).toBe(478);
    expect(both?.["met"]).toBe(386);
    const { stdout } = await place.run("stats", path);
    expect(stdout).toContain("QP-AN");
    expect(stdout).not.toContain("LLCT");
    const people = await place.run("people", path, "--unit", "08173");
    expect(people.stdout).toContain("QP-AN");
    expect(people.stdout).not.toContain("LLCT");
    await place.json("undo", path);
    expect(await counted()).toEqual(["professional", "politicalTheory"]);
  });

  it("alone are answered for: others are refused in one sentence", async () => {
    for (const words of [
      ["people", path, "--standard", "it", "--status", "met"],
      ["cross", path, "--rows", "unit", "--columns", "standard:it"],
      ["cross", path, "--rows", "unit", "--columns", "sex", "--measure", "met:it"],
    ]) {
      const { code, stderr } = await place.run(...words);
      expect([words, code]).toEqual([words, 1]);
      expectSentence(stderr);
    }
  });

  it("are chosen in one row, of which there is no second", async () => {
    const { code, stderr } = await place.run("add", path, "standardChoice", "standards=it");
    expect(code).toBe(1);
    expectSentence(stderr);
  });
});
