/**
 * The next step of pay or rise of the allowance beyond the top step, counted from the newest row of pay with what puts it
 * off. What is decided for a day to come is such a row too, so that a step is not due again once it was written.
 */
import type { DueReason } from "../../domain/due";
import { salaryStanding } from "../salary-standing";
import { type DueReader, itemOn, nothingDue } from "../types";

export const salaryStep: DueReader = (person, context) => {
  const standing = salaryStanding(person, context);
  if (standing === null) return nothingDue;
  if (standing.kind === "unknown") return { items: [], missing: standing.missing };
  if (standing.kind === "mismatch") return { items: [], missing: [standing.problem] };
  const { now, next, delays } = standing;
  const name = next.kind === "regular" ? "salaryStep" : "overTop";
  const key: DueReason = next.delayedBy > 0 ? `${name}Delayed` : name;
  const params = {
    grade: now.grade,
    step: next.step,
    coefficient: { hundredths: next.coefficient },
    percent: next.percent,
    months: next.delayedBy,
  };
  return {
    items: [
      itemOn(
        next.on,
        { key, params },
        delays.some(({ rule }) => !rule.verified),
      ),
    ],
    missing: [],
  };
};
