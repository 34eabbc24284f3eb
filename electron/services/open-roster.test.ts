import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { hashOf } from "../testing/command-line";
import { createOfficeRoster, unitByCode } from "./new-roster";
import { changesPage } from "./changes";
import { OpenRoster } from "./open-roster";
import { madeOlder } from "../testing/older-roster";
import { testPlace } from "../testing/sample-roster";
import { sql } from "../roster/file/sql";

const place = testPlace();
afterEach(() => place.remove());

it("shows a roster of an older program without touching it", async () => {
  const path = join(place.folder, "cu.scb");
  const unit = unitByCode("08173", "2021-10-01");
  await (await createOfficeRoster(path, unit.id, place.environment)).close();
  madeOlder(path);
  const before = hashOf(path);
  const roster = await OpenRoster.read(path, place.environment);
  expect(roster.readOnly).toBe(true);
  const page = { before: null, limit: 10, officialId: null };
  expect((await changesPage(roster, place.environment.t, page)).rows).toHaveLength(1);
  expect(roster.db.value(sql`SELECT count(*) FROM qualification`)).toBe(0);
  expect((await roster.index()).catalog.units.length).toBeGreaterThan(1);
  expect(() => roster.write({ action: "edit", reason: null, edits: [] })).toThrow(
    expect.objectContaining({ code: "roster-readonly" }),
  );
  await roster.close();
  expect(hashOf(path)).toBe(before);
});
