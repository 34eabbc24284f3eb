/**
 * What a solver is given: whole numbers between 0 and a bound, rows that must not be exceeded, and aims of which each
 * counts only where those before it are equal. Plain data, so that it can be solved in another thread.
 */
export interface Programme {
  /** Most of each column. */
  readonly most: readonly number[];
  readonly rows: readonly Row[];
  /** To be made as small as can be, one after the other; a coefficient a column, whole numbers. */
  readonly aims: readonly (readonly number[])[];
}

export interface Row {
  readonly columns: readonly number[];
  readonly weights: readonly number[];
  /** Left out: however little. */
  readonly least?: number;
  readonly most: number;
}

/** The best value of each column. @throws Error if there is none */
export type Solver = (programme: Programme) => readonly number[];

/** The greatest number that all of some are multiples of; 1 of none. */
export function commonDivisor(numbers: readonly number[]): number {
  const divisor = numbers.reduce((one, other) => {
    let [a, b] = [one, other];
    while (b !== 0) [a, b] = [b, a % b];
    return a;
  }, 0);
  return divisor === 0 ? 1 : divisor;
}
