/** Remembers from which creation each row goes, so that a long history is not looked through for every op of it. */
import type { Founder } from "./rule";

/** So many are remembered; then they are looked for again. */
const mostFounders = 50_000;

export class FounderCache {
  readonly #known = new Map<string, Founder | null>();

  of(row: string, find: () => Founder | null): Founder | null {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const founder = find();
    if (this.#known.size >= mostFounders) this.#known.clear();
    this.#known.set(row, founder);
    return founder;
  }

  forget(row: string): void {
    this.#known.delete(row);
  }

  clear(): void {
    this.#known.clear();
  }
}
