/**
 * Days and hours of the country: UTC+7 without summer time, whatever zone a PC is set to.
 *
 * An operation, a report's name and "hôm nay" belong to a day of the office, not of the machine: a PC that was set up
 * with another country's zone would otherwise give other figures for the same question. Nothing else in the program
 * may turn an instant into a day or an hour (build/clocks.test.ts).
 *
 * Instants are ms since 1970-01-01 UTC. Those that come from elsewhere may be any whole number, as clocks may be wrong
 * to any extent; what no calendar of the program has is put at the nearest end of it, so that a wrong clock is shown as
 * an odd day and never stops a list.
 */

const hanoiOffset = 7 * 3_600_000;
const dayMs = 86_400_000;

/** Days that canonical dates can name, see partial-date.ts. */
const firstDay = Date.UTC(1900, 0, 1);
const lastDay = Date.UTC(2200, 11, 31);
/** Instants that ISO text writes with four digits of a year, seven hours off either end. */
const firstInstant = Date.UTC(1000, 0, 1);
const lastInstant = Date.UTC(9999, 11, 31);

function within(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, value));
}

/** The Hà Nội day of an instant, `YYYY-MM-DD`; before 1900 or after 2200 the nearest day that dates can name. */
export function hanoiDay(instant: number): string {
  const day = within(instant + hanoiOffset, firstDay, lastDay);
  return new Date(day).toISOString().slice(0, 10);
}

/** Last millisecond of a Hà Nội day. @param day `YYYY-MM-DD` @throws RangeError for another text */
export function endOfHanoiDay(day: string): number {
  const start = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(start)) throw new RangeError(`Not a day: ${day}`);
  return start + dayMs - 1 - hanoiOffset;
}

/** First millisecond of a Hà Nội day. @param day `YYYY-MM-DD` @throws RangeError for another text */
export function startOfHanoiDay(day: string): number {
  return endOfHanoiDay(day) - dayMs + 1;
}

/** "23/11/2026 07:05" by Hà Nội's clock. @param instant any number */
export function hanoiText(instant: number): string {
  const text = isoInstant(within(instant, firstInstant, lastInstant) + hanoiOffset);
  const [year = "", month = "", day = ""] = text.slice(0, 10).split("-");
  return `${day}/${month}/${year} ${text.slice(11, 16)}`;
}

/** ISO text of an instant from anybody's clock, e.g. `2026-11-23T00:05:00.000Z`. @param instant any number */
export function isoInstant(instant: number): string {
  return new Date(within(instant, firstInstant, lastInstant)).toISOString();
}
