/**
 * Chains of rules, each kept once for all the groups and areas that it is of. They are compared by a number first: of
 * thousands of rules, making a text of each chain would take longer than finding it.
 */
export class KnownChains {
  readonly #chains: number[][];
  readonly #known = new Map<number, { readonly chain: readonly number[]; readonly place: number }[]>();

  /** @param chains takes those that are new */
  constructor(chains: number[][]) {
    this.#chains = chains;
  }

  /**
   * The place of a chain; −1 of a chain of none.
   * @param chain places among the rules of a standard @param kept what is kept of each
   */
  placeOf(chain: readonly number[], kept: (place: number) => number): number {
    if (chain.length === 0) return -1;
    const hash = chain.reduce((sum, place) => (Math.imul(sum, 31) + place) | 0, chain.length);
    const alike = this.#known.get(hash) ?? [];
    const same = alike.find((one) => isEqual(one.chain, chain));
    if (same !== undefined) return same.place;
    const place = this.#chains.push(chain.map(kept)) - 1;
    this.#known.set(hash, [...alike, { chain, place }]);
    return place;
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
