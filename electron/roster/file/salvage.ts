/**
 * Reads what can still be read of a damaged file, row by row: a page that cannot be read costs the rows that stood on it
 * and no others. The file is opened for reading only and is not examined, since what is wrong with it is known; one that
 * SQLite would not open is read from a mended copy, and what SQLite does not come to from the pages themselves.
 */
import { dirname } from "node:path";
import { SqliteError } from "better-sqlite3";
import { AppError, appError } from "../../../shared/contract/errors";
import { type Connection, connectReadOnly } from "./connect";
import { lookAtRosterFile } from "./file-check";
import { isSealed } from "./list-seals";
import { makeMendedCopy, needsMending } from "./mended-copy";
import { canonical } from "./open-file";
import { guessedNames, scanPages } from "./page-scan";
import { isAsMade } from "./schema-check";
import type { SqlValue } from "./sql";
import { sqliteFailure, systemFailure } from "./sqlite-errors";
import { totalsIn } from "./total";

const sliceRows = 500;

export interface Salvaged {
  /** Rows as arrays in the order of the columns that were asked for. */
  readonly rows: SqlValue[][];
  /** Ids of which something stands on a page that cannot be read. */
  readonly unread: number[];
}

function isDamage(error: unknown): boolean {
  return error instanceof SqliteError && /^SQLITE_(?:CORRUPT|IOERR|FORMAT|ERROR|NOTADB)/.test(error.code);
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
  /** Null where SQLite opens nothing of it. */
  readonly #db: Connection | null;
  /** Where its pages are read. */
  #file: string;
  readonly path: string;
  #scanned: Connection | null = null;

  /**
   * @param copy where a mended copy is made if SQLite would not open the file as it is; whoever names it takes it away
   * @throws AppError as `lookAtRosterFile`, where not even its pages are those of a roster; `roster-beyond-recovery` where
   *   nothing at all can be read of it; `disk-full`, `folder-readonly` where no copy can be made
   */
  constructor(path: string, copy: string) {
    this.path = path;
    const file = this.#asking(() => canonical(path));
    this.#file = file;
    try {
      this.#file = readable(file, copy);
      this.#db = connectReadOnly(this.#file);
    } catch (error) {
      const failure = sqliteFailure(error, path);
      const isLost =
        failure instanceof AppError && ["roster-damaged", "roster-foreign"].includes(failure.code);
      if (!isLost) throw failure;
      this.#db = null;
      if (this.#scan.prepare("SELECT 1 FROM op LIMIT 1").get() !== undefined) return;
      this.close();
      throw failure.code === "roster-damaged" ? this.beyond(error) : failure;
    }
  }

  /** What to throw where the damage leaves nothing to recover from; to recover it is no advice any more. */
  beyond(cause?: unknown): AppError {
    return appError("roster-beyond-recovery", { path: this.path }, cause);
  }

  close(): void {
    this.#db?.close();
    this.#scanned?.close();
    this.#scanned = null;
  }

  /** Rows of a table that has an id of whole numbers, each once, `id` first among the columns. */
  numbered(table: string, columns: readonly string[]): Salvaged {
    const select = `SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM "${table}"`;
    // A page of zeros, as behind a cut, may end a table for SQLite without a word: so the pages are always asked too.
    const { rows, unread } = this.#read(table, select) ?? { rows: [], unread: [] };
    const known = new Set(rows.map(([id]) => id));
    const scanned = this.#scan.prepare(select).raw().all() as SqlValue[][];
    const more = scanned.filter(([id]) => !known.has(id));
    const gained = new Set(more.map(([id]) => id));
    return { rows: [...rows, ...more], unread: unread.filter((id) => !gained.has(id)) };
  }

  /** Of authors whose rows are lost: each name that may be theirs. */
  guessedNames(): [id: number, name: string][] {
    return guessedNames(this.#scan);
  }

  /** Rows of a list that its total proves; null for another. */
  list(table: string): SqlValue[][] | null {
    const read = (db: Connection, totals: Connection) =>
      this.#tried(() => {
        // Totals that cannot be read prove nothing.
        if (!isSealed(db, table, totalsIn(totals, table))) return null;
        return db.prepare(`SELECT * FROM "${table}"`).raw().all() as SqlValue[][];
      }) ?? null;
    const opened = this.#db;
    const direct = opened !== null && this.#has(table) && this.#has("total") ? read(opened, opened) : null;
    return direct ?? read(this.#scan, this.#scan);
  }

  /** Every row of a table that can be read, proven or not. */
  all(table: string): SqlValue[][] {
    const select = `SELECT * FROM "${table}"`;
    const db = this.#db;
    const whole =
      db !== null && this.#has(table)
        ? this.#tried(() => db.prepare(select).raw().all() as SqlValue[][])
        : undefined;
    return whole ?? (this.#scan.prepare(select).raw().all() as SqlValue[][]);
  }

  /** What stands on the pages of the file, whoever refers to them; read when it is first needed. */
  get #scan(): Connection {
    this.#scanned ??= this.#asking(() => scanPages(this.#file));
    return this.#scanned;
  }

  /** Whether SQLite finds a table that is made as this program makes it; what is not is not read by it. */
  #has(table: string): boolean {
    const db = this.#db;
    return db !== null && this.#tried(() => isAsMade(db, table)) === true;
  }

  /** What SQLite comes to; null where it does not even come to the end of the table. */
  #read(table: string, select: string): Salvaged | null {
    const db = this.#db;
    if (db === null || !this.#has(table)) return null;
    const last = this.#tried(
      () => db.prepare(`SELECT max(id) FROM "${table}"`).pluck().get() as number | null,
    );
    if (last === undefined) return null;
    const slice = db.prepare(`${select} WHERE id > ? AND id <= ? ORDER BY id`).raw();
    const single = db.prepare(`${select} WHERE id = ?`).raw();
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

  /** @returns undefined where the damage is in the way */
  #tried<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) return undefined;
      throw sqliteFailure(error, this.path);
    }
  }

  /** @throws AppError for failures of the medium */
  #asking<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof AppError ? error : systemFailure(error, this.path);
    }
  }
}
