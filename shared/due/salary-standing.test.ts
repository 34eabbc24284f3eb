// Guards the day of the next step by a table worked out by hand: each kind of scale, on a step below the top, at the top and
// with the allowance beyond it, with each thing that puts a step off; and that everybody has one place in a session.
import { describe, expect, it } from "vitest";
import { shippedGrade, shippedScales } from "../catalog/pay";
import type { RowFields } from "../domain/checks/reading";
import type { PostCategory } from "../domain/values";
import { type SalaryStanding, salaryStanding, sessionPlace } from "./salary-standing";
import type { DueContext, DuePerson } from "./types";

const context: DueContext = {
  today: 20260101,
  scaleOf: (grade) => shippedScales.find(({ key }) => key === (shippedGrade(grade)?.scale ?? grade)) ?? null,
  postOf: () => null,
};

function paid(
  salary: RowFields | null,
  rows: Partial<DuePerson["rows"]> = {},
  category: PostCategory = "congChuc",
): DuePerson {
  const none = { assignment: [], qualification: [], discipline: [], evaluation: [] };
  return {
    fields: {},
    rows: { ...none, salary: salary === null ? [] : [salary], ...rows },
    category,
    grace: [],
  };
}

/** Each scale with a step below its top, and its top, by hand from its first coefficient and its rise. */
const scales = [
  ["A3.1", { step: 2, coefficient: 656, next: 692, years: 3 }, { step: 6, coefficient: 800 }],
  ["A3.2", { step: 5, coefficient: 719, next: 755, years: 3 }, { step: 6, coefficient: 755 }],
  ["A2.1", { step: 1, coefficient: 440, next: 474, years: 3 }, { step: 8, coefficient: 678 }],
  ["A2.2", { step: 7, coefficient: 604, next: 638, years: 3 }, { step: 8, coefficient: 638 }],
  ["A1", { step: 8, coefficient: 465, next: 498, years: 3 }, { step: 9, coefficient: 498 }],
  ["A0", { step: 9, coefficient: 458, next: 489, years: 3 }, { step: 10, coefficient: 489 }],
  ["B", { step: 11, coefficient: 386, next: 406, years: 2 }, { step: 12, coefficient: 406 }],
  ["C1", { step: 1, coefficient: 165, next: 183, years: 2 }, { step: 12, coefficient: 363 }],
  ["C2", { step: 2, coefficient: 168, next: 186, years: 2 }, { step: 12, coefficient: 348 }],
  ["C3", { step: 11, coefficient: 315, next: 333, years: 2 }, { step: 12, coefficient: 333 }],
  ["driver", { step: 3, coefficient: 241, next: 259, years: 2 }, { step: 12, coefficient: 403 }],
  ["service", { step: 4, coefficient: 154, next: 172, years: 2 }, { step: 12, coefficient: 298 }],
] as const;

const government = (form: string, from = "2021-06-15") => ({ side: "government", form, from });
const failed = (year: number) => ({ year, period: "year", grade: "notCompleted" });

/** What happened since 2020-03-01, the months that it puts off, and its causes in the order of the record. */
const delays = [
  ["nothing", {}, 0, []],
  ["a reprimand", { discipline: [government("reprimand")] }, 6, ["reprimand"]],
  ["a warning", { discipline: [government("warning")] }, 6, ["warning"]],
  ["a demotion", { discipline: [government("demotion")] }, 12, ["demotion"]],
  ["a stripping", { discipline: [government("stripping")] }, 12, ["stripping"]],
  ["a failed year", { evaluation: [failed(2020)] }, 6, ["notCompleted"]],
  ["two failed years", { evaluation: [failed(2020), failed(2021)] }, 12, ["notCompleted", "notCompleted"]],
  [
    "a reprimand and a failed year after it",
    { discipline: [government("reprimand", "2020-06-15")], evaluation: [failed(2021)] },
    12,
    ["reprimand", "notCompleted"],
  ],
  ["what the Party did", { discipline: [{ side: "party", form: "warning", from: "2021-06-15" }] }, 0, []],
  ["a reprimand before", { discipline: [government("reprimand", "2019-06-15")] }, 0, []],
  ["a failed quarter", { evaluation: [{ year: 2021, period: "q1", grade: "notCompleted" }] }, 0, []],
] as const;

describe.each(scales)("on scale %s", (grade, below, top) => {
  it.each(delays)("with %s", (_name, rows, months, causes) => {
    const on = (year: number) => {
      const month = 3 + months;
      return `${year + Math.trunc((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-01`;
    };
    const regular = salaryStanding(paid({ grade, ...below, from: "2020-03-01" }, rows), context);
    expect(regular).toMatchObject({
      kind: "next",
      next: {
        kind: "regular",
        step: below.step + 1,
        coefficient: below.next,
        percent: 0,
        on: on(2020 + below.years),
        delayedBy: months,
      },
    });
    const atTop = salaryStanding(paid({ grade, ...top, from: "2020-03-01" }, rows), context);
    expect(atTop).toMatchObject({
      next: {
        kind: "overTop",
        step: top.step,
        coefficient: top.coefficient,
        percent: 5,
        on: on(2020 + below.years),
      },
    });
    const over = { overPercent: 7, overFrom: "2020-03-01" };
    const beyond = salaryStanding(paid({ grade, ...top, from: "2012-03-01", ...over }, rows), context);
    expect(beyond).toMatchObject({ next: { kind: "overTop", percent: 8, on: on(2021), delayedBy: months } });
    for (const standing of [regular, atTop, beyond]) {
      if (standing?.kind !== "next") expect.fail("no next step");
      expect(standing.delays.map(({ event }) => event.cause)).toEqual(causes);
    }
  });
});

describe("who has no day", () => {
  const row = { grade: "01.003", step: 3, coefficient: 300, from: "2020-03-01" };

  it.each([
    ["no pay", null, { kind: "unknown", missing: ["salary"] }],
    ["no grade", { ...row, grade: null }, { kind: "unknown", missing: ["grade"] }],
    ["a grade without a scale", { ...row, grade: "99.999" }, { kind: "unknown", missing: ["scale"] }],
    ["a year alone of a delayed step", { ...row, from: null }, { kind: "unknown", missing: ["from"] }],
    [
      "a coefficient of another step",
      { ...row, coefficient: 303 },
      { kind: "mismatch", problem: "coefficientUnlikeStep", expected: 300 },
    ],
    [
      "a step that the scale lacks",
      { ...row, step: 10, coefficient: 531 },
      { kind: "mismatch", problem: "stepOffScale", expected: null },
    ],
    [
      "a coefficient that the scale lacks",
      { ...row, step: null, coefficient: 301 },
      { kind: "mismatch", problem: "coefficientOffScale" },
    ],
    [
      "an allowance below the top",
      { ...row, overPercent: 5, overFrom: "2020-03-01" },
      { kind: "mismatch", problem: "overUnlikeStep" },
    ],
  ] as const)("%s", (_name, salary, expected) => {
    expect(salaryStanding(paid(salary), context)).toMatchObject(expected);
  });

  it("is not asked of anybody else", () => {
    expect(salaryStanding(paid(row, {}, "khongChuyenTrach"), context)).toBeNull();
  });
});

it("gives everybody one place in a session", () => {
  const at = (from: string) =>
    salaryStanding(paid({ grade: "01.003", step: 3, from }), context) as SalaryStanding;
  const place = (standing: SalaryStanding) => sessionPlace(standing, 20230401, 20230630);
  expect(place(at("2020-03-31"))).toBe("overdue");
  expect(place(at("2020-04-01"))).toBe("due");
  expect(place(at("2020-06-30"))).toBe("due");
  expect(place(at("2020-07-01"))).toBe("later");
  // What has no day counts by the first that it can be.
  expect(place(at("2020-04"))).toBe("due");
  expect(place(at("2020"))).toBe("overdue");
  expect(
    place(salaryStanding(paid({ grade: "01.003", step: 3, coefficient: 1 }), context) as SalaryStanding),
  ).toBe("mismatch");
  expect(place(salaryStanding(paid(null), context) as SalaryStanding)).toBe("unknown");
});
