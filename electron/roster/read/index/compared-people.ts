/**
 * Who is where, and who meets what, before and after a change that is not kept yet: the same facts, judged by the same
 * code, so that the numbers of a preview are those of the table afterwards.
 *
 * Before stands in the index; afterwards is read of the touched people alone, and of everybody only where that is
 * quicker. What a change of the catalog does to people whom nobody touched is judged anew from the facts at hand.
 */
import { catalogEntities } from "../../../../shared/domain/entities";
import { type MassCount, type MassCounts, massOf } from "../../../../shared/domain/mass-change";
import type { PackedDay } from "../../../../shared/domain/partial-date";
import { officialCategories, type StandardOrAll } from "../../../../shared/domain/values";
import type { Translate } from "../../../../shared/i18n";
import { countByUnit } from "../../../../shared/statistics/by-unit";
import { Facts } from "../../../../shared/statistics/facts";
import { peopleBehind } from "../../../../shared/statistics/people";
import { type Snapshot, takeSnapshot } from "../../../../shared/statistics/snapshot";
import { addedTables, type UnitChange, unitChanges } from "../../../../shared/statistics/unit-changes";
import type { ReadHandle } from "../../file/handle";
import type { Touched } from "../../projection/touched";
import { CatalogFacts } from "./catalog-facts";
import { loadFacts } from "./load-facts";
import { personFactsOf, withIndices } from "./person-facts";
import type { RosterIndex } from "./roster-index";

/** More touched people than this are not read one by one. */
const mostOneByOne = 5000;
const peoplePerPause = 200;

/** A state that may still be taken back. */
export interface StateAfter {
  readonly db: ReadHandle;
  readonly touched: Touched;
  readonly t: Translate;
}

/** Somebody behind a number. */
export interface PersonBehind {
  readonly pk: number;
  /** Index of the main post, −1 when it is not known. */
  readonly post: number;
  /** Whether they are behind the number on the other side as well. */
  readonly stays: boolean;
}

type Before = Pick<RosterIndex, "facts" | "catalog" | "snapshot">;

export class ComparedPeople {
  /** Names units and posts of both sides. */
  readonly catalog: CatalogFacts;
  readonly counts: MassCounts;
  /** What must be agreed to by its number. */
  readonly mass: readonly MassCount[];
  /** Units whose figures or people change, in Vietnamese order of their names. */
  readonly units: readonly UnitChange[];
  readonly #before: Before;
  readonly #earlier: Snapshot;
  /** As they are afterwards: people whom nobody touched, and the others. */
  readonly #kept: Snapshot;
  readonly #fresh: Facts;
  readonly #later: Snapshot;

  /** @param fresh the touched people afterwards, or everybody @param whole whether it is everybody */
  constructor(
    before: Before,
    catalog: CatalogFacts,
    touched: Touched,
    asOf: PackedDay,
    fresh: Facts,
    whole: boolean,
  ) {
    this.#before = before;
    this.catalog = catalog;
    this.#fresh = fresh;
    const context = catalog.context(asOf, officialCategories);
    this.#earlier = before.snapshot(asOf);
    const untouched = catalog === before.catalog ? this.#earlier : takeSnapshot(before.facts, context);
    this.#kept = without(untouched, before.facts, whole ? null : touched.officials);
    this.#later = takeSnapshot(fresh, context);

    const gone = new Map<number, number>();
    const come = new Map<number, number>();
    const counts = { removed: 0, ended: 0, moved: 0 };
    const everybody = whole || catalog !== before.catalog;
    const isTouched = new Set(touched.officials);
    for (const index of everybody ? indicesOf(before.facts) : this.#indicesOf(touched.officials)) {
      if (before.facts.people.present[index] !== 1) continue;
      const pk = before.facts.people.pk[index] ?? 0;
      const isFresh = whole || isTouched.has(pk);
      const place = isFresh ? fresh.indexOf(pk) : index;
      const later = isFresh ? this.#later : untouched;
      note(gone, come, countedIn(this.#earlier, index), place < 0 ? -1 : countedIn(later, place));
      if (place < 0) counts.removed++;
      else {
        const was = unitIn(this.#earlier, index);
        const is = unitIn(later, place);
        if (was >= 0 && is >= 0 && was !== is) counts.moved++;
        else if ((was >= 0 && is < 0) || (isFresh && hasEnded(before.facts, index, fresh, place, asOf)))
          counts.ended++;
      }
    }
    for (const place of indicesOf(fresh)) {
      const index = before.facts.indexOf(fresh.people.pk[place] ?? 0);
      if (index >= 0 && before.facts.people.present[index] === 1) continue;
      note(gone, come, -1, countedIn(this.#later, place));
    }

    const size = catalog.units.length;
    const after = addedTables(countByUnit(this.#kept, size), countByUnit(this.#later, size));
    const rank = new Map(catalog.unitsByName.map((unit, place) => [unit.index, place]));
    this.units = unitChanges(countByUnit(this.#earlier, size), after, { gone, come }).sort(
      (a, b) => (rank.get(a.unit) ?? 0) - (rank.get(b.unit) ?? 0),
    );
    this.counts = { ...counts, figures: this.units.filter(({ asked }) => asked.length > 0).length };
    this.mass = massOf(this.counts, presentCount(before.facts));
  }

  /**
   * The people behind a number of the table, those who are on this side only first.
   * @param standard null: everybody who serves in the unit
   */
  people(when: "before" | "after", unit: number, standard: StandardOrAll | null): PersonBehind[] {
    const filter = standard === null ? { unit } : { unit, standard, statuses: ["met"] as const };
    const of = (snapshot: Snapshot, facts: Facts) =>
      [...peopleBehind(snapshot, filter)].map((index) => ({
        pk: facts.people.pk[index] ?? 0,
        post: snapshot.columns.post[index] ?? -1,
      }));
    const before = of(this.#earlier, this.#before.facts);
    const after = [...of(this.#kept, this.#before.facts), ...of(this.#later, this.#fresh)];
    const [shown, others] = when === "before" ? [before, after] : [after, before];
    const there = new Set(others.map(({ pk }) => pk));
    return shown
      .map((one) => ({ ...one, stays: there.has(one.pk) }))
      .sort((a, b) => Number(a.stays) - Number(b.stays));
  }

  #indicesOf(pks: readonly number[]): number[] {
    return [...new Set(pks)].map((pk) => this.#before.facts.indexOf(pk)).filter((index) => index >= 0);
  }
}

/** Compares at once: for changes whose people are not too many to have been written at once. */
export function comparedNow(before: Before, after: StateAfter, asOf: PackedDay): ComparedPeople {
  const catalog = catalogAfter(before, after);
  const reading = touchedFacts(after.db, catalog, after.touched.officials);
  for (;;) {
    const read = reading.next();
    if (read.done === true)
      return new ComparedPeople(before, catalog, after.touched, asOf, read.value, false);
  }
}

/**
 * Compares a slice at a time.
 * @param onProgress is told the share that is done
 */
export async function compared(
  before: Before,
  after: StateAfter,
  asOf: PackedDay,
  pause: () => Promise<void>,
  onProgress: (share: number) => void,
): Promise<ComparedPeople> {
  const { db, touched } = after;
  const catalog = catalogAfter(before, after);
  if (touched.officials.length > mostOneByOne) {
    const loaded = await loadFacts(db, {
      pause,
      onProgress: (done, total) => onProgress(done / Math.max(1, total)),
    });
    return new ComparedPeople(before, catalog, touched, asOf, withIndices(loaded, catalog), true);
  }
  const reading = touchedFacts(db, catalog, touched.officials);
  for (let done = 0; ; done += peoplePerPause) {
    const read = reading.next();
    if (read.done === true) return new ComparedPeople(before, catalog, touched, asOf, read.value, false);
    onProgress(Math.min(1, done / touched.officials.length));
    await pause();
  }
}

function catalogAfter({ catalog }: Before, { db, t, touched }: StateAfter): CatalogFacts {
  const isTouched = catalogEntities.some((entity) => touched.entities.has(entity));
  return isTouched ? new CatalogFacts(db, t, catalog) : catalog;
}

/** Yields now and then. */
function* touchedFacts(
  db: ReadHandle,
  catalog: CatalogFacts,
  pks: readonly number[],
): Generator<void, Facts> {
  const facts = new Facts();
  let read = 0;
  for (const pk of new Set(pks)) {
    const found = personFactsOf(db, catalog, pk);
    if (found !== null) facts.replacePerson(found.person, found.assignments, found.qualifications);
    if (++read % peoplePerPause === 0) yield;
  }
  return facts;
}

/** The same judgement in which these people are not counted; null: nobody is. */
function without(snapshot: Snapshot, facts: Facts, pks: readonly number[] | null): Snapshot {
  const counted = pks === null ? new Uint8Array(snapshot.count) : snapshot.columns.counted.slice();
  for (const pk of pks ?? []) {
    const index = facts.indexOf(pk);
    if (index >= 0) counted[index] = 0;
  }
  return { ...snapshot, columns: { ...snapshot.columns, counted } };
}

/**
 * Whether a post that runs on the day, or begins later, is gone or surely ends earlier than it did; that its end is told
 * more exactly is none.
 */
function hasEnded(before: Facts, index: number, after: Facts, place: number, asOf: PackedDay): boolean {
  const { pk, toEarliest, toLatest } = before.assignments;
  const start = before.people.assignmentStart[index] ?? 0;
  const end = start + (before.people.assignmentCount[index] ?? 0);
  for (let row = start; row < end; row++) {
    if ((toLatest[row] ?? 0) < asOf) continue;
    if (lastDayIn(after, place, pk[row] ?? 0) < (toEarliest[row] ?? 0)) return true;
  }
  return false;
}

/** The last day on which somebody can still hold a post; 0 where it is not there. */
function lastDayIn({ people, assignments }: Facts, place: number, pk: number): PackedDay {
  const start = people.assignmentStart[place] ?? 0;
  const end = start + (people.assignmentCount[place] ?? 0);
  for (let row = start; row < end; row++) {
    if (assignments.pk[row] === pk) return assignments.toLatest[row] ?? 0;
  }
  return 0;
}

function unitIn({ columns, count }: Snapshot, index: number): number {
  return index < count ? (columns.unit[index] ?? -1) : -1;
}

/** The unit in whose figures somebody is; −1 for none. */
function countedIn(snapshot: Snapshot, index: number): number {
  return snapshot.columns.counted[index] === 1 ? unitIn(snapshot, index) : -1;
}

function note(gone: Map<number, number>, come: Map<number, number>, from: number, to: number): void {
  if (from === to) return;
  if (from >= 0) gone.set(from, (gone.get(from) ?? 0) + 1);
  if (to >= 0) come.set(to, (come.get(to) ?? 0) + 1);
}

function* indicesOf({ peopleCount }: Facts): Generator<number> {
  for (let index = 0; index < peopleCount; index++) yield index;
}

function presentCount({ people, peopleCount }: Facts): number {
  let count = 0;
  for (let index = 0; index < peopleCount; index++) count += people.present[index] ?? 0;
  return count;
}
