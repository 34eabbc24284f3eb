/** Where a key moves the mark in an open list. Pure, so that the corners can be tested without a screen. */

/** Entries that PageUp and PageDown pass. */
const page = 8;

/**
 * @param at marked entry, -1 while none is
 * @param enabled for each entry whether it can be chosen
 * @returns the entry to mark, or null when the key moves nothing
 */
export function markMoved(key: string, at: number, enabled: readonly boolean[]): number | null {
  const places = enabled.flatMap((can, place) => (can ? [place] : []));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  switch (key) {
    case "ArrowDown":
      return places.find((place) => place > at) ?? first;
    case "ArrowUp":
      return places.findLast((place) => place < at) ?? last;
    case "PageDown":
      return places.find((place) => place >= at + page) ?? last;
    case "PageUp":
      return places.findLast((place) => place <= at - page) ?? first;
    case "Home":
      return first;
    case "End":
      return last;
    default:
      return null;
  }
}
