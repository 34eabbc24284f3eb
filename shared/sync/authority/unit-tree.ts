/**
 * Which units a unit stands for: itself, whatever was ever below it, and what it is tied to by formation.
 *
 * Monotone: an edge more never takes a unit away. So what an office may write depends on the set of ops alone, and not on
 * the order in which units, merges and people came.
 *
 * Of each unit that is asked about it is kept what it reaches, and an edge more only adds to that: the whole work grows
 * with what is reached, however units and questions come, and however deep or tangled whoever means harm makes them.
 */

/** In which ways a unit is reached; each goes on along its own edges. */
const way = {
  /** Downwards, and to what a unit was formed from. */
  below: 1,
  /** To what was formed from the unit asked about. */
  formed: 2,
  /** Downwards from there: whoever went up in a larger unit speaks for it, but not for the others that went up in it. */
  within: 4,
  /** Put below a unit that is stood for, or part of one that was. */
  under: 8,
} as const;
const covered = way.below | way.within;

/** Ways in which one unit reaches others. */
type Reach = Map<string, number>;

type Links = Map<string, Set<string>>;

export class UnitTree {
  readonly #parents: Links = new Map();
  readonly #children: Links = new Map();
  readonly #formedFrom: Links = new Map();
  readonly #formedInto: Links = new Map();
  /** By unit asked about. */
  readonly #reaches = new Map<string, Reach>();
  /** By unit, the reaches that it lies in. */
  readonly #holding = new Map<string, Reach[]>();
  #steps = 0;

  /** How often a unit was looked at on the way to others, so that the work can be counted. */
  get steps(): number {
    return this.#steps;
  }

  /** One unit stood below another. @returns whether that was not known */
  addParent(unit: string, parent: string): boolean {
    if (!add(this.#parents, unit, parent)) return false;
    add(this.#children, parent, unit);
    for (const reach of this.#holding.get(parent) ?? [])
      this.#spread(reach, unit, downwards(reach.get(parent) ?? 0));
    return true;
  }

  /** A unit was formed from another. @returns whether that was not known */
  addPredecessor(unit: string, predecessor: string): boolean {
    if (!add(this.#formedFrom, unit, predecessor)) return false;
    add(this.#formedInto, predecessor, unit);
    for (const reach of this.#holding.get(unit) ?? [])
      this.#spread(reach, predecessor, toParts(reach.get(unit) ?? 0));
    for (const reach of this.#holding.get(predecessor) ?? [])
      this.#spread(reach, unit, toWhole(reach.get(predecessor) ?? 0));
    return true;
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
    return unit === other || ((this.#reachOf(unit).get(other) ?? 0) & covered) !== 0;
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
    return unit !== other && ((this.#reachOf(unit).get(other) ?? 0) & way.under) !== 0;
  }

  #reachOf(unit: string): Reach {
    let reach = this.#reaches.get(unit);
    if (reach === undefined) {
      reach = new Map();
      this.#reaches.set(unit, reach);
      this.#spread(reach, unit, way.below | way.formed);
    }
    return reach;
  }

  /** Reaches a unit in some ways more, and whatever follows. */
  #spread(reach: Reach, from: string, ways: number): void {
    const open: [unit: string, ways: number][] = [[from, ways]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [unit, found] = next;
      const known = reach.get(unit);
      const more = ((found & way.formed) === 0 ? found : found | way.within) & ~(known ?? 0);
      if (more === 0) continue;
      this.#steps++;
      reach.set(unit, (known ?? 0) | more);
      if (known === undefined) this.#hold(unit, reach);
      for (const [links, on] of [
        [this.#children, downwards(more)],
        [this.#formedFrom, toParts(more)],
        [this.#formedInto, toWhole(more)],
      ] as const)
        if (on !== 0) for (const other of links.get(unit) ?? []) open.push([other, on]);
    }
  }

  #hold(unit: string, reach: Reach): void {
    const holding = this.#holding.get(unit);
    if (holding === undefined) this.#holding.set(unit, [reach]);
    else holding.push(reach);
  }
}

/** In which ways what is below a unit is reached. @param ways those in which the unit is */
function downwards(ways: number): number {
  const on = ways & covered;
  return on === 0 ? 0 : on | way.under;
}

/** The same of what a unit was formed from. */
function toParts(ways: number): number {
  return ways & (way.below | way.under);
}

/** The same of what was formed from a unit. */
function toWhole(ways: number): number {
  return ways & way.formed;
}

function add(links: Links, from: string, to: string): boolean {
  const known = links.get(from);
  if (known?.has(to) === true) return false;
  if (known === undefined) links.set(from, new Set([to]));
  else known.add(to);
  return true;
}
