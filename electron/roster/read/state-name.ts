/** The name of the state that a roster is in: whoever worked something out tells by it whether anything was written since. */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Another one after every transaction, whoever made it; see file/stamp.ts. */
export function stateName(db: ReadHandle): string {
  const name = db.value<string>(sql`SELECT hex(current) FROM file_stamp`);
  if (name === undefined) throw new Error("A roster without a stamp");
  return name;
}
