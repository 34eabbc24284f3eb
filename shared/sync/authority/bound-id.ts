/**
 * Row ids that tell who made the row: their last bytes follow from the maker's key and the rest. Whoever writes a second
 * beginning of a row of another office, be it with the least clock there is, cannot make it theirs by that.
 *
 * 40 bits: to find a key that fits the id of another row, some 10^12 keys are to be made, and the one found is still to be
 * compared by people as somebody's card.
 */
import { bytesToUuid, fromHex, isUuid, uuidToBytes } from "../bytes";
import type { Sha256 } from "../op";

/** Bytes of an id that are free. */
const free = 11;
const length = 16;

function ending(id: Uint8Array, key: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(key.length + free);
  bytes.set(key);
  bytes.set(id.subarray(0, free), key.length);
  return sha256(bytes).subarray(0, length - free);
}

/**
 * Binds a new id to the key of whoever makes the row.
 * @param id UUID of version 7; its time and most of what is random in it stay
 */
export function boundId(id: string, key: Uint8Array, sha256: Sha256): string {
  const bytes = Uint8Array.from(uuidToBytes(id));
  bytes.set(ending(bytes, key, sha256), free);
  return bytesToUuid(bytes);
}

/** Whether a row's id was made by the holder of a key. @param key hex */
export function isBoundTo(row: string, key: string, sha256: Sha256): boolean {
  if (!isUuid(row) || !/^[0-9a-f]{64}$/.test(key)) return false;
  const bytes = uuidToBytes(row);
  return ending(bytes, fromHex(key), sha256).every((byte, place) => bytes[free + place] === byte);
}
