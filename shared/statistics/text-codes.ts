/**
 * Texts as small numbers: what a quarter of a million people answered in a few dozen words takes a number each.
 * Code 0 is no answer; a text keeps its code for as long as the facts live.
 */
export class TextCodes {
  readonly #texts: string[];
  readonly #codes: Map<string, number>;

  /** @param texts by code, as `texts` gave them; the first is the blank one */
  constructor(texts: readonly string[] = [""]) {
    this.#texts = [...texts];
    this.#codes = new Map(this.#texts.map((text, code) => [text, code]));
  }

  /** By code; the first is the blank one. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The code of a text, a new one for a new text. */
  codeOf(text: string | null): number {
    const known = this.#codes.get(text ?? "");
    if (known !== undefined) return known;
    const code = this.#texts.push(text ?? "") - 1;
    this.#codes.set(text ?? "", code);
    return code;
  }
}
