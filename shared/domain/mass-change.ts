/**
 * When a change is so large that it may be a mistake, or somebody's malice: then whoever takes it in types its numbers.
 *
 * One edit never is; a file from elsewhere, the taking back of one and a decision on many proposals may be. The numbers
 * are those that a clerk can check by eye before agreeing; decision 36 says why they stand where they do.
 */
export const massKinds = [
  "removed",
  "ended",
  "moved",
  "figures",
  "added",
  "crowded",
  "uncounted",
  "megabytes",
] as const;
export type MassKind = (typeof massKinds)[number];

/**
 * - `removed`: people whose records are removed
 * - `ended`: people one of whose posts ends earlier than it did, or is gone, or who serve nowhere on the day any more
 * - `moved`: people who serve in another unit on the day
 * - `figures`: units of which the number of people who meet a standard changes by so much that it is asked about
 * - `added`: people who come in by one file, the one that brings most
 * - `crowded`: rows of which so many changes come at once as nobody makes of one
 * - `uncounted`: changes that do not count: proposals, and what belongs to people who are not here. Each is looked at again
 *   with every later change
 * - `megabytes`: by how much the roster's file grows beyond what was received
 */
export type MassCounts = Readonly<Partial<Record<MassKind, number>>>;

/** One number that must be typed. */
export interface MassCount {
  readonly kind: MassKind;
  readonly count: number;
}

/** So many people at once are asked about. */
const mostPeople = 10;
/** Removals also only where they are more than this share of the people. */
const removedShare = 0.05;
/** So many new people of one file are asked about, where they are more than there were: a whole district's first file is not. */
export const leastAdded = 1_000;
/** Changes of one row in what is received, from which on it counts as crowded. */
export const leastCrowded = 300;
/** A commune's whole first file from an office that nobody introduced waits without being asked about. */
export const leastUncounted = 2_000;
/** A province's first file makes a roster grow by half as much; documents take no more room than they came with. */
export const leastMegabytes = 100;
/** The part of a unit's met figure from which on its change is asked about. */
const figurePart = 10;
/** Fewer people than this never are, in however small a unit: one diploma more would be a tenth of ten. */
export const leastFigure = 3;

/**
 * Whether a figure changes so much that it is asked about.
 * @param people how many served in the unit before: a unit in which nobody did only begins, and loses nothing
 */
export function isMassFigure(people: number, before: number, after: number): boolean {
  const difference = Math.abs(after - before);
  return people > 0 && difference >= leastFigure && difference * figurePart >= before;
}

/** @param people how many were in the roster before. @returns what must be agreed to, in the order of `massKinds` */
export function massOf(counts: MassCounts, people: number): MassCount[] {
  const {
    removed = 0,
    ended = 0,
    moved = 0,
    figures = 0,
    added = 0,
    crowded = 0,
    uncounted = 0,
    megabytes = 0,
  } = counts;
  const isAsked: Readonly<Record<MassKind, boolean>> = {
    removed: removed >= mostPeople && removed > people * removedShare,
    ended: ended >= mostPeople,
    moved: moved >= mostPeople,
    figures: figures > 0,
    added: added >= leastAdded && added > people,
    crowded: crowded > 0,
    uncounted: uncounted >= leastUncounted,
    megabytes: megabytes >= leastMegabytes,
  };
  return massKinds.filter((kind) => isAsked[kind]).map((kind) => ({ kind, count: counts[kind] ?? 0 }));
}

/** Whether everything that is asked about was agreed to, with its very number. */
export function isConfirmed(asked: readonly MassCount[], confirmed: readonly MassCount[]): boolean {
  return asked.every(({ kind, count }) => confirmed.some((one) => one.kind === kind && one.count === count));
}

/** As it is given to `--confirm`, e.g. "removed=12,figures=3". */
export function massText(mass: readonly MassCount[]): string {
  return mass.map(({ kind, count }) => `${kind}=${count}`).join(",");
}

/** Reads one word of what `massText` wrote; null for anything else. */
export function readMassCount(text: string): MassCount | null {
  const [, name, digits] = /^([a-z]+)=(\d{1,9})$/i.exec(text) ?? [];
  const kind = massKinds.find((one) => one === name);
  return kind === undefined || digits === undefined ? null : { kind, count: Number(digits) };
}

/** Reads what `massText` wrote; what is no count of it is left out. */
export function readMassText(text: string): MassCount[] {
  return text.split(",").flatMap((part) => readMassCount(part) ?? []);
}
