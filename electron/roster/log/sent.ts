/** The packets that this roster wrote, counted, so that a receiver can name the one that never came. */
import { encode } from "cborg";
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
  readonly ops: number;
  readonly bytes: number;
}

/** The number of the next packet, from 1 on. */
export function nextPacketNumber(db: ReadHandle): number {
  return (db.value<number>(sql`SELECT max(number) FROM sent`) ?? 0) + 1;
}

export function keepSent(db: WriteHandle, packet: SentPacket): void {
  db.run(
    sql`
      INSERT INTO sent (file_id, number, at, author, addressees, ops, bytes)
      VALUES (${packet.fileId}, ${packet.number}, ${packet.at}, ${authorId(db, packet.user)},
        ${encode([...packet.addressees])}, ${packet.ops}, ${packet.bytes})`,
  );
}
