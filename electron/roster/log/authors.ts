/** Names written beside changes, each kept once. */
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Row of a name, made where it is not there. */
export function authorId(db: WriteHandle, name: string): number {
  return (
    db.value<number>(sql`SELECT id FROM author WHERE name = ${name}`) ??
    db.run(sql`INSERT INTO author (name) VALUES (${name})`)
  );
}
