/**
 * Brings rows that come in the order they were written together by person, in two passes over plain numbers and
 * without sorting: count each person's rows, then put every row in its place.
 */
export class GatheredRows {
  readonly #width: number;
  readonly #starts: Int32Array;
  #people: Int32Array;
  #cells: Int32Array;
  #count = 0;
  #places: Int32Array | null = null;

  /**
   * @param people number of people, who are indices from 0
   * @param expected rows that will come; only saves growing
   * @param width numbers a row
   */
  constructor(people: number, expected: number, width: number) {
    this.#width = width;
    this.#starts = new Int32Array(people + 1);
    this.#people = new Int32Array(Math.max(expected, 16));
    this.#cells = new Int32Array(this.#people.length * width);
  }

  /** Room for one more row of a person. @returns where its numbers are to be written in `cells` */
  add(person: number): number {
    if (this.#count === this.#people.length) this.#grow();
    this.#people[this.#count] = person;
    this.#starts[person + 1] = (this.#starts[person + 1] ?? 0) + 1;
    return this.#count++ * this.#width;
  }

  /** Rows so far. */
  get count(): number {
    return this.#count;
  }

  /** Numbers of all rows; replaced by a larger array when `add` grows it. */
  get cells(): Int32Array {
    return this.#cells;
  }

  /** Calls `take` with the start of each of a person's rows in `cells`, in the order they came; after the last `add`. */
  each(person: number, take: (at: number) => void): void {
    const places = (this.#places ??= this.#placed());
    const end = this.#starts[person + 1] ?? 0;
    for (let place = this.#starts[person] ?? 0; place < end; place++) take(places[place] ?? 0);
  }

  #placed(): Int32Array {
    const starts = this.#starts;
    for (let person = 1; person < starts.length; person++) {
      starts[person] = (starts[person] ?? 0) + (starts[person - 1] ?? 0);
    }
    const next = starts.slice();
    const places = new Int32Array(this.#count);
    for (let row = 0; row < this.#count; row++) {
      const person = this.#people[row] ?? 0;
      const place = next[person] ?? 0;
      places[place] = row * this.#width;
      next[person] = place + 1;
    }
    return places;
  }

  #grow(): void {
    const people = new Int32Array(this.#people.length * 2);
    people.set(this.#people);
    this.#people = people;
    const cells = new Int32Array(people.length * this.#width);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
