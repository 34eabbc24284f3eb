/**
 * Drops values that nobody needs any more, so that a roster does not grow for ever with what was typed over.
 *
 * An op loses its values when every office that is in the exchange holds it, and also holds, for each of its fields, an
 * op that wrote over it; an office that may know nothing of a row, and has nothing of it, is not asked about that row. The op itself stays, with its hash, its place in the chain and all that it supersedes: no
 * office can tell the difference but in the history of a row. Never dropped: what brought a row into being, what
 * removed or restored it, and what a newer program wrote.
 *
 * Invariant: heads, shown values, conflicts and lists are the same before and after (invariants/compaction.test.ts).
 */
import { presenceField } from "../../../shared/domain/entities";
import { toHex } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { inSpans, type Span } from "../../../shared/sync/holds";
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

/** An office that a roster is traded with. */
export interface Acknowledger {
  /** Ed25519 key under which it said what it holds. */
  readonly signKey: Uint8Array;
  /** Local ids of the ops that it may know; null: all. */
  readonly ops: ReadonlySet<number> | null;
}

/**
 * Call it inside a transaction.
 * @param offices all that this one trades with; without any nothing is dropped
 */
export function compact(db: WriteHandle, offices: readonly Acknowledger[]): Compaction {
  const acknowledged = offices.map((office) => new Acknowledged(db, office));
  let ops = 0;
  let bytes = 0;
  let after: Uint8Array = new Uint8Array();
  while (acknowledged.length > 0) {
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

/** What one office said that it holds, as far as hashes prove it. */
class Acknowledged {
  readonly #db: WriteHandle;
  readonly #holds: ReadonlyMap<string, HeldWriter>;
  readonly #ops: ReadonlySet<number> | null;
  readonly #identities: ReadonlyMap<number, Uint8Array>;
  readonly #spans = new Map<number, readonly Span[]>();

  constructor(db: WriteHandle, { signKey, ops }: Acknowledger) {
    this.#db = db;
    this.#ops = ops;
    this.#identities = new Map(writerRows(db).map(({ id, identity }) => [id, identity]));
    const holds = statementOf(db, signKey)?.holds ?? [];
    this.#holds = new Map(holds.map((held) => [toHex(held.writer), held]));
  }

  /** The ops of a row that it holds; all of a row that it neither may know nor has anything of. */
  known(ops: readonly StoredOp[]): readonly StoredOp[] {
    const held = ops.filter(({ writer, seq }) => inSpans(this.#spansOf(writer), seq));
    const isConcerned = this.#ops === null || ops.some(({ localId }) => this.#ops?.has(localId) === true);
    return isConcerned || held.length > 0 ? held : ops;
  }

  #spansOf(writer: number): readonly Span[] {
    let spans = this.#spans.get(writer);
    if (spans === undefined) {
      const identity = this.#identities.get(writer);
      const held = identity === undefined ? undefined : this.#holds.get(toHex(identity));
      spans = provenOf(this.#db, writer, held);
      this.#spans.set(writer, spans);
    }
    return spans;
  }
}

/** Ops of a row that are heads of nothing among the ops that everybody has. */
function overwritten(ops: readonly StoredOp[], offices: readonly Acknowledged[]): StoredOp[] {
  const known = offices.reduce<readonly StoredOp[]>((common, office) => {
    const theirs = new Set(office.known(ops));
    return common.filter((op) => theirs.has(op));
  }, ops);
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
