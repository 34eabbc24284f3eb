// Guards that a set which details another is read together with it as one text, that it weakens it only with a warning,
// and that a base which is not there, ended, off or in a circle does what decision 47 says.

import { describe, expect, it } from "vitest";
import { noConditions } from "../testing/standards-arbitraries";
import { inCircles, lineages, mostBases, tooDeep } from "./families";
import { chainFor, compileRules } from "./rules";
import type { StandardRule, StandardSet } from "./types";
import { weakRules } from "./weaker";

const nation: StandardSet = {
  id: "nation",
  key: "nation",
  name: "Nghị định",
  basedOn: null,
  validFrom: 20200101,
  validTo: null,
  verified: true,
  inUse: true,
};
const province: StandardSet = {
  ...nation,
  id: "province",
  key: "province",
  basedOn: "nation",
  validFrom: 20210101,
};

function rule(id: string, setId: string, fields: Partial<StandardRule> = {}): StandardRule {
  const whole: Omit<StandardRule, "row"> = {
    id,
    setId,
    standard: "professional",
    postGroups: ["civilServant"],
    minimumLevel: "university",
    anyFlag: [],
    allFlags: [],
    clause: id,
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
  const row = { standard: whole.standard, anyFlag: whole.anyFlag.join(" ") || null, ...fields.row };
  return { ...whole, row };
}

interface Asked {
  readonly day: number;
  readonly group: StandardRule["postGroups"][number];
  readonly mask: number;
}

function asked(
  sets: readonly StandardSet[],
  rules: readonly StandardRule[],
  { day = 20220101, group = "civilServant", mask = 0 }: Partial<Asked> = {},
): string[] {
  return chainFor(compileRules(sets, rules, day), "professional", group, mask).map((one) => one.rule.id);
}

const general = rule("general", "nation");
const inMountains = rule("mountains", "nation", { anyFlag: ["mountain"], minimumLevel: "college" });
const own = rule("own", "province", { minimumLevel: "master" });

describe("a set that details another", () => {
  const both = [nation, province];

  it("is asked in place of its base for the same posts and conditions, and leaves the rest to it", () => {
    expect(asked(both, [general, own])).toEqual(["own"]);
    expect(asked(both, [general, inMountains, own], { mask: 1 })).toEqual(["mountains", "own"].slice(0, 1));
    const leaders = rule("leaders", "nation", { postGroups: ["departmentHead"] });
    expect(asked(both, [general, leaders, own], { group: "departmentHead" })).toEqual(["leaders"]);
  });

  it("takes the place of a rule with a condition only by one with the same", () => {
    const young = rule("young", "nation", { row: { ageTo: 45 }, minimumLevel: "college" });
    expect(asked(both, [general, young, own])).toEqual(["young", "own"]);
    const ownYoung = rule("ownYoung", "province", { row: { ageTo: 45 }, minimumLevel: "master" });
    expect(asked(both, [general, young, ownYoung])).toEqual(["ownYoung", "general"]);
    const otherAge = rule("otherAge", "province", { row: { ageTo: 40 } });
    expect(asked(both, [general, young, otherAge])).toEqual(["otherAge", "young", "general"]);
  });

  it("stands where its base begins, so that a later national text goes before both", () => {
    const later = { ...nation, id: "later", key: "later", validFrom: 20210601 };
    const laterRule = rule("later", "later", { minimumLevel: "college" });
    const evenLater = { ...province, validFrom: 20211201 };
    expect(asked([nation, evenLater, later], [general, own, laterRule])).toEqual(["later"]);
    expect(asked([nation, { ...evenLater, basedOn: null }, later], [general, own, laterRule])).toEqual([
      "own",
    ]);
  });

  it("holds only while its base does: ended, switched off, not begun", () => {
    for (const base of [{ validTo: 20211231 }, { inUse: false }, { validFrom: 20220102 }])
      expect(asked([{ ...nation, ...base }, province], [general, own])).toEqual([]);
    const commune = { ...province, id: "commune", key: "commune", basedOn: "province" };
    const ofCommune = rule("ofCommune", "commune");
    expect(asked([nation, province, commune], [general, own, ofCommune])).toEqual(["ofCommune"]);
    expect(asked([{ ...nation, inUse: false }, province, commune], [general, own, ofCommune])).toEqual([]);
    expect(asked([nation, { ...province, inUse: false }, commune], [general, own, ofCommune])).toEqual([
      "general",
    ]);
  });

  it("stands by itself where its base is not in the roster, or where sets go round in a circle", () => {
    expect(asked([province], [own])).toEqual(["own"]);
    const circle = [{ ...nation, basedOn: "province" }, province];
    expect(asked(circle, [general, own])).toEqual(["own"]);
    expect(asked([...circle].reverse(), [own, general])).toEqual(["own"]);
    const onCircle = { ...province, id: "commune", key: "commune", basedOn: "province" };
    expect([...inCircles([...circle, onCircle])].sort()).toEqual(["nation", "province"]);
    expect(
      lineages([...circle, onCircle])
        .get("commune")
        ?.line.map(({ id }) => id),
    ).toEqual(["commune", "province"]);
    expect(inCircles([{ id: "self", basedOn: "self" }])).toEqual(new Set(["self"]));
  });
});

describe("a set that asks less than its base", () => {
  const weak = (rules: StandardRule[], sets = [nation, province]) =>
    weakRules(sets, rules, (post) => (post === "land" ? "civilServant" : null)).map(
      ({ rule: one, base, weakness }) => `${one.id} < ${base.id}: ${weakness}`,
    );
  const grace = { graceUntil: 20250101, graceServingOn: 20191231 } as const;

  it("is told where its level is lower, none, or its grace longer or for more people", () => {
    expect(weak([general, own])).toEqual([]);
    expect(weak([general, rule("own", "province")])).toEqual([]);
    const lower = rule("own", "province", { minimumLevel: "college" });
    expect(weak([general, lower])).toEqual(["own < general: level"]);
    expect(weak([general, rule("own", "province", { minimumLevel: null })])).toEqual(["own < general: none"]);
    expect(weak([general, rule("own", "province", grace)])).toEqual(["own < general: grace"]);
    const granted = rule("general", "nation", grace);
    expect(weak([granted, rule("own", "province", grace)])).toEqual([]);
    expect(weak([granted, rule("own", "province", { ...grace, graceUntil: 20240101 })])).toEqual([]);
    for (const more of [{ graceUntil: 20250102 }, { graceServingOn: 20200101 }])
      expect(weak([granted, rule("own", "province", { ...grace, ...more })])).toEqual([
        "own < general: grace",
      ]);
    const years = { graceYears: 5, graceEvent: "unitStart" } as const;
    expect(
      weak([rule("general", "nation", years), rule("own", "province", { ...years, graceYears: 6 })]),
    ).toEqual(["own < general: grace"]);
    expect(weak([rule("general", "nation", years), rule("own", "province", years)])).toEqual([]);
  });

  it("is told where it takes papers of fields of study that its base does not take", () => {
    const land = rule("general", "nation", { row: { majors: "Đất đai, Xây dựng" } });
    for (const majors of [null, "Kế toán", "Đất đai, Luật"])
      expect(weak([land, rule("own", "province", { row: { majors } })])).toEqual(["own < general: majors"]);
    for (const majors of ["đất đai", "Quản lý đất đai; Xây dựng"])
      expect(weak([land, rule("own", "province", { row: { majors } })])).toEqual([]);
    expect(weak([general, rule("own", "province", { row: { majors: "Đất đai" } })])).toEqual([]);
  });

  it("is measured by what the same people would be asked without it", () => {
    const ownMountains = rule("own", "province", { anyFlag: ["mountain"], minimumLevel: "college" });
    expect(weak([general, inMountains, ownMountains])).toEqual([]);
    expect(weak([general, ownMountains])).toEqual(["own < general: level"]);
    const land = rule("own", "province", { posts: ["land"], postGroups: [], minimumLevel: "college" });
    const leaders = rule("leaders", "nation", { postGroups: ["departmentHead"], minimumLevel: "master" });
    expect(weak([general, leaders, land])).toEqual(["own < general: level"]);
    const canBo = rule("canBo", "nation", { row: { categories: "canBo" } });
    expect(
      weak([canBo, rule("own", "province", { row: { categories: "congChuc" }, minimumLevel: "college" })]),
    ).toEqual([]);
  });

  it("is looked for among the sets that are touched, and those that detail one of them, alone", () => {
    const lower = (set: string) => rule(`of ${set}`, set, { minimumLevel: "college" });
    const other = { ...province, id: "other", key: "other" };
    const commune = { ...province, id: "commune", key: "commune", basedOn: "province" };
    const sets = [nation, province, other, commune];
    const rules = [general, lower("province"), lower("other"), { ...lower("commune"), minimumLevel: null }];
    const found = (touched: ReadonlySet<string> | null) =>
      [...new Set(weakRules(sets, rules, () => "civilServant", touched).map(({ set }) => set.id))].sort();
    expect(found(null)).toEqual(["commune", "other", "province"]);
    expect(found(new Set(["nation"]))).toEqual(["commune", "other", "province"]);
    expect(found(new Set(["province"]))).toEqual(["commune", "province"]);
    expect(found(new Set(["other"]))).toEqual(["other"]);
    expect(found(new Set())).toEqual([]);
  });

  it("is none by naming fewer posts, being switched off, or holding on no day of its base", () => {
    const two = rule("general", "nation", { postGroups: ["civilServant", "departmentHead"] });
    expect(weak([two, own])).toEqual([]);
    const lower = rule("own", "province", { minimumLevel: "college" });
    expect(weak([general, lower], [nation, { ...province, inUse: false }])).toEqual([]);
    expect(weak([general, lower], [{ ...nation, validTo: 20201231 }, province])).toEqual([]);
    expect(weak([general, { ...lower, validFrom: 20230101 }])).toEqual(["own < general: level"]);
  });
});

describe("a line of many texts", () => {
  const line = (length: number) =>
    Array.from({ length }, (_, place) => ({
      id: `t${place}`,
      basedOn: place === 0 ? null : `t${place - 1}`,
    }));

  it("is one text as far as a line may go, and beyond it each stands by itself", () => {
    const families = lineages(line(mostBases + 3));
    expect(families.get(`t${mostBases}`)?.line).toHaveLength(mostBases + 1);
    for (const id of [`t${mostBases + 1}`, `t${mostBases + 2}`])
      expect(families.get(id)?.line.map((set) => set.id)).toEqual([id]);
    expect([...tooDeep(line(mostBases + 1))]).toEqual([]);
  });

  it("looks at each rule a few times, however many sets detail one", () => {
    const count = 200;
    let reads = 0;
    const sets = Array.from({ length: count }, (_, place) => ({ ...province, id: `p${place}` }));
    const rules = sets.map(({ id }) => {
      const one = rule(`of ${id}`, id);
      Object.defineProperty(one, "setId", { get: () => ((reads += 1), id), enumerable: true });
      return one;
    });
    const base = rule("base", "nation", { minimumLevel: "master" });
    expect(weakRules([nation, ...sets], [base, ...rules], () => null)).toHaveLength(count);
    expect(reads).toBeLessThan(20 * count);
  });
});
