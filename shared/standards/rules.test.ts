// Guards the choice of the rule: the latest set that speaks, flags before general, silence against "none required".

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaFlags, postGroups, standards } from "../domain/values";
import {
  noConditions,
  packedDay,
  rules as anyRules,
  sets as anySets,
} from "../testing/standards-arbitraries";
import { areaFlagsMask, compileRules, requirementsFor, type RuleBook } from "./rules";
import type { StandardRule, StandardSet } from "./types";

const older: StandardSet = {
  id: "s1",
  key: "a",
  name: "A",
  validFrom: 20040227,
  validTo: null,
  verified: true,
  inUse: true,
  basedOn: null,
};
const newer: StandardSet = {
  id: "s2",
  key: "b",
  name: "B",
  validFrom: 20200101,
  validTo: 20221231,
  verified: true,
  inUse: true,
  basedOn: null,
};

function rule(fields: Partial<StandardRule>): StandardRule {
  return {
    id: "r",
    setId: "s1",
    standard: "professional",
    postGroups: ["civilServant"],
    minimumLevel: "intermediate",
    anyFlag: [],
    allFlags: [],
    clause: "c",
    verified: true,
    graceUntil: null,
    graceServingOn: null,
    graceYears: null,
    graceEvent: null,
    graceGroups: [],
    ...noConditions,
    order: 1,
    ...fields,
  };
}

const inOlder = rule({ id: "old" });
const inNewer = rule({ id: "new", setId: "s2", minimumLevel: "university" });

function chosen(rules: StandardRule[], asOf: number, flags: string[] = [], group = "civilServant" as const) {
  const book = compileRules([newer, older], rules, asOf);
  return requirementsFor(book, "professional", group, areaFlagsMask(flags)).other?.rule.id ?? null;
}

describe("compileRules", () => {
  it("takes the latest set in force on the day, both ends included", () => {
    const both = [inOlder, inNewer];
    expect(chosen(both, 20191231)).toBe("old");
    expect(chosen(both, 20200101)).toBe("new");
    expect(chosen(both, 20221231)).toBe("new");
    expect(chosen(both, 20230101)).toBe("old");
    expect(chosen(both, 20040226)).toBeNull();
  });

  it("leaves an earlier set in force where a later one is silent", () => {
    const silent = rule({ id: "new", setId: "s2", postGroups: ["partySecretary"] });
    expect(chosen([inOlder, silent], 20210101)).toBe("old");
    const otherStandard = rule({ id: "new", setId: "s2", standard: "politicalTheory" });
    expect(chosen([inOlder, otherStandard], 20210101)).toBe("old");
  });

  it("ends the search at a rule that asks for no level", () => {
    const none = rule({ id: "new", setId: "s2", minimumLevel: null });
    expect(chosen([inOlder, none], 20210101)).toBe("new");
    expect(compileRules([newer, older], [inOlder, none], 20210101).requirements[0]?.requiredRank).toBe(0);
  });

  it("prefers a matching rule with flags to a general one whatever the order, then the lowest order", () => {
    const general = rule({ id: "general", order: 1 });
    const flagged = rule({
      id: "flagged",
      order: 9,
      anyFlag: ["mountain", "border"],
      allFlags: ["provincialReduction"],
    });
    const second = rule({ id: "second", order: 2 });
    const all = [second, flagged, general];
    expect(chosen(all, 20210101)).toBe("general");
    expect(chosen(all, 20210101, ["mountain"])).toBe("general");
    expect(chosen(all, 20210101, ["provincialReduction"])).toBe("general");
    expect(chosen(all, 20210101, ["border", "provincialReduction"])).toBe("flagged");
  });

  it("falls back to the earlier set in units that a later set's flags do not reach", () => {
    const mountainOnly = rule({
      id: "mountain",
      setId: "s2",
      anyFlag: ["mountain"],
      minimumLevel: "elementary",
    });
    expect(chosen([inOlder, mountainOnly], 20210101, ["mountain"])).toBe("mountain");
    expect(chosen([inOlder, mountainOnly], 20210101)).toBe("old");
  });

  it("asks who holds the post for the first time by a rule of their own, and everybody else by the general one", () => {
    const general = rule({ id: "general", anyFlag: ["mountain"], minimumLevel: "elementary", order: 1 });
    const first = rule({ id: "first", anyFlag: ["mountain"], row: { entry: "first" }, order: 9 });
    const ids = (flags: string[], ...rules: StandardRule[]) => {
      const book = compileRules([older], rules, 20210101);
      const found = requirementsFor(book, "professional", "civilServant", areaFlagsMask(flags));
      return [found.first?.rule.id, found.other?.rule.id];
    };
    expect(ids(["mountain"], general, first, inOlder)).toEqual(["first", "general"]);
    expect(ids([], general, first, inOlder)).toEqual(["old", "old"]);
    expect(ids(["mountain"], first)).toEqual(["first", undefined]);
  });

  it("counts service for grace in the rule's own post groups unless it names others", () => {
    const grace = { graceUntil: 20241225, graceServingOn: 20191224 } as const;
    const maskOf = (fields: Partial<StandardRule>) =>
      compileRules([older], [rule({ ...grace, ...fields })], 20210101).requirements[0]?.graceGroupMask;
    const bit = (group: (typeof postGroups)[number]) => 1 << postGroups.indexOf(group);
    expect(maskOf({})).toBe(bit("civilServant"));
    expect(maskOf({ graceGroups: ["civilServant", "militaryCommander"] })).toBe(
      bit("civilServant") | bit("militaryCommander"),
    );
  });

  it("is verified where somebody compared both the set and the rule with the text", () => {
    const verified = (set: boolean, ofRule: boolean) =>
      compileRules([{ ...older, verified: set }], [rule({ verified: ofRule })], 20210101).requirements[0]
        ?.verified;
    expect([verified(true, true), verified(true, false), verified(false, true)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("marks a level that is on no ladder as not known instead of guessing its height", () => {
    const strange = rule({ minimumLevel: "postDoctorate" });
    expect(compileRules([older], [strange], 20210101).requirements[0]?.requiredRank).toBe(-1);
  });

  it("names only the sets that decide something", () => {
    const book = compileRules([newer, older], [inOlder, inNewer], 20210101);
    expect(book.setsInForce.map((set) => set.id)).toEqual(["s2"]);
  });

  it("chooses the same whatever order sets and rules come in", () => {
    fc.assert(
      fc.property(anySets, anyRules, packedDay, (sets, rules, asOf) => {
        const straight = compileRules(sets, rules, asOf);
        const turned = compileRules([...sets].reverse(), [...rules].reverse(), asOf);
        for (const standard of standards) {
          for (const group of postGroups) {
            for (const mask of [0, 1, 129, 255]) {
              const ids = (book: RuleBook) => {
                const { first, other } = requirementsFor(book, standard, group, mask);
                return [first?.rule.id, other?.rule.id];
              };
              expect(ids(turned)).toEqual(ids(straight));
            }
          }
        }
      }),
    );
  });
});

describe("areaFlagsMask", () => {
  it("gives every flag a bit of its own and passes over unknown ones", () => {
    expect(areaFlagsMask([...areaFlags])).toBe(2 ** areaFlags.length - 1);
    expect(areaFlagsMask(["volcano"])).toBe(0);
  });

  it("fits the byte that statistics keep for each unit", () => {
    expect(areaFlagsMask([...areaFlags])).toBeLessThanOrEqual(255);
  });
});
