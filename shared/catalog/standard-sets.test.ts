// Guards what the shipped texts ask of whom on which day, and that nothing unverified is passed off as verified.

import { describe, expect, it } from "vitest";
import { type PostGroup, postGroups, type Standard } from "../domain/values";
import { referenceSet } from "./reference-set";
import { standardRuleFromRow, standardSetFromRow } from "../standards/from-rows";
import { areaFlagsMask, compileRules, type Requirement, requirementsFor } from "../standards/rules";
import { illustrativeSet } from "./illustrative-set";
import { shippedSets } from "./standard-sets";

const sets = shippedSets.map(({ set }) => standardSetFromRow(set.id, set.fields));
const rules = shippedSets.flatMap((item) =>
  item.rules.flatMap((rule) => standardRuleFromRow(rule.id, rule.fields) ?? []),
);

/**
 * "set: level", with a question mark where the rule is not verified; "silent" where no text speaks; behind it what is
 * asked of whoever holds the post for the first time, where that is more.
 */
function asked(day: number, standard: Standard, group: PostGroup, ...flags: string[]): string {
  const found = requirementsFor(compileRules(sets, rules, day), standard, group, areaFlagsMask(flags));
  const words = (requirement: Requirement | null) =>
    requirement === null
      ? "silent"
      : `${requirement.set.key}: ${requirement.rule.minimumLevel ?? "none required"}${requirement.rule.verified ? "" : "?"}`;
  const { first, other } = found;
  return first === other ? words(other) : `${words(other)}, first ${words(first)}`;
}

describe("professional standard", () => {
  it.each<[number, PostGroup, string[], string]>([
    [20040226, "partySecretary", [], "silent"],
    [20040227, "partySecretary", [], "qd-04-2004: intermediate"],
    [20211001, "partySecretary", [], "qd-04-2004: intermediate"],
    [20211001, "partySecretary", ["mountain"], "qd-04-2004: elementary, first qd-04-2004: intermediate"],
    [20211001, "partyDeputySecretary", [], "qd-04-2004: intermediate?"],
    [
      20211001,
      "partyDeputySecretary",
      ["mountain"],
      "qd-04-2004: elementary, first qd-04-2004: intermediate",
    ],
    [
      20211001,
      "peoplesCommitteeLeader",
      ["mountain"],
      "qd-04-2004: elementary, first qd-04-2004: intermediate",
    ],
    [20211001, "peoplesCouncilLeader", ["mountain"], "qd-04-2004: intermediate?"],
    [20211001, "peoplesCommitteeLeader", [], "qd-04-2004: intermediate?"],
    [20211001, "massOrganisationLeader", [], "qd-04-2004: intermediate?"],
    [20211001, "militaryCommander", [], "qd-04-2004: intermediate?"],
    [20121214, "civilServant", [], "qd-04-2004: intermediate?"],
    [20191224, "civilServant", [], "tt-06-2012: intermediate"],
    [20191225, "civilServant", [], "tt-13-2019: university"],
    [20211001, "civilServant", ["mountain"], "tt-13-2019: university"],
    [20211001, "civilServant", ["provincialReduction"], "tt-13-2019: university"],
    [20211001, "civilServant", ["mountain", "provincialReduction"], "tt-13-2019: intermediate"],
    [20180101, "justiceCivilStatus", [], "luat-ho-tich-2014: intermediate"],
    [20211001, "justiceCivilStatus", [], "tt-13-2019: university"],
    [20230731, "civilServant", [], "tt-13-2019: university"],
    [20230801, "civilServant", [], "nd-33-2023: university"],
    [20240101, "justiceCivilStatus", [], "nd-33-2023: intermediate"],
    [20240101, "militaryCommander", [], "nd-33-2023: none required"],
    [20240101, "peoplesCouncilLeader", ["island", "provincialReduction"], "nd-33-2023: intermediate"],
    [20240101, "partySecretary", ["island", "provincialReduction"], "nd-33-2023: university"],
    [20250701, "civilServant", [], "silent"],
    [20251231, "departmentHead", [], "silent"],
    [20260101, "departmentHead", [], "nd-334-2025: university"],
    [20260101, "partyDepartmentHead", [], "silent"],
    [20261123, "partySecretary", [], "silent"],
  ])("on %i asks of %s %j: %s", (day, group, flags, expected) => {
    expect(asked(day, "professional", group, ...flags)).toBe(expected);
  });
});

describe("political theory standard", () => {
  it.each<[number, PostGroup, string[], string]>([
    [20211001, "partySecretary", [], "qd-04-2004: intermediate"],
    [20211001, "partyDeputySecretary", [], "qd-04-2004: intermediate?"],
    [20211001, "peoplesCouncilLeader", [], "qd-04-2004: intermediate?"],
    [20211001, "peoplesCouncilLeader", ["mountain"], "qd-04-2004: training?"],
    [20211001, "massOrganisationLeader", [], "qd-04-2004: elementary?"],
    [20211001, "civilServant", [], "qd-04-2004: elementary?"],
    [20211001, "justiceCivilStatus", [], "qd-04-2004: elementary?"],
    [20211001, "militaryCommander", [], "qd-04-2004: elementary?"],
    [20240101, "partySecretary", [], "nd-33-2023: intermediate?"],
    [20240101, "peoplesCommitteeLeader", [], "nd-33-2023: intermediate"],
    [20240101, "civilServant", [], "nd-33-2023: none required"],
    [20260101, "departmentHead", [], "nd-334-2025: intermediate"],
    [20261123, "civilServant", [], "silent"],
  ])("on %i asks of %s %j: %s", (day, group, flags, expected) => {
    expect(asked(day, "politicalTheory", group, ...flags)).toBe(expected);
  });
});

describe("grace", () => {
  it("is to 25/12/2024 under TT 13/2019 and to 01/08/2028 under NĐ 33/2023, for who served on the eve of each", () => {
    const grace = (day: number, group: PostGroup) => {
      const found = requirementsFor(compileRules(sets, rules, day), "professional", group, 0).other;
      const groups = postGroups.filter((_, place) => ((found?.graceGroupMask ?? 0) & (1 << place)) !== 0);
      return [found?.graceUntil, found?.graceServingOn, groups];
    };
    const civil = ["civilServant", "justiceCivilStatus", "militaryCommander", "policeChief"];
    expect(grace(20211001, "civilServant")).toEqual([20241225, 20191224, civil]);
    expect(grace(20240101, "civilServant")).toEqual([20280801, 20230731, civil]);
    expect(grace(20240101, "partySecretary")).toEqual([
      20280801,
      20230731,
      ["partySecretary", "partyDeputySecretary"],
    ]);
  });
});

describe("the set of reference", () => {
  const inUse = sets.map((set) => ({ ...set, inUse: true }));
  const switchedOn = (day: number, standard: Standard, group: PostGroup, ...flags: string[]) => {
    const { other } = requirementsFor(compileRules(inUse, rules, day), standard, group, areaFlagsMask(flags));
    return other;
  };

  it("speaks of every group of cán bộ and công chức once it is switched on", () => {
    const day = 20251101;
    const levels = (standard: Standard) =>
      Object.fromEntries(
        postGroups
          .filter((group) => group !== "otherPost")
          .map((group) => {
            const found = switchedOn(day, standard, group);
            return [group, found === null ? "silent" : found.rule.minimumLevel];
          }),
      );
    expect(levels("professional")).toEqual({
      partySecretary: "university",
      partyDeputySecretary: "university",
      peoplesCouncilLeader: "university",
      peoplesCommitteeLeader: "university",
      massOrganisationLeader: "university",
      departmentHead: "university",
      partyDepartmentHead: "university",
      civilServant: "university",
      justiceCivilStatus: "university",
      policeChief: "university",
      militaryCommander: null,
    });
    expect(levels("politicalTheory")).toEqual({
      partySecretary: "intermediate",
      partyDeputySecretary: "intermediate",
      peoplesCouncilLeader: "intermediate",
      peoplesCommitteeLeader: "intermediate",
      massOrganisationLeader: "intermediate",
      departmentHead: "intermediate",
      partyDepartmentHead: "intermediate",
      civilServant: null,
      justiceCivilStatus: null,
      policeChief: null,
      militaryCommander: null,
    });
  });

  it("grants five years from the start of the commune where the area is such, and leaves NĐ 334/2025 its say", () => {
    const inArea = switchedOn(20261123, "professional", "civilServant", "ethnicMinority");
    expect([inArea?.graceYears, inArea?.graceEvent]).toEqual([5, "unitStart"]);
    expect(switchedOn(20261123, "professional", "civilServant")?.graceEvent).toBeNull();
    expect(switchedOn(20261123, "professional", "departmentHead")?.set.key).toBe("nd-334-2025");
  });

  it("is not in use, not verified, and says in its name that it is for reference", () => {
    expect(referenceSet.set.fields.inUse).toBe(false);
    expect(referenceSet.set.fields.name).toContain("tham chiếu");
    const all = [referenceSet.set.fields, ...referenceSet.rules.map((rule) => rule.fields)];
    expect(all.some((fields) => fields.verified)).toBe(false);
  });
});

describe("illustrative set", () => {
  it("says of itself that it is no law, and nothing of it is verified", () => {
    const { set, rules: drafts } = illustrativeSet;
    expect(set.fields.name).toContain("không phải văn bản pháp luật");
    expect([set.fields, ...drafts.map((rule) => rule.fields)].some((fields) => fields.verified)).toBe(false);
  });

  it("asks for levels that exist", () => {
    const compiled = compileRules(
      [standardSetFromRow(illustrativeSet.set.id, illustrativeSet.set.fields)],
      illustrativeSet.rules.flatMap((rule) => standardRuleFromRow(rule.id, rule.fields) ?? []),
      20261123,
    );
    expect(compiled.requirements.every((requirement) => requirement.requiredRank > 0)).toBe(true);
  });
});
