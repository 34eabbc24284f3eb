/**
 * Whether a file may bring what this roster does not hold, by its manifest alone: a list of many files must not read
 * what is in each of them. Without it a file that another copy of the roster wrote would look like one of our own.
 */
import { sameBytes } from "../../../shared/sync/bytes";
import { joinedSpans, type Span, withoutSpans } from "../../../shared/sync/holds";
import type { HeldRun, Manifest } from "../../../shared/sync/packet/types";
import type { ReadHandle } from "../file/handle";
import { runsOf, type WriterRow, writerRows } from "../log/held-writers";
import { hashAt } from "../log/op-rows";
import { waitingDocumentCount } from "./documents";

type Told = Pick<Manifest, "holds" | "withheld" | "piecesLength">;

/** What we hold of the line of a writer in which a run ends; nothing where we have another line, or none. */
function heldOf(db: ReadHandle, rows: readonly WriterRow[], { last, hash }: HeldRun): Span[] {
  const spans: Span[] = [];
  let at = rows.find(({ id }) => {
    const ours = hashAt(db, id, last);
    return ours !== null && sameBytes(ours, hash);
  });
  while (at !== undefined) {
    const { id, parent } = at;
    spans.push(...runsOf(db, id));
    at = rows.find((row) => row.id === parent);
  }
  return joinedSpans(spans);
}

/**
 * Whether the sender of a file held what this roster does not, and did not leave it out. Where that cannot be told from
 * the hashes, or the file goes on from what others said to hold, the answer is yes: receiving it then brings nothing.
 */
export function bringsUnheld(db: ReadHandle, { holds, withheld, piecesLength }: Told): boolean {
  if (piecesLength > 0 && waitingDocumentCount(db) > 0) return true;
  const all = writerRows(db);
  return holds.some(({ writer, runs }) => {
    const rows = all.filter(({ identity }) => sameBytes(identity, writer));
    const left = withheld.filter((span) => sameBytes(span.writer, writer));
    return runs.some((run) => withoutSpans([run], [...heldOf(db, rows, run), ...left]).length > 0);
  });
}
