/**
 * Finds people by name as somebody types, without marks, among a quarter of a million.
 *
 * Vietnamese names are made of few distinct words (a few thousand) used by many people, so the index is a list of
 * distinct words, each with the people who bear it. A query touches only the lists of its own words; a scan of all
 * names, or a text index that does not fold đ, would either be slow or miss people.
 *
 * Invariants: a person matches when every word of the query begins one of the person's words, marks, apostrophes and
 * y for i aside (`searchWords`, `foldSearch`); the match is exact when it also holds with the marks as typed. People are plain indices chosen by the caller.
 */
import { foldMarks, foldSearch, foldSearchExact, searchTokens, searchWords } from "./fold";

interface Word {
  readonly folded: string;
  readonly exact: string;
  people: Int32Array;
  count: number;
}

/** How a person matches: 0 not, 1 without marks, 2 with the marks as typed. */
export type Matches = Uint8Array;

/** An index as plain data for another thread: word n has the people from `starts[n]` to `starts[n + 1]`. */
export interface TransferableNames {
  readonly words: readonly string[];
  readonly starts: Int32Array;
  readonly people: Int32Array;
  readonly size: number;
}

export class NameIndex {
  readonly #words: Word[] = [];
  readonly #byText = new Map<string, number>();
  /** Word numbers in the order of their folded text; null after a new word came. */
  #sorted: number[] | null = null;
  #size = 0;
  /** Word numbers of people whose names changed after they were listed; these are looked at one by one. */
  readonly #changed = new Map<number, readonly number[]>();

  /** People known, removed ones included. */
  get size(): number {
    return this.#size;
  }

  /**
   * Gives a person the words of these texts (name, other name), in place of earlier ones.
   * @param person index from 0, without large gaps
   */
  set(person: number, ...texts: readonly (string | null)[]): void {
    const numbers: number[] = [];
    for (const text of texts) {
      if (text === null || text === "") continue;
      for (const word of searchWords(text)) {
        const number = this.#numberOf(word);
        if (!numbers.includes(number)) numbers.push(number);
      }
    }
    if (person < this.#size) {
      this.#changed.set(person, numbers);
      return;
    }
    this.#size = person + 1;
    for (const number of numbers) this.#list(number, person);
  }

  /** Takes a person out of every answer. */
  remove(person: number): void {
    if (person < this.#size) this.#changed.set(person, []);
  }

  /**
   * Everybody who matches.
   * @param query as typed; blank matches nobody
   * @returns one byte a person, or null when the query has no words
   */
  search(query: string): Matches | null {
    const exactTokens = searchTokens(query);
    if (exactTokens.length === 0) return null;
    const tokens = exactTokens.map(foldSearch);
    const marked = exactTokens.some((token) => token !== foldMarks(token));
    const matches = this.#matchAll(tokens, (word, token) => word.folded.startsWith(token));
    if (!marked) return matches;
    const exact = this.#matchAll(exactTokens, (word, token) => word.exact.startsWith(token));
    for (let person = 0; person < exact.length; person++) {
      if (exact[person] === 1) matches[person] = 2;
    }
    return matches;
  }

  /** A copy as plain data, to be handed to another thread. @throws Error after a name changed: only a fresh one travels */
  toTransferable(): TransferableNames {
    if (this.#changed.size > 0) throw new Error("Names changed since the index was built");
    const starts = new Int32Array(this.#words.length + 1);
    this.#words.forEach(({ count }, number) => {
      starts[number + 1] = (starts[number] ?? 0) + count;
    });
    const people = new Int32Array(starts[this.#words.length] ?? 0);
    this.#words.forEach((word, number) => people.set(word.people.subarray(0, word.count), starts[number]));
    return { words: [...this.#byText.keys()], starts, people, size: this.#size };
  }

  /** The index over data from `toTransferable`, which it then owns. */
  static fromTransferable({ words, starts, people, size }: TransferableNames): NameIndex {
    const index = new NameIndex();
    words.forEach((text, place) => {
      const word = index.#words[index.#numberOf(text)];
      if (word === undefined) throw new RangeError(`Unknown word ${place}`);
      word.people = people.subarray(starts[place], starts[place + 1]);
      word.count = word.people.length;
    });
    index.#size = size;
    return index;
  }

  #matchAll(tokens: readonly string[], begins: (word: Word, token: string) => boolean): Uint8Array {
    const stage = new Uint8Array(this.#size);
    tokens.forEach((token, at) => {
      for (const number of this.#candidates(token)) {
        const word = this.#words[number];
        if (word === undefined || !begins(word, token)) continue;
        const { people, count } = word;
        for (let place = 0; place < count; place++) {
          const person = people[place] as number;
          if (stage[person] === at) stage[person] = at + 1;
        }
      }
    });
    const wanted = tokens.length;
    if (wanted > 1) {
      for (let person = 0; person < stage.length; person++) stage[person] = stage[person] === wanted ? 1 : 0;
    }
    for (const [person, numbers] of this.#changed) {
      stage[person] = this.#matchesNow(numbers, tokens, begins) ? 1 : 0;
    }
    return stage;
  }

  #matchesNow(
    numbers: readonly number[],
    tokens: readonly string[],
    begins: (word: Word, token: string) => boolean,
  ): boolean {
    return tokens.every((token) =>
      numbers.some((number) => {
        const word = this.#words[number];
        return word !== undefined && begins(word, token);
      }),
    );
  }

  /** Numbers of the words whose folded text begins like the token, marks aside. */
  #candidates(token: string): readonly number[] {
    const folded = foldSearch(token);
    const sorted = this.#sortedWords();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[sorted[middle] ?? 0]?.folded ?? "") < folded) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && this.#words[sorted[end] ?? 0]?.folded.startsWith(folded) === true) end++;
    return sorted.slice(low, end);
  }

  #sortedWords(): readonly number[] {
    if (this.#sorted === null) {
      const folded = this.#words.map((word) => word.folded);
      this.#sorted = folded
        .map((_, number) => number)
        .sort((a, b) => compare(folded[a] ?? "", folded[b] ?? ""));
    }
    return this.#sorted;
  }

  #numberOf(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push({
      folded: foldSearch(text),
      exact: foldSearchExact(text),
      people: new Int32Array(4),
      count: 0,
    });
    this.#byText.set(text, number);
    this.#sorted = null;
    return number;
  }

  #list(number: number, person: number): void {
    const word = this.#words[number];
    if (word === undefined) throw new RangeError(`Unknown word ${number}`);
    if (word.count === word.people.length) {
      const grown = new Int32Array(Math.max(4, word.count * 2));
      grown.set(word.people);
      word.people = grown;
    }
    word.people[word.count++] = person;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
