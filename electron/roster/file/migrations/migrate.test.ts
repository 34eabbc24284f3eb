import { readFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applicationId, migrate, migrations, schemaVersion } from "./migrate";

let db: Database.Database;
beforeEach(() => {
  db = new DatabaseConstructor(":memory:");
});
afterEach(() => {
  db.close();
});

/** One line a column or index, as the snapshot holds them. */
function schemaLines(): string[] {
  const columns = db
    .prepare(
      `SELECT t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' not null', '') || iif(c.pk, ' key', '')
       FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  const indexes = db
    .prepare("SELECT 'index ' || name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .pluck()
    .all() as string[];
  return [...columns, ...indexes].sort();
}

describe("schema", () => {
  it("only grows: a roster in the field must never lose a table, a column or an index", () => {
    migrate(db, "x");
    const kept = readFileSync(join(import.meta.dirname, "schema.snapshot.txt"), "utf8")
      .trim()
      .split("\n");
    const now = schemaLines();
    expect({ goneFromTheSchema: kept.filter((line) => !now.includes(line)) }).toEqual({
      goneFromTheSchema: [],
    });
    expect({ toBeAddedToTheSnapshot: now.filter((line) => !kept.includes(line)) }).toEqual({
      toBeAddedToTheSnapshot: [],
    });
  });

  it("checks the types of what its tables hold", () => {
    migrate(db, "x");
    expect(
      db
        .prepare(
          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
        )
        .all(),
    ).toEqual([]);
  });
});

describe("migrate", () => {
  it("marks a new database as a roster of this version and then has nothing to do", () => {
    expect(migrate(db, "x")).toBe(true);
    expect(db.pragma("application_id", { simple: true })).toBe(applicationId);
    expect(db.pragma("user_version", { simple: true })).toBe(schemaVersion);
    expect(migrate(db, "x")).toBe(false);
  });

  it("runs only the steps that are missing and leaves older rows alone", () => {
    migrate(db, "x");
    db.exec("INSERT INTO author (id, name) VALUES (7, 'Hoa')");
    const steps = [
      ...migrations,
      "ALTER TABLE author ADD COLUMN quota INTEGER",
      "UPDATE author SET quota = 1",
    ];
    expect(migrate(db, "x", steps)).toBe(true);
    expect(db.prepare("SELECT id, name, quota FROM author").all()).toEqual([
      { id: 7, name: "Hoa", quota: 1 },
    ]);
    expect(db.pragma("user_version", { simple: true })).toBe(migrations.length + 2);
  });

  it("leaves the database as it was when a step fails", () => {
    migrate(db, "x");
    const before = schemaLines();
    const steps = [...migrations, "ALTER TABLE author ADD COLUMN quota INTEGER", "no SQL at all"];
    expect(() => migrate(db, "x", steps)).toThrow(/syntax error/);
    expect(schemaLines()).toEqual(before);
    expect(db.pragma("user_version", { simple: true })).toBe(migrations.length);
  });

  it("refuses a database of a newer program", () => {
    db.pragma(`user_version = ${schemaVersion + 1}`);
    expect(() => migrate(db, "so.scb")).toThrow(
      expect.objectContaining({ code: "roster-newer", params: { path: "so.scb" } }),
    );
    expect(schemaLines()).toEqual([]);
  });
});
