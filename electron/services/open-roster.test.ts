import DatabaseConstructor from "better-sqlite3";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { hashOf } from "../testing/command-line";
import { migrate, migrations } from "../roster/file/migrations/migrate";
import { changesPage } from "./changes";
import { OpenRoster } from "./open-roster";
import { testPlace } from "../testing/sample-roster";
import { sql } from "../roster/file/sql";

const place = testPlace();
afterEach(() => place.remove());

it("shows a roster of an older program without touching it", async () => {
  const path = join(place.folder, "cu.scb");
  const db = new DatabaseConstructor(path);
  expect(migrate(db, path, migrations.slice(0, 1))).toBe(true);
  db.close();
  const before = hashOf(path);
  const roster = OpenRoster.read(path, place.environment);
  expect(roster.readOnly).toBe(true);
  expect(changesPage(roster, { before: null, limit: 10, officialId: null })).toEqual({
    rows: [],
    more: false,
  });
  expect(roster.db.value(sql`SELECT count(*) FROM receipt`)).toBe(0);
  expect(() => roster.write({ action: "edit", reason: null, edits: [] })).toThrow(
    expect.objectContaining({ code: "roster-readonly" }),
  );
  await roster.close();
  expect(hashOf(path)).toBe(before);
});
