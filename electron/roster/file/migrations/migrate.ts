/**
 * Brings a database to the version that this program writes: numbered steps, all pending ones in one transaction.
 *
 * A roster lives for years on a PC that nobody maintains. A step that fails leaves the file as it was, and a roster
 * of a newer program is refused before anything is touched. Tables of entities have no steps: see projection/schema.ts.
 */
import type Database from "better-sqlite3";
import { appError } from "../../../../shared/contract/errors";
import { firstRoster } from "./0001-first-roster";

/** Marks the file as a roster ("ScB1"), so that another program's database is told apart from a damaged roster. */
export const applicationId = 0x53634231;

/** SQL text of version n at index n - 1. Released steps are never edited, only followed by others. */
export const migrations: readonly string[] = [firstRoster];

/** Tables that the steps make: the log, its lists, the roster's memory. */
export const steppedTables: ReadonlySet<string> = new Set(
  migrations.flatMap((step) =>
    [...step.matchAll(/^CREATE TABLE (\w+) /gm)].flatMap(([, name]) => name ?? []),
  ),
);

/** The version that this program reads and writes. */
export const schemaVersion: number = migrations.length;

/**
 * Runs the steps that the database lacks; does nothing when there are none.
 * @param path what an error sentence names
 * @param steps all steps from version 1; those of the program unless a test brings its own
 * @returns whether anything was run
 * @throws AppError `roster-newer`
 */
export function migrate(db: Database.Database, path: string, steps: readonly string[] = migrations): boolean {
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > steps.length) throw appError("roster-newer", { path });
  if (version === steps.length) return false;
  db.transaction(() => {
    for (const step of steps.slice(version)) db.exec(step);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${steps.length}`);
  }).immediate();
  return true;
}
