/** The time whose due things are shown: a month, a quarter, a year, or all that is over; as it stands in the address. */
import {
  firstDayOfMonth,
  isMonthOfCalendar,
  lastDayOfMonth,
  monthNumber,
} from "../../../shared/domain/months";
import { addDays, firstYear, isoToPacked, packedToIso } from "../../../shared/domain/partial-date";

export const periodSizes = ["month", "quarter", "year", "overdue"] as const;
export type PeriodSize = (typeof periodSizes)[number];

const monthsOf: Readonly<Record<Exclude<PeriodSize, "overdue">, number>> = { month: 1, quarter: 3, year: 12 };

export interface Period {
  readonly size: PeriodSize;
  /** `2026-11`, `2026-q4`, `2026`, `overdue`: as the address has it. */
  readonly key: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** For words: number of the year, and of the month or quarter in it. */
  readonly year: number;
  readonly part: number;
}

/** The period of a size around a day. @param day ISO */
export function periodAround(size: PeriodSize, day: string): Period {
  if (size === "overdue") {
    const to = packedToIso(addDays(isoToPacked(day), -1));
    return { size, key: "overdue", from: `${firstYear}-01-01`, to, year: 0, part: 0 };
  }
  return periodOf(size, monthNumber(isoToPacked(day)));
}

/** @param key as in the address @param day ISO, around which what nobody asked for lies */
export function readPeriod(key: string | null, day: string): Period {
  const [, year = "", quarter, month] = /^(\d{4})(?:-q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(key ?? "") ?? [];
  if (key === "overdue") return periodAround("overdue", day);
  const part = month ?? (quarter === undefined ? undefined : String(Number(quarter) * 3 - 2));
  const first = Number(year) * 12 + Number(part ?? "1") - 1;
  if (year === "" || !isMonthOfCalendar(first)) return periodAround("month", day);
  return periodOf(month !== undefined ? "month" : quarter !== undefined ? "quarter" : "year", first);
}

/** The one before or after; null beyond the calendar, and where none is before or after. */
export function steppedPeriod({ size, from }: Period, step: -1 | 1): Period | null {
  if (size === "overdue") return null;
  const month = monthNumber(isoToPacked(from)) + step * monthsOf[size];
  return isMonthOfCalendar(month) ? periodOf(size, month) : null;
}

/** @param month any of the period's */
function periodOf(size: Exclude<PeriodSize, "overdue">, month: number): Period {
  const count = monthsOf[size];
  const first = month - (month % count);
  const year = Math.trunc(first / 12);
  const part = (first % 12) / count + 1;
  const keys = {
    month: `${year}-${String(part).padStart(2, "0")}`,
    quarter: `${year}-q${part}`,
    year: `${year}`,
  };
  return {
    size,
    key: keys[size],
    from: packedToIso(firstDayOfMonth(first)),
    to: packedToIso(lastDayOfMonth(first + count - 1)),
    year,
    part,
  };
}
