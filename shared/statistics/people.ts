/**
 * The people behind a number. Every figure on screen opens this list, read from the same columns that were counted,
 * so its length is the figure.
 */
import { notServingCode, type Status, statusCodes } from "../standards/types";
import type { StandardOrAll } from "../domain/values";
import type { Snapshot } from "./snapshot";

/** A cell of the table. Without `standard` and `status`: everybody who serves in scope. */
export interface CellFilter {
  /** Index of the unit; all units when left out. */
  readonly unit?: number;
  /** Scope of several units: 1 at the index of each unit in it. Joined with `unit` by "and". */
  readonly units?: Uint8Array;
  readonly standard?: StandardOrAll;
  readonly status?: Status;
  /** Everybody in the same scope who is not in the cell. */
  readonly complement?: boolean;
}

/**
 * Indices of the people in a cell.
 * @param order indices of people in the order wanted (e.g. by name); those left out of it are left out of the
 *   result; by index when there is no order
 * @throws Error when only one of `standard` and `status` is given
 */
export function peopleBehind(snapshot: Snapshot, filter: CellFilter, order?: ArrayLike<number>): Int32Array {
  const { unit, units, standard, status, complement = false } = filter;
  if ((standard === undefined) !== (status === undefined)) {
    throw new Error("A cell has both a standard and a status, or neither");
  }
  const column = standard === undefined ? null : snapshot.status[standard];
  const wanted = status === undefined ? notServingCode : statusCodes[status];
  const unitOf = snapshot.columns.unit;
  const length = order === undefined ? snapshot.count : order.length;
  const found = new Int32Array(length);
  let count = 0;
  for (let place = 0; place < length; place++) {
    const person = order === undefined ? place : (order[place] ?? -1);
    const home = person < snapshot.count ? (unitOf[person] ?? -1) : -1;
    if (home < 0) continue;
    if (unit !== undefined && home !== unit) continue;
    if (units !== undefined && units[home] !== 1) continue;
    const inCell = column === null || column[person] === wanted;
    if (inCell !== complement) found[count++] = person;
  }
  return found.slice(0, count);
}
