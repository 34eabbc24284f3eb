/**
 * Sets that detail another one: a province's text on top of the nation's, a commune's on top of its province's. The two
 * are read as one text, in which the set that details is asked first; it begins where its base begins and holds only as
 * long as that does, as a text that details a law goes out of force with it.
 *
 * A base that is not in the roster, or a circle of sets (which nobody can save, but two offices can send), leaves no base:
 * each stands by itself, so that nobody's rules disappear by a file from elsewhere.
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
  const circular = inCircles(sets);
  const baseOf = (set: S) =>
    set.basedOn === null || circular.has(set.id) ? undefined : byId.get(set.basedOn);
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
  for (const set of sets) {
    const seen = new Set([set.id]);
    let base = byId.get(set.basedOn ?? "");
    while (base !== undefined && !seen.has(base.id)) {
      seen.add(base.id);
      base = byId.get(base.basedOn ?? "");
    }
    if (base?.id === set.id) circular.add(set.id);
  }
  return circular;
}

/** Whether one of two sets details the other, by way of others too. */
export function isDetailedBy<S extends Based>(one: Lineage<S>, other: Lineage<S>): boolean {
  const [first, second] = [one.line[0], other.line[0]];
  return other.line.some(({ id }) => id === first?.id) || one.line.some(({ id }) => id === second?.id);
}
