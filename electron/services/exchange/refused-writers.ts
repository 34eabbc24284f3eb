/** Whose ops of a file are not taken, in the words that files and lists say it with. */
import type { RefusedWriterData } from "../../../shared/contract/schemas/exchange";
import { toHex } from "../../../shared/sync/bytes";
import { signKeyLength } from "../../../shared/sync/packet/signing";
import type { RefusedWriter } from "../../../shared/sync/proof/prove";

/**
 * One entry an office, rows of no shipped list together.
 * @param nameOf what the office with a key (hex) is called; "" where nobody confirmed a name
 */
export function refusedWriters(
  refused: readonly RefusedWriter[],
  nameOf: (key: string) => string,
): RefusedWriterData[] {
  const byKey = new Map<string, RefusedWriterData>();
  for (const { writer, ops, reason } of refused) {
    const key = toHex(writer.subarray(0, signKeyLength));
    const known = byKey.get(key);
    const office = reason === "notShipped" ? "" : nameOf(key);
    byKey.set(key, { office, key, ops: ops + (known?.ops ?? 0), reason });
  }
  return [...byKey.values()];
}
