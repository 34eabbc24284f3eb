/** Timing and the few statistics that benchmarks print. Medians, because the machines that run them do other work too. */

/** Result of a piece of work and how long it took, ms. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

/** @param share 0 to 1; 0.5 is the median. @throws RangeError without values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError("No values");
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** "12.3 ms", "1.24 s": three digits that mean something. */
export function msText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`;
}

export function ratioText(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;
}

/** Small, repeatable random numbers, so that every run asks for the same things. @returns whole numbers below `end` */
export function seeded(seed: number): (end: number) => number {
  let state = seed >>> 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}
