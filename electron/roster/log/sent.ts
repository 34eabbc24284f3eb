/** The packets that this roster wrote, counted, so that a receiver can name the one that never came. */
import { encode } from "cborg";
import type { WriteHandle } from "../file/handle";
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

export function keepSent(db: WriteHandle, packet: SentPacket): void {
  db.run(
    sql`
      INSERT INTO sent (file_id, number, at, author, addressees, ops, bytes)
      VALUES (${packet.fileId}, ${packet.number}, ${packet.at}, ${authorId(db, packet.user)},
        ${encode([...packet.addressees])}, ${packet.ops}, ${packet.bytes})`,
  );
}
