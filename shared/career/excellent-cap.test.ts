// Guards how many may be graded xuất sắc: what the share is of, that it rounds down, and that unit and group both bind.

import { describe, expect, it } from "vitest";
import {
  capFindings,
  capOn,
  type CapRule,
  type GradedPerson,
  mostExcellent,
  shippedCaps,
} from "./excellent-cap";

const rule = capOn("congChuc", "2026-12-31");
if (rule === null) throw new Error("no cap");
const together: CapRule = { ...rule, of: "goodOrBetter" };

const people = (unit: string, group: string | null, grades: string): GradedPerson[] =>
  Array.from(grades, (letter) => ({
    unit,
    group,
    grade: letter === "X" ? "excellent" : letter === "T" ? "good" : letter === "H" ? "completed" : null,
  }));

describe("capOn", () => {
  it.each([
    ["congChuc", "2026-01-01", true],
    ["congChuc", "2025-12-31", false],
    ["vienChuc", "2024-12-31", false],
  ] as const)("for %s on %s is 20 % of those graded tốt (verified: %s)", (kind, on, verified) => {
    expect(capOn(kind, on)).toMatchObject({ percent: 20, of: "good", verified });
  });

  it.each([
    ["congChuc", "2023-09-14"],
    ["canBo", "2026-12-31"],
  ] as const)("is none for %s on %s", (kind, on) => {
    expect(capOn(kind, on)).toBeNull();
  });
});

describe("shipped caps", () => {
  it("say of the decree of 2023, which nobody saw, that it is not verified", () => {
    expect(shippedCaps.filter(({ verified }) => !verified).map(({ validFrom }) => validFrom)).toEqual([
      "2023-09-15",
    ]);
  });
});

describe("mostExcellent", () => {
  // Graded tốt, graded xuất sắc; the most of those graded tốt alone, and of both together.
  it.each([
    [0, 0, 0, 0],
    [4, 0, 0, 0],
    [4, 1, 0, 1],
    [5, 1, 1, 1],
    [8, 2, 1, 2],
    [9, 2, 1, 2],
    [10, 2, 2, 2],
    [10, 3, 2, 2],
    [12, 3, 2, 3],
    [24, 6, 4, 6],
    [35, 7, 7, 8],
  ])("beside %i tốt and %i xuất sắc is %i, or %i together", (good, excellent, alone, both) => {
    expect(mostExcellent(rule, { good, excellent })).toBe(alone);
    expect(mostExcellent(together, { good, excellent })).toBe(both);
  });
});

describe("capFindings", () => {
  it("hold a unit and each group of it, those in no group for the unit alone", () => {
    const found = capFindings(rule, [
      ...people("A", "leaders", "XXTTT"),
      ...people("B", null, "XTTTT"),
      ...people("A", "staff", "TTTTTTT"),
      ...people("A", null, "H?"),
    ]);
    expect(found).toEqual([
      { unit: "A", group: null, excellent: 2, good: 10, ungraded: 1, most: 2, isOver: false },
      { unit: "A", group: "leaders", excellent: 2, good: 3, ungraded: 0, most: 0, isOver: true },
      { unit: "A", group: "staff", excellent: 0, good: 7, ungraded: 0, most: 1, isOver: false },
      { unit: "B", group: null, excellent: 1, good: 4, ungraded: 0, most: 0, isOver: true },
    ]);
  });

  it("keep groups of the same name in two units apart", () => {
    const found = capFindings(rule, [...people("A", "staff", "XTTT"), ...people("B", "staff", "TT")]);
    expect(found.map(({ unit, group, good }) => [unit, group, good])).toEqual([
      ["A", null, 3],
      ["A", "staff", 3],
      ["B", null, 2],
      ["B", "staff", 2],
    ]);
  });

  it("go by the rule of the unit asked about", () => {
    const outstanding = { ...rule, percent: 25 };
    const [unit] = capFindings(outstanding, people("A", null, "XTTTT"));
    expect(unit).toMatchObject({ most: 1, isOver: false });
  });

  it("are none of nobody", () => {
    expect(capFindings(rule, [])).toEqual([]);
  });
});
