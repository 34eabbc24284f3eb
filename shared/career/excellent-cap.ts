/**
 * How many may be graded xuất sắc: within a unit, and within each group of like tasks in it.
 *
 * Source: NĐ 335/2025/NĐ-CP, as cafef.vn 188251228100335529 gives it: not above 20 % of all who are graded "Hoàn thành tốt
 * nhiệm vụ". Read as it stands, those graded xuất sắc are not among them: of 10 graded tốt come 2. Some offices count both
 * together, of 10 tốt and 2 xuất sắc 2,4; the row says which it is, so that a roster can choose. "Not above" rounds down. An
 * outstanding unit may have more by a clause that no source gives in full: such a unit is asked about with a rule of its own.
 */
import type { EvaluationGrade } from "../domain/values";
import { type DatedRule, holdsOn, type StaffKind } from "./types";

export interface CapRule extends DatedRule {
  readonly kinds: readonly StaffKind[];
  readonly percent: number;
  /** What the share is of: those graded tốt alone, or together with those graded xuất sắc. */
  readonly of: "good" | "goodOrBetter";
}

export const shippedCaps: readonly CapRule[] = [
  {
    kinds: ["congChuc"],
    percent: 20,
    of: "good",
    validFrom: "2026-01-01",
    validTo: null,
    clause: "NĐ 335/2025/NĐ-CP",
    verified: true,
  },
  {
    kinds: ["canBo", "congChuc", "vienChuc"],
    percent: 20,
    of: "good",
    validFrom: "2023-09-15",
    validTo: "2025-12-31",
    clause: "NĐ 90/2020/NĐ-CP, sửa đổi bởi NĐ 48/2023/NĐ-CP (chưa xem văn bản)",
    verified: false,
  },
];

/** The cap for a kind of staff on a full day, as `YYYY-MM-DD`; null where no text sets one. */
export function capOn(kind: StaffKind, on: string, table: readonly CapRule[] = shippedCaps): CapRule | null {
  return table.find((rule) => rule.kinds.includes(kind) && holdsOn(rule, on)) ?? null;
}

/** The most who may be graded xuất sắc beside these others. */
export function mostExcellent(
  rule: CapRule,
  counts: { readonly excellent: number; readonly good: number },
): number {
  const base = rule.of === "good" ? counts.good : counts.good + counts.excellent;
  return Math.floor((base * rule.percent) / 100);
}

export interface GradedPerson {
  readonly unit: string;
  /** Group of like tasks within the unit; null: in none, and so counted for the unit alone. */
  readonly group: string | null;
  /** null: not graded yet. */
  readonly grade: EvaluationGrade | null;
}

export interface CapFinding {
  readonly unit: string;
  /** null: the unit as a whole. */
  readonly group: string | null;
  readonly excellent: number;
  readonly good: number;
  /** Of these nobody knows yet; while there are any, `most` may still grow. */
  readonly ungraded: number;
  readonly most: number;
  readonly isOver: boolean;
}

/**
 * Each unit, and then each group in it, with how many are graded xuất sắc and how many may be; in the order in which they
 * first occur. Both bind: a unit may be within its share while a group of it is not.
 */
export function capFindings(rule: CapRule, people: readonly GradedPerson[]): CapFinding[] {
  const units = new Map<string, GradedPerson[]>();
  for (const person of people) collect(units, person.unit, person);
  return [...units].flatMap(([unit, ofUnit]) => {
    const groups = new Map<string, GradedPerson[]>();
    for (const person of ofUnit) if (person.group !== null) collect(groups, person.group, person);
    return [
      finding(rule, unit, null, ofUnit),
      ...[...groups].map(([group, ofGroup]) => finding(rule, unit, group, ofGroup)),
    ];
  });
}

function collect(into: Map<string, GradedPerson[]>, key: string, person: GradedPerson): void {
  const found = into.get(key);
  if (found === undefined) into.set(key, [person]);
  else found.push(person);
}

function finding(
  rule: CapRule,
  unit: string,
  group: string | null,
  people: readonly GradedPerson[],
): CapFinding {
  const count = (grade: EvaluationGrade | null) => people.filter((person) => person.grade === grade).length;
  const counts = { excellent: count("excellent"), good: count("good") };
  const most = mostExcellent(rule, counts);
  return { unit, group, ...counts, ungraded: count(null), most, isOver: counts.excellent > most };
}
