/**
 * The packets that this roster wrote, counted, so that a receiver can name the one that never came; and of which rows
 * that are not for everybody an office was ever sent something, since it may know for good what became of those.
 */
import { decode, encode } from "cborg";
import { entities, entityDefinition, entityNames } from "../../../shared/domain/entities";
import { sameBytes } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { authorId } from "./authors";

export interface SentPacket {
  readonly fileId: Uint8Array;
  readonly number: number;
  readonly at: number;
  readonly user: string;
  /** Ed25519 keys. */
  readonly addressees: readonly Uint8Array[];
  /** Local id of the newest op of the roster when it was written; what came later is not in it. */
  readonly lastOp: number;
  readonly ops: number;
  readonly bytes: number;
  /** Where its addressees may not know everything: their keys, and local ids of the ops that went to them. */
  readonly told?: { readonly offices: readonly Uint8Array[]; readonly ops: ReadonlySet<number> } | null;
}

const idsAtOnce = 5000;
const notForAll = JSON.stringify(
  entityNames
    .filter((entity) => entityDefinition(entity).scope !== "everybody")
    .map((entity) => entities[entity].id),
);

export function keepSent(db: WriteHandle, packet: SentPacket): void {
  db.run(
    sql`
      INSERT INTO sent (file_id, number, at, author, addressees, last_op, ops, bytes)
      VALUES (${packet.fileId}, ${packet.number}, ${packet.at}, ${authorId(db, packet.user)},
        ${encode([...packet.addressees])}, ${packet.lastOp}, ${packet.ops}, ${packet.bytes})`,
  );
  if (packet.told == null) return;
  const ids = [...packet.told.ops];
  for (const office of packet.told.offices) {
    for (let at = 0; at < ids.length; at += idsAtOnce) {
      db.run(sql`
        INSERT OR IGNORE INTO told (office, row)
        SELECT ${office}, op.row
        FROM json_each(${JSON.stringify(ids.slice(at, at + idsAtOnce))}) AS wanted JOIN op ON op.id = wanted.value
        WHERE op.entity IN (SELECT value FROM json_each(${notForAll}))`);
    }
  }
}

/** Newest op of the roster when a packet was last written for an office; null where none ever was. */
export function lastOpSentTo(db: ReadHandle, office: Uint8Array): number | null {
  const packets = db.all<{ lastOp: number; addressees: Buffer }>(
    sql`SELECT last_op AS lastOp, addressees FROM sent ORDER BY last_op DESC`,
  );
  const last = packets.find(({ addressees }) =>
    (decode(addressees) as Uint8Array[]).some((key) => sameBytes(key, office)),
  );
  return last?.lastOp ?? null;
}

/** Ops from one on went again, and others will be given their numbers. */
export function forgetSentFrom(db: WriteHandle, firstOp: number): void {
  db.run(sql`UPDATE sent SET last_op = min(last_op, ${firstOp - 1})`);
}

/** Rows that are not for everybody and of which an office was sent something. @param office Ed25519 key */
export function rowsTold(db: ReadHandle, office: Uint8Array): Buffer[] {
  return db
    .raw<[Buffer]>(sql`SELECT row FROM told WHERE office = ${office} ORDER BY row`)
    .map(([row]) => row);
}
