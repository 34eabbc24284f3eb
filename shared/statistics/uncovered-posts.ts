/**
 * In which posts people serve of whom no rule speaks, standard by standard: what a rule that is added for them must name.
 * Counted from the same marks as the figure, so that a rule for these posts leaves nobody of it out.
 */
import { type Standard, standards } from "../domain/values";
import { isUncovered, type Snapshot } from "./snapshot";

export interface UncoveredPosts {
  readonly standard: Standard;
  /** People in figures of whom no rule speaks, also where their post is not known. */
  readonly people: number;
  /** Indices of their posts, ascending. */
  readonly posts: readonly number[];
}

/**
 * The standards of which no rule speaks for somebody.
 * @param units scope: 1 at the index of each unit in it; null: all
 */
export function uncoveredPosts(snapshot: Snapshot, units: Uint8Array | null): UncoveredPosts[] {
  const { unit, post, counted } = snapshot.columns;
  return standards
    .filter((standard) => snapshot.book.counted.includes(standard))
    .map((standard) => {
      const found = new Set<number>();
      let people = 0;
      for (let person = 0; person < snapshot.count; person++) {
        const home = unit[person] ?? -1;
        if (home < 0 || counted[person] !== 1 || (units !== null && units[home] !== 1)) continue;
        if (!isUncovered(snapshot, standard, person)) continue;
        people++;
        const held = post[person] ?? -1;
        if (held >= 0) found.add(held);
      }
      return { standard, people, posts: [...found].sort((a, b) => a - b) };
    })
    .filter(({ people }) => people > 0);
}
