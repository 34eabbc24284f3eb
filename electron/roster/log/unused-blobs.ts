/**
 * Clears away documents that nothing in the log names any more: their change was taken back with its reception.
 *
 * What an op names stays, in whatever field and of whatever program: a hash is looked for in the ops' bytes and not by
 * the registry, so that a field which only a newer program knows keeps its paper.
 */
import { toHex } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface Swept {
  readonly documents: number;
  /** Bytes that they took in the file. */
  readonly bytes: number;
}

const pageOps = 2000;
/** The head of a text of 64 bytes in CBOR, then a hash. */
const hashInBody = /x@([0-9a-f]{64})/g;

/** Documents, whole or in pieces, that no value which stands names: only these must be looked for in the whole log. */
function candidates(db: ReadHandle): Map<string, Buffer> {
  const rows = db.raw<[Buffer]>(sql`
    SELECT hash FROM (SELECT hash FROM blob UNION SELECT hash FROM blob_piece)
    WHERE hash NOT IN (SELECT hash FROM named_document)`);
  return new Map(rows.map(([hash]) => [toHex(hash), hash]));
}

function* bodiesWithHashes(db: ReadHandle): Generator<Buffer> {
  let after = 0;
  for (;;) {
    const page = db.raw<[number, Buffer]>(sql`
      SELECT id, body FROM op WHERE id > ${after} AND instr(body, X'7840') > 0 ORDER BY id LIMIT ${pageOps}`);
    for (const [id, body] of page) {
      after = id;
      yield body;
    }
    if (page.length < pageOps) return;
  }
}

/** Call it inside a transaction. */
export function sweepBlobs(db: WriteHandle): Swept {
  const unused = candidates(db);
  if (unused.size > 0) {
    for (const body of bodiesWithHashes(db)) {
      for (const [, hash] of body.toString("latin1").matchAll(hashInBody)) unused.delete(hash ?? "");
    }
  }
  let bytes = 0;
  for (const hash of unused.values()) {
    bytes += db.value<number>(sql`SELECT length(bytes) FROM blob WHERE hash = ${hash}`) ?? 0;
    bytes += db.value<number>(sql`SELECT sum(length(bytes)) FROM blob_piece WHERE hash = ${hash}`) ?? 0;
    db.run(sql`DELETE FROM blob WHERE hash = ${hash}`);
    db.run(sql`DELETE FROM blob_piece WHERE hash = ${hash}`);
  }
  return { documents: unused.size, bytes };
}
