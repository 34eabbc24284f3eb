/** What the rules of careers share: whom a rule is for, what it speaks of, and where and when it says so. */
import type { PartialDate } from "../domain/partial-date";

/** Whose pay and discipline the texts tell apart. */
export type StaffKind = "canBo" | "congChuc" | "vienChuc";

/** Who disciplines: Đảng, chính quyền, đoàn thể. */
export type DisciplineSide = "party" | "government" | "organisation";

/**
 * Khiển trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, bãi nhiệm, buộc thôi việc, and khai trừ of the Party. Hạ bậc
 * lương and giáng chức are no longer given (NĐ 172/2025/NĐ-CP) and stay in histories.
 */
export type DisciplineForm =
  | "reprimand"
  | "warning"
  | "stepLowered"
  | "demotion"
  | "stripping"
  | "removal"
  | "dismissal"
  | "expulsion";

/**
 * Where a rule of careers comes from and when it holds. Rules are rows, so that a roster can hold, correct and confirm
 * them; one that nobody compared with the text of the law says so, and so must whatever is worked out by it.
 */
export interface DatedRule {
  /** Full days, both included; null is open. */
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  readonly clause: string;
  readonly verified: boolean;
}

/** Whether a rule holds on a full day, as `YYYY-MM-DD`. */
export function holdsOn(rule: DatedRule, iso: string): boolean {
  return (rule.validFrom ?? iso) <= iso && iso <= (rule.validTo ?? iso);
}
