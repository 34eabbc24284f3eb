/** Writes how ops stand so that it proves itself (file/op-standing.ts), and proves the list of those of one standing. */
import type { ReadHandle, WriteHandle } from "../file/handle";
import { standingProof, standingTotal } from "../file/op-standing";
import { sql } from "../file/sql";
import { listProposedOwner } from "./proposed-owners";

const mask = 0xffffffff;

/** Writes down how an op stands. @param id its local id */
export function writeStanding(db: WriteHandle, id: number, hash: Uint8Array, to: number): void {
  db.run(sql`UPDATE op SET standing = ${to}, standing_proof = ${standingProof(hash, to)} WHERE id = ${id}`);
  listProposedOwner(db, db, id, to);
}

/** Whether as many ops of a standing, with such a sum of proofs, were written. */
export function areAllOfStanding(db: ReadHandle, standing: number): boolean {
  const found = sql`
    SELECT 1 FROM total WHERE name = ${standingTotal(standing)} AND (rows, sum) =
      (SELECT count(*), coalesce(sum(standing_proof), 0) & ${mask} FROM op
       WHERE standing <> 0 AND standing = ${standing})`;
  return db.value<number>(found) !== undefined;
}
