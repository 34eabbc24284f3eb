/**
 * Whom a figure counts: conditions on dimensions, all of which hold. Bands of age and other groupings are conditions
 * that a form or layout writes down, so they differ from form to form as circulars want it, without code.
 */
import type { FixedDimension } from "../statistics/dimensions";

/** One of these members; or, of age, from one number of years to another, both included. */
export type Condition = readonly string[] | { readonly from?: number; readonly to?: number };

/** Everybody, without conditions. */
export type Filter = Readonly<Partial<Record<FixedDimension, Condition>>>;

/** Who passes all of the filters. */
export function allOf(...filters: readonly Filter[]): Filter {
  const both: Partial<Record<FixedDimension, Condition>> = {};
  for (const filter of filters) {
    for (const dimension of Object.keys(filter) as FixedDimension[]) {
      const condition = filter[dimension];
      const before = both[dimension];
      if (condition !== undefined)
        both[dimension] = before === undefined ? condition : bothOf(before, condition);
    }
  }
  return both;
}

function bothOf(a: Condition, b: Condition): Condition {
  if (isRange(a) && isRange(b)) {
    const from = Math.max(a.from ?? -Infinity, b.from ?? -Infinity);
    const to = Math.min(a.to ?? Infinity, b.to ?? Infinity);
    return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) };
  }
  const [members, other] = isRange(a) ? [membersIn(b), a] : [membersIn(a), b];
  return members.filter((member) => meets(member, other));
}

function membersIn(condition: Condition): readonly string[] {
  return isRange(condition) ? [] : condition;
}

function isRange(condition: Condition): condition is { readonly from?: number; readonly to?: number } {
  return !Array.isArray(condition);
}

/** Whether a member of a dimension meets a condition on it; what is no number is in no range. */
export function meets(member: string, condition: Condition): boolean {
  if (!isRange(condition)) return condition.includes(member);
  const value = member === "" ? Number.NaN : Number(member);
  return value >= (condition.from ?? -Infinity) && value <= (condition.to ?? Infinity);
}
