/** Whether the roster can still prove whose its ops are: for `verify`, and before a backup is trusted. */
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import { isSigned } from "../../../shared/sync/proof/head";
import type { Verify } from "../../../shared/sync/packet/signing";
import type { ReadHandle } from "../file/handle";
import { writerRows } from "./held-writers";
import { headsOf } from "./head-rows";
import { linesOf } from "./lines";

/**
 * What is wrong with the heads, a line each; for engineers. Ops that no head proves are no fault: they came proven, and are
 * told of where they cannot be passed on (lines of a cloned writer that cannot be told apart, what was recovered from a
 * damaged file).
 */
export function* headFaults(db: ReadHandle, verify: Verify): Generator<string> {
  const rows = writerRows(db);
  const writers = new Map(rows.map(({ identity }) => [toHex(identity), identity]));
  for (const [name, identity] of writers) {
    const shown = name.slice(64, 72);
    for (const head of headsOf(db, identity))
      if (!isSigned(head, verify)) yield `writer ${shown}: the head over ${head.size} is not signed by it`;
    for (const { head, tree } of linesOf(db, identity)) {
      const root = tree.root(head.size);
      if (root === null || !sameBytes(root, head.root))
        yield `writer ${shown}: the head over ${head.size} does not fit its ops`;
    }
  }
}
