// Guards that a condition is one entry: a made-up one (here only) is asked by judging, leaves open what the record does not
// tell, and tells two rules apart; and that no field of rules says whom a rule asks without anything reading it.

import { describe, expect, it, vi } from "vitest";
import { entityDefinition } from "../domain/entities";
import type { Condition } from "./conditions";
import { conditionList } from "./condition-list";
import { contradictions } from "./contradictions";
import { ruleBookOf, type StandardSetRows } from "./from-rows";
import { judge } from "./judge";

vi.mock("../domain/entities/list", async (importOriginal) => {
  const { entities } = await importOriginal<typeof import("../domain/entities/list")>();
  const { standardRule } = entities;
  const fields = { ...standardRule.fields, evenBirth: { id: 99, type: "boolean" } };
  return { entities: { ...entities, standardRule: { ...standardRule, fields } } };
});
vi.mock("./condition-list", async (importOriginal) => {
  const { conditionList: real } = await importOriginal<typeof import("./condition-list")>();
  const evenBirth: Condition = {
    fields: ["evenBirth"],
    read: (row) =>
      row["evenBirth"] === true
        ? {
            answer: ({ birth }) => (birth === 0 ? 1 : Math.floor(birth / 10_000) % 2 === 0 ? 2 : 0),
            doubt: () => "birthUnknown",
          }
        : null,
  };
  return { conditionList: [...real, evenBirth] };
});

const rule = (id: string, fields: object) => ({
  id,
  fields: { standard: "professional", postGroups: "civilServant", clause: id, order: 1, ...fields },
});
const set: StandardSetRows = {
  id: "s",
  fields: { key: "s", name: "S", validFrom: "2020-01-01" },
  rules: [
    rule("even", { minimumLevel: "master", evenBirth: true }),
    rule("all", { minimumLevel: "college" }),
  ],
};
const clauseFor = (birth: string | null) => {
  const assignment = {
    id: "a",
    unitId: "u",
    postId: "p",
    postGroup: "civilServant",
    postCategory: "congChuc",
    postOrder: 1,
    from: "2010-01-01",
    to: null,
    main: true,
    concurrent: false,
  } as const;
  const paper = {
    id: "q",
    kind: "professional",
    level: "university",
    major: null,
    granted: "2005",
    recorded: 0,
    equivalent: false,
  };
  const person = { birth, sex: null, assignments: [assignment], qualifications: [paper] };
  const [finding] = judge(person, ruleBookOf([set], 20220101), () => null).findings;
  return finding?.status === "unknown" ? finding.missing.map(({ reason }) => reason) : finding?.clause;
};

describe("a made-up condition", () => {
  it("is asked, passes people over, and leaves open what the record does not tell", () => {
    expect(clauseFor("1980")).toBe("even");
    expect(clauseFor("1981")).toBe("all");
    expect(clauseFor(null)).toEqual(["birthUnknown"]);
  });

  it("tells two rules apart that would contradict each other without it", () => {
    expect([...contradictions([set])]).toEqual([]);
    const same = {
      ...set,
      rules: set.rules.map(({ id, fields }) => ({ id, fields: { ...fields, evenBirth: null } })),
    };
    expect([...contradictions([same])]).toEqual([{ first: "even", second: "all" }]);
  });
});

describe("the fields that say whom a rule asks", () => {
  it("are each read by one condition, the posts apart", () => {
    const asking = Object.entries(entityDefinition("standardRule").fields)
      .filter(([, { part = "who" }]) => part === "who")
      .map(([field]) => field);
    const read = conditionList.flatMap(({ fields }) => fields);
    expect([...read, "postGroups", "posts"].sort()).toEqual(asking.sort());
  });
});
