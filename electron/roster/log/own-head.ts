/** Where the roster's own writer stands in the log: from here the next change goes on. */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import type { WriterHead } from "./change-writer";

interface WriterRow {
  readonly id: number;
  readonly seq: number;
  readonly hash: Buffer | null;
}

/** @param identity of the writer under which this roster is written */
export function readHead(db: ReadHandle, identity: Uint8Array): WriterHead {
  const row = db.get<WriterRow>(
    sql`SELECT id, last_seq AS seq, last_hash AS hash FROM writer WHERE identity = ${identity} AND branch = 0`,
  );
  const lamport = db.value<number>(sql`SELECT max(last_lamport) FROM writer`) ?? 0;
  const end = row?.hash == null ? null : { seq: row.seq, hash: row.hash };
  return { identity, writer: row?.id ?? null, end, lamport };
}
