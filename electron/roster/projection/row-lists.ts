/**
 * The short lists beside the tables, each of which tells one thing of a row: that later ops came before its beginning
 * (`waiting`), that it was made and does not stand in its table (`hidden`), which of its fields are open to a decision
 * (`conflict`). Written only where something changes, so that a roster at rest stays as it is byte for byte.
 */
import { presenceField } from "../../../shared/domain/entities";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

export class RowLists {
  readonly #db: WriteHandle;

  constructor(db: WriteHandle) {
    this.#db = db;
  }

  /** @param ops how many came of a row without its beginning; 0 for a row that has one */
  waiting(row: Uint8Array, entity: number, ops: number): void {
    if (ops > 0) {
      this.#db.run(sql`INSERT OR REPLACE INTO waiting (row, entity, ops) VALUES (${row}, ${entity}, ${ops})`);
    } else if (this.#db.value<number>(sql`SELECT 1 FROM waiting WHERE row = ${row}`) !== undefined) {
      this.#db.run(sql`DELETE FROM waiting WHERE row = ${row}`);
    }
  }

  hidden(row: Uint8Array, entity: number, isHidden: boolean): void {
    const noted = this.#db.value<number>(sql`SELECT 1 FROM hidden WHERE row = ${row}`) !== undefined;
    if (noted === isHidden) return;
    if (isHidden) this.#db.run(sql`INSERT INTO hidden (row, entity) VALUES (${row}, ${entity})`);
    else this.#db.run(sql`DELETE FROM hidden WHERE row = ${row}`);
  }

  /**
   * @param open field ids in order
   * @returns whether a decision on the row being there opened or ended
   */
  conflicts(row: Uint8Array, entity: number, open: readonly number[]): boolean {
    const noted = this.#db.raw<[number]>(sql`SELECT field FROM conflict WHERE row = ${row} ORDER BY field`);
    if (noted.length === open.length && noted.every(([field], place) => field === open[place])) return false;
    this.#db.run(sql`DELETE FROM conflict WHERE row = ${row}`);
    for (const field of open) {
      this.#db.run(sql`INSERT INTO conflict (row, field, entity) VALUES (${row}, ${field}, ${entity})`);
    }
    return open.includes(presenceField) !== noted.some(([field]) => field === presenceField);
  }
}
