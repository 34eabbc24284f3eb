/**
 * What both ends of packed ops remember from batch to batch, so that writers, users and rows stand in a packet once.
 */
import { OpFormatError } from "../op-codec";

/** Things met before are named by how long ago they were first met. */
export class Memory<T> {
  readonly #places = new Map<string, number>();
  readonly #entries: T[] = [];

  /** 0 for an entry that was not met before, else its distance from the end, 1 for the newest. */
  reference(entry: T, key: string): number {
    const place = this.#places.get(key);
    if (place !== undefined) return this.#entries.length - place;
    this.#places.set(key, this.#entries.length);
    this.#entries.push(entry);
    return 0;
  }

  at(distance: number): T {
    const entry = this.#entries[this.#entries.length - distance];
    if (entry === undefined) throw new OpFormatError("A reference to nothing");
    return entry;
  }

  /** Adds what must not have been met before. */
  add(entry: T, key: string): void {
    if (this.reference(entry, key) !== 0) throw new OpFormatError("An entry that was there before");
  }
}
