// Guards rules files as the window exports and imports them: previewed as they are then written, one change and one undo,
// and whatever cannot stand refused in one sentence with nothing written.

import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorData } from "../../shared/contract/errors";
import { readableParams } from "../../shared/i18n";
import { type CliPlace, cliPlace, expectSentence, hashOf } from "../testing/command-line";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

const moment = { on: "2021-10-01" };
const circular = "tt-13-2019";
const unknownId = "00000000-0000-4000-8000-00000000000f";

interface RulesDocument {
  version: number;
  standardSets: { id?: string; key: string; name: string; rules: Record<string, unknown>[] }[];
  posts: Record<string, unknown>[];
}

let place: CliPlace;
let window: WindowCalls;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
  window = windowCalls(place.environment, place.folder);
  await window.ask("rosterOpen", { path: roster });
});
afterAll(async () => {
  await window.close();
  place.remove();
});

async function exported(set: string | null = null, knownOn: string | null = null) {
  const { path } = await window.ask("rulesFileWrite", { path: place.path("quy-dinh.json"), set, knownOn });
  return { path, document: JSON.parse(readFileSync(path, "utf8")) as RulesDocument };
}
function written(name: string, document: unknown): string {
  const path = place.path(`${name}.json`);
  writeFileSync(path, typeof document === "string" ? document : JSON.stringify(document));
  return path;
}
const sentenceOf = ({ code, params }: ErrorData) =>
  `${place.environment.t(`errors:${code}`, readableParams(params))}\n`;
const file = (...standardSets: object[]) => ({ format: "so-can-bo/rules", version: 1, standardSets });
const set = (fields: object, ...rules: object[]) => ({
  key: "qd-thu",
  name: "Quyết định thử",
  validFrom: "2021-01-01",
  basedOn: circular,
  ...fields,
  rules: rules.map((rule) => ({
    standard: "professional",
    postGroups: ["civilServant"],
    clause: "Điều 2",
    minimumLevel: "master",
    ...rule,
  })),
});
const counted = async () => (await window.ask("statisticsByUnit", { moment, unitId: null })).total;

describe("a rules file of the window", () => {
  it("of the roster itself would change nothing, and tells what it holds", async () => {
    const { path, document } = await exported();
    const read = await window.ask("rulesFileRead", { path });
    expect(read.edits).toEqual([]);
    expect(read.sets.map(({ name, state }) => [name, state])).toEqual(
      document.standardSets.map(({ name }) => [name, "unchanged"]),
    );
    expect(read.posts).toEqual({ added: 0, changed: 0, unchanged: document.posts.length });
    expect(document.posts.length).toBeGreaterThan(0);
  });

  it("of one set holds it alone, with the posts that its rules name", async () => {
    const { document: all } = await exported();
    const one = all.standardSets.find(({ key }) => key === circular);
    const { document } = await exported(one?.id);
    expect(document.standardSets).toEqual([one]);
    const named = new Set(one?.rules.flatMap((rule) => (rule["posts"] ?? []) as string[]));
    expect(new Set(document.posts.map(({ key }) => key))).toEqual(named);
    const answered = await window.send("rulesFileWrite", {
      path: place.path("la.json"),
      set: unknownId,
      knownOn: null,
    });
    expect(answered).toMatchObject({ ok: false, error: { code: "row-unknown" } });
  });

  it("writes what it told of as one change, which one undo takes back", async () => {
    const before = await counted();
    const { document } = await exported();
    const name = document.standardSets.find(({ key }) => key === circular)?.name;
    for (const one of document.standardSets)
      if (one.key === circular) one.rules.forEach((rule) => (rule["note"] = "đã đọc lại"));
    const path = written("hai-bo", {
      ...document,
      standardSets: [
        ...document.standardSets,
        set({}, {}, { clause: "Điều 3", postGroups: ["departmentHead"] }),
      ],
    });
    const untouched = hashOf(roster);
    const { edits, sets } = await window.ask("rulesFileRead", { path });
    const told = sets.filter(({ state }) => state !== "unchanged");
    expect(told).toEqual([
      {
        name,
        state: "changed",
        rules: {
          added: 0,
          changed: document.standardSets.find(({ key }) => key === circular)?.rules.length,
          unchanged: 0,
        },
      },
      { name: "Quyết định thử", state: "added", rules: { added: 2, changed: 0, unchanged: 0 } },
    ]);
    const { people } = await window.ask("rulesPreview", { edits, moment });
    expect(people).toBeGreaterThan(0);
    expect(hashOf(roster)).toBe(untouched);

    const { changeId } = await window.ask("rulesSave", { edits });
    expect(changeId).not.toBeNull();
    expect(await counted()).not.toEqual(before);
    expect((await window.ask("rulesFileRead", { path })).edits).toEqual([]);
    await window.ask("changeUndo", { id: changeId ?? 0 });
    expect(await counted()).toEqual(before);
  });

  it("finds rules written by hand again one by one, though they speak of the same by one clause", async () => {
    const twice = [{ ageTo: 40 }, { minimumLevel: "doctor", ageFrom: 41 }];
    const path = written("viet-tay", file(set({}, ...twice)));
    const { edits } = await window.ask("rulesFileRead", { path });
    const { changeId } = await window.ask("rulesSave", { edits });
    const again = await window.ask("rulesFileRead", { path });
    expect(again.edits).toEqual([]);
    expect(again.sets[0]?.rules).toEqual({ added: 0, changed: 0, unchanged: 2 });
    await window.ask("changeUndo", { id: changeId ?? 0 });
  });

  const id = "00000000-0000-4000-8000-0000000000a1";
  const line = Array.from({ length: 4900 }, (_, place) =>
    set({ key: `d${place}`, basedOn: place === 0 ? null : `d${place - 1}` }),
  );
  const circle = set({ key: circular, name: "Thông tư", basedOn: "qd-thu" });
  it.each<[string, unknown, string]>([
    ["empty", "", "rules-file-foreign"],
    ["no JSON", "Điều 1. Chuyên môn từ đại học", "rules-file-foreign"],
    ["another program's", { hello: "world" }, "rules-file-foreign"],
    ["newer", { ...file(set({})), version: 2 }, "rules-file-newer"],
    ["a list for a name", file(set({ name: ["Quyết định"] })), "rules-file-field"],
    ["sets that are no list", { ...file(), standardSets: 5 }, "rules-file-field"],
    ["a field with a name without end", file(set({ ["x".repeat(9999)]: 1 })), "rules-file-field"],
    ["an unknown field", file(set({}, { minimumLevl: "college" })), "rules-file-field"],
    ["a base that is nowhere", file(set({ basedOn: "khong-co" })), "rules-file-reference"],
    ["a level off the ladder", file(set({}, { minimumLevel: "professor" })), "rules-file-row"],
    ["a name without end", file(set({ name: "Dài ".repeat(50_000) })), "rules-file-row"],
    ["a day that is none", file(set({ validFrom: "31/02/2021" })), "rules-file-row"],
    ["one key twice", file(set({ basedOn: null }), set({ basedOn: null })), "rules-file-row"],
    [
      "one known key twice",
      file(set({ key: circular, basedOn: null }), set({ key: circular, basedOn: null })),
      "rules-file-repeated",
    ],
    ["one id twice", file(set({ id, key: "mot" }), set({ id, key: "hai" })), "rules-file-repeated"],
    ["one rule id twice", file(set({}, { id }, { id, standard: "informatics" })), "rules-file-repeated"],
    [
      "rules that contradict",
      file(set({}, {}, { clause: "Điều 9", minimumLevel: "doctor" })),
      "rules-contradict",
    ],
    ["a circle", file(set({}, {}), circle), "rules-circle"],
    ["a line without end", file(...line), "rules-deep"],
    ["a circle without end", file(set({ key: "d0", basedOn: "d4899" }), ...line.slice(1)), "rules-circle"],
    [
      "more rows than rules have",
      file(set({}, ...Array.from({ length: 5001 }, (_, n) => ({ clause: `Điều ${n}` })))),
      "rules-file-foreign",
    ],
  ])("that cannot stand (%s) is refused in one sentence with nothing written", async (name, given, code) => {
    const path = written(name.replaceAll(" ", "-"), given);
    const untouched = hashOf(roster);
    const answered = await window.send("rulesFileRead", { path });
    if (answered.ok) throw new Error("It was read");
    expect(answered.error.code).toBe(code);
    const sentence = sentenceOf(answered.error);
    expectSentence(sentence);
    expect(sentence.length).toBeLessThan(500);
    expect(hashOf(roster)).toBe(untouched);
  });

  it("with the rule of another set is refused, and one with nothing in it tells so", async () => {
    const { document } = await exported();
    const id = document.standardSets.find(({ key }) => key === circular)?.rules[0]?.["id"];
    const answered = await window.send("rulesFileRead", {
      path: written("cua-bo-khac", file(set({}, { id }))),
    });
    if (answered.ok) throw new Error("It was read");
    expectSentence(sentenceOf(answered.error));
    const nothing = { added: 0, changed: 0, unchanged: 0 };
    const read = await window.ask("rulesFileRead", { path: written("trong", file()) });
    expect(read).toEqual({ edits: [], sets: [], posts: nothing });
  });

  it("is written of a roster that is only looked at, and nothing is taken into it", async () => {
    const path = written("chi-xem", file(set({}, {})));
    await window.ask("rosterOpen", { path: roster, readOnly: true });
    expect((await exported()).document.standardSets.length).toBeGreaterThan(0);
    const { edits } = await window.ask("rulesFileRead", { path });
    const untouched = hashOf(roster);
    const answered = await window.send("rulesSave", { edits });
    expect(answered).toMatchObject({ ok: false, error: { code: "roster-readonly" } });
    expect(hashOf(roster)).toBe(untouched);
  });
});
