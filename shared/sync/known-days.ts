/**
 * On which day each entry of a roster came to stand in it: what was written here, and what was received.
 *
 * The order of the log is certain, the clock of a PC is not: it may have stood at 1970 after its battery died, or at 2201
 * by a slip. So the order decides, and clocks only say where in it the days lie:
 *
 * - an entry whose clock is past today is doubted;
 * - of the others as few as possible are doubted, such that the clocks of the rest agree with the order; where either of
 *   two could be wrong, the one that stands lower is, since clocks fall back more often than they run ahead;
 * - a doubted entry counts from the day of the next one that is not: it had come by then, and nobody can say that it had
 *   come before. Where none follows, it counts on no day that is over.
 *
 * Invariants (known-days.test.ts): days never fall along the log; an entry that is not doubted has the day of its clock;
 * one wrong clock among right ones moves no other entry.
 */

/** When one entry came, by this roster's own clock. */
export interface PlacedEntry {
  /** Day from whose end on it counts as known, `YYYY-MM-DD`; null: no day that is over. */
  readonly day: string | null;
  /** Its clock contradicts the order of the log, or is past today. */
  readonly doubted: boolean;
}

/**
 * @param clocks the Hà Nội day of each entry's clock, in the order of the log
 * @param today `YYYY-MM-DD`
 */
export function placedEntries(clocks: readonly string[], today: string): PlacedEntry[] {
  const trusted = agreeing(clocks, today);
  const placed: PlacedEntry[] = [];
  let next: string | null = null;
  for (let place = clocks.length - 1; place >= 0; place--) {
    const doubted = !trusted.has(place);
    if (!doubted) next = clocks[place] ?? null;
    placed.push({ day: next, doubted });
  }
  return placed.reverse();
}

/** Places of the largest set of entries whose clocks do not fall along the log. */
function agreeing(clocks: readonly string[], today: string): Set<number> {
  // From the end on: of all series of one length, the one whose first clock is the latest can still become longest.
  const firsts: number[] = [];
  const after = new Map<number, number | undefined>();
  for (let place = clocks.length - 1; place >= 0; place--) {
    const clock = clocks[place] ?? "";
    if (clock > today) continue;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((clocks[firsts[middle] ?? 0] ?? "") >= clock) low = middle + 1;
      else high = middle;
    }
    after.set(place, low === 0 ? undefined : firsts[low - 1]);
    firsts[low] = place;
  }
  const found = new Set<number>();
  for (let place = firsts.at(-1); place !== undefined; place = after.get(place)) found.add(place);
  return found;
}
