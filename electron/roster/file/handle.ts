/**
 * Two kinds of handle on a roster's database: one that can only read and one that writes.
 *
 * Screens, reports and statistics are given a ReadHandle, which has no way to write by type and none by connection
 * either; only the change log and the migrations hold a WriteHandle. Without the split any code could change a table
 * behind the log's back, and the log would no longer be the truth.
 */
import type Database from "better-sqlite3";
import { appError } from "../../../shared/contract/errors";
import type { Sql, SqlValue } from "./sql";
import { sqliteFailure } from "./sqlite-errors";

export interface ReadHandle {
  /** First row, or undefined. Throws AppError for failures of the file (see sqlite-errors.ts). */
  get<T>(query: Sql): T | undefined;
  all<T>(query: Sql): T[];
  /** Rows as arrays in the order of the columns: several times faster where there are many. */
  raw<T extends readonly SqlValue[]>(query: Sql): T[];
  /** First column of the first row, or undefined. */
  value<T extends SqlValue>(query: Sql): T | undefined;
}

export interface WriteHandle extends ReadHandle {
  /** @returns rowid of the row inserted last */
  run(query: Sql): number;
  /** Several statements without parameters. */
  script(query: Sql): void;
  /** All or nothing. Takes the write lock at once, so that what `work` reads stays true until it ends. */
  transaction<T>(work: () => T): T;
  /** Whether a transaction is open; SQLite ends one by itself when the disk is full or gone. */
  inTransaction(): boolean;
  /** Value of `PRAGMA data_version`: differs after another connection wrote. */
  outsideVersion(): number;
}

/** One way of calling a statement, prepared once for each SQL text. */
type Prepared = Database.Statement;

class Statements {
  readonly #db: Database.Database;
  readonly #byText = new Map<string, Prepared>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  get(text: string, configure?: (statement: Prepared) => void): Prepared {
    let statement = this.#byText.get(text);
    if (statement === undefined) {
      statement = this.#db.prepare(text) as Prepared;
      configure?.(statement);
      this.#byText.set(text, statement);
    }
    return statement;
  }
}

class Reader implements ReadHandle {
  protected readonly db: Database.Database;
  readonly #path: string;
  readonly #plain: Statements;
  readonly #raw: Statements;
  readonly #single: Statements;

  constructor(db: Database.Database, path: string) {
    this.db = db;
    this.#path = path;
    this.#plain = new Statements(db);
    this.#raw = new Statements(db);
    this.#single = new Statements(db);
  }

  protected guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      // Closed while a question was on its way: who asked has gone on to something else.
      if (!this.db.open) throw appError("cancelled", undefined, error);
      throw sqliteFailure(error, this.#path);
    }
  }

  protected plain(sql: string): Prepared {
    return this.#plain.get(sql);
  }

  get<T>(query: Sql): T | undefined {
    return this.guarded(() => this.#plain.get(query.text).get(...query.params) as T | undefined);
  }

  all<T>(query: Sql): T[] {
    return this.guarded(() => this.#plain.get(query.text).all(...query.params) as T[]);
  }

  raw<T extends readonly SqlValue[]>(query: Sql): T[] {
    return this.guarded(() => this.#raw.get(query.text, (one) => one.raw()).all(...query.params) as T[]);
  }

  value<T extends SqlValue>(query: Sql): T | undefined {
    return this.guarded(
      () => this.#single.get(query.text, (one) => one.pluck()).get(...query.params) as T | undefined,
    );
  }
}

class Writer extends Reader implements WriteHandle {
  run(query: Sql): number {
    return this.guarded(() => Number(this.plain(query.text).run(...query.params).lastInsertRowid));
  }

  script(query: Sql): void {
    if (query.params.length > 0) throw new Error(`Parameters in a script: ${query.text}`);
    this.guarded(() => this.db.exec(query.text));
  }

  transaction<T>(work: () => T): T {
    return this.guarded(() => this.db.transaction(work).immediate());
  }

  inTransaction(): boolean {
    return this.db.inTransaction;
  }

  outsideVersion(): number {
    return this.guarded(() => this.db.pragma("data_version", { simple: true }) as number);
  }
}

/** A handle that cannot write; `path` is what error sentences name. */
export function readHandle(db: Database.Database, path: string): ReadHandle {
  return new Reader(db, path);
}

/** A handle that can write; for the change log, migrations and databases of their own only. */
export function writeHandle(db: Database.Database, path: string): WriteHandle {
  return new Writer(db, path);
}
