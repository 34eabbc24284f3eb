/**
 * The random source of the sample: small, fast and the same on every machine.
 *
 * A sample must come out row for row the same from the same seed (bug reports, tests and benchmarks name a seed),
 * and every commune must be drawn on its own, so that one commune's people do not change when another's plan does.
 */

/** Spreads the bits of a 32-bit number over the whole word. */
function mix(value: number): number {
  let word = value >>> 0;
  word = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  word = Math.imul(word ^ (word >>> 15), 0x846ca68b);
  return (word ^ (word >>> 16)) >>> 0;
}

/**
 * A 32-bit hash of a text.
 * @param salt tells hashes for different purposes apart
 */
export function hashText(text: string, salt: number): number {
  let word = mix(salt ^ 0x9e3779b9);
  for (let i = 0; i < text.length; i++)
    word = mix((word + text.charCodeAt(i)) ^ Math.imul(i + 1, 0x85ebca6b));
  return word;
}

/** A counted sequence of draws (a generator of the "small fast counting" family, 128 bits of state). */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** @param seed any safe integer; @param label what is drawn; another label gives an unrelated sequence. */
  constructor(seed: number, label: string) {
    this.a = mix(seed % 0x1_0000_0000);
    this.b = mix(Math.trunc(seed / 0x1_0000_0000) + 1);
    this.c = hashText(label, 1);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** A whole number from 0 to 2³² − 1. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.trunc((this.next() / 0x1_0000_0000) * count);
  }

  /** A whole number from `low` to `high`, both included; `low` when the two are crossed. */
  between(low: number, high: number): number {
    return high <= low ? low : low + this.below(high - low + 1);
  }

  /** True in `percent` of a hundred draws. */
  percent(percent: number): boolean {
    return this.next() < percent * 42_949_672.96;
  }

  /** One of the list. @throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError("Nothing to pick from");
    return item;
  }

  /** The list in another order; the list itself stays. */
  shuffled<T>(list: readonly T[]): T[] {
    const order = [...list];
    for (let i = order.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = order[i];
      const other = order[j];
      if (held === undefined || other === undefined) continue;
      order[i] = other;
      order[j] = held;
    }
    return order;
  }
}
