/** What the rules of careers share: whom a rule is for, and where and when it says so. */
import type { PartialDate } from "../domain/partial-date";
import type { PostCategory } from "../domain/values";

/** Whose pay and discipline the texts tell apart; nobody else has grades and steps by them. */
export type StaffKind = Extract<PostCategory, "canBo" | "congChuc" | "vienChuc">;

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
