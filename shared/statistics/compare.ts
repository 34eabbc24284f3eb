/**
 * Whose status differs between two snapshots of the same facts on the same day: what a change of the rules would do,
 * counted per unit and listed person by person from the very columns that figures are counted from.
 *
 * Both snapshots are of one roster, so a person has the same index in both.
 */
import { type Standard, standards } from "../domain/values";
import { type Status, statusOfCode } from "../standards/types";
import { isUncovered, type Snapshot, unverifiedRules } from "./snapshot";

/** How many people of a unit go from one status of a standard to another. */
export interface StatusMove {
  /** Index of the unit that they count in; afterwards, where the two differ. */
  readonly unit: number;
  readonly standard: Standard;
  /** Null: not in figures, since their post was or will be of no kind that is counted. */
  readonly from: Status | null;
  readonly to: Status | null;
  readonly people: number;
  /** Of them who will be judged by a rule that nobody compared with the text of the law. */
  readonly unverified: number;
}

export interface Comparison {
  readonly moves: readonly StatusMove[];
  /** People of whom at least one status differs. */
  readonly people: number;
  /** The same by unit. */
  readonly byUnit: ReadonlyMap<number, number>;
  /** People of whom no rule speaks by one standard or another, before and after. */
  readonly uncovered: { readonly before: number; readonly after: number };
}

/** One more than the highest status code, so that two of them fit a number. */
const codes = 8;

/**
 * @param units scope: 1 at the index of each unit in it; null: all
 * @throws Error for snapshots of two days, or of two states of a roster
 */
export function compareSnapshots(
  before: Snapshot,
  after: Snapshot,
  units: Uint8Array | null = null,
): Comparison {
  if (before.asOf !== after.asOf || before.count !== after.count)
    throw new Error("The snapshots are not of one day and one roster");
  const counts = new Map<number, { people: number; unverified: number }>();
  const isUnverified = unverifiedRules(after);
  const byUnit = new Map<number, number>();
  const uncovered = { before: 0, after: 0 };
  const judged = judgedIn(before, after);
  let people = 0;
  for (let person = 0; person < after.count; person++) {
    const unit = unitOf(before, after, person);
    if (unit < 0 || (units !== null && units[unit] !== 1)) continue;
    let moved = false;
    for (const standard of judged) {
      const from = codeIn(before, standard, person);
      const to = codeIn(after, standard, person);
      if (from === to) continue;
      moved = true;
      const key = ((unit * standards.length + standards.indexOf(standard)) * codes + from) * codes + to;
      const count = counts.get(key) ?? { people: 0, unverified: 0 };
      count.people++;
      if (to !== 0) count.unverified += isUnverified[(after.rule[standard][person] ?? -1) + 1] ?? 0;
      counts.set(key, count);
    }
    if (isBare(before, person)) uncovered.before++;
    if (isBare(after, person)) uncovered.after++;
    if (!moved) continue;
    people++;
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1);
  }
  const moves = [...counts].map(([key, count]) => moveOf(key, count));
  return { moves, people, byUnit, uncovered };
}

/** Which people a number of the comparison counts; without a move, everybody of whom any status differs. */
export interface MoveFilter {
  /** Index of a unit; all units when left out. */
  readonly unit?: number;
  readonly units?: Uint8Array | null;
  readonly move?: Pick<StatusMove, "standard" | "from" | "to">;
}

/**
 * Indices of the people behind a number of the comparison.
 * @param order indices of people in the order wanted; by index when there is none
 */
export function peopleMoved(
  before: Snapshot,
  after: Snapshot,
  { unit, units = null, move }: MoveFilter,
  order?: ArrayLike<number>,
): Int32Array {
  const asked = move === undefined ? judgedIn(before, after) : [move.standard];
  const length = order === undefined ? after.count : order.length;
  const found = new Int32Array(length);
  let count = 0;
  for (let place = 0; place < length; place++) {
    const person = order === undefined ? place : (order[place] ?? -1);
    if (person >= after.count) continue;
    const home = unitOf(before, after, person);
    if (home < 0 || (unit !== undefined && home !== unit) || (units !== null && units[home] !== 1)) continue;
    const isIn = asked.some((standard) => {
      const from = codeIn(before, standard, person);
      const to = codeIn(after, standard, person);
      if (from === to) return false;
      return move === undefined || (statusOfCode(from) === move.from && statusOfCode(to) === move.to);
    });
    if (isIn) found[count++] = person;
  }
  return found.slice(0, count);
}

/** The changes of one person, standard by standard. */
export function movesOf(
  before: Snapshot,
  after: Snapshot,
  person: number,
): { readonly standard: Standard; readonly from: Status | null; readonly to: Status | null }[] {
  return standards.flatMap((standard) => {
    const from = codeIn(before, standard, person);
    const to = codeIn(after, standard, person);
    return from === to ? [] : [{ standard, from: statusOfCode(from), to: statusOfCode(to) }];
  });
}

/** Where somebody counts after the change, or before it where they then count nowhere; −1 for neither. */
function unitOf(before: Snapshot, after: Snapshot, person: number): number {
  if (after.columns.counted[person] === 1) return after.columns.unit[person] ?? -1;
  return before.columns.counted[person] === 1 ? (before.columns.unit[person] ?? -1) : -1;
}

/** A status code, 0 for whoever is in no figure. */
function codeIn({ status, columns }: Snapshot, standard: Standard, person: number): number {
  return columns.counted[person] === 1 ? (status[standard][person] ?? 0) : 0;
}

function isBare(snapshot: Snapshot, person: number): boolean {
  return (
    snapshot.columns.counted[person] === 1 &&
    snapshot.book.counted.some((standard) => isUncovered(snapshot, standard, person))
  );
}

/** The standards that one of two snapshots judges by: of the others neither has a status. */
function judgedIn(before: Snapshot, after: Snapshot): Standard[] {
  return standards.filter((key) => before.book.counted.includes(key) || after.book.counted.includes(key));
}

function moveOf(key: number, count: { readonly people: number; readonly unverified: number }): StatusMove {
  const to = key % codes;
  const from = Math.floor(key / codes) % codes;
  const place = Math.floor(key / (codes * codes));
  const standard = standards[place % standards.length];
  if (standard === undefined) throw new Error("A move of no standard");
  return {
    unit: Math.floor(place / standards.length),
    standard,
    from: statusOfCode(from),
    to: statusOfCode(to),
    ...count,
  };
}
