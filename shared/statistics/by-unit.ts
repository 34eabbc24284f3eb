/**
 * The table "per commune": how many people serve in each unit and how each standard stands. It is counted once from
 * a snapshot and then folded, summed and sorted without the people, so a district's total is the sum of its rows
 * and counts everybody once (each person has one main assignment on the day, so one row).
 */
import { type Standard, type StandardOrAll, standards, standardsAndAll } from "../domain/values";
import { notServingCode, type Status, statusCodes, statuses } from "../standards/types";
import { isUncovered, type Snapshot, unverifiedRules } from "./snapshot";

/** People by status; they sum to the total. */
export type StandardCounts = Readonly<Record<Status, number>>;

/** People whose finding must be looked at twice. */
export interface NotedCounts {
  /** Judged by a set or rule that nobody compared with the text of the law. */
  readonly unverified: number;
  /** Their status hangs on levels without a date. */
  readonly assumed: number;
  /** No rule speaks of the standard for their post: "not applicable" since nobody said anything. */
  readonly uncovered: number;
}

/** One unit's figures, or those of several units together. */
export interface UnitCounts {
  readonly total: number;
  /** Of each standard that is counted. */
  readonly standards: Readonly<Partial<Record<Standard, StandardCounts>>>;
  /** All standards that apply, together. */
  readonly all: StandardCounts;
  readonly notes: Readonly<Partial<Record<Standard, NotedCounts>>>;
  /** People of whom it is not clear by which of several posts they are counted. */
  readonly mainUnclear: number;
  /** People for whose post no rule speaks of one standard or another, each once. */
  readonly uncovered: number;
}

/** The name of all standards together in the documents and options of the command line. */
export const allInDocuments = "both";

/** The figures as the command line prints them. */
export type StatisticsTotal = { readonly total: number } & Readonly<
  Partial<Record<Standard, StandardCounts & NotedCounts>>
> &
  Readonly<Record<typeof allInDocuments, StandardCounts>> & {
    readonly mainUnclear: number;
    readonly uncovered: number;
  };
export type StatisticsRow = {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
} & StatisticsTotal;

/** Counts of many units, row by row of `slotsPerUnit` numbers; see `slotOf`. Plain data, may be transferred. */
export interface UnitTable {
  readonly unitCount: number;
  /** The standards that were counted; of the others all numbers are 0. */
  readonly counted: readonly Standard[];
  readonly counts: Int32Array;
}

/** A row: the total, a block of the statuses for each standard and for all together, notes, who is in doubt, who is not covered. */
const firstNote = 1 + standardsAndAll.length * statuses.length;
const noteKeys = ["unverified", "assumed", "uncovered"] as const satisfies readonly (keyof NotedCounts)[];
const doubtSlot = firstNote + standards.length * noteKeys.length;
const uncoveredSlot = doubtSlot + 1;
const slotsPerUnit = uncoveredSlot + 1;

/**
 * Counts who serves in a post of a kind that was asked for.
 * @param unitCount number of units, by the indices of the facts; @throws RangeError when somebody's unit is beyond it */
export function countByUnit(snapshot: Snapshot, unitCount: number): UnitTable {
  const counts = new Int32Array(unitCount * slotsPerUnit);
  const { unit, counted, doubt } = snapshot.columns;
  const countedStandards = snapshot.book.counted;
  for (let person = 0; person < snapshot.count; person++) {
    const unitIndex = unit[person] ?? -1;
    if (unitIndex < 0 || counted[person] !== 1) continue;
    if (unitIndex >= unitCount) throw new RangeError(`Unit ${unitIndex} of ${unitCount}`);
    bump(counts, unitIndex * slotsPerUnit);
    if (doubt[person] === 1) bump(counts, unitIndex * slotsPerUnit + doubtSlot);
  }
  // Standard by standard, so that each pass reads few columns from end to end.
  for (const [block, standard] of standardsAndAll.entries()) {
    if (standard !== "all" && !countedStandards.includes(standard)) continue;
    const status = snapshot.status[standard];
    const first = block * statuses.length;
    for (let person = 0; person < snapshot.count; person++) {
      const unitIndex = unit[person] ?? -1;
      if (unitIndex < 0 || counted[person] !== 1) continue;
      bump(counts, unitIndex * slotsPerUnit + first + (status[person] ?? notServingCode));
    }
  }
  const uncoveredOnce = new Uint8Array(snapshot.count);
  const unverified = unverifiedRules(snapshot);
  for (const [place, standard] of standards.entries()) {
    if (!countedStandards.includes(standard)) continue;
    const rule = snapshot.rule[standard];
    const assumed = snapshot.assumed[standard];
    const first = firstNote + place * noteKeys.length;
    for (let person = 0; person < snapshot.count; person++) {
      const isUnverified = unverified[(rule[person] ?? -1) + 1] === 1;
      const isBare = isUncovered(snapshot, standard, person);
      if (!isUnverified && assumed[person] !== 1 && !isBare) continue;
      const unitIndex = unit[person] ?? -1;
      if (unitIndex < 0 || counted[person] !== 1) continue;
      const at = unitIndex * slotsPerUnit;
      if (isUnverified) bump(counts, at + first);
      if (assumed[person] === 1) bump(counts, at + first + 1);
      if (!isBare) continue;
      bump(counts, at + first + 2);
      if (uncoveredOnce[person] === 0) bump(counts, at + uncoveredSlot);
      uncoveredOnce[person] = 1;
    }
  }
  return { unitCount, counted: countedStandards, counts };
}

/** How many people of a unit have a status; without one, how many serve there. */
export function cellOf(table: UnitTable, unit: number, standard?: StandardOrAll, status?: Status): number {
  return table.counts[unit * slotsPerUnit + slotOf(standard, status)] ?? 0;
}

/** The figures of one unit. */
export function countsOfUnit(table: UnitTable, unit: number): UnitCounts {
  return countsAt(table.counts, unit * slotsPerUnit, table.counted);
}

/** The figures of several units together; of all when none are named. */
export function totalOfUnits(table: UnitTable, units?: Iterable<number>): UnitCounts {
  const sum = new Int32Array(slotsPerUnit);
  for (const unit of units ?? Array.from({ length: table.unitCount }, (_, index) => index)) {
    for (let slot = 0; slot < slotsPerUnit; slot++) {
      sum[slot] = (sum[slot] ?? 0) + (table.counts[unit * slotsPerUnit + slot] ?? 0);
    }
  }
  return countsAt(sum, 0, table.counted);
}

/**
 * Every unit's figures added to the unit it is shown under, e.g. communes to provinces.
 * @param targetOf index of the row that a unit counts in, −1 to leave it out
 * @param targetCount number of rows wanted
 */
export function foldTable(table: UnitTable, targetOf: Int32Array, targetCount: number): UnitTable {
  const counts = new Int32Array(targetCount * slotsPerUnit);
  for (let unit = 0; unit < table.unitCount; unit++) {
    const target = targetOf[unit] ?? -1;
    if (target < 0) continue;
    for (let slot = 0; slot < slotsPerUnit; slot++) {
      const to = target * slotsPerUnit + slot;
      counts[to] = (counts[to] ?? 0) + (table.counts[unit * slotsPerUnit + slot] ?? 0);
    }
  }
  return { unitCount: targetCount, counted: table.counted, counts };
}

/**
 * The sum of rows that are already counted; of none: all zero.
 * @param of standards to tell of beside those that a row tells of
 */
export function sumCounts(rows: Iterable<UnitCounts>, of: readonly Standard[] = []): UnitCounts {
  const sum = new Int32Array(slotsPerUnit);
  const counted = new Set<Standard>(of);
  for (const row of rows) {
    for (const standard of countedIn(row)) counted.add(standard);
    sum[0] = (sum[0] ?? 0) + row.total;
    for (const standard of standardsAndAll) {
      const counts = countsOf(row, standard);
      for (const status of statuses) {
        const slot = slotOf(standard, status);
        sum[slot] = (sum[slot] ?? 0) + counts[status];
      }
    }
    for (const [place, standard] of standards.entries()) {
      for (const [offset, note] of noteKeys.entries()) {
        const slot = firstNote + place * noteKeys.length + offset;
        sum[slot] = (sum[slot] ?? 0) + (row.notes[standard]?.[note] ?? 0);
      }
    }
    sum[doubtSlot] = (sum[doubtSlot] ?? 0) + row.mainUnclear;
    sum[uncoveredSlot] = (sum[uncoveredSlot] ?? 0) + row.uncovered;
  }
  return countsAt(
    sum,
    0,
    standards.filter((standard) => counted.has(standard)),
  );
}

/** The standards that figures tell of, in the order in which they are shown. */
export function countedIn(counts: Pick<UnitCounts, "standards">): Standard[] {
  return standards.filter((standard) => counts.standards[standard] !== undefined);
}

const nobody: StandardCounts = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 0 };

/** The figures of one standard, or of all together; of one that is not counted: nobody. */
export function countsOf(
  counts: Pick<UnitCounts, "standards" | "all">,
  standard: StandardOrAll,
): StandardCounts {
  return standard === "all" ? counts.all : (counts.standards[standard] ?? nobody);
}

/** The figures in the form that the command line and reports print. */
export function toStatisticsTotal(counts: UnitCounts): StatisticsTotal {
  const { total, all, mainUnclear, uncovered } = counts;
  const blocks = Object.fromEntries(
    countedIn(counts).map((standard) => [
      standard,
      { ...counts.standards[standard], ...counts.notes[standard] },
    ]),
  );
  return { total, ...blocks, [allInDocuments]: all, mainUnclear, uncovered };
}

/** A unit's row in the form that the command line and reports print. */
export function toStatisticsRow(
  unit: { id: string; code: string; name: string },
  counts: UnitCounts,
): StatisticsRow {
  return { unitId: unit.id, unitCode: unit.code, unitName: unit.name, ...toStatisticsTotal(counts) };
}

function slotOf(standard: StandardOrAll | undefined, status: Status | undefined): number {
  if (standard === undefined || status === undefined) return 0;
  return standardsAndAll.indexOf(standard) * statuses.length + statusCodes[status];
}

function countsAt(counts: Int32Array, row: number, counted: readonly Standard[]): UnitCounts {
  const byCounted = <T>(make: (standard: Standard) => T) =>
    Object.fromEntries(counted.map((standard) => [standard, make(standard)]));
  const block = (standard: StandardOrAll): StandardCounts => {
    const value = (status: Status) => counts[row + slotOf(standard, status)] ?? 0;
    return {
      met: value("met"),
      notMet: value("notMet"),
      unknown: value("unknown"),
      grace: value("grace"),
      notApplicable: value("notApplicable"),
    };
  };
  const noted = (place: number): NotedCounts => ({
    unverified: counts[row + firstNote + place * noteKeys.length] ?? 0,
    assumed: counts[row + firstNote + place * noteKeys.length + 1] ?? 0,
    uncovered: counts[row + firstNote + place * noteKeys.length + 2] ?? 0,
  });
  return {
    total: counts[row] ?? 0,
    standards: byCounted(block),
    all: block("all"),
    notes: byCounted((standard) => noted(standards.indexOf(standard))),
    mainUnclear: counts[row + doubtSlot] ?? 0,
    uncovered: counts[row + uncoveredSlot] ?? 0,
  };
}

function bump(counts: Int32Array, slot: number): void {
  counts[slot] = (counts[slot] ?? 0) + 1;
}
