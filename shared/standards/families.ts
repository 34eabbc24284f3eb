/**
 * Sets that detail another one: a province's text on top of the nation's, a commune's on top of its province's. The two
 * are read as one text, in which the set that details is asked first; it begins where its base begins and holds only as
 * long as that does, as a text that details a law goes out of force with it.
 *
 * A base that is not in the roster, a circle of sets or a line of too many (which nobody can save, but two offices can
 * send), leaves no base: each stands by itself, so that nobody's rules disappear by a file from elsewhere.
 */

/** What is read of a set. */
export interface Based {
  readonly id: string;
  readonly basedOn: string | null;
}

/** Where a set stands among those that it details. */
export interface Lineage<S extends Based> {
  /** The set, its base, the base of that … */
  readonly line: readonly S[];
  /** The last of the line, which details nothing. */
  readonly root: S;
}

/** The bases of every set, by its id. */
export function lineages<S extends Based>(sets: readonly S[]): ReadonlyMap<string, Lineage<S>> {
  const byId = new Map(sets.map((set) => [set.id, set]));
  const [circular, deep] = [inCircles(sets), tooDeep(sets)];
  const baseOf = (set: S) =>
    set.basedOn === null || circular.has(set.id) || deep.has(set.id) ? undefined : byId.get(set.basedOn);
  return new Map(
    sets.map((set) => {
      const line = [set];
      let root = set;
      for (let base = baseOf(set); base !== undefined; base = baseOf(base)) {
        line.push(base);
        root = base;
      }
      return [set.id, { line, root }];
    }),
  );
}

/** Ids of sets that stand, each by way of its base, on themselves. */
export function inCircles(sets: readonly Based[]): ReadonlySet<string> {
  const byId = new Map(sets.map((set) => [set.id, set]));
  const circular = new Set<string>();
  const seen = new Set<string>();
  for (const set of sets) {
    const path: string[] = [];
    let at: Based | undefined = set;
    for (; at !== undefined && !seen.has(at.id); at = byId.get(at.basedOn ?? "")) {
      seen.add(at.id);
      path.push(at.id);
    }
    // What this path came back to is a circle; what an earlier one passed was looked at then.
    const start = at === undefined ? -1 : path.indexOf(at.id);
    if (start >= 0) for (const id of path.slice(start)) circular.add(id);
  }
  return circular;
}

/** A nation's text, a ministry's, a province's, a commune's are four; a line of thousands would be gone through for each of them. */
export const mostBases = 10;

/** Ids of sets that stand on more bases than a line may have. */
export function tooDeep(sets: readonly Based[]): ReadonlySet<string> {
  const byId = new Map(sets.map((set) => [set.id, set]));
  const circular = inCircles(sets);
  const isDeep = (set: Based) => {
    let base = byId.get(set.basedOn ?? "");
    for (let bases = 0; base !== undefined && !circular.has(base.id); bases++) {
      if (bases === mostBases) return true;
      base = byId.get(base.basedOn ?? "");
    }
    return false;
  };
  return new Set(sets.flatMap((set) => (!circular.has(set.id) && isDeep(set) ? [set.id] : [])));
}

/** Whether one of two sets details the other, by way of others too. */
export function isDetailedBy<S extends Based>(one: Lineage<S>, other: Lineage<S>): boolean {
  const [first, second] = [one.line[0], other.line[0]];
  return other.line.some(({ id }) => id === first?.id) || one.line.some(({ id }) => id === second?.id);
}
