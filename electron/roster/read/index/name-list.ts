/**
 * Everybody's names for searching and everybody's place in Vietnamese name order.
 *
 * Apart from the facts because it is read after them: the first figures need no names. A list that were out of step
 * with the roster would show somebody twice or not at all, so every change of a person goes through `follow`.
 */
import { NameIndex, type TransferableNames } from "../../../../shared/text/name-index";
import type { Facts } from "../../../../shared/statistics/facts";
import type { ReadHandle } from "../../file/handle";
import { isBefore, officialNames, officialNamesOf, officialOrder } from "../officials";
import { eachSlice, type LoadOptions, sliceRows } from "./load-facts";

export interface TransferableNameList {
  readonly names: TransferableNames;
  readonly order: Int32Array;
}

export class NameList {
  readonly names: NameIndex;
  #order: Int32Array;

  constructor(names: NameIndex, order: Int32Array) {
    this.names = names;
    this.#order = order;
  }

  /** Indices of everybody on the roster, in Vietnamese name order. */
  get order(): Int32Array {
    return this.#order;
  }

  /** Reads everybody whom the facts know. */
  static async load(db: ReadHandle, facts: Facts, options: Pick<LoadOptions, "pause">): Promise<NameList> {
    const names = new NameIndex();
    await eachSlice(
      (after) => officialNames(db, after, sliceRows),
      ([pk, fullName, otherName]) => {
        const person = facts.indexOf(pk);
        if (person >= 0) names.set(person, fullName, otherName);
      },
      options.pause,
    );
    const order = Int32Array.from(officialOrder(db), (pk) => facts.indexOf(pk));
    return new NameList(names, order.includes(-1) ? order.filter((person) => person >= 0) : order);
  }

  toTransferable(): TransferableNameList {
    return { names: this.names.toTransferable(), order: this.#order };
  }

  static fromTransferable({ names, order }: TransferableNameList): NameList {
    return new NameList(NameIndex.fromTransferable(names), order);
  }

  /**
   * Takes in people who were added, changed or removed.
   * @param facts already up to date
   * @param people row numbers
   */
  follow(db: ReadHandle, facts: Facts, people: Iterable<number>): void {
    const moved = new Set<number>();
    const present: number[] = [];
    for (const pk of people) {
      const person = facts.indexOf(pk);
      if (person < 0 || moved.has(person)) continue;
      moved.add(person);
      const names = officialNamesOf(db, pk);
      if (names === null) this.names.remove(person);
      else {
        this.names.set(person, names[1], names[2]);
        present.push(person);
      }
    }
    if (moved.size === 0) return;
    const isInOrder = (one: number, other: number) => isBefore(db, pkOf(facts, one), pkOf(facts, other));
    const [only] = present;
    if (moved.size === 1 && only !== undefined && this.#standsRight(only, isInOrder)) return;
    this.#order = placed(without(this.#order, moved, facts.peopleCount), present, isInOrder);
  }

  /** Whether a person who is listed still goes between the neighbours: most edits leave the name alone. */
  #standsRight(person: number, isInOrder: InOrder): boolean {
    const place = this.#order.indexOf(person);
    if (place < 0) return false;
    const previous = this.#order[place - 1];
    const next = this.#order[place + 1];
    return (
      (previous === undefined || isInOrder(previous, person)) &&
      (next === undefined || isInOrder(person, next))
    );
  }
}

/** Whether one person goes before another, by index. */
type InOrder = (one: number, other: number) => boolean;

function pkOf(facts: Facts, person: number): number {
  return facts.people.pk[person] ?? 0;
}

function without(order: Int32Array, left: ReadonlySet<number>, peopleCount: number): Int32Array {
  const isLeft = new Uint8Array(peopleCount);
  for (const person of left) isLeft[person] = 1;
  const stayed = new Int32Array(order.length);
  let count = 0;
  for (let place = 0; place < order.length; place++) {
    const person = order[place] ?? 0;
    if (isLeft[person] !== 1) stayed[count++] = person;
  }
  return stayed.slice(0, count);
}

/** A sorted list with more people put where they belong. */
function placed(stayed: Int32Array, coming: readonly number[], isInOrder: InOrder): Int32Array {
  const places = coming
    .map((person) => ({ person, place: placeOf(stayed, person, isInOrder) }))
    .sort((a, b) => a.place - b.place || (isInOrder(a.person, b.person) ? -1 : 1));
  const order = new Int32Array(stayed.length + coming.length);
  let from = 0;
  places.forEach(({ person, place }, before) => {
    order.set(stayed.subarray(from, place), from + before);
    order[place + before] = person;
    from = place;
  });
  order.set(stayed.subarray(from), from + coming.length);
  return order;
}

/** How many of a sorted list go before a person. */
function placeOf(sorted: Int32Array, person: number, isInOrder: InOrder): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isInOrder(sorted[middle] ?? 0, person)) low = middle + 1;
    else high = middle;
  }
  return low;
}
