/**
 * References that do not simply lead to a row in its table: to nothing yet, to a removed row, or through a joined one;
 * and all references of a row that is left out for one of them, since nothing else tells whom it named.
 *
 * When such a target comes, goes or changes, the rows listed for it are looked at again; without the list they would
 * stay as they were on the day they came.
 */
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/**
 * - `missing`: the target never came; `removed`; `joined`: another row stands for it
 * - `found`: the target stands, but the row does not, for another of its references
 */
export type UnresolvedState = "missing" | "removed" | "joined" | "found";

export interface UnresolvedReference {
  readonly field: number;
  readonly target: string;
  readonly state: UnresolvedState;
}

/** A row that is to be looked at when another one changes. */
export interface WaitingRow {
  readonly row: Uint8Array;
  readonly entity: number;
}

export class UnresolvedList {
  readonly #db: WriteHandle;
  /** Most rosters have none: then nothing is asked for the hundred thousands of rows of a bulk load. */
  #isEmpty: boolean;

  constructor(db: WriteHandle) {
    this.#db = db;
    this.#isEmpty = db.value<number>(sql`SELECT 1 FROM unresolved LIMIT 1`) === undefined;
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Rows that wait for a target. */
  of(target: Uint8Array): WaitingRow[] {
    if (this.#isEmpty) return [];
    return this.#db
      .raw<[Buffer, number]>(sql`SELECT DISTINCT row, entity FROM unresolved WHERE target = ${target}`)
      .map(([row, entity]) => ({ row, entity }));
  }

  /** Records that went up in a row. */
  joinedInto(target: Uint8Array): WaitingRow[] {
    if (this.#isEmpty) return [];
    return this.#db
      .raw<[Buffer, number]>(sql`SELECT row, entity FROM unresolved WHERE target = ${target} AND field = 0`)
      .map(([row, entity]) => ({ row, entity }));
  }

  /** Lists a row's references anew. */
  replace(row: Uint8Array, entity: number, references: readonly UnresolvedReference[]): void {
    if (!this.#isEmpty) this.#db.run(sql`DELETE FROM unresolved WHERE row = ${row}`);
    for (const { field, target, state } of references) {
      this.#isEmpty = false;
      this.#db.run(
        sql`
          INSERT OR REPLACE INTO unresolved (row, field, entity, target, state)
          VALUES (${row}, ${field}, ${entity}, ${uuidToBytes(target)}, ${state})`,
      );
    }
  }
}
