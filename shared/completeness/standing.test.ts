// Guards the counts of each form against tables worked by hand, that an answer never lowers what is present, and that the
// order of rows does not matter.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../testing/property-seed";
import {
  entities,
  type FieldName,
  type FieldValue,
  fieldDefinition,
  type OwnedEntity,
} from "../domain/entities";
import { isoToPacked } from "../domain/partial-date";
import { type PersonFile, placesOf } from "./answer";
import { type CurriculumForm, curriculumForms, formHead, formItems, unprinted } from "./forms";
import { firstGap, placesAsked, standingOf } from "./standing";
import { type ItemKey, itemOf } from "./items";

type Values = Readonly<Record<string, FieldValue>>;
type Rows = Readonly<Partial<Record<OwnedEntity, readonly Values[]>>>;

interface Made {
  readonly fields: Values;
  readonly rows: Rows;
}

const day = isoToPacked("2026-11-30");

function fileOf({ fields, rows }: Made): PersonFile {
  return { day, fields, rowsOf: (entity) => (rows[entity] ?? []).map((values) => ({ fields: values })) };
}

/** Every item that any form asks of everybody is answered; Party member, married, on a scale of pay. */
const complete: Made = {
  fields: {
    fullName: "Nguyễn Thị Lan",
    sex: "female",
    birth: "1980-05-12",
    birthPlace: "Xã Đông Lĩnh",
    hometown: "Xã Quảng Yên",
    ethnicity: "Kinh",
    religion: "Không",
    identityNumber: "025180001234",
    identityIssued: "2021-04-01",
    phone: "0912345678",
    socialInsurance: "2501234567",
    healthInsurance: "DN4252501234567",
    permanentResidence: "Khu 3, xã Quảng Yên",
    residence: "Khu 3, xã Quảng Yên",
    familyOrigin: "Nông dân",
    occupationBefore: "Sinh viên",
    recruitedOn: "2004-09-01",
    recruitedBy: "UBND huyện Thanh Ba",
    agencySince: "2004-09-01",
    partyJoined: "2008-02-03",
    partyOfficial: "2009-02-03",
    organisationJoined: "1995-03-26",
    schooling: "12/12",
    mainWork: "Hộ tịch",
    strength: "Hộ tịch",
    longestWork: "Hộ tịch",
    health: "Tốt",
    height: 158,
    weight: 50,
    bloodGroup: "o",
    income: "Lương",
  },
  rows: {
    assignment: [{ post: "p", from: "2004-09-01" }],
    qualification: [
      { kind: "general", level: "upperSecondary" },
      { kind: "professional", level: "university", school: "Đại học Luật Hà Nội", major: "Luật" },
      { kind: "politicalTheory", level: "intermediate", school: "Trường Chính trị tỉnh" },
      { kind: "stateManagement", level: "specialist", school: "Trường Chính trị tỉnh" },
      { kind: "defence", level: "none" },
      { kind: "it", level: "none" },
      { kind: "foreignLanguage", level: "none" },
    ],
    salary: [{ grade: "01.003", step: 5, coefficient: 366, from: "2024-01-01" }],
    evaluation: [{ year: 2025, period: "year", grade: "good" }],
    relative: [
      { relation: "spouse", fullName: "Trần Văn Bình" },
      { relation: "fatherInLaw", fullName: "Trần Văn An" },
    ],
  },
};

function without(made: Made, ...fields: readonly FieldName<"official">[]): Made {
  return {
    ...made,
    fields: Object.fromEntries(
      Object.entries(made.fields).filter(([name]) => !(fields as readonly string[]).includes(name)),
    ),
  };
}
function withFields(made: Made, fields: Values): Made {
  return { ...made, fields: { ...made.fields, ...fields } };
}
function withRows(made: Made, rows: Rows): Made {
  return { ...made, rows: { ...made.rows, ...rows } };
}
function missingOf(form: CurriculumForm, made: Made): string[] {
  return standingOf(form, fileOf(made)).missing.map((place) => formItems[form][place]?.[0] ?? "");
}

describe("a form's items", () => {
  it("are as many as the form prints", () => {
    const tops = (form: CurriculumForm) =>
      new Set(formItems[form].map(([number]) => Number.parseInt(number, 10)));
    expect(curriculumForms.map((form) => tops(form).size)).toEqual([38, 32, 31]);
    expect(curriculumForms.map((form) => Math.max(...tops(form)))).toEqual([38, 32, 31]);
    for (const form of curriculumForms)
      expect(new Set(formItems[form].map(([number]) => number)).size).toBe(formItems[form].length);
  });

  it("know each field of a person, or say that no form prints it", () => {
    const printed = curriculumForms.flatMap((form) =>
      formItems[form].flatMap(([, key]) => {
        const { asks = [], beside = [] } = itemOf(key);
        return [...asks, ...beside].flatMap(placesOf);
      }),
    );
    const own = new Set(
      printed.flatMap(({ entity, field }) => (entity === "official" && field !== null ? [field] : [])),
    );
    const known = new Set([...own, ...formHead, ...unprinted]);
    expect([...known].sort()).toEqual(Object.keys(entities.official.fields).sort());
  });

  it("ask for fields that rows have", () => {
    const strangers = placesAsked().filter(
      ({ entity, field }) => field !== null && fieldDefinition(entity, field) === null,
    );
    expect(strangers).toEqual([]);
    expect(placesAsked().length).toBeGreaterThan(40);
  });
});

describe("a file that answers everything", () => {
  it.each([
    ["tt06-2023", 34],
    ["2c-bnv-2008", 30],
    ["2c-tctw-98", 25],
  ] as const)("lacks nothing of %s, which asks %i items", (form, asked) => {
    expect(standingOf(form, fileOf(complete))).toEqual({ asked, present: asked, missing: [] });
  });
});

describe("what is missing", () => {
  const some = without(complete, "religion", "occupationBefore", "residence", "weight", "partyOfficial");
  it.each([
    ["tt06-2023", ["7", "10", "12", "15", "31"]],
    ["2c-bnv-2008", ["7", "9", "10", "16", "23"]],
    ["2c-tctw-98", ["7", "9", "11", "14", "24"]],
  ] as const)("is named by the numbers of %s", (form, numbers) => {
    expect(missingOf(form, some)).toEqual(numbers);
  });

  it("is all that is asked where only a name is known", () => {
    const nothing = { fields: { fullName: "Nguyễn Thị Lan" }, rows: {} };
    const { asked, present } = standingOf("tt06-2023", fileOf(nothing));
    // Of Party and spouse nothing is asked before there is a sign of them.
    expect([asked, present]).toEqual([32, 0]);
    expect(standingOf("2c-bnv-2008", fileOf(nothing))).toMatchObject({ asked: 28, present: 1 });
  });

  it("is not what somebody answered with no", () => {
    const none = withRows(complete, {
      qualification: (
        ["professional", "politicalTheory", "stateManagement", "defence", "it", "foreignLanguage"] as const
      ).map((kind) => ({ kind, level: "none" })),
    });
    expect(missingOf("tt06-2023", none)).toEqual([]);
    expect(missingOf("2c-bnv-2008", withFields(none, { religion: "Không" }))).toEqual([]);
  });

  it("is a course without its school, but not the level of it", () => {
    const bare = withRows(complete, {
      qualification: [
        { kind: "professional", level: "university" },
        { kind: "politicalTheory", level: "elementary" },
      ],
    });
    expect(missingOf("tt06-2023", bare)).toEqual(["32.1", "32.2", "32.3", "32.4", "32.5", "32.6"]);
    expect(missingOf("2c-bnv-2008", bare)).toEqual(["15.4", "15.5", "15.6", "27"]);
  });

  it("is in one row or in none: two halves of a step of pay are no step", () => {
    const halves = withRows(complete, {
      salary: [
        { grade: "01.003", step: 5 },
        { coefficient: 366, from: "2024-01-01" },
      ],
    });
    expect(missingOf("tt06-2023", halves)).toEqual(["30.1"]);
  });
});

describe("what is asked of some people only", () => {
  it("is the Party of whoever shows any sign of it, and its second day after a year", () => {
    const stranger = without(complete, "partyJoined", "partyOfficial");
    expect(standingOf("tt06-2023", fileOf(stranger))).toMatchObject({ asked: 33, missing: [] });
    expect(missingOf("tt06-2023", withFields(stranger, { partyPost: "Chi ủy viên" }))).toEqual(["15"]);
    expect(missingOf("tt06-2023", withFields(stranger, { partyJoined: "2025-11-30" }))).toEqual(["15"]);
    expect(missingOf("tt06-2023", withFields(stranger, { partyJoined: "2025-12-01" }))).toEqual([]);
  });

  it("is pay of whoever is on a scale, in-laws of whoever is married, the army of whoever was in it", () => {
    const unpaid = withRows(complete, { salary: [] });
    expect(missingOf("tt06-2023", unpaid)).toEqual(["30.1", "37.1"]);
    expect(missingOf("2c-tctw-98", unpaid)).toEqual(["19", "31"]);
    const onAllowance = withFields(unpaid, { payroll: "allowance" });
    expect(curriculumForms.map((form) => missingOf(form, onAllowance))).toEqual([[], [], []]);
    expect(missingOf("tt06-2023", withRows(complete, { relative: [{ relation: "spouse" }] }))).toEqual([
      "36.2",
    ]);
    expect(missingOf("tt06-2023", withRows(complete, { relative: [{ relation: "mother" }] }))).toEqual([]);
    expect(missingOf("2c-tctw-98", withFields(complete, { discharged: "2001" }))).toEqual(["16"]);
  });

  it("is a year's grade of whoever has been there for a year", () => {
    const ungraded = withRows(complete, { evaluation: [{ year: 2025, period: "year" }] });
    expect(missingOf("tt06-2023", ungraded)).toEqual(["35.1"]);
    expect(missingOf("tt06-2023", withFields(ungraded, { recruitedOn: "2026-03" }))).toEqual([]);
  });
});

describe("where to fill in", () => {
  it("is the first place of an item that has no answer", () => {
    const gap = (key: ItemKey, made: Made) => firstGap(key, fileOf(made));
    expect(gap("health", without(complete, "weight", "bloodGroup"))).toEqual({
      entity: "official",
      field: "weight",
    });
    expect(gap("grade", withRows(complete, { salary: [] }))).toEqual({ entity: "salary", field: "grade" });
    expect(gap("workHistory", withRows(complete, { assignment: [] }))).toEqual({
      entity: "workHistory",
      field: null,
    });
    expect(gap("rewards", complete)).toBeNull();
    expect(gap("birth", complete)).toBeNull();
  });
});

/** Any part of the complete file, with signs that make more items ask. */
const madeFile = fc
  .record({
    fields: fc.subarray(Object.keys(complete.fields)),
    rows: fc.dictionary(
      fc.constantFrom(...(Object.keys(complete.rows) as OwnedEntity[])),
      fc.infiniteStream(fc.boolean()),
    ),
    more: fc.subarray(["payroll", "discharged", "partyPost", "militaryRank", "recent"]),
  })
  .map(({ fields, rows, more }): Made => {
    const values: Values = {
      payroll: "allowance",
      discharged: "2001",
      partyPost: "Bí thư",
      militaryRank: "Thượng úy",
    };
    return {
      fields: {
        ...Object.fromEntries(fields.map((name) => [name, complete.fields[name] ?? null])),
        ...Object.fromEntries(more.flatMap((name) => (name in values ? [[name, values[name] ?? null]] : []))),
        ...(more.includes("recent") && fields.includes("recruitedOn") ? { recruitedOn: "2026-10-01" } : {}),
      },
      rows: Object.fromEntries(
        Object.entries(rows).map(([entity, chosen]) => [
          entity,
          (complete.rows[entity as OwnedEntity] ?? []).filter(() => chosen.next().value),
        ]),
      ),
    };
  });

describe("any file", () => {
  it("counts as present plus missing what is asked", () => {
    fc.assert(
      fc.property(madeFile, fc.constantFrom(...curriculumForms), (made, form) => {
        const { asked, present, missing } = standingOf(form, fileOf(made));
        expect(present + missing.length).toBe(asked);
        expect(asked).toBeLessThanOrEqual(formItems[form].length);
      }),
    );
  });

  it("never has less present once something is filled in", () => {
    const fill = fc.oneof(
      fc
        .constantFrom(...Object.keys(complete.fields), "payroll", "discharged", "partyPost")
        .map((name) => ({ name })),
      fc.constantFrom(...(Object.keys(complete.rows) as OwnedEntity[])).map((entity) => ({ entity })),
    );
    fc.assert(
      fc.property(madeFile, fill, fc.constantFrom(...curriculumForms), (made, filled, form) => {
        const before = standingOf(form, fileOf(made)).present;
        const after =
          "name" in filled
            ? {
                ...made,
                fields: { [filled.name]: complete.fields[filled.name] ?? "allowance", ...made.fields },
              }
            : withRows(made, {
                [filled.entity]: [
                  ...(made.rows[filled.entity] ?? []),
                  ...(complete.rows[filled.entity] ?? []),
                ],
              });
        expect(standingOf(form, fileOf(after)).present).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("stands the same whatever the order of its rows", () => {
    fc.assert(
      fc.property(madeFile, fc.constantFrom(...curriculumForms), (made, form) => {
        const turned = Object.fromEntries(
          Object.entries(made.rows).map(([entity, rows]) => [entity, [...rows].reverse()]),
        );
        expect(standingOf(form, fileOf({ ...made, rows: turned }))).toEqual(standingOf(form, fileOf(made)));
      }),
    );
  });
});
