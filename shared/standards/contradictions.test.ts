// Guards that two rules which nothing decides between are told of, and that what the program ships has none.

import { describe, expect, it } from "vitest";
import { illustrativeSet } from "../catalog/illustrative-set";
import { shippedSets } from "../catalog/standard-sets";
import { contradictions as everyOf, differenceOf } from "./contradictions";

const rule = (id: string, fields: Record<string, string | null> = {}) => ({
  id,
  fields: { standard: "professional", postGroups: "civilServant", minimumLevel: "university", ...fields },
});
const set = (
  id: string,
  rules: ReturnType<typeof rule>[],
  fields: Record<string, string | boolean | null> = {},
) => ({
  id,
  fields: { validFrom: "2025-07-01", validTo: null, ...fields },
  rules,
});
const lower = { minimumLevel: "college" };

const contradictions = (sets: Parameters<typeof everyOf>[0]) => [...everyOf(sets)];

describe("contradictions", () => {
  it("are two levels asked of the same people by sets that start on one day, or within a set", () => {
    const other = rule("b", { ...lower, postGroups: "civilServant departmentHead" });
    expect(contradictions([set("s", [rule("a"), other])])).toEqual([{ first: "a", second: "b" }]);
    expect(contradictions([set("s", [rule("a")]), set("t", [other])])).toEqual([{ first: "a", second: "b" }]);
  });

  it("are two lists of fields of study asked of the same people, however they are written", () => {
    const a = set("s", [rule("a", { majors: "Đất đai, Xây dựng" })]);
    for (const majors of ["Đất đai", null])
      expect(contradictions([a, set("t", [rule("b", { majors })])])).toEqual([{ first: "a", second: "b" }]);
    expect(contradictions([a, set("t", [rule("b", { majors: "xây dựng; ĐẤT ĐAI" })])])).toEqual([]);
  });

  it("say in which of it they differ: the level, the fields of study, both", () => {
    const [land, tax] = [{ majors: "Đất đai" }, { majors: "Thuế" }];
    const differ = (one: Record<string, string>, other: Record<string, string>) =>
      differenceOf(rule("a", one).fields, rule("b", other).fields);
    expect(differ({}, lower)).toBe("level");
    expect(differ(land, { ...lower, majors: "ĐẤT ĐAI" })).toBe("level");
    expect([differ(land, tax), differ({}, land)]).toEqual(["majors", "majors"]);
    expect(differ(land, lower)).toBe("both");
  });

  it("are none where something decides: the day, a condition, a group, or that one is not in use", () => {
    const a = set("s", [rule("a")]);
    const none = [
      set("t", [rule("b")]),
      set("t", [rule("b", lower)], { validFrom: "2026-01-01" }),
      set("t", [rule("b", { ...lower, anyFlag: "mountain" })]),
      set("t", [rule("b", { ...lower, entry: "first" })]),
      set("t", [rule("b", { ...lower, postGroups: "departmentHead" })]),
      set("t", [rule("b", { ...lower, standard: "politicalTheory" })]),
      set("t", [rule("b", lower)], { inUse: false }),
    ];
    for (const other of none) expect(contradictions([a, other])).toEqual([]);
  });

  it("are none between a set and one that it details, and are some between two that detail the same", () => {
    const a = set("s", [rule("a")]);
    const detail = (id: string, basedOn: string, fields = {}) =>
      set(id, [rule(id, lower)], { basedOn, validFrom: "2026-01-01", ...fields });
    expect(contradictions([a, detail("b", "s", { validFrom: "2025-07-01" })])).toEqual([]);
    expect(contradictions([a, detail("b", "s"), detail("c", "b")])).toEqual([]);
    const other = set("c", [rule("c")], { basedOn: "s", validFrom: "2026-01-01" });
    expect(contradictions([a, detail("b", "s"), other])).toEqual([{ first: "b", second: "c" }]);
    // The later of two texts that detail the same decides.
    expect(
      contradictions([
        a,
        detail("b", "s"),
        { ...other, fields: { ...other.fields, validFrom: "2026-02-01" } },
      ]),
    ).toEqual([]);
    // A text of another line that starts on the day of their root.
    const stranger = set("z", [rule("z", { minimumLevel: "master" })]);
    expect(contradictions([detail("b", "s"), a, stranger])).toContainEqual({ first: "b", second: "z" });
    // Whose base is not in use asks nobody.
    expect(
      contradictions([{ ...a, fields: { ...a.fields, inUse: false } }, detail("b", "s"), stranger]),
    ).toEqual([]);
  });

  it("are none among the shipped sets, those kept for reference switched on", () => {
    const sets = [...shippedSets, illustrativeSet].map(({ set: { id, fields }, rules }) => ({
      id,
      fields: { ...fields, inUse: true },
      rules,
    }));
    const known = new Set(shippedSets.flatMap(({ rules }) => rules.map(({ id }) => id)));
    expect(contradictions(sets).filter(({ first, second }) => known.has(first) && known.has(second))).toEqual(
      [],
    );
  });

  it("reads what a rule asks for once, however many rules ask the same people", () => {
    const count = 300;
    let reads = 0;
    const told = Array.from({ length: count }, (_, place) => {
      const one = rule(`r${place}`);
      Object.defineProperty(one.fields, "majors", { get: () => ((reads += 1), "Đất đai"), enumerable: true });
      return one;
    });
    expect(contradictions([set("s", told)])).toEqual([]);
    expect(reads).toBe(count);
  });

  it("tells the first of a great many without finding the others", () => {
    const levels = ["university", "college"];
    const rules = Array.from({ length: 2000 }, (_, place) =>
      rule(`r${place}`, { minimumLevel: levels[place % 2] ?? "" }),
    );
    const [first] = everyOf([set("s", rules)]);
    expect(first).toEqual({ first: "r0", second: "r1" });
  });
});
