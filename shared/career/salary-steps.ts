/**
 * The next step of pay (nâng bậc lương thường xuyên) or, on the top step, the next rise of the allowance beyond it (phụ cấp
 * thâm niên vượt khung), from the row that somebody is paid by now.
 *
 * Sources: NĐ 204/2004/NĐ-CP with Thông tư 08/2013/TT-BNV, 03/2021/TT-BNV, as offices work by them: a step after the
 * months of the scale; on the top step 5 % after those months once more, then 1 % more each 12 months (Thông tư
 * 04/2005/TT-BNV, Mục III, as luatminhkhue.vn quotes it).
 *
 * Invariants: a day is never more precise than the one it is counted from; what does not fit together gives no day.
 */
import { addMonthsToDate } from "../domain/months";
import { earliestDay, type PackedDay, type PartialDate, precisionOf } from "../domain/partial-date";
import type { DatedRule } from "./types";

/** Coefficients in hundredths: step n has first + rise × (n − 1). */
export interface SalaryScale {
  readonly first: number;
  readonly rise: number;
  readonly steps: number;
  /** Months on a step before the next. */
  readonly months: number;
}

/** What somebody is paid by now; null is not known, or, of the allowance, none. */
export interface CurrentPay {
  readonly step: number | null;
  /** In hundredths. */
  readonly coefficient: number | null;
  readonly from: PartialDate | null;
  /** Phụ cấp thâm niên vượt khung in whole per cent, and from when. */
  readonly overPercent: number | null;
  readonly overFrom: PartialDate | null;
}

/** Whole months by which a step comes later; where they come from: delays.ts. */
export interface Delay {
  readonly months: number;
}

export type MissingForStep = "scale" | "step" | "from" | "monthOfFrom" | "overFrom" | "monthOfOverFrom";

export type PayProblem =
  /** The coefficient is another than that of the step. */
  | "coefficientUnlikeStep"
  /** The scale has no such step. */
  | "stepOffScale"
  /** No step of the scale has the coefficient. */
  | "coefficientOffScale"
  /** An allowance beyond the top step below it, or one smaller than the first there is. */
  | "overUnlikeStep";

export type NextStep =
  | {
      readonly kind: "regular" | "overTop";
      readonly step: number;
      readonly coefficient: number;
      /** Of the allowance, in whole per cent; 0 below the top step. */
      readonly percent: number;
      /** As precise as the date it is counted from. */
      readonly on: PartialDate;
      /** The first day that `on` can mean: lists sort and warn by it, so that nobody is seen too late. Never printed. */
      readonly earliest: PackedDay;
      /** Months of delay that `on` contains. */
      readonly delayedBy: number;
    }
  | { readonly kind: "unknown"; readonly missing: readonly MissingForStep[] }
  | {
      readonly kind: "mismatch";
      readonly problem: PayProblem;
      /** The coefficient of the step, where the scale has it. */
      readonly expected: number | null;
    };

/** How the allowance beyond the top step grows. */
export interface OverTopRule extends DatedRule {
  readonly firstPercent: number;
  readonly risePercent: number;
  /** Months between two rises; before the first, those of the scale. */
  readonly months: number;
}

export const shippedOverTop: OverTopRule = {
  firstPercent: 5,
  risePercent: 1,
  months: 12,
  validFrom: null,
  validTo: null,
  clause: "Thông tư 04/2005/TT-BNV, Mục III, sửa đổi bởi Thông tư 03/2021/TT-BNV",
  verified: true,
};

/** The coefficient of a step in hundredths; null if the scale has no such step. */
export function coefficientOf(scale: SalaryScale, step: number): number | null {
  return Number.isInteger(step) && step >= 1 && step <= scale.steps
    ? scale.first + scale.rise * (step - 1)
    : null;
}

/**
 * What comes next in somebody's pay, and when.
 * @param scale that of the grade; null if the grade has none that is known
 * @param delays only those since `from`, or on the top step since `overFrom`: see salaryDelays of delays.ts
 */
export function nextStep(
  scale: SalaryScale | null,
  pay: CurrentPay,
  delays: readonly Delay[] = [],
  overTop: OverTopRule = shippedOverTop,
): NextStep {
  if (scale === null) return { kind: "unknown", missing: ["scale"] };
  const place = placeOf(scale, pay);
  if ("kind" in place) return place;
  const percent = pay.overPercent ?? 0;
  const isTop = place.step === scale.steps;
  if (percent !== 0 && (!isTop || percent < overTop.firstPercent)) {
    return { kind: "mismatch", problem: "overUnlikeStep", expected: place.coefficient };
  }
  const delayedBy = delays.reduce((sum, { months }) => sum + months, 0);
  const isRise = percent !== 0;
  const since = isRise ? pay.overFrom : pay.from;
  if (since === null) return { kind: "unknown", missing: [isRise ? "overFrom" : "from"] };
  const on = addMonthsToDate(since, (isRise ? overTop.months : scale.months) + delayedBy);
  if (on === null) return { kind: "unknown", missing: [tooVague(since, isRise)] };
  const dated = { on, earliest: earliestDay(on), delayedBy };
  if (isTop) {
    const next = isRise ? percent + overTop.risePercent : overTop.firstPercent;
    return { kind: "overTop", ...place, percent: next, ...dated };
  }
  const step = place.step + 1;
  return { kind: "regular", step, coefficient: place.coefficient + scale.rise, percent: 0, ...dated };
}

/** The step somebody stands on with its coefficient, from either of the two; what does not fit if they do not. */
function placeOf(
  scale: SalaryScale,
  { step, coefficient }: CurrentPay,
):
  | { readonly step: number; readonly coefficient: number }
  | Exclude<NextStep, { kind: "regular" | "overTop" }> {
  if (step !== null) {
    const expected = coefficientOf(scale, step);
    if (expected === null) return { kind: "mismatch", problem: "stepOffScale", expected };
    if (coefficient !== null && coefficient !== expected) {
      return { kind: "mismatch", problem: "coefficientUnlikeStep", expected };
    }
    return { step, coefficient: expected };
  }
  if (coefficient === null) return { kind: "unknown", missing: ["step"] };
  for (let one = 1; one <= scale.steps; one++) {
    if (coefficientOf(scale, one) === coefficient) return { step: one, coefficient };
  }
  return { kind: "mismatch", problem: "coefficientOffScale", expected: null };
}

/** A year alone lacks its month; any other date that gives no day leaves the calendar, and so is a slip. */
function tooVague(since: PartialDate, isRise: boolean): MissingForStep {
  if (precisionOf(since) === "year") return isRise ? "monthOfOverFrom" : "monthOfFrom";
  return isRise ? "overFrom" : "from";
}
