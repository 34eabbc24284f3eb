/**
 * Two kinds of handle on a roster's database: one that can only read and one that writes.
 *
 * Screens, reports and statistics are given a ReadHandle, which has no way to write by type and none by connection
 * either; only the change log and the migrations hold a WriteHandle. Without the split any code could change a table
 * behind the log's back, and the log would no longer be the truth.
 */
import type Database from "better-sqlite3";
import { appError } from "../../../shared/contract/errors";
import { sealing } from "./list-seals";
import type { Sql, SqlValue } from "./sql";
import { drawStamp, stamp } from "./stamp";
import { isMediumFailure, sqliteFailure } from "./sqlite-errors";

export interface ReadHandle {
  /** What error sentences name. */
  readonly path: string;
  /** First row, or undefined. Throws AppError for failures of the file (see sqlite-errors.ts). */
  get<T>(query: Sql): T | undefined;
  all<T>(query: Sql): T[];
  /** Rows as arrays in the order of the columns: several times faster where there are many. */
  raw<T extends readonly SqlValue[]>(query: Sql): T[];
  /** First column of the first row, or undefined. */
  value<T extends SqlValue>(query: Sql): T | undefined;
}

/** Where a handle finds its connection: another one after the file was opened again. */
export interface Source {
  readonly db: Database.Database;
  /** After a failure of the medium: opens the file again where it is back. @returns whether asking once more makes sense */
  readonly revive: () => boolean;
}

/** Who looks on while a handle writes, and may refuse it. */
export interface WriteWatch {
  /** Before a transaction. */
  readonly ready: () => void;
  /** In the transaction, before anything is written, and again before a long one is committed. */
  readonly begun: () => void;
  /** After it was committed, before anybody is told so. */
  readonly committed: () => void;
}

export interface WriteHandle extends ReadHandle {
  /** @returns rowid of the row inserted last */
  run(query: Sql): number;
  /** Several statements without parameters. */
  script(query: Sql): void;
  /** All or nothing. Takes the write lock at once, so that what `work` reads stays true until it ends. */
  transaction<T>(work: () => T): T;
  /** Begins a transaction that `commit` ends, or `script` with a rollback; for work that goes on over many calls. */
  begin(): void;
  commit(): void;
  /** Whether a transaction is open; SQLite ends one by itself when the disk is full or gone. */
  inTransaction(): boolean;
  /** Value of `PRAGMA data_version`: differs after another connection wrote. */
  outsideVersion(): number;
}

/** One way of calling a statement, prepared once for each SQL text. */
type Prepared = Database.Statement;

class Statements {
  #db: Database.Database | null = null;
  readonly #byText = new Map<string, Prepared>();

  get(db: Database.Database, text: string, configure?: (statement: Prepared) => void): Prepared {
    if (db !== this.#db) {
      this.#byText.clear();
      this.#db = db;
    }
    let statement = this.#byText.get(text);
    if (statement === undefined) {
      statement = db.prepare(text) as Prepared;
      configure?.(statement);
      this.#byText.set(text, statement);
    }
    return statement;
  }
}

class Reader implements ReadHandle {
  readonly path: string;
  readonly #source: Source;
  readonly #plain = new Statements();
  readonly #raw = new Statements();
  readonly #single = new Statements();

  constructor(source: Source, path: string) {
    this.#source = source;
    this.path = path;
  }

  protected get db(): Database.Database {
    return this.#source.db;
  }

  protected guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      // Closed while a question was on its way: who asked has gone on to something else.
      if (!this.db.open) throw appError("cancelled", undefined, error);
      throw sqliteFailure(error, this.path);
    }
  }

  /** Asks; once more where the medium had gone and is back. */
  #asked<T>(question: () => T): T {
    return this.guarded(() => {
      try {
        return question();
      } catch (error) {
        if (!isMediumFailure(error) || !this.#source.revive()) throw error;
        return question();
      }
    });
  }

  protected plain(sql: string): Prepared {
    return this.#plain.get(this.db, sql);
  }

  get<T>(query: Sql): T | undefined {
    return this.#asked(() => this.plain(query.text).get(...query.params) as T | undefined);
  }

  all<T>(query: Sql): T[] {
    return this.#asked(() => this.plain(query.text).all(...query.params) as T[]);
  }

  raw<T extends readonly SqlValue[]>(query: Sql): T[] {
    return this.#asked(
      () => this.#raw.get(this.db, query.text, (one) => one.raw()).all(...query.params) as T[],
    );
  }

  value<T extends SqlValue>(query: Sql): T | undefined {
    return this.#asked(
      () => this.#single.get(this.db, query.text, (one) => one.pluck()).get(...query.params) as T | undefined,
    );
  }

  /** What failed is not asked again, since it may have been done in part; the next one finds the file open. */
  protected afterFailure(error: unknown): void {
    if (isMediumFailure(error)) this.#source.revive();
  }
}

const unwatched: WriteWatch = { ready: () => undefined, begun: () => undefined, committed: () => undefined };

class Writer extends Reader implements WriteHandle {
  readonly #watch: WriteWatch;
  /** The connection that has drawn a name for the next state; another one must do so itself. */
  #drawn: Database.Database | null = null;

  constructor(source: Source, path: string, watch: WriteWatch) {
    super(source, path);
    this.#watch = watch;
  }

  /** Before a transaction. */
  #draw(): void {
    const { db } = this;
    if (this.#drawn === db) return;
    sealing(db);
    const drawing = () => {
      this.#watch.begun();
      drawStamp(db);
    };
    db.transaction(drawing).immediate();
    this.#drawn = db;
  }

  run(query: Sql): number {
    const write = () => Number(this.plain(query.text).run(...query.params).lastInsertRowid);
    // One statement is a transaction by itself, and must be stamped and looked on like any other.
    return this.db.inTransaction ? this.guarded(write) : this.transaction(write);
  }

  script(query: Sql): void {
    if (query.params.length > 0) throw new Error(`Parameters in a script: ${query.text}`);
    this.guarded(() => this.db.exec(query.text));
  }

  transaction<T>(work: () => T): T {
    if (this.db.inTransaction) return this.guarded(() => this.db.transaction(work).immediate());
    const watched = () => {
      this.#watch.begun();
      stamp(this.db);
      return work();
    };
    this.#watch.ready();
    const result = this.guarded(() =>
      this.#reviving(() => {
        this.#draw();
        return this.db.transaction(watched).immediate();
      }),
    );
    this.#watch.committed();
    return result;
  }

  begin(): void {
    this.#watch.ready();
    this.guarded(() =>
      this.#reviving(() => {
        this.#draw();
        this.db.exec("BEGIN IMMEDIATE");
      }),
    );
    try {
      this.#watch.begun();
      this.guarded(() => stamp(this.db));
    } catch (error) {
      this.db.exec("ROLLBACK");
      throw error;
    }
  }

  commit(): void {
    // It may have gone on for an hour since it was begun.
    this.#watch.begun();
    this.guarded(() => this.db.exec("COMMIT"));
    this.#watch.committed();
  }

  #reviving<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.afterFailure(error);
      throw error;
    }
  }

  inTransaction(): boolean {
    return this.db.inTransaction;
  }

  outsideVersion(): number {
    return this.guarded(() => this.db.pragma("data_version", { simple: true }) as number);
  }
}

function sourceOf(from: Database.Database | Source): Source {
  return "revive" in from ? from : { db: from, revive: () => false };
}

/** A handle that cannot write; `path` is what error sentences name. */
export function readHandle(from: Database.Database | Source, path: string): ReadHandle {
  return new Reader(sourceOf(from), path);
}

/**
 * A handle that can write; for the change log, migrations and databases of their own only.
 * @param watch looks on; what it throws refuses the writing, and after the commit the telling of it
 */
export function writeHandle(
  from: Database.Database | Source,
  path: string,
  watch: WriteWatch = unwatched,
): WriteHandle {
  return new Writer(sourceOf(from), path, watch);
}
