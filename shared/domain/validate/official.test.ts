import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byOwned } from "../entities";
import { levelLadders, qualificationKinds } from "../levels";
import { addDays, earliestDay, latestDay, packedToIso } from "../partial-date";
import type { DraftRow, PostPlace, RowFields, Validity } from "../checks/reading";
import type { OfficialDraft, ValidationContext } from "./context";
import { hasErrors } from "./issue";
import { validateOfficial } from "./official";

const person = "018f0000-0000-7000-8000-00000000000a";
const quangYen = "018f0000-0000-7000-8000-0000000000a1";
const namYen = "018f0000-0000-7000-8000-0000000000a2";
const chair = "018f0000-0000-7000-8000-0000000000b1";
const clerk = "018f0000-0000-7000-8000-0000000000b2";

const units = new Map<string, Validity>([
  [quangYen, { validFrom: "2020-02-01", validTo: "2025-06-30" }],
  [namYen, { validFrom: null, validTo: "2020-01-31" }],
]);
const posts = new Map<string, PostPlace>([
  [chair, { validFrom: null, validTo: null, category: "canBo", group: null, order: 1 }],
  [clerk, { validFrom: null, validTo: "2025-06-30", category: "congChuc", group: null, order: 2 }],
]);

const context: ValidationContext = {
  today: 20261123,
  asOf: 20211001,
  unitOf: (id) => units.get(id) ?? null,
  postOf: (id) => posts.get(id) ?? null,
  career: () => [],
};

function rows(block: string, given: readonly RowFields[]): DraftRow[] {
  return given.map((fields, index) => ({
    id: `018f0000-0000-7000-${block}-${String(index).padStart(12, "0")}`,
    fields,
  }));
}

function draft(
  fields: RowFields,
  assignments: readonly RowFields[] = [],
  qualifications: readonly RowFields[] = [],
): OfficialDraft {
  return {
    id: person,
    fields: { fullName: "Nguyễn Văn A", birth: "1980-05", ...fields },
    rows: {
      ...byOwned(() => []),
      assignment: rows("8001", assignments),
      qualification: rows("8002", qualifications),
    },
  };
}

function told(record: OfficialDraft, changed: Partial<ValidationContext> = {}): string[] {
  return validateOfficial(record, { ...context, ...changed }).map(
    (issue) => `${issue.severity} ${issue.entity}.${issue.field} ${issue.reason}`,
  );
}

const serving = { unit: quangYen, post: chair, from: "2020-02-01", main: true };

describe("a person's own fields", () => {
  it("need a name with letters", () => {
    expect(told(draft({ fullName: null }))).toEqual(["error official.fullName required"]);
    expect(told(draft({ fullName: "12 3" }))).toEqual(["error official.fullName nameLetters"]);
    expect(told(draft({ fullName: "Y Bá" }))).toEqual([]);
    expect(told(draft({ fullName: "Nguyễn Văn A2" }))).toEqual(["warning official.fullName nameDigits"]);
    // ¹, ¼ and others are letters of the old font codes.
    expect(told(draft({ fullName: "Ph¹m §¨ng An" }))).not.toContain("warning official.fullName nameDigits");
  });

  it.each([
    ["2026-11-24", "error official.birth birthFuture"],
    ["2027", "error official.birth birthFuture"],
    ["2026", "error official.birth birthTooYoung"],
    ["2011-11-24", "error official.birth birthTooYoung"],
    ["2011-11-23", "warning official.birth birthUnusual"],
    ["2011", "warning official.birth birthUnusual"],
    ["1925", "warning official.birth birthUnusual"],
    ["1925-11-22", "error official.birth birthTooOld"],
    ["1980-13", "error official.birth impossibleDate"],
  ])("birth %s: %s", (birth, expected) => {
    expect(told(draft({ birth }))).toEqual([expected]);
  });

  it("accept every age between 18 and 65, by what the date can mean", () => {
    expect(told(draft({ birth: "2008" }))).toEqual([]);
    expect(told(draft({ birth: "1960-11-24" }))).toEqual([]);
    expect(told(draft({ birth: "1960" }))).toEqual([]);
  });

  it("do not call a retired person's age unusual", () => {
    const retired = { ...serving, unit: namYen, from: "1990", to: "2010", endReason: "retired" };
    expect(told(draft({ birth: "1945" }, [retired]))).toEqual([]);
    expect(told(draft({ birth: "1945" }, [retired, serving]))).toEqual([
      "warning official.birth birthUnusual",
    ]);
  });

  it("are remarked on where the digits of their number say another sex or year of birth, and are not refused", () => {
    const number = { identityNumber: "025185001234" };
    expect(told(draft({ ...number, sex: "female", birth: "1985-06-15" }))).toEqual([]);
    expect(told(draft({ ...number, sex: "male", birth: "1985" }))).toEqual([
      "warning official.identityNumber identityOfWoman",
    ]);
    expect(told(draft({ ...number, sex: null, birth: "1986-06" }))).toEqual([
      "warning official.identityNumber identityOfYear",
    ]);
    expect(told(draft({ identityNumber: "025085001234", sex: "female", birth: "1984" }))).toEqual([
      "warning official.identityNumber identityOfMan",
      "warning official.identityNumber identityOfYear",
    ]);
  });

  it("take an identity number of 9 or 12 digits only", () => {
    for (const identityNumber of ["025080001234", "131234567"])
      expect(told(draft({ identityNumber }))).toEqual([]);
    for (const identityNumber of ["025 0800012", "O25080001234"]) {
      expect(told(draft({ identityNumber }))).toEqual(["error official.identityNumber identityDigits"]);
    }
    for (const identityNumber of ["25080001234", "0250800012345"]) {
      const [issue, ...more] = validateOfficial(draft({ identityNumber }), context);
      expect(more).toEqual([]);
      expect(issue).toMatchObject({ reason: "identityCount", params: { count: identityNumber.length } });
    }
  });

  it("hold Party dates in their order and after the birth", () => {
    expect(told(draft({ partyJoined: "2005-03-03", partyOfficial: "2006" }))).toEqual([]);
    expect(told(draft({ partyJoined: "2005-03-03", partyOfficial: "2005" }))).toEqual([]);
    expect(told(draft({ partyJoined: "2005-03-03", partyOfficial: "2005-02" }))).toEqual([
      "error official.partyOfficial partyOfficialFirst",
    ]);
    expect(told(draft({ partyOfficial: "2006" }))).toEqual([
      "warning official.partyJoined partyJoinedMissing",
    ]);
    expect(told(draft({ partyJoined: "1997" }))).toEqual(["warning official.partyJoined partyTooYoung"]);
    expect(told(draft({ partyJoined: "1998" }))).toEqual([]);
    expect(told(draft({ partyJoined: "1979" }))).toEqual(["error official.partyJoined beforeBirth"]);
    expect(told(draft({ partyJoined: "2027" }))).toEqual(["error official.partyJoined inFuture"]);
  });

  it("are not called future by a clock that fell back to 1970", () => {
    const record = draft(
      { partyJoined: "2005" },
      [serving],
      [{ kind: "general", level: "upperSecondary", granted: "1998" }],
    );
    expect(told(record, { today: 19700101 })).toEqual([]);
  });
});

describe("assignments", () => {
  it("need a unit and a post that exist", () => {
    expect(told(draft({}, [{ from: "2021" }]))).toEqual([
      "error assignment.unit required",
      "error assignment.post required",
    ]);
    expect(told(draft({}, [{ ...serving, unit: person }]))).toEqual([
      "error assignment.unit referenceMissing",
    ]);
    expect(told(draft({}, [{ ...serving, unit: person }]), { unitOf: () => undefined })).toEqual([]);
  });

  it("refuse an end before the start only when that is certain", () => {
    const ended = (from: string, to: string) =>
      told(draft({}, [{ ...serving, from, to, endReason: "other" }]));
    expect(ended("2021-05-10", "2021-05-09")).toEqual(["error assignment.to toBeforeFrom"]);
    expect(ended("2021-05-10", "2021-05")).toEqual([]);
    expect(ended("2021-05-10", "2021")).toEqual([]);
    expect(ended("2021", "2020-06")).toEqual(["error assignment.to toBeforeFrom"]);
  });

  it("warn where the unit or post did not exist in that time", () => {
    expect(told(draft({}, [{ ...serving, from: "2020-01-31" }]))).toEqual([
      "warning assignment.unit unitNotYet",
    ]);
    expect(told(draft({}, [{ ...serving, from: "2020" }]))).toEqual([]);
    expect(told(draft({}, [{ ...serving, unit: namYen }]))).toEqual(["warning assignment.unit unitEnded"]);
    expect(told(draft({}, [{ ...serving, post: clerk, to: "2025-07-01", endReason: "other" }]))).toEqual([
      "warning assignment.unit unitEnded",
      "warning assignment.post postEnded",
    ]);
  });

  it("reach only the day looked at while they are open", () => {
    expect(told(draft({}, [serving]), { asOf: 20250630 })).toEqual([]);
    expect(told(draft({}, [serving]), { asOf: 20250701 })).toEqual(["warning assignment.unit unitEnded"]);
  });

  it("want date and reason of an end together", () => {
    expect(told(draft({}, [{ ...serving, to: "2022" }]))).toEqual([
      "warning assignment.endReason endReasonMissing",
    ]);
    expect(told(draft({}, [{ ...serving, endReason: "retired" }]))).toEqual([
      "warning assignment.to endDateMissing",
    ]);
  });

  it("want one main post at a time", () => {
    const second = { ...serving, post: clerk };
    expect(told(draft({}, [serving, second]))).toEqual(["warning assignment.main mainOverlaps"]);
    expect(told(draft({}, [serving, { ...second, main: false }]))).toEqual([]);
    expect(
      told(
        draft({}, [
          { ...serving, main: false },
          { ...second, main: null },
        ]),
      ),
    ).toEqual(["warning assignment.main mainMissing"]);
    const besides = { ...second, kind: "concurrent", main: false };
    expect(told(draft({}, [{ ...serving, main: false }, besides]))).toEqual([]);
    expect(
      told(
        draft({}, [
          { ...serving, main: false },
          { ...besides, main: true },
        ]),
      ),
    ).toEqual(["warning assignment.main concurrentMain"]);
    const before = { ...second, unit: namYen, from: "2015", to: "2020-02-01", endReason: "unitMerged" };
    expect(told(draft({}, [serving, before]))).toEqual(["warning assignment.unit unitEnded"]);
  });

  it("tell the same post written down twice", () => {
    expect(told(draft({}, [serving, { ...serving, main: false }]))).toEqual([
      "warning assignment.post sameAssignment",
    ]);
  });

  it("hold dates after the birth and out of the far future", () => {
    expect(
      told(draft({}, [{ ...serving, unit: namYen, from: "1979", to: "2000", endReason: "other" }])),
    ).toEqual(["error assignment.from beforeBirth"]);
    expect(
      told(draft({}, [{ ...serving, unit: namYen, from: "1990", to: "2000", endReason: "other" }])),
    ).toEqual(["warning assignment.from assignmentTooYoung"]);
    expect(told(draft({}, [{ ...serving, from: "2028" }]), { unitOf: () => undefined })).toEqual([
      "warning assignment.from farFuture",
    ]);
    expect(told(draft({}, [{ ...serving, decisionDate: "2027" }]))).toEqual([
      "error assignment.decisionDate inFuture",
    ]);
  });
});

describe("qualifications", () => {
  it("accept every level on its own ladder and none from elsewhere", () => {
    for (const kind of qualificationKinds) {
      for (const [owner, ladder] of Object.entries(levelLadders)) {
        for (const level of ladder) {
          const own = (levelLadders[kind] as readonly string[]).includes(level);
          const expected = own ? [] : ["error qualification.level levelNotOfKind"];
          expect([owner, told(draft({}, [], [{ kind, level }]))]).toEqual([owner, expected]);
        }
      }
    }
  });

  it("are not granted in the future or to a child", () => {
    const granted = (day: string) =>
      told(draft({}, [], [{ kind: "general", level: "primary", granted: day }]));
    expect(granted("1991")).toEqual([]);
    expect(granted("1985")).toEqual(["error qualification.granted grantedTooYoung"]);
    expect(granted("1979")).toEqual(["error qualification.granted beforeBirth"]);
    expect(granted("2027")).toEqual(["error qualification.granted inFuture"]);
  });

  it("tell a paper written down twice", () => {
    const paper = { kind: "professional", level: "university", major: "Luật", granted: "2005" };
    expect(told(draft({}, [], [paper, paper]))).toEqual(["warning qualification.level sameQualification"]);
    expect(told(draft({}, [], [paper, { ...paper, major: "Kinh tế" }]))).toEqual([]);
  });
});

describe("what a careful officer looks at twice", () => {
  it("is a phone that nobody can call", () => {
    for (const phone of [
      "0100123456",
      "02103885123",
      "+84100123456",
      "0100123456 (vợ), 02103885123",
      "0100 123 456",
    ]) {
      expect(told(draft({ phone }))).toEqual([]);
    }
    for (const phone of ["không có", "1", "0100123", "0100123456789012"]) {
      expect(told(draft({ phone }))).toEqual(["warning official.phone phoneUnlikely"]);
    }
  });

  it("is text of an old font, with what it means", () => {
    const [issue] = validateOfficial(draft({ hometown: "X· §¹i An" }), context);
    expect(issue).toMatchObject({
      reason: "legacyFont",
      severity: "warning",
      params: { meant: "Xã Đại An" },
    });
  });

  it("is an identity number of somebody else, asked about while it is being entered", () => {
    const holdersOf = () => [
      { id: person, who: "Nguyễn Văn A", removed: false },
      { id: clerk, who: "Trần Thị B, 1979, Xã Quảng Yên", removed: false },
      { id: chair, who: "Lê Văn C", removed: true },
    ];
    const record = draft({ identityNumber: "999080000001" });
    expect(told(record, { holdersOf })).toEqual([
      "question official.identityNumber identityTaken",
      "warning official.identityNumber identityRemoved",
    ]);
    const [issue] = validateOfficial(record, { ...context, holdersOf });
    expect(issue?.params).toEqual({ who: "Trần Thị B, 1979, Xã Quảng Yên", id: clerk });
    expect(told(record, { holdersOf, editedFields: new Set([`${person} phone`]) })).toContain(
      "warning official.identityNumber identityTaken",
    );
    expect(told(record, { holdersOf, editedFields: new Set([`${person} identityNumber`]) })).toContain(
      "question official.identityNumber identityTaken",
    );
    expect(told(draft({ identityNumber: "12" }), { holdersOf })).toEqual([
      "error official.identityNumber identityCount",
    ]);
  });

  it("is a paper granted earlier than it can usually be", () => {
    const granted = (kind: string, level: string, year: string) =>
      told(draft({}, [], [{ kind, level, granted: year }]));
    expect(granted("professional", "university", "1993")).toEqual([
      "warning qualification.granted grantedYoung",
    ]);
    expect(granted("professional", "university", "2000")).toEqual([]);
    expect(granted("general", "primary", "1991")).toEqual([]);
    expect(granted("defence", "certificate", "1992")).toEqual(["warning qualification.granted grantedYoung"]);
  });

  it("is a post at an age at which nobody serves, on after a death, or beside another and yet the main one", () => {
    const post = { unit: quangYen, post: chair };
    expect(told(draft({}, [{ ...post, from: "2021", kind: "concurrent", main: true }]))).toEqual([
      "warning assignment.main concurrentMain",
    ]);
    expect(told(draft({ birth: "2012" }, [{ ...post, from: "2021" }]))).toContain(
      "error assignment.from assignmentImpossible",
    );
    const died = { ...post, from: "2020-03", to: "2021-05-01", endReason: "deceased" };
    expect(told(draft({}, [died, { unit: quangYen, post: clerk, from: "2020-04", main: true }]))).toContain(
      "warning assignment.to afterDeath",
    );
    expect(told(draft({ recruitedOn: "1995" }))).toEqual(["warning official.recruitedOn assignmentTooYoung"]);
  });
});

describe("validateOfficial", () => {
  it("stops a save only for rows of that save", () => {
    const record = draft({ identityNumber: "12" }, [{ from: "2021" }]);
    const assignmentId = record.rows.assignment[0]?.id ?? "";
    expect(hasErrors(validateOfficial(record, context))).toBe(true);
    expect(told(record, { editedRows: new Set([assignmentId]) })).toEqual([
      "warning official.identityNumber identityCount",
      "error assignment.unit required",
      "error assignment.post required",
    ]);
    expect(hasErrors(validateOfficial(record, { ...context, editedRows: new Set() }))).toBe(false);
  });

  const partialDate = fc
    .tuple(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(4, 7, 10))
    .map(([offset, length]) => packedToIso(addDays(19200101, offset)).slice(0, length));

  it("calls a period reversed exactly when no reading of its dates is in order", () => {
    fc.assert(
      fc.property(partialDate, partialDate, (from, to) => {
        const record = draft({ birth: null }, [{ ...serving, from, to, endReason: "other" }]);
        const reversed = told(record).includes("error assignment.to toBeforeFrom");
        expect(reversed).toBe(latestDay(to) < earliestDay(from));
      }),
    );
  });

  it("never grows stricter when a date is known less exactly", () => {
    fc.assert(
      fc.property(partialDate, partialDate, partialDate, partialDate, (birth, joined, from, granted) => {
        const errorsWith = (cut: (date: string) => string) =>
          told(
            draft(
              { birth: cut(birth), partyJoined: cut(joined) },
              [{ ...serving, from: cut(from) }],
              [{ kind: "general", level: "primary", granted: cut(granted) }],
            ),
          ).filter((line) => line.startsWith("error"));
        const exact = new Set(errorsWith((date) => date).map((line) => line.split(" ")[1]));
        for (const line of errorsWith((date) => date.slice(0, 4)))
          expect(exact).toContain(line.split(" ")[1]);
      }),
    );
  });
});
