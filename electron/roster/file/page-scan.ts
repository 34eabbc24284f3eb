/**
 * Puts together again what the pages of a damaged roster hold, page by page: a database of the same tables with each record
 * that can be one of theirs. SQLite needs the schema, the pages above a row and the end of the file to come to it; here a
 * page that is lost costs what stood on it.
 *
 * A record belongs to the tables whose columns, rules of type and checks it keeps; which those are is asked of the empty
 * database that the program makes. That it is one is not proven by this: operations have their hashes, lists their totals.
 */
import { closeSync, fstatSync, readSync } from "node:fs";
import { appError } from "../../../shared/contract/errors";
import { plainFile } from "../../files/plain-file";
import { type Connection, temporaryDatabase } from "./connect";
import { pageSize } from "./journal";
import { freePages, type PageRecord, type Pages, recordsOf } from "./page-records";
import type { SqlValue } from "./sql";

/** Names that may be those of authors whose rows are lost. */
const guesses = "guessed_author";

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Whether it is the row's id, which stands before the record and not in it. */
  readonly isRowid: boolean;
}

interface Shape {
  readonly table: string;
  readonly hasRowids: boolean;
  /** In the order in which records have them. */
  readonly columns: readonly Column[];
}

type ColumnRow = { name: string; type: string; notnull: number; pk: number };

function shapesIn(db: Connection): Shape[] {
  const tables = db
    .prepare("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string; wr: number }[];
  return tables.map(({ name: table, wr }) => {
    const hasRowids = wr === 0;
    const rows = db.prepare("SELECT * FROM pragma_table_info(?)").all(table) as ColumnRow[];
    // Without row ids the key comes first (fileformat2 §2.4).
    const ordered = hasRowids
      ? rows
      : [
          ...rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk),
          ...rows.filter(({ pk }) => pk === 0),
        ];
    const columns = ordered.map(({ name, type, notnull, pk }) => ({
      name,
      type,
      required: notnull === 1 || pk > 0,
      isRowid: hasRowids && pk > 0,
    }));
    return { table, hasRowids, columns };
  });
}

const isText = (type: number) => type >= 13 && type % 2 === 1;
const isBlob = (type: number) => type >= 12 && type % 2 === 0;
const isWhole = (type: number) => (type >= 1 && type <= 6) || type === 8 || type === 9;
const ofType: Readonly<Record<string, (type: number) => boolean>> = {
  INTEGER: isWhole,
  TEXT: isText,
  BLOB: isBlob,
  REAL: (type) => type === 7 || isWhole(type),
  ANY: () => true,
};

function fits({ hasRowids, columns }: Shape, { rowid, types }: PageRecord): boolean {
  if (hasRowids !== (rowid !== null) || types.length !== columns.length) return false;
  return columns.every(({ type, required, isRowid }, place) => {
    const found = types[place] ?? 0;
    if (isRowid) return found === 0;
    return found === 0 ? !required : ofType[type]?.(found) === true;
  });
}

/** Identities are found by their index too: a blob of 48 bytes, the branch, the row. */
function isOfWriterIndex({ rowid, types }: PageRecord): boolean {
  const [identity, branch = 0, id = 0] = types;
  return rowid === null && types.length === 3 && identity === 12 + 2 * 48 && isWhole(branch) && isWhole(id);
}

/** Names of authors likewise: the text and the row. Other indexes look the same; only an operation proves such a name. */
function isOfAuthorIndex({ rowid, types }: PageRecord): boolean {
  const [name = 0, id = 0] = types;
  return rowid === null && types.length === 2 && isText(name) && isWhole(id);
}

class FilePages implements Pages {
  readonly #file: number;
  readonly count: number;

  constructor(file: number) {
    this.#file = file;
    this.count = Math.ceil(fstatSync(file).size / pageSize);
  }

  page(number: number): Buffer {
    const bytes = Buffer.alloc(pageSize);
    readSync(this.#file, bytes, 0, pageSize, (number - 1) * pageSize);
    return bytes;
  }
}

/**
 * What only an index tells of a writer whose row is lost: its pieces, where it has several, begin with what the operations say.
 * An index entry and a row of `withheld` look alike; the one whose row is that of a writer is no row of that list.
 */
function mendWriters(db: Connection, entries: readonly SqlValue[][]): void {
  const isUsed = db.prepare("SELECT 1 FROM op WHERE writer = ? LIMIT 1");
  const enter = db.prepare(
    "INSERT OR IGNORE INTO writer (id, identity, branch, last_seq, last_lamport) VALUES (?, ?, ?, 0, 0)",
  );
  const mended = entries.flatMap(([identity, branch, id]) =>
    isUsed.get(id) !== undefined && enter.run(id, identity, branch).changes > 0 ? [id as number] : [],
  );
  const settle = db.prepare(`
    UPDATE writer SET forked = 1, first_seq = (SELECT min(seq) FROM op WHERE writer = writer.id), parent = (
      SELECT earlier.writer FROM op JOIN op AS earlier ON earlier.hash = op.prev AND earlier.writer <> op.writer
      WHERE op.writer = writer.id ORDER BY op.seq LIMIT 1)
    WHERE id = ? AND (SELECT count(*) FROM writer AS piece WHERE piece.identity = writer.identity) > 1`);
  for (const id of mended) settle.run(id);
  db.exec(`DELETE FROM withheld WHERE EXISTS (SELECT 1 FROM writer
    WHERE writer.identity = withheld.identity AND writer.branch = withheld.first_seq AND writer.id = withheld.last_seq)`);
}

/**
 * Reads the whole file.
 * @returns a database of its own that vanishes when closed
 * @throws AppError `roster-foreign` for what is no plain file; errors of node:fs
 */
export function scanPages(path: string): Connection {
  const file = plainFile(path);
  if (file === null) throw appError("roster-foreign", { path });
  const db = temporaryDatabase();
  try {
    const pages = new FilePages(file);
    const writers: SqlValue[][] = [];
    const authors: SqlValue[][] = [];
    db.exec("DELETE FROM file_stamp; DELETE FROM total");
    const enters = shapesIn(db).map((shape) => {
      const names = shape.columns.map(({ name }) => `"${name}"`).join(", ");
      const marks = shape.columns.map(() => "?").join(", ");
      return {
        shape,
        insert: db.prepare(`INSERT OR IGNORE INTO "${shape.table}" (${names}) VALUES (${marks})`),
      };
    });
    const free = freePages(pages);
    db.transaction(() => {
      for (let number = 1; number <= pages.count; number++) {
        if (free.has(number)) continue;
        const records = recordsOf(pages, number);
        // The few rows of `local_state` look like this as well, and never all of them.
        const areAuthors = records.length > 0 && records.every(isOfAuthorIndex);
        for (const record of records) {
          const fitting = enters.filter(({ shape }) => fits(shape, record));
          if (fitting.length === 0 && !areAuthors && !isOfWriterIndex(record)) continue;
          const values = record.values();
          if (values === null) continue;
          if (areAuthors) authors.push(values);
          else if (isOfWriterIndex(record)) writers.push(values);
          for (const { shape, insert } of areAuthors ? [] : fitting)
            insert.run(values.map((value, place) => (shape.columns[place]?.isRowid ? record.rowid : value)));
        }
      }
      db.exec(`CREATE TABLE ${guesses} (name TEXT, id INTEGER)`);
      const name = db.prepare(`INSERT INTO ${guesses} (name, id) VALUES (?, ?)`);
      for (const author of authors) name.run(author);
      mendWriters(db, writers);
    })();
    return db;
  } catch (error) {
    db.close();
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Of authors of operations whose rows are lost: every name that may be theirs. */
export function guessedNames(scan: Connection): [id: number, name: string][] {
  return scan
    .prepare(
      `SELECT DISTINCT id, name FROM ${guesses} WHERE id IN (SELECT author FROM op) AND id NOT IN (SELECT id FROM author)`,
    )
    .raw()
    .all() as [number, string][];
}
