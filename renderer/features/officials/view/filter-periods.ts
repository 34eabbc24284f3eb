/**
 * What ticking years and months of a column of dates does to its filter, as in a spreadsheet: a year stands for all of its
 * months, and all are ticked until some are not. Pure.
 */
import { yearOf } from "../../../../shared/columns/date-periods";
import type { CallResult } from "../../../../shared/contract/contract";
import { type ViewFilter, viewLimits } from "../../../../shared/contract/schemas/views";
import { emptyFilter, orNull } from "./filter-values";

export type PeriodTree = CallResult<"columnPeriods">;

/** How much of a year, or of everything, is let through. */
export type Ticks = "all" | "some" | "none";

/** Periods that are no years: months, what is known of no month, no date at all. */
export function leavesOf({ blank, years }: PeriodTree): readonly string[] {
  return [...years.flatMap(({ months }) => months.map(({ period }) => period)), ...(blank > 0 ? [""] : [])];
}

/** Whether a month, or what has none, is let through. */
export function isPeriodOn(filter: ViewFilter | null, period: string): boolean {
  const periods = filter?.periods ?? null;
  if (periods === null) return true;
  return (periods.includes(period) || periods.includes(yearOf(period))) !== filter?.except;
}

/** @param leaves periods that are no years */
export function ticksOf(filter: ViewFilter | null, leaves: readonly string[]): Ticks {
  const on = leaves.filter((period) => isPeriodOn(filter, period)).length;
  if (on === 0) return "none";
  return on === leaves.length ? "all" : "some";
}

/**
 * The filter after a period was ticked or unticked; null where nothing is filtered any more.
 * @param turned a year, or a period within one
 * @param none everything was unticked before, to tick a few
 */
export function periodTurned(
  key: string,
  filter: ViewFilter | null,
  tree: PeriodTree,
  turned: string,
  none: boolean,
): ViewFilter | null {
  const before = { ...(filter ?? emptyFilter(key)), values: null };
  const leaves = leavesIn(tree, turned);
  if (none) return { ...before, periods: wholeYears(tree, leaves), except: false };
  const isStart = before.periods === null;
  const except = isStart || before.except;
  const said = new Set((before.periods ?? []).flatMap((period) => leavesIn(tree, period)));
  const isOn = ticksOf(filter, leaves) === "all";
  // Of what is let out those that go off are added, of what is let in those that come on.
  for (const period of leaves) {
    if (isOn === except) said.add(period);
    else said.delete(period);
  }
  // With nothing ticked there would be nobody, and with nothing unticked there is no filter.
  if (said.size === 0) return orNull({ ...before, periods: null, except: false });
  return { ...before, periods: wholeYears(tree, [...said]), except };
}

/** What a period stands for; one that nobody of the list has stands for itself. */
function leavesIn({ years }: PeriodTree, period: string): readonly string[] {
  return years.find(({ year }) => year === period)?.months.map((month) => month.period) ?? [period];
}

/** The same periods with years in place of all of their months. */
function wholeYears({ years }: PeriodTree, periods: readonly string[]): string[] {
  const said = new Set(periods);
  for (const { year, months } of years) {
    if (!months.every(({ period }) => said.has(period))) continue;
    for (const { period } of months) said.delete(period);
    said.add(year);
  }
  return [...said].slice(-viewLimits.values);
}
