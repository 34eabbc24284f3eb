/**
 * Which ops are one proposal: those of one author on one row that write a field in common. Who wrote a field again before
 * anybody decided wants the newest value, and an entry for each would ask people to decide about values that nobody wants.
 */
import { keyOfOp } from "../../../shared/sync/authority/types";
import type { StoredOp } from "../log/op-rows";

/** In the order in which their author wrote them: as their lamports say, which a file that came late does not turn round. */
export function inAuthorsOrder(a: StoredOp, b: StoredOp): number {
  return a.lamport === b.lamport ? a.localId - b.localId : a.lamport - b.lamport;
}

/** Those that belong together, each in their author's order; in the order in which the last of each came. */
export function together(ops: readonly StoredOp[]): StoredOp[][] {
  const ofRows = new Map<string, StoredOp[]>();
  for (const op of ops) {
    const place = `${keyOfOp(op)} ${op.row} ${op.entity}`;
    const known = ofRows.get(place);
    if (known === undefined) ofRows.set(place, [op]);
    else known.push(op);
  }
  const last = (group: readonly StoredOp[]) => Math.max(...group.map(({ localId }) => localId));
  return [...ofRows.values()]
    .flatMap((row) => ofOneWish(row))
    .sort((a, b) => last(a) - last(b))
    .map((group) => group.sort(inAuthorsOrder));
}

/** By the fields that they write, directly or through another of them; whoever makes a row writes all of it. */
function ofOneWish(ops: readonly StoredOp[]): StoredOp[][] {
  let groups: StoredOp[][] = [];
  for (const op of ops) {
    const touches = (one: StoredOp) =>
      op.create || one.create || [...op.fields.keys()].some((field) => one.fields.has(field));
    const joined = groups.filter((group) => group.some(touches));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), op]];
  }
  return groups;
}
