/**
 * The people behind a number. Every figure on screen opens this list, read from the same columns that were counted,
 * so its length is the figure.
 */
import { type Status, statusCodes } from "../standards/types";
import { type NoteMark, type StandardOrAll, standards } from "../domain/values";
import { isUncovered, type Snapshot, unverifiedRules } from "./snapshot";

/** A cell of the table. Without `standard` and `statuses`: everybody who serves in scope. */
export interface CellFilter {
  /** Index of the unit; all units when left out. */
  readonly unit?: number;
  /** Scope of several units: 1 at the index of each unit in it. Joined with `unit` by "and". */
  readonly units?: Uint8Array;
  readonly standard?: StandardOrAll;
  /** Only whose finding of `standard` is one of these. */
  readonly statuses?: readonly Status[];
  /** Only whose finding of `standard` (of any, where it is left out) bears this mark. */
  readonly mark?: NoteMark;
  /** Also whose main post is of none of the kinds asked for. */
  readonly anyKind?: boolean;
  /** Also of whom no post is on record, wherever the scope ends. */
  readonly withUnposted?: boolean;
  /** Everybody in the same scope who is not in the cell. */
  readonly complement?: boolean;
}

/**
 * Indices of the people in a cell.
 * @param order indices of people in the order wanted (e.g. by name); those left out of it are left out of the
 *   result; by index when there is no order
 * @throws Error when a status has no standard, or a standard neither a status nor a mark
 */
export function peopleBehind(snapshot: Snapshot, filter: CellFilter, order?: ArrayLike<number>): Int32Array {
  const { unit, units, standard, statuses, mark, anyKind = false, complement = false } = filter;
  const { withUnposted = false } = filter;
  if (standard === undefined ? statuses !== undefined : statuses === undefined && mark === undefined) {
    throw new Error("A cell has both a standard and a status, or neither");
  }
  const column = standard === undefined || statuses === undefined ? null : snapshot.status[standard];
  const bears = mark === undefined ? null : bearing(snapshot, mark, standard);
  const { counted, unposted } = snapshot.columns;
  const wanted = new Set<number>(statuses?.map((status) => statusCodes[status]));
  const unitOf = snapshot.columns.unit;
  const length = order === undefined ? snapshot.count : order.length;
  const found = new Int32Array(length);
  let count = 0;
  for (let place = 0; place < length; place++) {
    const person = order === undefined ? place : (order[place] ?? -1);
    const home = person < snapshot.count ? (unitOf[person] ?? -1) : -1;
    if (withUnposted && unposted[person] === 1) {
      found[count++] = person;
      continue;
    }
    if (home < 0 || (!anyKind && counted[person] !== 1)) continue;
    if (unit !== undefined && home !== unit) continue;
    if (units !== undefined && units[home] !== 1) continue;
    const inCell = (column === null || wanted.has(column[person] ?? -1)) && (bears === null || bears(person));
    if (inCell !== complement) found[count++] = person;
  }
  return found.slice(0, count);
}

function bearing(
  snapshot: Snapshot,
  mark: NoteMark,
  standard: StandardOrAll | undefined,
): (person: number) => boolean {
  if (mark === "mainUnclear") {
    const { doubt } = snapshot.columns;
    return (person) => doubt[person] === 1;
  }
  const of = standards.filter((one) => standard === undefined || standard === "all" || one === standard);
  if (mark === "assumed") return (person) => of.some((one) => snapshot.assumed[one][person] === 1);
  if (mark === "uncovered") return (person) => of.some((one) => isUncovered(snapshot, one, person));
  const unverified = unverifiedRules(snapshot);
  return (person) => of.some((one) => unverified[(snapshot.rule[one][person] ?? -1) + 1] === 1);
}
