/** Names written beside changes, each kept once. */
import type { WriteHandle } from "../file/handle";
import { proofOf } from "../file/row-proof";
import { sql } from "../file/sql";

/** Row of a name, made where it is not there. */
export function authorId(db: WriteHandle, name: string): number {
  const known = db.value<number>(sql`SELECT id FROM author WHERE name = ${name}`);
  if (known !== undefined) return known;
  const id = db.run(sql`INSERT INTO author (name) VALUES (${name})`);
  const proof = proofOf([id, name]);
  db.run(sql`UPDATE total SET rows = rows + 1, sum = (sum + ${proof}) & 0xffffffff WHERE name = 'author'`);
  return id;
}
