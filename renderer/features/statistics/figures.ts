/**
 * The figures of the table as screens need them: one shape for every standard, rates as text, orders.
 * Counting and rates come from shared/statistics; nothing is counted a second way here.
 */
import { type StandardOrAll, standards, standardsAndAll } from "../../../shared/domain/values";
import type { StatisticsRowData, UnitCounts } from "../../../shared/contract/schemas/statistics";
import { countsOf } from "../../../shared/statistics/by-unit";
import { rate } from "../../../shared/statistics/rate";
import { type Status, statuses } from "../../../shared/standards/types";
import { formatFraction, formatRange } from "../../../shared/text/format";

/** People that a rate is about, how many of them meet the standard, and how many might. */
export interface Figure {
  readonly met: number;
  /** Met, plus those nobody knows of yet. */
  readonly mostMet: number;
  readonly whole: number;
}

export function figureOf(counts: UnitCounts, standard: StandardOrAll): Figure {
  const { part, whole } = rate(countsOf(counts, standard));
  return { met: part, mostMet: part + countsOf(counts, standard).unknown, whole };
}

/** What figures say of what they rest on: of how many people that is a rule which nobody compared with its text. */
export function judgementOf(
  { notes }: Pick<UnitCounts, "notes">,
  standard: StandardOrAll,
): { readonly unverified: number } {
  const of = standard === "all" ? standards : [standard];
  return { unverified: Math.max(0, ...of.map((one) => notes[one]?.unverified ?? 0)) };
}

/** "386/478" */
export function fractionText({ met, whole }: Figure): string {
  return formatFraction(met, whole);
}

/** "80,8 %", or the range it lies in while somebody is unknown. */
export function percentText({ met, mostMet, whole }: Figure): string {
  return formatRange(met, mostMet, whole);
}

/** Between 0 and 1; a unit without anybody sorts behind all others. */
function share({ met, whole }: Figure): number {
  return whole === 0 ? 2 : met / whole;
}

/**
 * Statuses that get a column. All standards together are the sum of what stands before them, so there only the
 * statuses that occur take room; "not applicable" takes it only where it occurs anywhere.
 */
export function statusColumns(total: UnitCounts, standard: StandardOrAll): readonly Status[] {
  const always: readonly Status[] =
    standard === "all" ? ["met", "notMet"] : ["met", "notMet", "unknown", "grace"];
  return statuses.filter((status) => always.includes(status) || countsOf(total, standard)[status] > 0);
}

/** The number that a column (`total`, `professional.met`, `all.rate`) sorts by; null for the unit's own column. */
function sortValue(row: StatisticsRowData, key: string): number | null {
  if (key === "total") return row.total;
  const [name, what] = key.split(".");
  const standard = standardsAndAll.find((one) => one === name);
  if (standard === undefined) return null;
  if (what === "rate") return share(figureOf(row, standard));
  const status = statuses.find((candidate) => candidate === what);
  return status === undefined ? null : countsOf(row, standard)[status];
}

/**
 * Rows in the order of a column; rows come in the Vietnamese order of their names, which also settles ties.
 */
export function sortRows(
  rows: readonly StatisticsRowData[],
  sort: { readonly column: string; readonly descending: boolean },
): readonly StatisticsRowData[] {
  const sign = sort.descending ? -1 : 1;
  const keyed = rows.map((row, place) => ({ row, place, value: sortValue(row, sort.column) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return sign * (a.place - b.place);
    return sign * (a.value - b.value) || a.place - b.place;
  });
  return keyed.map(({ row }) => row);
}

/** Rows with somebody to judge, lowest rate first: those a leader asks about. */
export function lowestFirst(
  rows: readonly StatisticsRowData[],
  standard: StandardOrAll,
): readonly StatisticsRowData[] {
  return sortRows(
    rows.filter((row) => row.total > 0),
    { column: `${standard}.rate`, descending: false },
  );
}
