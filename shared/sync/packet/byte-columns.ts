/**
 * Numbers and bytes one after the other, as the columns of packed ops need them: whole numbers in as few bytes as
 * they take (LEB128), negative ones folded in (zigzag).
 *
 * Reading accepts only what writing gives, so that the same ops never have two packed forms.
 */
import { OpFormatError } from "../op-codec";

const most = Number.MAX_SAFE_INTEGER;
/** 8 × 7 bits hold twice the difference of any two safe integers. */
const longestNumber = 8;

/** A buffer that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void {
    this.#reserve(longestNumber);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** `value - from`, for any two safe integers. */
  difference(value: number, from: number): void {
    const difference = value - from;
    if (Math.abs(difference) < most / 4) {
      this.number(difference < 0 ? -2 * difference - 1 : 2 * difference);
      return;
    }
    this.#reserve(longestNumber);
    const wide = BigInt(value) - BigInt(from);
    let rest = wide < 0n ? -2n * wide - 1n : 2n * wide;
    while (rest >= 128n) {
      this.#bytes[this.#length++] = Number(rest % 128n) + 128;
      rest /= 128n;
    }
    this.#bytes[this.#length++] = Number(rest);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written; the writer is empty afterwards. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Reads what ByteWriter wrote. All methods throw OpFormatError where the bytes end or have another form. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  number(highest: number = most): number {
    let value = 0;
    let weight = 1;
    for (let count = 1; count <= longestNumber; count++) {
      const byte = this.#byte();
      value += (byte & 127) * weight;
      if (byte < 128) {
        if (byte === 0 && count > 1) throw new OpFormatError("A number longer than it need be");
        if (value > highest) throw new OpFormatError("A number out of range");
        return value;
      }
      weight *= 128;
    }
    throw new OpFormatError("A number without an end");
  }

  /** `from` plus the difference that was written; a safe integer. */
  differenceFrom(from: number): number {
    const start = this.#at;
    let folded = 0n;
    let low = 0;
    let weight = 1;
    for (let count = 1; count <= longestNumber; count++) {
      const byte = this.#byte();
      low += (byte & 127) * weight;
      if (byte < 128) {
        if (byte === 0 && count > 1) throw new OpFormatError("A number longer than it need be");
        if (count < longestNumber) return this.#moved(from, unfold(low));
        folded = this.#wide(start);
        const wide = folded % 2n === 1n ? -(folded + 1n) / 2n : folded / 2n;
        return this.#moved(0, Number(BigInt(from) + wide));
      }
      weight *= 128;
    }
    throw new OpFormatError("A number without an end");
  }

  /** A view of the bytes, not a copy. */
  raw(length: number): Uint8Array {
    if (length > this.left) throw new OpFormatError("Ends too early");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new OpFormatError("Ends too early");
    this.#at++;
    return byte;
  }

  #wide(start: number): bigint {
    let value = 0n;
    for (let at = this.#at - 1; at >= start; at--)
      value = value * 128n + BigInt((this.#bytes[at] as number) & 127);
    return value;
  }

  #moved(from: number, by: number): number {
    const value = from + by;
    if (!Number.isSafeInteger(value)) throw new OpFormatError("A number out of range");
    return value;
  }
}

function unfold(folded: number): number {
  return folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
}
