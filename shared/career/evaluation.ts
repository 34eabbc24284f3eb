/**
 * The yearly grade (xếp loại chất lượng): which one points give, and how it is called in a year.
 *
 * Source: NĐ 335/2025/NĐ-CP, from 01/01/2026, for công chức: 30 points for general criteria and 70 for results; from 90 xuất
 * sắc, from 70 tốt, from 50 hoàn thành, below không hoàn thành. Before, grades were given without points.
 */
import type { EvaluationGrade } from "../domain/values";
import { type DatedRule, holdsOn, type StaffKind } from "./types";

/** Points in tenths, as rosters keep them. */
export interface PointsRule extends DatedRule {
  readonly kinds: readonly StaffKind[];
  readonly mostGeneral: number;
  readonly mostResult: number;
  /** The fewest points of a grade; whoever reaches none of them has not completed. */
  readonly least: Readonly<Record<Exclude<EvaluationGrade, "notCompleted">, number>>;
}

export const shippedPoints: readonly PointsRule[] = [
  {
    kinds: ["congChuc"],
    mostGeneral: 300,
    mostResult: 700,
    least: { excellent: 900, good: 700, completed: 500 },
    validFrom: "2026-01-01",
    validTo: null,
    clause: "NĐ 335/2025/NĐ-CP",
    verified: true,
  },
];

export type GradeOfPoints =
  | { readonly kind: "grade"; readonly grade: EvaluationGrade; readonly rule: PointsRule }
  /** `rule`: no text gives a grade by points to this kind of staff on this day. */
  | { readonly kind: "unknown"; readonly missing: readonly ("rule" | "generalPoints" | "resultPoints")[] }
  /** More points than the criteria have, or fewer than none. */
  | {
      readonly kind: "outOfBounds";
      readonly points: "generalPoints" | "resultPoints";
      readonly most: number;
    };

/**
 * The grade that points give.
 * @param points in tenths; null: not given
 * @param on the last day of what is graded, as `YYYY-MM-DD`
 * @param isBarred one of the grounds of the decree for không hoàn thành whatever the points: suy thoái as concluded by who
 *   may, a discipline in the year for conduct in office, corruption or waste where the person leads
 */
export function gradeOfPoints(
  kind: StaffKind,
  on: string,
  points: { readonly general: number | null; readonly result: number | null },
  isBarred = false,
  table: readonly PointsRule[] = shippedPoints,
): GradeOfPoints {
  const rule = table.find((one) => one.kinds.includes(kind) && holdsOn(one, on));
  if (rule === undefined) return { kind: "unknown", missing: ["rule"] };
  const { general, result } = points;
  if (isOutOf(general, rule.mostGeneral)) {
    return { kind: "outOfBounds", points: "generalPoints", most: rule.mostGeneral };
  }
  if (isOutOf(result, rule.mostResult)) {
    return { kind: "outOfBounds", points: "resultPoints", most: rule.mostResult };
  }
  if (isBarred) return { kind: "grade", grade: "notCompleted", rule };
  if (general === null || result === null) {
    return {
      kind: "unknown",
      missing: [
        ...(general === null ? (["generalPoints"] as const) : []),
        ...(result === null ? (["resultPoints"] as const) : []),
      ],
    };
  }
  return { kind: "grade", grade: reached(general + result, rule), rule };
}

function isOutOf(points: number | null, most: number): boolean {
  return points !== null && (points < 0 || points > most);
}

function reached(points: number, { least }: PointsRule): EvaluationGrade {
  if (points >= least.excellent) return "excellent";
  if (points >= least.good) return "good";
  return points >= least.completed ? "completed" : "notCompleted";
}

/** What a grade is called on decisions of a time. */
export interface GradeName extends DatedRule {
  readonly grade: EvaluationGrade;
  readonly kinds: readonly StaffKind[];
  readonly name: string;
}

const everybody: readonly StaffKind[] = ["canBo", "congChuc", "vienChuc"];
const always = {
  kinds: everybody,
  validFrom: null,
  validTo: null,
  clause: "NĐ 90/2020/NĐ-CP; NĐ 335/2025/NĐ-CP",
  verified: true,
};
const since2020 = { ...always, validFrom: "2020-01-01" };
const until2019 = { ...always, validTo: "2019-12-31" };

export const shippedGradeNames: readonly GradeName[] = [
  { ...always, grade: "excellent", name: "Hoàn thành xuất sắc nhiệm vụ" },
  { ...always, grade: "good", name: "Hoàn thành tốt nhiệm vụ" },
  { ...since2020, grade: "completed", name: "Hoàn thành nhiệm vụ" },
  {
    ...until2019,
    grade: "completed",
    kinds: ["canBo", "congChuc"],
    name: "Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực",
    // As thanhtra.thainguyen.gov.vn tells of the change of 2019.
    clause: "Luật Cán bộ, công chức 22/2008/QH12, Điều 58",
  },
  {
    ...until2019,
    grade: "completed",
    kinds: ["vienChuc"],
    name: "Hoàn thành nhiệm vụ",
    clause: "Luật Viên chức 58/2010/QH12 (chưa kiểm chứng)",
    verified: false,
  },
  { ...always, grade: "notCompleted", name: "Không hoàn thành nhiệm vụ" },
];

/** The name of a grade in a year, as decisions of that year print it; null where no row has it. */
export function gradeName(
  grade: EvaluationGrade,
  kind: StaffKind,
  year: number,
  table: readonly GradeName[] = shippedGradeNames,
): GradeName | null {
  const lastDay = `${year}-12-31`;
  return (
    table.find((one) => one.grade === grade && one.kinds.includes(kind) && holdsOn(one, lastDay)) ?? null
  );
}
