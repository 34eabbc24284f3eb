// Guards each kind of due thing by lives worked out by hand, that nobody is left out in silence, and that the order in
// which rows lie does not matter.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedGrade, shippedScales } from "../catalog/pay";
import { reappointment } from "../career/reappointment";
import type { RowFields } from "../domain/checks/reading";
import { type DueKind, dueKinds } from "../domain/due";
import { earliestDay } from "../domain/partial-date";
import { disciplineForms, disciplineSides, type PostCategory } from "../domain/values";
import { dueOf } from "./due";
import type { DueContext, DuePerson } from "./types";

const posts: Readonly<Record<string, PostCategory>> = { chair: "canBo", clerk: "congChuc" };
const context: DueContext = {
  today: 20261130,
  scaleOf: (grade) => shippedScales.find(({ key }) => key === shippedGrade(grade)?.scale) ?? null,
  postOf: (id) => {
    const category = posts[id];
    return category === undefined ? null : { name: `Chức danh ${id}`, category };
  },
};

function somebody(
  fields: RowFields,
  rows: Partial<DuePerson["rows"]> = {},
  category: PostCategory | null = "congChuc",
): DuePerson {
  const none = { assignment: [], qualification: [], salary: [], discipline: [], evaluation: [] };
  return { fields, rows: { ...none, ...rows }, category, grace: [] };
}

/** Days and reasons of one kind, and what is missing. */
function found(kind: DueKind, person: DuePerson) {
  const { items, unknown } = dueOf(person, context, [kind]);
  return {
    items: items.map(({ on, why }) => [on, why.key]),
    missing: unknown.flatMap(({ missing }) => missing),
  };
}
const due = (...items: [string, string][]) => ({ items, missing: [] });
const missing = (...gaps: string[]) => ({ items: [], missing: gaps });

describe("retirement", () => {
  const man = { sex: "male", birth: "1964-10-05" };

  it("is at the end of the month in which the age is reached, pension from the next day", () => {
    expect(found("retirement", somebody(man))).toEqual(due(["2026-04-30", "retirement"]));
    const [item] = dueOf(somebody(man), context, ["retirement"]).items;
    expect(item?.why.params).toEqual({
      years: 61,
      months: 6,
      lastDay: { date: "2026-04-30" },
      pensionFrom: { date: "2026-05-01" },
    });
  });

  it("asks for notice six and for the decision three months before", () => {
    expect(found("retirementNotice", somebody(man))).toEqual(due(["2025-10-30", "retirementNotice"]));
    expect(found("retirementDecision", somebody(man))).toEqual(due(["2026-01-30", "retirementDecision"]));
    const contracted = somebody(man, {}, "hopDong");
    expect(found("retirement", contracted).items).toHaveLength(1);
    expect(found("retirementNotice", contracted)).toEqual(due());
    expect(found("retirementNotice", somebody(man, {}, null)).items).toHaveLength(1);
  });

  it("says that it took 01/01 where only the year of birth is known", () => {
    const woman = somebody({ sex: "female", birth: "1970" });
    expect(found("retirement", woman)).toEqual(due(["2027-05-31", "retirementByYear"]));
  });

  it("is unknown without sex or birth, and for what is no date", () => {
    for (const kind of ["retirement", "retirementNotice", "retirementDecision"] as const) {
      expect(found(kind, somebody({ sex: null, birth: "1970" }))).toEqual(missing("sex"));
      expect(found(kind, somebody({}))).toEqual(missing("birth", "sex"));
      expect(found(kind, somebody({ sex: "male", birth: "hè 1970" }))).toEqual(missing("birth"));
    }
  });
});

describe("posts held", () => {
  const serving = (...assignment: RowFields[]) => somebody({}, { assignment });

  it("end on the day on record, of secondments apart", () => {
    const row = { post: "clerk", kind: "appointed", from: "2022-01-10", termUntil: "2027-01-09" };
    expect(found("termEnd", serving(row))).toEqual(due(["2027-01-09", "termEnd"]));
    expect(found("termEnd", serving({ ...row, kind: "seconded" }))).toEqual(due());
    expect(found("termEnd", serving({ ...row, to: "2025-01-01" }))).toEqual(due());
    expect(found("termEnd", serving({ ...row, from: "2027-01-01" }))).toEqual(due());
    expect(found("termEnd", serving({ ...row, from: null }))).toEqual(due(["2027-01-09", "termEnd"]));
  });

  it("lack their end where they are held until a day", () => {
    for (const kind of ["elected", "appointed", "reappointed", "contracted"])
      expect(found("termEnd", serving({ post: "clerk", kind }))).toEqual(missing("termUntil"));
    expect(found("termEnd", serving({ post: "chair", kind: null }))).toEqual(missing("termUntil"));
    expect(found("termEnd", serving({ post: "clerk", kind: null }))).toEqual(due());
    expect(found("termEnd", serving({ post: "clerk", kind: "recruited" }))).toEqual(due());
  });

  it("are those of the last term where somebody is appointed again", () => {
    const first = { post: "clerk", kind: "appointed", from: "2021-03-01", termUntil: "2026-02-28" };
    const next = reappointment(first, "2026-03-01", { termUntil: "2031-02-28" });
    const ended = { ...first, ...next?.ends };
    expect(found("termEnd", serving(first))).toEqual(due(["2026-02-28", "termEnd"]));
    const person = somebody({}, { assignment: [ended, next?.row ?? {}] });
    expect(found("termEnd", person)).toEqual(due(["2031-02-28", "termEnd"]));
    const unsaid = reappointment(first, "2026-03-01", {})?.row ?? {};
    expect(found("termEnd", somebody({}, { assignment: [ended, unsaid] }))).toEqual(missing("termUntil"));
  });

  it("by secondment last until the day on record, else three years at most", () => {
    const row = { post: "clerk", kind: "seconded", from: "2024-03-15" };
    expect(found("secondment", serving(row))).toEqual(due(["2027-03-15", "secondmentLimit"]));
    expect(found("secondment", serving({ ...row, termUntil: "2026-12" }))).toEqual(
      due(["2026-12", "secondmentUntil"]),
    );
    expect(found("secondment", serving({ ...row, from: null }))).toEqual(missing("assignmentFrom"));
    expect(found("secondment", serving({ ...row, kind: "rotated" }))).toEqual(due());
  });

  it("by rotation have lasted long enough after 36 months", () => {
    const row = { post: "clerk", kind: "rotated", from: "2024-02-29" };
    expect(found("rotation", serving(row))).toEqual(due(["2027-02-28", "rotationReached"]));
    expect(found("rotation", serving({ ...row, from: "2024" }))).toEqual(due(["2027", "rotationReached"]));
    expect(found("rotation", serving({ ...row, from: null }))).toEqual(missing("assignmentFrom"));
  });
});

describe("a step of pay", () => {
  const pay = { grade: "01.003", step: 3, coefficient: 300, from: "2024-01-15" };
  const paid = (salary: RowFields[], rows: Partial<DuePerson["rows"]> = {}) =>
    somebody({}, { salary, ...rows });

  it("comes after the months of the scale, counted from the newest row", () => {
    expect(found("salaryStep", paid([pay]))).toEqual(due(["2027-01-15", "salaryStep"]));
    const before = { ...pay, step: 2, coefficient: 267, from: "2021-01-15" };
    expect(found("salaryStep", paid([pay, before]))).toEqual(due(["2027-01-15", "salaryStep"]));
    // What is decided for a day to come is not due again.
    const decided = { ...pay, step: 4, coefficient: 333, from: "2027-01-15" };
    expect(found("salaryStep", paid([decided, pay]))).toEqual(due(["2030-01-15", "salaryStep"]));
    const top = { ...pay, step: 9, coefficient: 498, overPercent: 6, overFrom: "2026-02-01" };
    expect(found("salaryStep", paid([top]))).toEqual(due(["2027-02-01", "overTop"]));
  });

  it("comes later by disciplines of the government and years that were not completed", () => {
    const discipline = [{ side: "government", form: "warning", from: "2024-06-01" }];
    const evaluation = [{ year: 2025, period: "year", grade: "notCompleted" }];
    expect(found("salaryStep", paid([pay], { discipline }))).toEqual(
      due(["2027-07-15", "salaryStepDelayed"]),
    );
    expect(found("salaryStep", paid([pay], { discipline, evaluation }))).toEqual(
      due(["2028-01-15", "salaryStepDelayed"]),
    );
    const [delayed] = dueOf(paid([pay], { discipline }), context, ["salaryStep"]).items;
    expect(delayed).toMatchObject({ unverified: false, why: { params: { months: 6, step: 4 } } });
    const ofParty = [{ side: "party", form: "warning", from: "2024-06-01" }];
    expect(found("salaryStep", paid([pay], { discipline: ofParty }))).toEqual(
      due(["2027-01-15", "salaryStep"]),
    );
    const quarter = [{ year: 2025, period: "q1", grade: "notCompleted" }];
    expect(found("salaryStep", paid([pay], { evaluation: quarter }))).toEqual(
      due(["2027-01-15", "salaryStep"]),
    );
  });

  it("is for somebody to look at where what puts it off is not clear", () => {
    const evaluation = [{ year: 2024, period: "year", grade: "notCompleted" }];
    const discipline = (row: RowFields) => [
      { side: "government", form: "warning", from: "2024-06-01", ...row },
    ];
    expect(found("salaryStep", paid([pay], { evaluation, discipline: discipline({}) }))).toEqual(
      missing("delaySameConduct"),
    );
    expect(found("salaryStep", paid([pay], { discipline: discipline({ from: null }) }))).toEqual(
      missing("delayDate"),
    );
    expect(found("salaryStep", paid([pay], { discipline: discipline({ form: "stepLowered" }) }))).toEqual(
      missing("delayNoRule"),
    );
  });

  it("is unknown with its reason", () => {
    expect(found("salaryStep", paid([]))).toEqual(missing("salary"));
    expect(found("salaryStep", paid([{ ...pay, grade: null }]))).toEqual(missing("grade"));
    expect(found("salaryStep", paid([{ ...pay, grade: "99.999" }]))).toEqual(missing("scale"));
    expect(found("salaryStep", paid([{ ...pay, coefficient: 333 }]))).toEqual(
      missing("coefficientUnlikeStep"),
    );
    expect(found("salaryStep", paid([{ ...pay, from: null }]))).toEqual(missing("from"));
    expect(found("salaryStep", paid([pay, { ...pay, step: 4, coefficient: 333 }]))).toEqual(
      missing("salarySameDay"),
    );
    expect(found("salaryStep", paid([pay, { ...pay }]))).toEqual(due(["2027-01-15", "salaryStep"]));
  });

  it("is of those alone who are paid by grades", () => {
    for (const category of ["khongChuyenTrach", "hopDong"] as const)
      expect(found("salaryStep", somebody({}, { salary: [pay] }, category))).toEqual(due());
  });
});

describe("grace", () => {
  it("ends on the day that everybody is judged by, and says of which standard", () => {
    const person = {
      ...somebody({}),
      grace: [
        { standard: "politicalTheory", until: 20270630, unverified: true },
        { standard: "professional", until: 20261231, unverified: false },
      ] as const,
    };
    expect(
      dueOf(person, context, ["grace"]).items.map(({ on, why, unverified }) => [on, why.params, unverified]),
    ).toEqual([
      ["2026-12-31", { standard: { list: "standard", key: "professional" } }, false],
      ["2027-06-30", { standard: { list: "standard", key: "politicalTheory" } }, true],
    ]);
    expect(found("grace", somebody({}))).toEqual(due());
  });
});

describe("a discipline", () => {
  const punished = (row: RowFields, category: PostCategory = "congChuc") =>
    somebody({}, { discipline: [{ side: "government", form: "warning", ...row }] }, category);

  it("ends on the day on record, else with the months of its form", () => {
    expect(found("disciplineEnd", punished({ from: "2026-01-10" }))).toEqual(
      due(["2027-01-09", "disciplineByForm"]),
    );
    expect(found("disciplineEnd", punished({ from: "2026-01" }))).toEqual(
      due(["2027-01", "disciplineByForm"]),
    );
    expect(found("disciplineEnd", punished({ from: "2026-01-10", to: "2026-12-31" }))).toEqual(
      due(["2026-12-31", "disciplineWritten"]),
    );
  });

  it("has no known end without its day or its rule", () => {
    expect(found("disciplineEnd", punished({ from: null }))).toEqual(missing("disciplineFrom"));
    expect(found("disciplineEnd", punished({ from: "2026-01-10", form: "dismissal" }))).toEqual(
      missing("disciplineRule"),
    );
    expect(found("disciplineEnd", punished({ from: "2026-01-10" }, "hopDong"))).toEqual(
      missing("disciplineRule"),
    );
  });
});

describe("the Party's badge", () => {
  it("is due on the day on which its years are reached, unless it was received", () => {
    const member = somebody({ partyJoined: "1990-05-19", partyBadge: 30 });
    expect(found("partyBadge", member).items.slice(0, 2)).toEqual([
      ["2030-05-19", "partyBadge"],
      ["2035-05-19", "partyBadge"],
    ]);
    const without = somebody({ partyJoined: "1990-05-19" });
    expect(found("partyBadge", without).items[0]).toEqual(["2020-05-19", "partyBadge"]);
    expect(dueOf(without, context, ["partyBadge"]).items.every(({ unverified }) => unverified)).toBe(true);
  });

  it("is unknown for a member of unknown years, and nothing for who is none", () => {
    expect(found("partyBadge", somebody({ partyOfficial: "1991" }))).toEqual(missing("partyJoined"));
    expect(found("partyBadge", somebody({ partyBadge: 40 }))).toEqual(missing("partyJoined"));
    expect(found("partyBadge", somebody({}))).toEqual(due());
  });
});

it("papers are due on the day on which they expire", () => {
  const qualification = [{ kind: "it", expires: "2027-03" }, { kind: "professional" }];
  expect(found("expiringPaper", somebody({ identityExpires: "2026-12-01" }, { qualification }))).toEqual(
    due(["2026-12-01", "identityExpires"], ["2027-03", "qualificationExpires"]),
  );
});

describe("whatever is on record", () => {
  const date = fc.constantFrom("2023", "2024", "2024-06", "2024-06-15", "2025-12-31", null);
  const rows = (row: Record<string, fc.Arbitrary<unknown>>) =>
    fc.array(fc.record(row) as fc.Arbitrary<RowFields>, { maxLength: 4 });
  const person = fc.record({
    fields: fc.record({
      sex: fc.constantFrom("male", "female", null),
      birth: fc.constantFrom("1965", "1970-05-01", null),
      identityExpires: date,
      partyJoined: date,
      partyBadge: fc.constantFrom(30, null),
    }) as fc.Arbitrary<RowFields>,
    rows: fc.record({
      assignment: rows({
        post: fc.constantFrom("chair", "clerk", "gone"),
        kind: fc.constantFrom("elected", "seconded", "rotated", null),
        from: date,
        to: fc.constantFrom(null, "2025-01-01"),
        termUntil: date,
      }),
      qualification: rows({ kind: fc.constantFrom("it", "professional"), expires: date }),
      salary: rows({
        grade: fc.constantFrom("01.003", null),
        step: fc.constantFrom(3, 9),
        coefficient: fc.constantFrom(300, 498, null),
        from: date,
        overPercent: fc.constantFrom(null, 5),
        overFrom: date,
      }),
      discipline: rows({
        side: fc.constantFrom(...disciplineSides),
        form: fc.constantFrom(...disciplineForms),
        from: date,
        to: date,
      }),
      evaluation: rows({
        year: fc.constantFrom(2023, 2024, 2025),
        period: fc.constantFrom("year", "q1"),
        grade: fc.constantFrom("notCompleted", "good"),
      }),
    }),
    category: fc.constantFrom("canBo", "congChuc", "vienChuc", "hopDong", null),
    grace: fc.constantFrom([], [{ standard: "professional", until: 20270630, unverified: false }]),
  }) as fc.Arbitrary<DuePerson>;

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(person, fc.infiniteStream(fc.nat()), (one, keys) => {
        const shuffled = (list: readonly RowFields[]) =>
          list
            .map((row) => ({ row, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const { assignment, qualification, salary, discipline, evaluation } = one.rows;
        const other = {
          ...one,
          rows: {
            assignment: shuffled(assignment),
            qualification: shuffled(qualification),
            salary: shuffled(salary),
            discipline: shuffled(discipline),
            evaluation: shuffled(evaluation),
          },
        };
        expect(dueOf(other, context)).toEqual(dueOf(one, context));
      }),
    );
  });

  it("sorts by the first day that a date can mean, and tells of a kind once that it is unknown", () => {
    fc.assert(
      fc.property(person, (one) => {
        const { items, unknown } = dueOf(one, context);
        for (const { on, earliest } of items) expect(earliest).toBe(earliestDay(on));
        expect(items.map(({ kind }) => dueKinds.indexOf(kind))).toEqual(
          items.map(({ kind }) => dueKinds.indexOf(kind)).sort((a, b) => a - b),
        );
        expect(new Set(unknown.map(({ kind }) => kind)).size).toBe(unknown.length);
      }),
    );
  });
});
