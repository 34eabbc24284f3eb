/**
 * Texts of an .xls and the fonts within them ([MS-XLS] 2.5.293, 2.5.296). A text may go on in the next record at any letter,
 * and then says anew whether its letters take one byte or two. Excel 5 and 95 write one byte a letter, by a code page.
 */

export interface FontStart {
  /** Letter, from 0, with which the font begins. */
  readonly at: number;
  readonly font: number;
}

export interface XlsText {
  readonly text: string;
  /** In order; none for a text in the cell's font. */
  readonly fonts: readonly FontStart[];
}

/** Reads over the borders of records; beyond their end everything is nought. */
export class RecordReader {
  readonly #pieces: readonly Buffer[];
  #piece = 0;
  #at: number;

  /** @param from where in the first piece to begin */
  constructor(pieces: readonly Buffer[], from = 0) {
    this.#pieces = pieces;
    this.#at = from;
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

  bytes(count: number): Buffer {
    const piece = this.#pieces[this.#piece] ?? Buffer.alloc(0);
    const found = piece.subarray(this.#at, this.#at + count);
    this.#at += count;
    return found;
  }

  /** Letters of one byte or two each; another record says anew which. */
  letters(count: number, wideAtFirst: boolean): string {
    let left = count;
    let wide = wideAtFirst;
    let text = "";
    while (left > 0) {
      const piece = this.#pieces[this.#piece];
      if (piece === undefined) return text;
      const size = wide ? 2 : 1;
      const here = Math.max(0, Math.min(left, Math.floor((piece.length - this.#at) / size)));
      text += piece.toString(wide ? "utf16le" : "latin1", this.#at, this.#at + here * size);
      this.#at += here * size;
      left -= here;
      if (left === 0) return text;
      this.#piece++;
      this.#at = 0;
      wide = (this.byte() & 1) === 1;
    }
    return text;
  }

  #settle(): void {
    while (this.#piece < this.#pieces.length && this.#at >= (this.#pieces[this.#piece]?.length ?? 0)) {
      this.#piece++;
      this.#at = 0;
    }
  }
}

/** A text with its length in front, two bytes, as Excel 97 and later write it. */
export function unicodeText(read: RecordReader): XlsText {
  const length = read.number(2);
  const flags = read.byte();
  const runs = (flags & 8) === 0 ? 0 : read.number(2);
  const extra = (flags & 4) === 0 ? 0 : read.number(4);
  const text = read.letters(length, (flags & 1) === 1);
  const fonts: FontStart[] = [];
  for (let run = 0; run < runs && !read.ended; run++)
    fonts.push({ at: read.number(2), font: read.number(2) });
  read.skip(extra);
  return { text, fonts };
}

/** @param pieces data of the record of shared texts and of those that it goes on in */
export function sharedTexts(pieces: readonly Buffer[]): readonly XlsText[] {
  const read = new RecordReader(pieces);
  read.skip(4);
  const count = read.number(4);
  const all: XlsText[] = [];
  while (all.length < count && !read.ended) all.push(unicodeText(read));
  return all;
}

/** Letters of one byte, by the code page that an old workbook names. */
export function codePageText(bytes: Buffer, codePage: number): string {
  const code = codePage === 1258 ? "windows-1258" : "windows-1252";
  return new TextDecoder(code).decode(bytes).normalize(codePage === 1258 ? "NFC" : undefined);
}
