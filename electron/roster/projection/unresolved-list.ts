/**
 * References that do not simply lead to a row in its table: to nothing yet, to a removed row, or through a joined one;
 * and all references of a row that is left out for one of them, since nothing else tells whom it named.
 *
 * When such a target comes, goes or changes, the rows listed for it are looked at again; without the list they would
 * stay as they were on the day they came.
 */
import { toHex, uuidToBytes } from "../../../shared/sync/bytes";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/**
 * - `missing`: the target never came; `removed`; `joined`: another row stands for it
 * - `found`: the target stands, but the row does not, for another of its references
 * - `gone`: the row itself was removed, in dispute or not; the target owns it, and may bring it back into view
 */
export type UnresolvedState = "missing" | "removed" | "joined" | "found" | "gone";

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

  /** Rows that need a target by a field without which they cannot be shown. */
  needing(target: Uint8Array, isNeeded: (entity: number, field: number) => boolean): WaitingRow[] {
    if (this.#isEmpty) return [];
    return this.#db
      .raw<[Buffer, number, number]>(sql`SELECT row, entity, field FROM unresolved WHERE target = ${target}`)
      .filter(([, entity, field]) => isNeeded(entity, field))
      .map(([row, entity]) => ({ row, entity }));
  }

  /** What a row is listed with. */
  namedBy(row: Uint8Array): { readonly field: number; readonly target: Uint8Array }[] {
    if (this.#isEmpty) return [];
    return this.#db.all<{ field: number; target: Buffer }>(
      sql`SELECT field, target FROM unresolved WHERE row = ${row}`,
    );
  }

  /** A row and the records that went up in it, by way of any others; in a circle these are all of it. By hex id. */
  joinedTogether(row: WaitingRow): Map<string, WaitingRow> {
    const found = new Map<string, WaitingRow>();
    const open = [row];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (found.has(toHex(one.row))) continue;
      found.set(toHex(one.row), one);
      open.push(...this.joinedInto(one.row));
    }
    return found;
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
