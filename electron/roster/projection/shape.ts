/**
 * The fingerprint of the entity tables: from which registry they were made, kept in the roster as lines of text.
 *
 * A program with another registry sees by it that the tables must be made anew from the log, and, because it is text
 * and no hash, whether only something was added: then whatever both know must read the same before and after.
 */
import { entityNames } from "../../../shared/domain/entities";
import { toHex } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";
import { shapeLines } from "../file/table-shape";
import { fieldColumns, tableOf } from "./columns";
import { shapes } from "./schema";

/** Raised when the same log gives other rows or lists than before. */
const readingVersion = 3;

/** Which values of a field can be read: where that changes, the same log gives other rows. */
const readableValues: readonly string[] = entityNames.flatMap((entity) =>
  fieldColumns(entity).map(({ name, definition }) => {
    const { type, required, choices, format, maxLength, scale } = definition;
    const rule = JSON.stringify([type, required, choices, format, maxLength, scale]);
    const hash = toHex(sha256(new TextEncoder().encode(rule)).subarray(0, 8));
    return `values ${tableOf(entity)} ${name} ${hash}`;
  }),
);

/** The shape of the tables that this program makes. */
export const currentShape: string = [
  `reading ${readingVersion}`,
  ...readableValues,
  ...shapes.flatMap(shapeLines),
].join("\n");

/** The shape that a roster's tables were made in; empty where there are none yet, or where it is no text. */
export function storedShape(db: ReadHandle): string {
  const text = sql`SELECT value FROM local_state WHERE key = 'shape' AND typeof(value) = 'text'`;
  return db.value<string>(text) ?? "";
}

/** Whether a roster's tables are those of this program. */
export function isCurrent(db: ReadHandle): boolean {
  return storedShape(db) === currentShape;
}

export function noteShape(db: WriteHandle): void {
  db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('shape', ${currentShape})`);
}

/** Names of the tables that a shape tells of. */
export function tablesIn(shape: string): string[] {
  return [...shape.matchAll(/^table (\w+) /gm)].flatMap(([, name]) => name ?? []);
}

export interface SharedTable {
  readonly table: string;
  /** Columns with the same meaning in both, `pk` and `id` among them. */
  readonly columns: readonly string[];
}

/**
 * What must read the same in tables of an older shape and in those of this program, where the log did not change.
 * @returns null where more than additions lies between the two, so that rows may rightly differ
 */
export function sharedTables(older: string): readonly SharedTable[] | null {
  return older === currentShape ? ownTables : sharedWith(older);
}

function sharedWith(older: string): SharedTable[] | null {
  const before = older.split("\n").filter((line) => !/^(index |proof |$)/.test(line));
  const now = currentShape.split("\n");
  const tables = tablesIn(older);
  const isKept = before.every((line) => now.includes(line));
  // A row that lacks what it must refer to leaves its table.
  const needsMore = now.some(
    (line) =>
      line.endsWith(" required") &&
      !before.includes(line) &&
      tables.some((table) => line.startsWith(`${table}.`)),
  );
  if (!isKept || needsMore) return null;
  return tables.map((table) => ({
    table,
    columns: [
      "pk",
      "id",
      ...before.flatMap((line) => (line.startsWith(`${table}.`) ? (/\.(\w+)/.exec(line)?.[1] ?? []) : [])),
    ],
  }));
}

/** What a roster of this program shares with itself: all of it, which nearly every one is asked for. */
const ownTables = sharedWith(currentShape);
