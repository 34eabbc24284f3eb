/** Asks ops that rest on each other in rounds, so that the order in which they are asked has no say. */
import type { AuthoredOp } from "./types";

/**
 * In each round all are asked by what the rounds before it found, until a round finds nothing.
 * @param unjudged ids of those that are asked; who is found leaves it before anything is done about any of its round
 * @returns those that were not found
 */
export function inRounds<O extends AuthoredOp>(
  ops: readonly O[],
  unjudged: Set<string>,
  isFound: (op: O) => boolean,
  then?: (op: O) => void,
): O[] {
  let open = ops.filter((op) => unjudged.has(op.id));
  for (let more = true; more; ) {
    const found = open.filter(isFound);
    for (const op of found) unjudged.delete(op.id);
    for (const op of found) then?.(op);
    more = found.length > 0;
    open = open.filter((op) => unjudged.has(op.id));
  }
  return open;
}
