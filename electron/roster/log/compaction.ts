/**
 * Drops values that nobody needs any more, so that a roster does not grow for ever with what was typed over.
 *
 * An op loses its values when every office that is in the exchange holds it, and also holds, for each of its fields, an
 * op that wrote over it. The op itself stays, with its hash, its place in the chain and all that it supersedes: no
 * office can tell the difference but in the history of a row. Never dropped: what brought a row into being, what
 * removed or restored it, and what a newer program wrote.
 *
 * Invariant: heads, shown values, conflicts and lists are the same before and after (invariants/compaction.test.ts).
 */
import { presenceField } from "../../../shared/domain/entities";
import { toHex } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { commonSpans, inSpans, type Span } from "../../../shared/sync/holds";
import type { HeldWriter } from "../../../shared/sync/packet/types";
import { withoutValues } from "../../../shared/sync/op-codec";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { writerRows } from "./held-writers";
import { provenOf } from "./outgoing";
import { statementOf } from "./packet-memory";
import { historyOfRow, type StoredOp } from "./op-rows";

export interface Compaction {
  /** Ops whose values were dropped. */
  readonly ops: number;
  /** Bytes that they took. */
  readonly bytes: number;
}

/** Rows of several ops, a page at a time. */
const rowsSql = (after: Uint8Array) => sql`
  SELECT row FROM op WHERE row > ${after} GROUP BY row HAVING count(*) > 1 ORDER BY row LIMIT 2000`;

/**
 * Call it inside a transaction.
 * @param acknowledgedBy Ed25519 keys of all offices that this one trades with; without any nothing is dropped
 */
export function compact(db: WriteHandle, acknowledgedBy: readonly Uint8Array[]): Compaction {
  const acknowledged = acknowledgedSpans(db, acknowledgedBy);
  let ops = 0;
  let bytes = 0;
  let after: Uint8Array = new Uint8Array();
  while (acknowledged.size > 0) {
    const rows = db.raw<[Buffer]>(rowsSql(after));
    const last = rows.at(-1);
    if (last === undefined) break;
    [after] = last;
    for (const [row] of rows) {
      for (const { localId } of overwritten(historyOfRow(db, row), acknowledged)) {
        const saved = dropValues(db, localId);
        if (saved === 0) continue;
        ops++;
        bytes += saved;
      }
    }
  }
  return { ops, bytes };
}

/** By row of the writer table, what all offices said that they hold. */
function acknowledgedSpans(db: WriteHandle, keys: readonly Uint8Array[]): Map<number, readonly Span[]> {
  const spans = new Map<number, readonly Span[]>();
  const statements = keys.map((key) => statementOf(db, key)?.holds ?? null);
  if (statements.length === 0 || statements.includes(null)) return spans;
  const byName = statements.map(
    (holds) => new Map((holds ?? []).map((held): [string, HeldWriter] => [toHex(held.writer), held])),
  );
  for (const { id, identity } of writerRows(db)) {
    const proven = byName.map((theirs) => provenOf(db, id, theirs.get(toHex(identity))));
    const common = proven.reduce((all, one) => commonSpans(all, one));
    if (common.length > 0) spans.set(id, common);
  }
  return spans;
}

/** Ops of a row that are heads of nothing among the ops that everybody has. */
function overwritten(
  ops: readonly StoredOp[],
  acknowledged: ReadonlyMap<number, readonly Span[]>,
): StoredOp[] {
  const known = ops.filter(({ writer, seq }) => inSpans(acknowledged.get(writer) ?? [], seq));
  const heads = new Set([...foldRow(known).heads.values()].flat());
  return known.filter(
    (op) => !op.create && op.compacted !== true && !op.fields.has(presenceField) && !heads.has(op),
  );
}

/** @returns bytes saved; 0 where there was nothing to drop */
function dropValues(db: WriteHandle, op: number): number {
  const body = db.value<Buffer>(sql`SELECT body FROM op WHERE id = ${op}`);
  const emptied = body === undefined ? null : withoutValues(body);
  if (body === undefined || emptied === null) return 0;
  db.run(sql`UPDATE op SET body = ${emptied}, compacted = 1 WHERE id = ${op}`);
  return body.length - emptied.length;
}
