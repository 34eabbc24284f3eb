import { readFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entityNames } from "../../../../shared/domain/entities";
import { fieldColumns, projectionOrder, tableOf } from "../../projection/columns";
import { derivedColumns } from "../../projection/derived";
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

  it("has a column for every field of the registry and for what is derived, and tables that check their types", () => {
    migrate(db, "x");
    for (const entity of entityNames) {
      const table = tableOf(entity);
      const names = db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
      const wanted = [
        "pk",
        "id",
        ...fieldColumns(entity).map(({ name }) => name),
        ...derivedColumns(entity).map(([name]) => name),
      ];
      expect({ table, names: names.sort() }).toEqual({ table, names: wanted.sort() });
    }
    expect(
      db
        .prepare(
          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
        )
        .all(),
    ).toEqual([]);
  });

  it("lets every reference of the registry lead to its table", () => {
    migrate(db, "x");
    for (const entity of entityNames) {
      const keys = db
        .prepare('SELECT "from" || \' \' || "table" FROM pragma_foreign_key_list(?)')
        .pluck()
        .all(tableOf(entity)) as string[];
      const wanted = fieldColumns(entity).flatMap(({ name, definition }) =>
        definition.type === "reference" && definition.entity !== undefined
          ? [`${name} ${tableOf(definition.entity)}`]
          : [],
      );
      expect(keys.sort()).toEqual(wanted.sort());
    }
  });

  it("projects every entity, owners before what they own", () => {
    expect([...projectionOrder].sort()).toEqual([...entityNames].sort());
    projectionOrder.forEach((entity, place) => {
      for (const { definition } of fieldColumns(entity)) {
        if (definition.type !== "reference" || definition.entity === undefined) continue;
        expect(projectionOrder.indexOf(definition.entity)).toBeLessThanOrEqual(place);
      }
    });
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
    db.exec("INSERT INTO post (pk, id, name) VALUES (7, zeroblob(16), 'Bí thư')");
    const steps = [...migrations, "ALTER TABLE post ADD COLUMN quota INTEGER", "UPDATE post SET quota = 1"];
    expect(migrate(db, "x", steps)).toBe(true);
    expect(db.prepare("SELECT pk, name, quota FROM post").all()).toEqual([
      { pk: 7, name: "Bí thư", quota: 1 },
    ]);
    expect(db.pragma("user_version", { simple: true })).toBe(migrations.length + 2);
  });

  it("leaves the database as it was when a step fails", () => {
    migrate(db, "x");
    const before = schemaLines();
    const steps = [...migrations, "ALTER TABLE post ADD COLUMN quota INTEGER", "no SQL at all"];
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
