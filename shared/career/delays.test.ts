// Guards by how many months a discipline or a failed year puts off a step of pay, and that no doubt is counted in silence.

import { describe, expect, it } from "vitest";
import type { DisciplineForm } from "../domain/values";
import { type DelayEvent, salaryDelays, shippedDelays } from "./delays";
import { nextStep } from "./salary-steps";
import type { StaffKind } from "./types";

const since = "2024-01-01";

function monthsOf(kind: StaffKind, events: readonly DelayEvent[], from: string | null = since) {
  return salaryDelays(kind, from, events).delays.map(({ months }) => months);
}

describe("a discipline", () => {
  // Kind, form, day of the decision; months, and whether the rule was compared with its text.
  it.each<[StaffKind, DisciplineForm, string, number, boolean]>([
    ["congChuc", "reprimand", "2024-05-10", 6, true],
    ["congChuc", "warning", "2024-05-10", 6, true],
    ["congChuc", "demotion", "2024-05-10", 12, true],
    ["congChuc", "stripping", "2024-05-10", 12, true],
    ["canBo", "warning", "2024-05-10", 6, true],
    ["canBo", "stripping", "2024-05-10", 12, true],
    ["congChuc", "reprimand", "2025-07-01", 6, false],
    ["congChuc", "stripping", "2026-02", 12, false],
    ["vienChuc", "reprimand", "2024-05-10", 3, true],
    ["vienChuc", "warning", "2024-05-10", 6, true],
    ["vienChuc", "stripping", "2026-06-30", 12, true],
    ["vienChuc", "reprimand", "2026-07-01", 3, false],
  ])("of a %s by %s on %s: %i months, verified: %s", (kind, cause, on, months, verified) => {
    const { delays, doubtful } = salaryDelays(kind, since, [{ cause, on }]);
    expect(delays.map((delay) => [delay.months, delay.rule.verified])).toEqual([[months, verified]]);
    expect(doubtful).toEqual([]);
  });

  it("says by its clause that nothing of the law of today was found", () => {
    const clauses = (on: string) =>
      salaryDelays("congChuc", since, [{ cause: "warning", on }]).delays.map(({ rule }) => rule.clause);
    expect(clauses("2025-06-30")[0]).toMatch(/^Luật Cán bộ, công chức 22\/2008/);
    expect(clauses("2025-07-01")[0]).toMatch(/^Chưa tìm thấy/);
  });

  it("counts from the step on, and not before", () => {
    expect(monthsOf("congChuc", [{ cause: "warning", on: "2023-12-31" }])).toEqual([]);
    expect(monthsOf("congChuc", [{ cause: "warning", on: "2024-01-01" }])).toEqual([6]);
    expect(monthsOf("congChuc", [{ cause: "warning", on: "2023" }])).toEqual([]);
    expect(monthsOf("congChuc", [{ cause: "warning", on: "2024" }])).toEqual([6]);
  });

  it.each<[string | null, string | null]>([
    ["2024-03-15", "2024-03"],
    ["2024-03-15", "2024"],
    ["2024-03", "2024-03-10"],
    [null, "2024-03-10"],
    ["2024-03-15", null],
  ])("is doubtful where the step is of %s and the decision of %s", (from, on) => {
    const event = { cause: "warning", on } as const;
    expect(salaryDelays("congChuc", from, [event])).toEqual({
      delays: [],
      doubtful: [{ event, why: "date" }],
      sameConduct: [],
    });
  });

  it("is doubtful where no rule knows the form", () => {
    const event = { cause: "stepLowered", on: "2024-03-10" } as const;
    expect(salaryDelays("congChuc", since, [event]).doubtful).toEqual([{ event, why: "noRule" }]);
    expect(salaryDelays("vienChuc", since, [{ ...event, cause: "demotion" }]).delays).toEqual([]);
  });

  it("is not verified by half: a date over two rules that agree goes by the unconfirmed one", () => {
    const [delay] = salaryDelays("vienChuc", since, [{ cause: "warning", on: "2026" }]).delays;
    expect(delay).toMatchObject({ months: 6, rule: { verified: false } });
  });

  it("is doubtful where its date spans two rules that differ", () => {
    const [rule] = shippedDelays;
    if (rule === undefined) throw new Error("no rule");
    const table = [
      { ...rule, cause: "warning" as const, validTo: "2024-06-30", months: 6 },
      { ...rule, cause: "warning" as const, validFrom: "2024-07-01", validTo: null, months: 9 },
    ];
    const find = (on: string) => salaryDelays("congChuc", since, [{ cause: "warning", on }], table);
    expect(find("2024").doubtful).toHaveLength(1);
    expect(find("2024-07").delays).toMatchObject([{ months: 9 }]);
  });
});

describe("a year not completed", () => {
  it.each(["canBo", "congChuc", "vienChuc"] as const)(
    "puts the step of a %s off by six months, confirmed since the circular of 2021",
    (kind) => {
      const of = (year: number) => salaryDelays(kind, "2019", [{ cause: "notCompleted", year }]).delays;
      expect(of(2020)).toMatchObject([{ months: 6, rule: { verified: false } }]);
      expect(of(2021)).toMatchObject([{ months: 6, rule: { verified: true } }]);
    },
  );

  it("counts by its last day", () => {
    expect(monthsOf("congChuc", [{ cause: "notCompleted", year: 2023 }])).toEqual([]);
    expect(monthsOf("congChuc", [{ cause: "notCompleted", year: 2024 }], "2024-12-01")).toEqual([6]);
    expect(monthsOf("congChuc", [{ cause: "notCompleted", year: 2024 }], "2025-01")).toEqual([]);
  });

  it("counts beside a discipline only for another conduct", () => {
    const warning = { cause: "warning", on: "2025-05-10" } as const;
    const year = { cause: "notCompleted", year: 2025 } as const;
    expect(monthsOf("congChuc", [warning, year])).toEqual([6, 6]);
    const same = { ...year, byDiscipline: true };
    expect(salaryDelays("congChuc", since, [warning, same])).toMatchObject({
      delays: [{ months: 6, event: warning }],
      sameConduct: [same],
    });
  });
});

describe("a step with its delays", () => {
  it("comes as much later as all of them together", () => {
    const { delays } = salaryDelays("congChuc", since, [
      { cause: "reprimand", on: "2024-05-10" },
      { cause: "notCompleted", year: 2025 },
    ]);
    const pay = { step: 2, coefficient: 267, from: since, overPercent: null, overFrom: null };
    expect(nextStep({ first: 234, rise: 33, steps: 9, months: 36 }, pay, delays)).toMatchObject({
      coefficient: 300,
      on: "2028-01-01",
      delayedBy: 12,
    });
  });
});
