/**
 * How an entity table is made, as data: the one form from which its statements follow, the fingerprint that a roster
 * keeps of it, and what is to be found in the file of a roster that another registry made.
 *
 * The fingerprint is read from a file that anybody may have written. Its grammar therefore knows plain tables, plain
 * columns and plain indexes only: whatever it says, no expression, trigger or view can follow from it.
 */
import { steppedTables } from "./migrations/migrate";
import { type Sql, sql } from "./sql";

/** How values stand in their column; truth values and references are whole numbers with a rule of their own. */
export type Storage = "text" | "integer" | "boolean" | "reference";

export interface ShapedColumn {
  readonly name: string;
  readonly storage: Storage;
  /** What fills it: number of a field, or the version of how it is worked out. */
  readonly from: { readonly field: number } | { readonly derived: number };
  /** Of a reference: the table that it leads to; null where that is no table of the roster. */
  readonly target: string | null;
  readonly required: boolean;
}

/** A column that holds a checksum over others of its row (see row-proof.ts). */
export interface ShapedProof {
  readonly name: string;
  /** What it is over, in this order. */
  readonly columns: readonly string[];
}

export interface ShapedIndex {
  readonly columns: readonly string[];
  /** Leaves out rows without a value. */
  readonly filledOnly: boolean;
}

export interface TableShape {
  readonly table: string;
  readonly entity: number;
  readonly columns: readonly ShapedColumn[];
  /** The last one is over the whole row. */
  readonly proofs: readonly ShapedProof[];
  readonly indexes: readonly ShapedIndex[];
}

const columnTypes = {
  text: sql`TEXT`,
  integer: sql`INTEGER`,
  boolean: sql`INTEGER`,
  reference: sql`INTEGER`,
} as const;

function isDerived({ from }: ShapedColumn): boolean {
  return "derived" in from;
}

function columnStatement(column: ShapedColumn): Sql {
  const name = sql.name(column.name);
  const parts = [name, columnTypes[column.storage]];
  if (isDerived(column)) parts.push(sql`NOT NULL`);
  if (column.storage === "boolean") parts.push(sql`CHECK (${name} IN (0, 1))`);
  if (column.target !== null) {
    if (column.required) parts.push(sql`NOT NULL`);
    parts.push(sql`REFERENCES ${sql.name(column.target)} (pk) DEFERRABLE INITIALLY DEFERRED`);
  }
  return sql.join(parts, sql` `);
}

/**
 * Makes a table. What statistics and the grid's order read stands first (references, derived columns, truth values),
 * because SQLite decodes a row from its start.
 */
export function tableStatement({ table, columns, proofs }: TableShape): Sql {
  const derived = columns.filter(isDerived);
  const of = (wanted: readonly Storage[]) =>
    columns.filter((column) => !isDerived(column) && wanted.includes(column.storage));
  const parts = [
    sql`pk INTEGER PRIMARY KEY`,
    ...[...of(["reference"]), ...derived].map(columnStatement),
    ...proofs.map(({ name }) => sql`${sql.name(name)} INTEGER NOT NULL`),
    ...of(["boolean"]).map(columnStatement),
    sql`id BLOB NOT NULL CHECK (length(id) = 16)`,
    ...of(["text", "integer"]).map(columnStatement),
  ];
  return sql`CREATE TABLE ${sql.name(table)} (${sql.join(parts)}) STRICT`;
}

export function idIndexStatement({ table }: TableShape): Sql {
  return sql`CREATE UNIQUE INDEX ${sql.name(`${table}_id`)} ON ${sql.name(table)} (id)`;
}

export function indexStatement({ table }: TableShape, { columns, filledOnly }: ShapedIndex): Sql {
  const [first = ""] = columns;
  const index = sql`CREATE INDEX ${sql.name(`${table}_${first}`)} ON ${sql.name(table)} (${sql.join(columns.map(sql.name))})`;
  return filledOnly ? sql`${index} WHERE ${sql.name(first)} IS NOT NULL` : index;
}

/** Everything that makes some tables and their indexes. */
export function statementsOf(tables: readonly TableShape[]): Sql[] {
  return tables.flatMap((shape) => [
    tableStatement(shape),
    idIndexStatement(shape),
    ...shape.indexes.map((index) => indexStatement(shape, index)),
  ]);
}

function columnLine(table: string, { name, storage, from, target, required }: ShapedColumn): string {
  const source = "field" in from ? [from.field] : ["derived", from.derived];
  const words = [`${table}.${name}`, ...source, storage];
  if (target !== null) words.push(target);
  if (target !== null && required) words.push("required");
  return words.join(" ");
}

/** Lines of a fingerprint, in the order in which the columns stand. */
export function shapeLines({ table, entity, columns, proofs, indexes }: TableShape): string[] {
  return [
    `table ${table} ${entity}`,
    ...columns.map((column) => columnLine(table, column)),
    ...proofs.map((one) => `proof ${table} ${one.name} ${one.columns.join(" ")}`),
    ...indexes.map((one) => `index ${table} ${one.columns.join(" ")}${one.filledOnly ? " filled" : ""}`),
  ];
}

const word = "[a-z][a-z0-9_]*";
const tableLine = new RegExp(`^table (${word}) (\\d+)$`);
const fieldLine = new RegExp(
  `^(${word})\\.(${word}) (derived )?(\\d+) (text|integer|boolean|reference)(?: (${word})( required)?)?$`,
);
const proofLine = new RegExp(`^proof (${word}) (${word}) (${word}(?: ${word})*)$`);
const indexLine = new RegExp(`^index (${word}) (${word}(?: ${word})*?)( filled)?$`);

const otherLine = new RegExp(`^(?:reading \\d+|values ${word} ${word} [0-9a-f]+)$`);

type Building = { -readonly [K in keyof TableShape]: TableShape[K] } & {
  columns: ShapedColumn[];
  proofs: ShapedProof[];
  indexes: ShapedIndex[];
};

/** @returns whether the line was understood */
function readLine(line: string, tables: Map<string, Building>): boolean {
  const [, named, entity] = tableLine.exec(line) ?? [];
  if (named !== undefined) {
    if (tables.has(named) || steppedTables.has(named) || named.startsWith("sqlite_")) return false;
    tables.set(named, { table: named, entity: Number(entity), columns: [], proofs: [], indexes: [] });
    return true;
  }
  const [, table, name, derived, number, storage, target, required] = fieldLine.exec(line) ?? [];
  if (table !== undefined && name !== undefined) {
    const value = Number(number);
    tables.get(table)?.columns.push({
      name,
      storage: storage as Storage,
      from: derived === undefined ? { field: value } : { derived: value },
      target: target ?? null,
      required: required !== undefined,
    });
    return tables.has(table);
  }
  const [, proven, proof, over] = proofLine.exec(line) ?? [];
  if (proven !== undefined && proof !== undefined && over !== undefined) {
    tables.get(proven)?.proofs.push({ name: proof, columns: over.split(" ") });
    return tables.has(proven);
  }
  const [, indexed, columns, filled] = indexLine.exec(line) ?? [];
  if (indexed === undefined || columns === undefined) return otherLine.test(line);
  tables.get(indexed)?.indexes.push({ columns: columns.split(" "), filledOnly: filled !== undefined });
  return tables.has(indexed);
}

interface Reading {
  readonly text: string;
  readonly tables: readonly TableShape[] | null;
}

/** Nearly every roster that a process opens has the same fingerprint. */
let last: Reading = { text: "", tables: null };

/** The tables that a fingerprint tells of; null for a text that is none, as of a roster that has no tables yet. */
export function readShape(text: string): readonly TableShape[] | null {
  if (last.text !== text) last = { text, tables: tablesOf(text) };
  return last.tables;
}

function tablesOf(text: string): readonly TableShape[] | null {
  const tables = new Map<string, Building>();
  const isRead = text.split("\n").every((line) => readLine(line, tables));
  return isRead && tables.size > 0 ? [...tables.values()] : null;
}
