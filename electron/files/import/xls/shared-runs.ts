/**
 * The runs of the shared texts of an .xls ([MS-XLS] 2.5.293, 2.5.296): where in a text another font begins. A text may go
 * on in the next record at any letter, and then says anew whether its letters take one byte or two.
 */

export interface FontStart {
  /** Letter, from 0, with which the font begins. */
  readonly at: number;
  readonly font: number;
}

class Pieces {
  readonly #pieces: readonly Buffer[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly Buffer[]) {
    this.#pieces = pieces;
  }

  get ended(): boolean {
    this.#settle();
    return this.#piece >= this.#pieces.length;
  }

  byte(): number {
    this.#settle();
    return this.#pieces[this.#piece]?.[this.#at++] ?? 0;
  }

  number(bytes: 2 | 4): number {
    let value = 0;
    for (let place = 0; place < bytes; place++) value += this.byte() * 2 ** (8 * place);
    return value;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && !this.ended) {
      const step = Math.min(left, (this.#pieces[this.#piece]?.length ?? 0) - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** Passes over letters, each of one byte or two, which a new piece says anew. */
  letters(count: number, wideAtFirst: boolean): void {
    let left = count;
    let size = wideAtFirst ? 2 : 1;
    while (left > 0) {
      const rest = (this.#pieces[this.#piece]?.length ?? 0) - this.#at;
      const here = Math.min(left, Math.floor(rest / size));
      this.#at += here * size;
      left -= here;
      if (left === 0) return;
      this.#piece++;
      this.#at = 0;
      if (this.#piece >= this.#pieces.length) return;
      size = (this.byte() & 1) === 1 ? 2 : 1;
    }
  }

  #settle(): void {
    while (this.#piece < this.#pieces.length && this.#at >= (this.#pieces[this.#piece]?.length ?? 0)) {
      this.#piece++;
      this.#at = 0;
    }
  }
}

/**
 * @param pieces data of the record of shared texts and of those that it goes on in
 * @returns for each text the places where a font begins, in order; none for a text in the cell's font
 */
export function sharedRuns(pieces: readonly Buffer[]): readonly (readonly FontStart[])[] {
  const read = new Pieces(pieces);
  read.skip(4);
  const count = read.number(4);
  const all: (readonly FontStart[])[] = [];
  while (all.length < count && !read.ended) {
    const letters = read.number(2);
    const flags = read.byte();
    const runs = (flags & 8) === 0 ? 0 : read.number(2);
    const extra = (flags & 4) === 0 ? 0 : read.number(4);
    read.letters(letters, (flags & 1) === 1);
    const starts: FontStart[] = [];
    for (let run = 0; run < runs && !read.ended; run++)
      starts.push({ at: read.number(2), font: read.number(2) });
    read.skip(extra);
    all.push(starts);
  }
  return all;
}
