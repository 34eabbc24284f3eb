import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entityNames } from "../../../shared/domain/entities";
import { writeHandle } from "../file/handle";
import { migrate } from "../file/migrations/migrate";
import { sql } from "../file/sql";
import { fieldColumns, projectionOrder, tableOf } from "./columns";
import { derivedColumns } from "./derived";
import { makeEmptyTables } from "./rebuild";
import { shapeOf } from "./schema";
import { currentShape, isCurrent, sharedTables } from "./shape";

let db: Database.Database;
beforeEach(() => {
  db = new DatabaseConstructor(":memory:");
  migrate(db, "x");
  makeEmptyTables(writeHandle(db, "x"));
});
afterEach(() => {
  db.close();
});

describe("the entity tables", () => {
  it("have a column for every field of the registry and for what is derived, and check their types", () => {
    for (const entity of entityNames) {
      const table = tableOf(entity);
      const names = db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
      const wanted = [
        "pk",
        "id",
        ...fieldColumns(entity).map(({ name }) => name),
        ...derivedColumns(entity).map(({ name }) => name),
        ...shapeOf(entity).proofs.map(({ name }) => name),
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

  it("lead every reference of the registry to its table, checked at the end of a change, by an index", () => {
    for (const entity of entityNames) {
      const table = tableOf(entity);
      const keys = db
        .prepare('SELECT "from" || \' \' || "table" FROM pragma_foreign_key_list(?)')
        .pluck()
        .all(table) as string[];
      const references = fieldColumns(entity).filter(({ definition }) => definition.type === "reference");
      const wanted = references.map(({ name, definition }) =>
        definition.entity === undefined ? name : `${name} ${tableOf(definition.entity)}`,
      );
      expect(keys.sort()).toEqual(wanted.sort());
      for (const { name, definition } of references) {
        const column = db.prepare('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?').pluck();
        expect([table, name, column.get(table, name)]).toEqual([table, name, definition.required ? 1 : 0]);
        const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT pk FROM "${table}" WHERE "${name}" = 1`).get();
        expect((plan as { detail: string }).detail).toContain(`${table}_${name}`);
      }
    }
    const text = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'assignment'").pluck().get();
    expect(String(text).match(/DEFERRABLE INITIALLY DEFERRED/g)).toHaveLength(3);
  });

  it("refuse a truth value that is neither", () => {
    const insert = db.prepare(
      "INSERT INTO standard_set (pk, id, verified, proof) VALUES (?, randomblob(16), ?, 0)",
    );
    insert.run(1, 1);
    insert.run(2, null);
    expect(() => insert.run(3, 2)).toThrow(/CHECK/);
  });

  it("hold what statistics read before the texts of a row", () => {
    const columns = (table: string) =>
      db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
    expect(columns("official").slice(0, 10)).toEqual([
      "pk",
      "birth_packed",
      "party_packed",
      "sex_code",
      "sort_key",
      "facts_proof",
      "names_proof",
      "due_proof",
      "proof",
      "id",
    ]);
    expect(columns("assignment").slice(0, 12)).toEqual([
      "pk",
      "official",
      "unit",
      "post",
      "from_packed",
      "to_packed",
      "mark_bits",
      "facts_proof",
      "due_proof",
      "proof",
      "main",
      "id",
    ]);
  });

  it("are made for every entity, owners before what they own", () => {
    expect([...projectionOrder].sort()).toEqual([...entityNames].sort());
    projectionOrder.forEach((entity, place) => {
      for (const { definition } of fieldColumns(entity)) {
        if (definition.type !== "reference" || definition.entity === undefined) continue;
        expect(projectionOrder.indexOf(definition.entity)).toBeLessThanOrEqual(place);
      }
    });
  });
});

describe("the shape of the tables", () => {
  const without = (lines: RegExp) =>
    currentShape
      .split("\n")
      .filter((line) => !lines.test(line))
      .join("\n");

  it("is kept in the roster", () => {
    const handle = writeHandle(db, "x");
    expect(isCurrent(handle)).toBe(true);
    handle.run(sql`UPDATE local_state SET value = value || ' ' WHERE key = 'shape'`);
    expect(isCurrent(handle)).toBe(false);
  });

  it("names every entity, field, derived column and index", () => {
    for (const line of [
      "table official 4",
      "official.full_name 1 text",
      "official.sort_key derived 1 text",
      "index official identity_number filled",
      "assignment.unit 2 reference unit required",
      "unit.parent 5 reference unit",
    ]) {
      expect(currentShape.split("\n")).toContain(line);
    }
    // Names are put in order from rows, which prove themselves.
    expect(currentShape).not.toMatch(/^index official sort_key/m);
  });

  it("tells what must read the same after a field, an entity or an index was added", () => {
    const older = sharedTables(without(/^official\.note |^index unit|^(table )?qualification\b|^index qual/));
    const tables = Object.fromEntries((older ?? []).map(({ table, columns }) => [table, columns]));
    expect(Object.keys(tables)).not.toContain("qualification");
    expect(tables["unit"]).toContain("parent");
    expect(tables["official"]).toContain("sort_key");
    expect(tables["official"]).not.toContain("note");
    expect(tables["official"]?.slice(0, 2)).toEqual(["pk", "id"]);
  });

  it("expects nothing to be the same where more than that lies between", () => {
    expect(sharedTables(`${currentShape}\nofficial.weight 99 integer`)).toBe(null);
    expect(sharedTables(currentShape.replace("sort_key derived 1", "sort_key derived 0"))).toBe(null);
    expect(sharedTables(currentShape.replace(/reading \d+/, "reading 0"))).toBe(null);
    // What a row must refer to from now on may keep it out of its table.
    expect(sharedTables(without(/^assignment\.post /))).toBe(null);
  });
});
