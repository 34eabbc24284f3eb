/**
 * Row ids of the sample: UUIDs (version 8, RFC 9562) that follow from set, seed, commune and place in the commune.
 *
 * Two samples of the same set and seed are the same rows, and no two rows of one sample can share an id, because the
 * last 48 bits count. They also ascend, so that a roster of a million rows fills its index pages in order.
 */
import { hashText } from "./random";

/** Gives out the ids of one commune's rows, in order. */
export type NextId = () => string;

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/**
 * The id makers of one sample.
 * @returns a function from a commune's place in the sample (0 … 65,535) to its ids
 */
export function sampleIds(set: string, seed: number): (communeIndex: number) => NextId {
  const label = `${set}/${seed}`;
  const low = hashText(label, 4);
  const head = `${hex(hashText(label, 2), 8)}-${hex(hashText(label, 3) & 0xffff, 4)}-8${hex(low & 0xfff, 3)}-`;
  const variant = hex(0x8000 | ((low >>> 12) & 0x3fff), 4);
  return (communeIndex) => {
    const prefix = `${head}${variant}-${hex(communeIndex, 4)}`;
    let serial = 0;
    return () => {
      serial++;
      return prefix + hex(serial, 8);
    };
  };
}
