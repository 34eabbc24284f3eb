/**
 * What this roster remembers of a file: that it came, what its sender holds, and what the sender did not send because
 * it is not for us. It decides what need not be sent again and what is missing; none of it travels.
 */
import type { HeldWriter, LackedDocument, Manifest } from "../../../shared/sync/packet/types";
import { decodeHolds, decodeLacks, encodeHolds, encodeLacks } from "../../../shared/sync/holds-codec";
import { commonHolds, eitherLacks, joinedSpans, type Span } from "../../../shared/sync/holds";
import { toHex } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/**
 * Whether this very file was received and kept, and not taken back since. Only from the same sender: a file's id can be
 * read by everybody who has the stick, and another office could give it to a packet of its own that comes first.
 */
export function isReceived(db: ReadHandle, { fileId, sender }: Pick<Manifest, "fileId" | "sender">): boolean {
  const query = sql`SELECT 1 FROM receipt WHERE file_id = ${fileId} AND sender = ${sender.signKey} LIMIT 1`;
  return db.value<number>(query) !== undefined;
}

export function keepReceipt(
  db: WriteHandle,
  manifest: Manifest,
  taken: { readonly receptionId: number; readonly receivedAt: number; readonly ops: number },
): void {
  const { fileId, sender, number, at, whole } = manifest;
  // A file that brought nothing new is noted once, so that it is known again and missing from no list of numbers.
  if (taken.ops === 0 && db.value<number>(sql`SELECT 1 FROM receipt WHERE file_id = ${fileId}`) === 1) return;
  db.run(
    sql`INSERT INTO receipt (file_id, reception, sender, unit_code, office, number, sent_at, received_at, whole, ops)
     VALUES (${fileId}, ${taken.receptionId}, ${sender.signKey}, ${sender.unitCode}, ${sender.office},
       ${number}, ${at}, ${taken.receivedAt}, ${whole ? 1 : 0}, ${taken.ops})`,
  );
}

interface StatementRow {
  readonly number: number;
  readonly holds: Buffer;
  readonly lacks: Buffer;
}

/** What an office says of itself. */
export interface Statement {
  readonly holds: readonly HeldWriter[];
  /** Documents named by ops that it holds, and that it waits for. */
  readonly lacks: readonly LackedDocument[];
}

/**
 * Keeps what the sender says it holds. Of an older or equally numbered file (it came late, or the sender was restored
 * and counts anew) only what both say is believed: sending too much is safe, too little is not.
 */
export function keepStatement(db: WriteHandle, { sender, number, at, holds, lacks }: Manifest): void {
  const known = storedStatement(db, sender.signKey);
  const isNewer = known === undefined || number > known.number;
  const believed = isNewer
    ? { holds, lacks }
    : {
        holds: commonHolds(decodeHolds(known.holds), holds),
        lacks: eitherLacks(decodeLacks(known.lacks), lacks),
      };
  db.run(
    sql`
      INSERT OR REPLACE INTO statement (sender, number, at, holds, lacks)
      VALUES (${sender.signKey}, ${isNewer ? number : known.number}, ${at},
              ${encodeHolds(believed.holds)}, ${encodeLacks(believed.lacks)})`,
  );
}

/** What an office said last; null when it never said anything. */
export function statementOf(db: ReadHandle, signKey: Uint8Array): Statement | null {
  const row = storedStatement(db, signKey);
  return row === undefined ? null : { holds: decodeHolds(row.holds), lacks: decodeLacks(row.lacks) };
}

function storedStatement(db: ReadHandle, signKey: Uint8Array): StatementRow | undefined {
  return db.get<StatementRow>(sql`SELECT number, holds, lacks FROM statement WHERE sender = ${signKey}`);
}

export function keepWithheld(db: WriteHandle, { withheld }: Manifest): void {
  const byWriter = new Map<string, { writer: Uint8Array; spans: Span[] }>();
  for (const { writer, first, last } of withheld) {
    const known = byWriter.get(toHex(writer)) ?? { writer, spans: [] };
    known.spans.push({ first, last });
    byWriter.set(toHex(writer), known);
  }
  for (const { writer, spans } of byWriter.values()) {
    const all = joinedSpans([...spans, ...withheldOf(db, writer)]);
    db.run(sql`DELETE FROM withheld WHERE identity = ${writer}`);
    for (const { first, last } of all) {
      db.run(sql`INSERT INTO withheld (identity, first_seq, last_seq) VALUES (${writer}, ${first}, ${last})`);
    }
  }
}

/** Spans of a writer that are not for this office. */
export function withheldOf(db: ReadHandle, writer: Uint8Array): Span[] {
  return db.all<{ first: number; last: number }>(
    sql`
      SELECT first_seq AS first, last_seq AS last FROM withheld WHERE identity = ${writer} ORDER BY first_seq`,
  );
}
