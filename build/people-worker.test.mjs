/**
 * The thread that reads large rosters exists only as a bundle of its own: it must start, read what this thread would
 * read, tell failures as data and stop when asked.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "vite";
import { openRosterReadOnly } from "../electron/roster/roster";
import { loadFacts } from "../electron/roster/read/index/load-facts";
import { NameList } from "../electron/roster/read/index/name-list";
import { readingBy } from "../electron/roster/read/index/worker-reading";
import { openThanhBa, testPlace } from "../electron/testing/sample-roster";
import { ROOT } from "./setup/paths.mjs";
import { besideConfig } from "./vite/node.mjs";

const pause = () => Promise.resolve();
let place;
let folder;
let path;
let startReading;
beforeAll(async () => {
  // Below the clone, where the bundle finds SQLite's driver.
  mkdirSync(join(ROOT, "out"), { recursive: true });
  folder = mkdtempSync(join(ROOT, "out", "people-worker-"));
  await build(besideConfig(folder));
  startReading = readingBy(pathToFileURL(join(folder, "people-worker.js")));
  place = testPlace();
  const roster = await openThanhBa(place);
  ({ path } = roster);
  await roster.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  place.remove();
});

const ignore = () => undefined;

it("reads facts and names as this thread would", async () => {
  const reader = await openRosterReadOnly(path);
  const here = await loadFacts(reader.db, { pause });
  const namesHere = await NameList.load(reader.db, here.facts, { pause });
  const told = [];
  const reading = startReading(path, (done, total) => told.push(done / total));
  const there = await reading.facts;
  const namesThere = await reading.names;
  await reading.stop();
  expect(there.facts.toTransferable()).toEqual(here.facts.toTransferable());
  expect(there.unitPks).toEqual(here.unitPks);
  expect(namesThere.order).toEqual(namesHere.order);
  for (const query of ["nguyen", "thị h", "Lê"]) {
    expect(namesThere.names.search(query)).toEqual(namesHere.names.search(query));
  }
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((share) => share > 0 && share <= 1)).toBe(true);
  reader.close();
});

it("tells why a roster cannot be read", async () => {
  const foreign = join(place.folder, "foreign.scb");
  writeFileSync(foreign, "not a roster");
  const reading = startReading(foreign, ignore);
  await expect(reading.facts).rejects.toMatchObject({ code: "roster-foreign" });
  await expect(reading.names).rejects.toMatchObject({ code: "roster-foreign" });
  await reading.stop();
});

it("ends when asked, however far it is", async () => {
  const reading = startReading(path, ignore);
  await reading.stop();
  const outcome = await reading.names.catch((error) => error.code);
  expect(outcome === "cancelled" || outcome instanceof NameList).toBe(true);
});
