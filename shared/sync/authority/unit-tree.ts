/**
 * Which units a unit stands for: itself, whatever was ever below it, and what it is tied to by formation.
 *
 * Monotone: an edge more never takes a unit away. So what an office may write depends on the set of ops alone, and not on
 * the order in which units, merges and people came.
 */
export class UnitTree {
  readonly #parents = new Map<string, Set<string>>();
  readonly #formedFrom = new Map<string, Set<string>>();
  readonly #formedInto = new Map<string, Set<string>>();
  /**
   * By unit, those that stand for it. Asked upwards, since a unit has few above it and thousands below: units come in
   * thousands too, and each of them may change what was found.
   */
  readonly #covering = new Map<string, ReadonlySet<string>>();

  /** One unit stood below another. @returns whether that was not known */
  addParent(unit: string, parent: string): boolean {
    return this.#add(this.#parents, unit, parent);
  }

  /** A unit was formed from another. @returns whether that was not known */
  addPredecessor(unit: string, predecessor: string): boolean {
    this.#add(this.#formedInto, predecessor, unit);
    return this.#add(this.#formedFrom, unit, predecessor);
  }

  /** A unit stood below some and was formed from others. @returns whether any of it was not known */
  link(unit: string, parents: readonly string[], predecessors: readonly string[]): boolean {
    let grew = false;
    for (const parent of parents) if (this.addParent(unit, parent)) grew = true;
    for (const other of predecessors) if (this.addPredecessor(unit, other)) grew = true;
    return grew;
  }

  /** Whether whoever speaks for a unit speaks for the other one. */
  covers(unit: string, other: string): boolean {
    return unit === other || this.#coveringOf(other).has(unit);
  }

  /** Whether a unit surely stands above another one, and not the other way round. */
  isAbove(unit: string, other: string): boolean {
    return unit !== other && this.covers(unit, other) && !this.covers(other, unit);
  }

  /**
   * Whether a unit stands for one that another one was ever put below. Unlike `isAbove` it holds for good, also where
   * later edges make the two stand for each other.
   */
  standsOver(unit: string, other: string): boolean {
    if (unit === other) return false;
    const formed = this.#reached([other], [this.#formedInto]);
    for (const one of formed) {
      for (const parent of this.#parents.get(one) ?? []) if (this.covers(unit, parent)) return true;
    }
    return false;
  }

  #coveringOf(unit: string): ReadonlySet<string> {
    let covering = this.#covering.get(unit);
    if (covering === undefined) {
      const above = this.#reached([unit], [this.#parents, this.#formedInto]);
      // A unit that went up in a larger one speaks for that and what is below, but not for the others that went up in it.
      const larger = this.#reached([unit], [this.#parents]);
      covering = new Set([...above, ...this.#reached(larger, [this.#formedFrom])]);
      this.#covering.set(unit, covering);
    }
    return covering;
  }

  #reached(from: Iterable<string>, links: readonly ReadonlyMap<string, ReadonlySet<string>>[]): Set<string> {
    const reached = new Set<string>();
    const open = [...from];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      if (reached.has(unit)) continue;
      reached.add(unit);
      for (const link of links) open.push(...(link.get(unit) ?? []));
    }
    return reached;
  }

  #add(links: Map<string, Set<string>>, from: string, to: string): boolean {
    const known = links.get(from);
    if (known?.has(to) === true) return false;
    if (known === undefined) links.set(from, new Set([to]));
    else known.add(to);
    this.#covering.clear();
    return true;
  }
}
