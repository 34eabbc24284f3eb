/** Reads which writer this roster was last written under, for the decision in electron/files/writer-identity.ts. */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { hashAt } from "./op-rows";

export interface OwnWriter {
  readonly identity: Uint8Array;
  readonly end: { readonly seq: number; readonly hash: Uint8Array } | null;
  /** Changes that it made, and the instant of the last one by its clock then. */
  readonly changes: number;
  readonly at: number;
  hashAt(seq: number): Uint8Array | null;
}

interface Row {
  readonly id: number;
  readonly identity: Buffer;
  readonly seq: number;
  readonly hash: Buffer | null;
}

const ownSql = sql`
  SELECT writer.id, writer.identity, writer.last_seq AS seq, writer.last_hash AS hash
  FROM local_state JOIN writer ON writer.identity = local_state.value AND writer.branch = 0
  WHERE local_state.key = 'writer'`;

const changesSql = (writer: number) => sql`
  SELECT count(*), (SELECT at FROM change WHERE writer = ${writer} ORDER BY first_seq DESC LIMIT 1)
  FROM change WHERE writer = ${writer}`;

/** Changes that a row of the writer table made, and the instant of the last one. */
function changesBy(db: ReadHandle, writer: number): { changes: number; at: number } {
  const [counted] = db.raw<[number, number | null]>(changesSql(writer));
  return { changes: counted?.[0] ?? 0, at: counted?.[1] ?? 0 };
}

/** The roster's last own writer; null when nothing was written yet. */
export function readOwnWriter(db: ReadHandle): OwnWriter | null {
  const row = db.get<Row>(ownSql);
  if (row === undefined) return null;
  const { id, identity, seq, hash } = row;
  return {
    identity,
    end: hash === null ? null : { seq, hash },
    ...changesBy(db, id),
    hashAt: (at) => hashAt(db, id, at),
  };
}
