// Guards what a finding says: unknown is never turned into met or not met, and every status carries its reason.

import { describe, expect, it } from "vitest";
import { noConditions } from "../testing/standards-arbitraries";
import { judge } from "./judge";
import { compileRules } from "./rules";
import type {
  AssignmentFact,
  Finding,
  PersonFacts,
  QualificationFact,
  StandardRule,
  StandardSet,
} from "./types";

const set: StandardSet = {
  id: "s",
  key: "s",
  name: "S",
  validFrom: 20191225,
  validTo: null,
  verified: false,
  inUse: true,
  basedOn: null,
};
const professional: StandardRule = {
  id: "r",
  setId: "s",
  standard: "professional",
  postGroups: ["civilServant", "justiceCivilStatus"],
  minimumLevel: "university",
  anyFlag: [],
  allFlags: [],
  clause: "Điều 1",
  verified: true,
  graceUntil: null,
  graceServingOn: null,
  graceYears: null,
  graceEvent: null,
  graceGroups: [],
  ...noConditions,
  order: 1,
};
const withGrace = { ...professional, graceUntil: 20241225, graceServingOn: 20191224 };

function serving(fields: Partial<AssignmentFact> = {}): AssignmentFact {
  return {
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
    ...fields,
  };
}
/** Units that no flag is set for. */
const anywhere = (id: string) => ({ id, areaFlags: 0, start: 0 });
/** Told of on 01/03/2020, before every day that is judged below. */
function holds(level: string, granted: string | null, kind = "professional"): QualificationFact {
  return { id: `q-${level}`, kind, level, major: null, granted, recorded: 20200301, equivalent: false };
}
function professionalOf(person: PersonFacts, asOf: number, rule = professional): Finding {
  const { findings } = judge(person, compileRules([set], [rule], asOf), anywhere);
  const found = findings.find((finding) => finding.standard === "professional");
  if (found === undefined) throw new Error("not serving");
  return found;
}
function withQualifications(...qualifications: QualificationFact[]): PersonFacts {
  return { birth: "1980", sex: null, assignments: [serving()], qualifications };
}

describe("judge", () => {
  it("says met with the rule, the clause and the evidence", () => {
    const finding = professionalOf(
      withQualifications(holds("intermediate", "2001"), holds("university", null)),
      20211001,
    );
    expect(finding).toMatchObject({
      status: "met",
      required: "university",
      actual: "university",
      setName: "S",
      clause: "Điều 1",
      verified: false,
      missing: [],
      graceUntil: null,
    });
    expect(finding.evidence).toMatchObject([
      { level: "university", granted: null, sure: true, assumed: true },
      { level: "intermediate", granted: "2001", sure: true, assumed: false },
    ]);
  });

  it("does not know without any record of the kind, and does not count one granted later", () => {
    expect(
      professionalOf(withQualifications(holds("elementary", null, "politicalTheory")), 20211001),
    ).toMatchObject({
      status: "unknown",
      actual: null,
      missing: [{ reason: "noRecord" }],
    });
    const later = professionalOf(withQualifications(holds("university", "2022")), 20211001);
    expect(later).toMatchObject({ status: "unknown", evidence: [], missing: [{ reason: "noRecord" }] });
  });

  it("takes a stated none and a level too low as not met", () => {
    for (const level of ["none", "college"]) {
      expect(professionalOf(withQualifications(holds(level, null)), 20211001)).toMatchObject({
        status: "notMet",
        actual: level,
        missing: [{ reason: "levelTooLow", required: "university", actual: level }],
      });
    }
  });

  it("does not know when the degree's year leaves open whether it was held on the day", () => {
    const person = withQualifications(holds("college", "2001"), holds("university", "2021"));
    expect(professionalOf(person, 20201231)).toMatchObject({ status: "notMet" });
    expect(professionalOf(person, 20211001)).toMatchObject({
      status: "unknown",
      actual: "college",
      missing: [{ reason: "grantedDateUncertain", qualificationId: "q-university", level: "university" }],
    });
    expect(professionalOf(person, 20211231)).toMatchObject({ status: "met" });
  });

  it("grants grace to the day, only to those serving before, and says until when", () => {
    const person = withQualifications(holds("intermediate", null));
    expect(professionalOf(person, 20241225, withGrace)).toMatchObject({
      status: "grace",
      graceUntil: 20241225,
      missing: [{ reason: "levelTooLow" }],
    });
    expect(professionalOf(person, 20241226, withGrace)).toMatchObject({ status: "notMet", graceUntil: null });
    const newcomer = { ...person, assignments: [serving({ from: "2019-12-25" })] };
    expect(professionalOf(newcomer, 20211001, withGrace)).toMatchObject({ status: "notMet" });
    const dayBefore = { ...person, assignments: [serving({ from: "2019-12-24" })] };
    expect(professionalOf(dayBefore, 20211001, withGrace)).toMatchObject({ status: "grace" });
  });

  it("does not know about grace when the start is not known precisely enough", () => {
    // A year that began before the day of the rule leaves it open.
    for (const from of [null, "2019", "2019-12"]) {
      const person = { ...withQualifications(holds("none", null)), assignments: [serving({ from })] };
      expect(professionalOf(person, 20211001, withGrace)).toMatchObject({
        status: "unknown",
        missing: [{ reason: "levelTooLow" }, { reason: "serviceUnknown" }],
      });
    }
  });

  it("counts service that went on in any post that the rule covers, and in no other", () => {
    const now = serving({ id: "now", from: "2021-01-01" });
    const before = (postGroup: "justiceCivilStatus" | "partySecretary"): PersonFacts => ({
      birth: "1980",
      sex: null,
      assignments: [serving({ id: "before", postGroup, from: "2012", to: "2020-12-31", main: false }), now],
      qualifications: [holds("college", null)],
    });
    expect(professionalOf(before("justiceCivilStatus"), 20211001, withGrace).status).toBe("grace");
    expect(professionalOf(before("partySecretary"), 20211001, withGrace).status).toBe("notMet");
  });

  it("keeps apart no rule, no level required and a post that is not known", () => {
    const person = withQualifications(holds("university", null));
    const findings = judge(
      person,
      compileRules([set], [professional], 20211001, ["professional", "politicalTheory"]),
      anywhere,
    ).findings;
    expect(findings[1]).toMatchObject({
      standard: "politicalTheory",
      status: "notApplicable",
      setId: null,
      verified: null,
    });
    const none = professionalOf(person, 20211001, { ...professional, minimumLevel: null });
    expect(none).toMatchObject({ status: "notApplicable", required: null, setId: "s", actual: "university" });
    const unknown = {
      ...person,
      assignments: [serving({ postGroup: null, postCategory: null, postOrder: 0 })],
    };
    expect(professionalOf(unknown, 20211001)).toMatchObject({
      status: "unknown",
      missing: [{ reason: "postUnknown" }],
    });
    const strange = professionalOf(person, 20211001, { ...professional, minimumLevel: "postDoctorate" });
    expect(strange).toMatchObject({
      status: "unknown",
      missing: [{ reason: "requiredLevelUnknown", required: "postDoctorate" }],
    });
  });

  it("has no findings for somebody who does not serve on the day", () => {
    const left = {
      ...withQualifications(holds("university", null)),
      assignments: [serving({ to: "2021-09" })],
    };
    expect(judge(left, compileRules([set], [professional], 20211001), anywhere)).toEqual({
      main: null,
      unitId: null,
      counted: false,
      mainDoubt: null,
      findings: [],
      combined: null,
    });
  });
});

describe("the main assignment", () => {
  it("prefers the main one, then the later start, then the lower order of the post", () => {
    const pick = (...assignments: AssignmentFact[]) =>
      judge(
        { birth: null, sex: null, assignments, qualifications: [] },
        compileRules([], [], 20211001),
        anywhere,
      ).main?.id;
    const a = serving({ id: "a", main: false, from: "2010", postOrder: 5 });
    const later = { postId: "p9", postOrder: 9 } as const;
    expect(pick(a, serving({ id: "b", from: "2005", ...later }))).toBe("b");
    expect(pick(a, serving({ id: "b", main: false, from: "2011", ...later }))).toBe("b");
    expect(pick(a, serving({ id: "b", main: false, from: "2010", postId: "p4", postOrder: 4 }))).toBe("b");
    expect(pick(a, serving({ id: "b", main: false, from: "2010-01-01", postOrder: 5 }))).toBe("a");
    expect(pick(a, serving({ id: "b", from: "2021-10-02" }))).toBe("a");
    expect(pick(serving({ from: null, to: "2021" }))).toBe("a");
  });
});

describe("conditions of the person", () => {
  /** Asks for university where the condition holds, for college otherwise; college is held. */
  const statusOf = (
    condition: StandardRule["row"],
    person: Partial<PersonFacts> = {},
    rest: Partial<StandardRule> = {},
  ) => {
    const asOf = 20250101;
    const demanding = { ...professional, ...rest, row: condition, id: "demanding" };
    const other = { ...professional, id: "other", minimumLevel: "college", order: 2 };
    const whole = { ...withQualifications(holds("college", "2001")), sex: "male" as const, ...person };
    const { findings } = judge(whole, compileRules([set], [demanding, other], asOf), anywhere);
    const [found] = findings;
    return found?.status === "unknown" ? found.missing.map(({ reason }) => reason).join(" ") : found?.status;
  };

  it("pass over whoever they do not hold for, and ask whoever they hold for", () => {
    expect(statusOf({ ageTo: 45 })).toBe("notMet");
    expect(statusOf({ ageTo: 44 })).toBe("birthUnknown");
    expect(statusOf({ ageTo: 44 }, { birth: "1980-01-01" })).toBe("met");
    expect(statusOf({ ageFrom: 46 })).toBe("met");
    expect(statusOf({ ageFrom: 45 }, { birth: null })).toBe("birthUnknown");
    expect(statusOf({ categories: "congChuc" })).toBe("notMet");
    expect(statusOf({ categories: "canBo" })).toBe("met");
    expect(statusOf({}, {}, { posts: ["p"], postGroups: [] })).toBe("notMet");
    expect(statusOf({}, {}, { posts: ["q"], postGroups: [] })).toBe("met");
    expect(statusOf({ servingOn: "2015-01-01" })).toBe("notMet");
    expect(statusOf({ servingOn: "2005-01-01" })).toBe("met");
    expect(statusOf({ servingOn: "2015-01-01" }, { assignments: [serving({ from: null })] })).toBe(
      "serviceUnknown",
    );
  });

  it("count the months of work left at the first entry, by sex", () => {
    // Born 1980, men retire in 2042; at the entry of 2010 that is 385 months and women's 361.
    expect(statusOf({ monthsFrom: 385 })).toBe("notMet");
    expect(statusOf({ monthsFrom: 386 })).toBe("met");
    expect(statusOf({ monthsTo: 384 })).toBe("met");
    expect(statusOf({ monthsFrom: 385 }, { sex: "female" })).toBe("met");
    expect(statusOf({ monthsFrom: 385 }, { sex: null })).toBe("sexUnknown");
    expect(statusOf({ monthsFrom: 385 }, { assignments: [serving({ from: "2010" })] })).toBe(
      "firstEntryUnknown",
    );
  });

  it("leave it open only where it matters which rule applies", () => {
    const university = { qualifications: [holds("university", "2001")] };
    expect(statusOf({ ageTo: 44 }, university)).toBe("met");
  });

  it("hold on the rule's own days within those of its set", () => {
    expect(statusOf({ ageTo: 45 }, {}, { validFrom: 20250101 })).toBe("notMet");
    expect(statusOf({ ageTo: 45 }, {}, { validFrom: 20250102 })).toBe("met");
    expect(statusOf({ ageTo: 45 }, {}, { validTo: 20241231 })).toBe("met");
  });

  it("say that no rule speaks where all that there are pass somebody over", () => {
    const finding = professionalOf(withQualifications(holds("college", "2001")), 20250101, {
      ...professional,
      row: { ageTo: 20 },
    });
    expect(finding).toMatchObject({ status: "notApplicable", setId: null, missing: [{ reason: "noRule" }] });
  });
});
