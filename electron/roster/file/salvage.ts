/**
 * Reads what can still be read of a damaged file, row by row: a page that cannot be read costs the rows that stood on it
 * and no others. The file is opened for reading only and is not examined, since what is wrong with it is known;
 * one that SQLite would not open is read from a mended copy.
 */
import { dirname } from "node:path";
import { SqliteError } from "better-sqlite3";
import { AppError, appError } from "../../../shared/contract/errors";
import { type Connection, connectReadOnly } from "./connect";
import { lookAtRosterFile } from "./file-check";
import { makeMendedCopy, needsMending } from "./mended-copy";
import { canonical } from "./open-file";
import { isAsMade } from "./schema-check";
import type { SqlValue } from "./sql";
import { sqliteFailure, systemFailure } from "./sqlite-errors";

const sliceRows = 500;

function isDamage(error: unknown): boolean {
  return error instanceof SqliteError && /^SQLITE_(?:CORRUPT|IOERR|FORMAT|ERROR)/.test(error.code);
}

export interface Salvaged {
  /** Rows as arrays in the order of the columns that were asked for. */
  readonly rows: SqlValue[][];
  /** Keys of rows that were there and cannot be read. */
  readonly unread: number[];
}

/** The file that SQLite opens. */
function readable(file: string, copy: string): string {
  const look = lookAtRosterFile(file);
  if (!needsMending(look)) return file;
  try {
    makeMendedCopy(file, copy, look);
  } catch (error) {
    throw systemFailure(error, dirname(copy));
  }
  return copy;
}

/** A damaged roster, to be read as far as it goes. */
export class DamagedFile {
  readonly #db: Connection;
  readonly path: string;

  /**
   * @param copy where a mended copy is made if SQLite would not open the file as it is; whoever names it takes it away
   * @throws AppError as `lookAtRosterFile`; `roster-beyond-recovery` where nothing at all can be read of it; `disk-full`,
   *   `folder-readonly` where no copy can be made
   */
  constructor(path: string, copy: string) {
    this.path = path;
    try {
      const file = canonical(path);
      this.#db = connectReadOnly(readable(file, copy));
    } catch (error) {
      const failure = sqliteFailure(error, path);
      throw failure instanceof AppError && failure.code === "roster-damaged" ? this.beyond(error) : failure;
    }
  }

  /** What to throw where the damage leaves nothing to recover from; to recover it is no advice any more. */
  beyond(cause?: unknown): AppError {
    return appError("roster-beyond-recovery", { path: this.path }, cause);
  }

  get db(): Connection {
    return this.#db;
  }

  close(): void {
    this.#db.close();
  }

  /**
   * Whether a table is made as this program makes it; what is not is not read.
   * @throws AppError `roster-beyond-recovery` where no table can be told
   */
  has(table: string): boolean {
    try {
      return isAsMade(this.#db, table);
    } catch (error) {
      if (!isDamage(error)) throw error;
      throw this.beyond(error);
    }
  }

  /**
   * Every row of a table that has an id of whole numbers, `id` first among the columns.
   * @returns null where not even the number of its rows can be told
   */
  numbered(table: string, columns: readonly string[]): Salvaged | null {
    const last = this.#tried(
      () => this.#db.prepare(`SELECT max(id) FROM "${table}"`).pluck().get() as number | null,
    );
    if (last === undefined) return null;
    const select = `SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM "${table}"`;
    const slice = this.#db.prepare(`${select} WHERE id > ? AND id <= ? ORDER BY id`).raw();
    const single = this.#db.prepare(`${select} WHERE id = ?`).raw();
    const found: Salvaged = { rows: [], unread: [] };
    for (let after = 0; after < (last ?? 0); after += sliceRows) {
      const rows = this.#tried(() => slice.all(after, after + sliceRows) as SqlValue[][]);
      if (rows !== undefined) {
        found.rows.push(...rows);
        continue;
      }
      for (let id = after + 1; id <= Math.min(after + sliceRows, last ?? 0); id++) {
        const row = this.#tried(() => (single.get(id) as SqlValue[] | undefined) ?? null);
        if (row === undefined) found.unread.push(id);
        else if (row !== null) found.rows.push(row);
      }
    }
    return found;
  }

  /** Every row of a table; null where not all of them can be read. */
  all(table: string): SqlValue[][] | null {
    const select = () => this.#db.prepare(`SELECT * FROM "${table}"`).raw().all() as SqlValue[][];
    return this.#tried(select) ?? null;
  }

  /** @returns undefined where the damage is in the way */
  #tried<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) return undefined;
      throw sqliteFailure(error, this.path);
    }
  }
}
