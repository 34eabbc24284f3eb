/** The days of a calendar month and the ways through them by keys. Pure: days are `YYYY-MM-DD`, months count from 1. */
import { addDays, isoToPacked, latestDay, packedToIso } from "../../../shared/domain/partial-date";

export interface Month {
  readonly year: number;
  readonly month: number;
}

/** Years that a date of the program can be in, see shared/domain/partial-date.ts. */
export const firstYear = 1900;
export const lastYear = 2200;

const two = (n: number) => String(n).padStart(2, "0");

export function monthOf(day: string): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

/** `1980-05` */
export function monthText({ year, month }: Month): string {
  return `${year}-${two(month)}`;
}

export function daysIn({ year, month }: Month): number {
  return Number(packedToIso(latestDay(monthText({ year, month }))).slice(8));
}

/** Days by which the first of each month stands off a year that begins in March (Sakamoto, 1993). */
const monthOffsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;

/** Places from Monday: 0 for Monday, 6 for Sunday. */
function weekday(day: string): number {
  const { year, month } = monthOf(day);
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const fromSunday = y + leaps + (monthOffsets[month - 1] ?? 0) + Number(day.slice(8));
  return (fromSunday + 6) % 7;
}

/** Weeks from Monday; null where a day belongs to another month. */
export function weeksOf(month: Month): readonly (readonly (string | null)[])[] {
  const before = weekday(`${monthText(month)}-01`);
  const days = Array.from({ length: daysIn(month) }, (_, n) => `${monthText(month)}-${two(n + 1)}`);
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) => cells.slice(7 * n, 7 * n + 7));
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)]);
}

/** A month some months on, within the years there are. */
export function monthsOn({ year, month }: Month, count: number): Month {
  const place = Math.max(firstYear * 12, Math.min(lastYear * 12 + 11, year * 12 + month - 1 + count));
  return { year: Math.floor(place / 12), month: (place % 12) + 1 };
}

/** The same day of another month, or that month's last. */
export function dayIn(month: Month, day: string): string {
  return `${monthText(month)}-${two(Math.min(Number(day.slice(8)), daysIn(month)))}`;
}

function moved(day: string, days: number): string {
  return packedToIso(addDays(isoToPacked(day), days));
}

/**
 * Where a key leads from a day: a day, a week, the ends of the week, a month, with Shift a year.
 * @returns null when the key means nothing here
 */
export function dayMoved(key: string, shift: boolean, day: string): string | null {
  const by = (days: number) => {
    // As far from the ends of the calendar as the step is long, there is nowhere to go.
    const least = days < 0 ? moved(`${firstYear}-01-01`, -days) : day;
    const most = days > 0 ? moved(`${lastYear}-12-31`, -days) : day;
    return day < least || day > most ? day : moved(day, days);
  };
  switch (key) {
    case "ArrowLeft":
      return by(-1);
    case "ArrowRight":
      return by(1);
    case "ArrowUp":
      return by(-7);
    case "ArrowDown":
      return by(7);
    case "Home":
      return by(-weekday(day));
    case "End":
      return by(6 - weekday(day));
    case "PageUp":
      return dayIn(monthsOn(monthOf(day), shift ? -12 : -1), day);
    case "PageDown":
      return dayIn(monthsOn(monthOf(day), shift ? 12 : 1), day);
    default:
      return null;
  }
}
