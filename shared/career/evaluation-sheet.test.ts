// Guards by which day's rules a period is graded, that a grade follows its points until somebody chooses another, and what is
// read as a grade in a pasted cell.
import { describe, expect, it } from "vitest";
import { evaluationGrades, evaluationPeriods } from "../domain/values";
import { shippedGradeNames } from "./evaluation";
import {
  evaluationValues,
  lastDayOf,
  readGrade,
  servedOn,
  suggestedGrade,
  withEntered,
} from "./evaluation-sheet";

const empty = { generalPoints: null, resultPoints: null, grade: null };
const lastDay = "2026-12-31";

describe("the last day of a period", () => {
  it.each([
    ["year", "2026-12-31"],
    ["q1", "2026-03-31"],
    ["q2", "2026-06-30"],
    ["q4", "2026-12-31"],
    ["m02", "2026-02-28"],
    ["m11", "2026-11-30"],
    ["m12", "2026-12-31"],
  ] as const)("of %s is %s", (period, day) => expect(lastDayOf(2026, period)).toBe(day));

  it("is 29 February in a leap year", () => expect(lastDayOf(2028, "m02")).toBe("2028-02-29"));

  it("is a day of its year for every period", () => {
    for (const period of evaluationPeriods) expect(lastDayOf(2026, period)).toMatch(/^2026-\d\d-(28|30|31)$/);
  });

  it("gives way to the day that is looked at until it has come", () => {
    expect(servedOn(2026, "year", "2026-11-30")).toBe("2026-11-30");
    expect(servedOn(2026, "q3", "2026-11-30")).toBe("2026-09-30");
    expect(servedOn(2025, "year", "2026-11-30")).toBe("2025-12-31");
  });
});

describe("a grade and its points", () => {
  it.each([
    [300, 600, "excellent"],
    [200, 699, "good"],
    [250, 450, "good"],
    [250, 449, "completed"],
    [100, 399, "notCompleted"],
  ] as const)("%i and %i tenths are %s", (generalPoints, resultPoints, grade) =>
    expect(suggestedGrade("congChuc", lastDay, { ...empty, generalPoints, resultPoints })).toBe(grade),
  );

  it("gives none where no rule does: other kinds of post, other years, missing or too many points", () => {
    const points = { ...empty, generalPoints: 280, resultPoints: 650 };
    expect(suggestedGrade("canBo", lastDay, points)).toBeNull();
    expect(suggestedGrade("hopDong", lastDay, points)).toBeNull();
    expect(suggestedGrade(null, lastDay, points)).toBeNull();
    expect(suggestedGrade("congChuc", "2025-12-31", points)).toBeNull();
    expect(suggestedGrade("congChuc", lastDay, { ...points, resultPoints: null })).toBeNull();
    expect(suggestedGrade("congChuc", lastDay, { ...points, generalPoints: 301 })).toBeNull();
  });

  it("follow the points while nobody chose otherwise", () => {
    const first = withEntered(empty, { generalPoints: 250 }, "congChuc", lastDay);
    expect(first).toEqual({ ...empty, generalPoints: 250 });
    const both = withEntered(first, { resultPoints: 460 }, "congChuc", lastDay);
    expect(both.grade).toBe("good");
    expect(withEntered(both, { resultPoints: 660 }, "congChuc", lastDay).grade).toBe("excellent");
    const chosen = withEntered(both, { grade: "completed" }, "congChuc", lastDay);
    expect(withEntered(chosen, { resultPoints: 660 }, "congChuc", lastDay).grade).toBe("completed");
    // What the same cell of a pasted block says goes before what the points would give.
    expect(withEntered(both, { resultPoints: 660, grade: "good" }, "congChuc", lastDay).grade).toBe("good");
  });
});

describe("a grade in a pasted cell", () => {
  it("is read by every name that the tables have, and by its number", () => {
    for (const { grade, name } of shippedGradeNames) {
      expect(readGrade(name)).toBe(grade);
      expect(readGrade(`  ${name.toUpperCase()} `)).toBe(grade);
    }
    expect(["1", "2", "3", "4"].map(readGrade)).toEqual(evaluationGrades);
    expect(["HTXSNV", "Tốt", "hoàn thành", "không hoàn thành"].map(readGrade)).toEqual(evaluationGrades);
  });

  it("is nothing where it is none of them", () => {
    expect(["", "0", "5", "khá", "hoàn thành t"].map(readGrade)).toEqual([null, null, null, null, null]);
  });
});

it("reads of a row what is entered, and nothing of another kind", () => {
  expect(evaluationValues({ generalPoints: 250, resultPoints: null, grade: "good", note: "x" })).toEqual({
    generalPoints: 250,
    resultPoints: null,
    grade: "good",
  });
  expect(evaluationValues({ generalPoints: "25", grade: "best" })).toEqual(empty);
});
