/**
 * Compares how a roster's file is made with how this program makes it, before anything is read from it.
 *
 * A trigger that another hand put into the file runs at the next save, a view in the place of a table answers what it
 * likes or never comes to an end, and a column with another rule takes what must not be in it; none of it is damage that
 * SQLite would notice. So the whole schema is compared, text by text: what is there and was not made by this program,
 * what was made otherwise and what is missing each refuse the file by name.
 */
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { appError } from "../../../shared/contract/errors";
import { migrate, migrations, steppedTables } from "./migrations/migrate";
import { readShape, statementsOf, type TableShape } from "./table-shape";

/** What stands in a file under a name. */
interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  /** Null for an index that SQLite makes by itself. */
  readonly sql: string | null;
}

type Schema = ReadonlyMap<string, SchemaEntry>;

const columns = 'SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema';
const entriesSql = `${columns} ORDER BY type, name`;
const entrySql = `${columns} WHERE name = ? ORDER BY type`;
const pagesSql = "SELECT count(rootpage) AS roots, count(DISTINCT rootpage) AS pages FROM sqlite_schema";

function entriesOf(db: Database.Database): SchemaEntry[] {
  return db.prepare(entriesSql).all() as SchemaEntry[];
}

function entryNamed(db: Database.Database, name: string): SchemaEntry | undefined {
  return db.prepare(entrySql).get(name) as SchemaEntry | undefined;
}

const made = new Map<string, Schema>();

/** The schema that the steps and some tables make; made once a process. */
function schemaOf(version: number, tables: readonly TableShape[], text = ""): Schema {
  const key = `${version} ${text}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const db = new DatabaseConstructor(":memory:");
  try {
    migrate(db, "", migrations.slice(0, version));
    for (const { text } of statementsOf(tables)) db.exec(text);
    const schema = new Map(entriesOf(db).map((entry) => [entry.name, entry]));
    made.set(key, schema);
    return schema;
  } finally {
    db.close();
  }
}

function isSame(one: SchemaEntry, other: SchemaEntry): boolean {
  return one.type === other.type && one.table === other.table && one.sql === other.sql;
}

export interface SchemaFault {
  readonly what: "foreign" | "changed" | "missing";
  readonly name: string;
}

/** What first differs; a table before its indexes, which come and go with it. */
function firstFault(entries: readonly SchemaEntry[], expected: Schema): SchemaFault | null {
  const there = new Set(entries.map(({ name }) => name));
  const faults = [
    ...entries.flatMap((entry) => {
      const made = expected.get(entry.name);
      if (made === undefined) return { what: "foreign" as const, entry };
      return isSame(entry, made) ? [] : { what: "changed" as const, entry };
    }),
    ...[...expected.values()]
      .filter(({ name }) => !there.has(name))
      .map((entry) => ({ what: "missing" as const, entry })),
  ];
  const first = faults.find(({ entry }) => entry.type !== "index") ?? faults[0];
  return first === undefined ? null : { what: first.what, name: first.entry.name };
}

/** The table that holds the fingerprint. */
const holder = "local_state";

/** The fingerprint of the entity tables; none where the table that holds it is not the program's own. */
function fingerprint(db: Database.Database, there: SchemaEntry | undefined, stepped: Schema): string {
  const own = stepped.get(holder);
  if (own === undefined || there === undefined || !isSame(there, own)) return "";
  const text = "SELECT value FROM local_state WHERE key = 'shape' AND typeof(value) = 'text'";
  return (db.prepare(text).pluck().get() as string | undefined) ?? "";
}

/** How the entity tables of a roster are made, whose schema was compared; null where its fingerprint is none. */
export function storedTables(db: Database.Database, version: number): readonly TableShape[] | null {
  return readShape(fingerprint(db, entryNamed(db, holder), schemaOf(version, [])));
}

/** Whether a table of the log or its lists is there and made as this program makes it. */
export function isAsMade(db: Database.Database, table: string): boolean {
  const made = schemaOf(migrations.length, []).get(table);
  const there = entryNamed(db, table);
  return made !== undefined && there !== undefined && isSame(there, made);
}

/**
 * What first differs from how the program made the roster; null where nothing does. Entity tables may be those of another
 * registry: then they are as the roster's own fingerprint says, which knows nothing but plain tables.
 * @param version of the steps that made it
 */
function schemaFault(db: Database.Database, version: number): SchemaFault | null {
  const entries = entriesOf(db);
  const stepped = schemaOf(version, []);
  const there = entries.find(({ name }) => name === holder);
  const text = fingerprint(db, there, stepped);
  const tables = readShape(text);
  if (tables !== null) return firstFault(entries, schemaOf(version, tables, text));
  const ofSteps = entries.filter(({ table }) => steppedTables.has(table));
  return firstFault(ofSteps, stepped) ?? { what: "changed", name: holder };
}

/**
 * Refuses a roster that is not made as this program makes it, or as an older one made it.
 * @throws AppError `roster-altered`; `roster-damaged` where two things would stand in the same place of the file
 */
export function checkSchema(db: Database.Database, path: string, version: number): void {
  const fault = schemaFault(db, version);
  if (fault !== null) throw appError("roster-altered", { path, ...fault });
  const { roots, pages } = db.prepare(pagesSql).get() as { roots: number; pages: number };
  if (roots !== pages) throw appError("roster-damaged", { path });
}
