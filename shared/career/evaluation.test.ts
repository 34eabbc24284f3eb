// Guards which grade points give at each bound, and that nobody gets one by a rule that is not theirs or not yet in force.

import { describe, expect, it } from "vitest";
import { evaluationGrades } from "../domain/values";
import { gradeName, gradeOfPoints, shippedGradeNames, shippedPoints } from "./evaluation";
import { holdsOn } from "./types";

const of = (general: number | null, result: number | null) => ({ general, result });

describe("gradeOfPoints", () => {
  it.each([
    [300, 700, "excellent"],
    [300, 600, "excellent"],
    [300, 599, "good"],
    [200, 699, "good"],
    [100, 600, "good"],
    [99, 600, "completed"],
    [300, 200, "completed"],
    [0, 500, "completed"],
    [0, 499, "notCompleted"],
    [0, 0, "notCompleted"],
  ])("of %i and %i tenths is %s", (general, result, grade) => {
    expect(gradeOfPoints("congChuc", "2026-12-31", of(general, result))).toMatchObject({
      kind: "grade",
      grade,
    });
  });

  it("is the lowest on the grounds that bar any other, whatever the points", () => {
    const barred = { kind: "grade", grade: "notCompleted" };
    expect(gradeOfPoints("congChuc", "2026-12-31", of(300, 700), true)).toMatchObject(barred);
    expect(gradeOfPoints("congChuc", "2026-12-31", of(null, null), true)).toMatchObject(barred);
  });

  it("says which points are missing, never taking them for none", () => {
    expect(gradeOfPoints("congChuc", "2026-12-31", of(null, 700))).toEqual({
      kind: "unknown",
      missing: ["generalPoints"],
    });
    expect(gradeOfPoints("congChuc", "2026-12-31", of(null, null))).toEqual({
      kind: "unknown",
      missing: ["generalPoints", "resultPoints"],
    });
  });

  it.each([
    [301, 0, "generalPoints", 300],
    [-1, 0, "generalPoints", 300],
    [0, 701, "resultPoints", 700],
  ])("refuses %i and %i tenths", (general, result, points, most) => {
    expect(gradeOfPoints("congChuc", "2026-12-31", of(general, result))).toEqual({
      kind: "outOfBounds",
      points,
      most,
    });
  });

  it.each([
    ["congChuc", "2025-12-31"],
    ["canBo", "2026-12-31"],
    ["vienChuc", "2026-12-31"],
  ] as const)("knows no rule for %s on %s", (kind, on) => {
    expect(gradeOfPoints(kind, on, of(300, 700))).toEqual({ kind: "unknown", missing: ["rule"] });
  });

  it("goes by the rows it is given", () => {
    const [rule] = shippedPoints;
    if (rule === undefined) throw new Error("no rule");
    const stricter = { ...rule, least: { ...rule.least, excellent: 950 } };
    expect(gradeOfPoints("congChuc", "2026-01-01", of(300, 649), false, [stricter])).toMatchObject({
      grade: "good",
    });
  });
});

describe("gradeName", () => {
  it.each([
    ["excellent", "congChuc", 2015, "Hoàn thành xuất sắc nhiệm vụ", true],
    ["good", "canBo", 2026, "Hoàn thành tốt nhiệm vụ", true],
    ["completed", "congChuc", 2019, "Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực", true],
    ["completed", "congChuc", 2020, "Hoàn thành nhiệm vụ", true],
    ["completed", "vienChuc", 2019, "Hoàn thành nhiệm vụ", false],
    ["notCompleted", "vienChuc", 2026, "Không hoàn thành nhiệm vụ", true],
  ] as const)("of %s for %s in %i is %s", (grade, kind, year, name, verified) => {
    expect(gradeName(grade, kind, year)).toMatchObject({ name, verified });
  });

  it("is one name and no more, for every grade, kind and year", () => {
    for (const grade of evaluationGrades) {
      for (const kind of ["canBo", "congChuc", "vienChuc"] as const) {
        for (const year of [2005, 2019, 2020, 2026]) {
          const rows = shippedGradeNames.filter(
            (row) => row.grade === grade && row.kinds.includes(kind) && holdsOn(row, `${year}-12-31`),
          );
          expect([grade, kind, year, rows.length]).toEqual([grade, kind, year, 1]);
        }
      }
    }
  });
});
