/**
 * What stands in the log for a field and cannot be read: values that counted as not written, until somebody who saw
 * them writes over them.
 *
 * Such a value changes nothing, so nothing else would ever tell that an office meant something here.
 */
import type { RowState } from "../../../shared/sync/fold";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import type { StoredOp } from "../log/op-rows";

export class UnreadableList {
  readonly #db: WriteHandle;
  /** Most rosters have none, and then nothing is asked for each row of a bulk load. */
  #isEmpty: boolean;

  constructor(db: WriteHandle) {
    this.#db = db;
    this.#isEmpty = db.value<number>(sql`SELECT 1 FROM unreadable LIMIT 1`) === undefined;
  }

  /** Lists a row's unreadable values anew; of a row that is removed there are none. */
  replace(row: Uint8Array, entity: number, { unread, presence }: RowState<StoredOp>): void {
    if (!this.#isEmpty) this.#db.run(sql`DELETE FROM unreadable WHERE row = ${row}`);
    if (presence === "removed") return;
    for (const [field, ops] of unread) {
      for (const { localId } of ops) {
        this.#isEmpty = false;
        this.#db.run(
          sql`INSERT INTO unreadable (row, field, op, entity) VALUES (${row}, ${field}, ${localId}, ${entity})`,
        );
      }
    }
  }
}
