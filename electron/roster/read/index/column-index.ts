/**
 * One column of everybody in memory: its distinct values in order, and for each person the place of theirs. Sorting and
 * filtering a quarter of a million people compares these numbers and no texts.
 *
 * Invariants: place 0 is no value; places ascend as the values do; a person with several values has the first in `places`
 * and all further ones in `more`.
 */
import type { SortKey } from "../../../../shared/columns/value-order";

export interface IndexedColumn {
  /** By person, in whatever order the person's index goes. */
  readonly places: Int32Array;
  /** Places beyond a person's first. */
  readonly more: ReadonlyMap<number, readonly number[]>;
  /** Values by place; the first is none. */
  readonly values: readonly string[];
  /** Place of a value; −1 for one that nobody has. */
  placeOf(value: string): number;
}

/** A column as it was read: values in any order, and for each person the place of theirs among them. */
export interface CodedColumn {
  /** By person; 0 for none. */
  readonly codes: Int32Array;
  readonly more?: ReadonlyMap<number, readonly number[]>;
  /** The first is none; no two are alike. */
  readonly values: readonly string[];
  readonly keyOf: (value: string) => SortKey;
}

export class ColumnIndex implements IndexedColumn {
  places: Int32Array;
  readonly more = new Map<number, readonly number[]>();
  readonly values: string[] = [""];
  readonly #keyOf: (value: string) => SortKey;

  private constructor(people: number, keyOf: (value: string) => SortKey) {
    this.places = new Int32Array(people);
    this.#keyOf = keyOf;
  }

  /**
   * @param each gives everybody's values, person by person
   * @param keyOf what values are sorted by; equal ones by their texts
   */
  static async build(
    people: number,
    keyOf: (value: string) => SortKey,
    each: (take: (person: number, values: readonly string[]) => void) => Promise<void>,
  ): Promise<ColumnIndex> {
    const known = new Map<string, number>();
    const values: string[] = [""];
    const codeOf = (value: string) => {
      const code = known.get(value) ?? values.push(value) - 1;
      known.set(value, code);
      return code;
    };
    const codes = new Int32Array(people);
    const more = new Map<number, readonly number[]>();
    await each((person, [first, ...others]) => {
      codes[person] = first === undefined ? 0 : codeOf(first);
      if (others.length > 0) more.set(person, others.map(codeOf));
    });
    return ColumnIndex.of({ codes, values, more, keyOf });
  }

  /** Puts the values in order. */
  static of({ codes, values, more = new Map(), keyOf }: CodedColumn): ColumnIndex {
    const index = new ColumnIndex(codes.length, keyOf);
    const keyed = values.slice(1).map((value, place) => ({ value, key: keyOf(value), code: place + 1 }));
    keyed.sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.value, b.value));
    const placeOf = new Int32Array(values.length);
    keyed.forEach(({ value, code }, place) => {
      placeOf[code] = place + 1;
      index.values.push(value);
    });
    const { places } = index;
    for (let person = 0; person < codes.length; person++) places[person] = placeOf[codes[person] ?? 0] ?? 0;
    for (const [person, others] of more) {
      index.more.set(
        person,
        others.map((code) => placeOf[code] ?? 0),
      );
    }
    return index;
  }

  /** Puts one person right. */
  set(person: number, values: readonly string[]): void {
    this.#reserve(person);
    // A new value moves the places behind it, those found before it too.
    for (const value of values) if (this.#find(value) < 0) this.#insert(value);
    const [first = 0, ...others] = values.map((value) => this.#find(value));
    this.places[person] = first;
    if (others.length > 0) this.more.set(person, others);
    else this.more.delete(person);
  }

  placeOf(value: string): number {
    if (value === "") return 0;
    const place = this.#find(value);
    return place < 0 ? -1 : place;
  }

  /** Bytes that it takes, near enough to decide what is kept. */
  get bytes(): number {
    let letters = 0;
    for (const value of this.values) letters += value.length;
    return this.places.byteLength + this.more.size * 96 + this.values.length * 24 + letters * 2;
  }

  /** The place of a value, or that at which it would stand as a negative number minus one. */
  #find(value: string): number {
    const key = this.#keyOf(value);
    let low = 1;
    let high = this.values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.values[middle] ?? "";
      if ((compareKeys(this.#keyOf(at), key) || compareKeys(at, value)) < 0) low = middle + 1;
      else high = middle;
    }
    return this.values[low] === value ? low : -low - 1;
  }

  #insert(value: string): void {
    const place = -this.#find(value) - 1;
    this.values.splice(place, 0, value);
    const { places } = this;
    for (let person = 0; person < places.length; person++) {
      const at = places[person] ?? 0;
      if (at >= place) places[person] = at + 1;
    }
    for (const [person, others] of this.more) {
      this.more.set(
        person,
        others.map((at) => (at >= place ? at + 1 : at)),
      );
    }
  }

  #reserve(person: number): void {
    if (person < this.places.length) return;
    const grown = new Int32Array(Math.max(person + 1, Math.ceil(this.places.length * 1.25)));
    grown.set(this.places);
    this.places = grown;
  }
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
