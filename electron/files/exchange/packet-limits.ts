/**
 * What a packet may cost before anybody is believed, and what it may grow to (decision 35).
 *
 * Whoever has a stick can put a file on it. Until its sender is known to be trusted, reading it takes little memory and
 * little time, whatever it says of itself; and a trusted sender's file cannot grow to many times its size either.
 */

/** Bytes of a file that is read whole before its sender is known; of a larger one only the beginning is. */
export const smallFile = 8 << 20;
/** Of a stranger's packet so much is unpacked to look into it, in bytes. */
export const strangersOps = 8 << 20;
/** Bytes of the part that names whom a packet is sealed for: some 5,000 offices. Each costs a third of a millisecond. */
export const longestSealHead = 512 << 10;
/** Bytes of a manifest that anybody may have written, and of one whose sender is trusted and has signed it. */
export const strangersManifest = 1 << 20;
export const longestManifest = 16 << 20;

/** Ops repeat themselves; ten times more than the most repetitive that offices ever wrote is made to fill a disk. */
const mostTimes = 256;
const always = 1 << 20;

/** Bytes that compressed ops of a length may unpack to at most. */
export function mostUnpacked(compressed: number): number {
  return always + mostTimes * compressed;
}
