/**
 * The thread that recovers a damaged roster exists only as a bundle of its own: it must make what this thread would make,
 * tell how far it is and failures as data, and leave nothing behind when it is broken off.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "vite";
import { recoverRoster, recoveringBy } from "../electron/roster/recover-elsewhere";
import { verifyRoster } from "../electron/roster/verify";
import { openThanhBa, testPlace } from "../electron/testing/sample-roster";
import { ROOT } from "./setup/paths.mjs";
import { besideConfig } from "./vite/node.mjs";

let place;
let bundle;
let recoverElsewhere;
let damaged;
beforeAll(async () => {
  // Below the clone, where the bundle finds SQLite's driver.
  mkdirSync(join(ROOT, "out"), { recursive: true });
  bundle = mkdtempSync(join(ROOT, "out", "recover-worker-"));
  await build(besideConfig(bundle));
  recoverElsewhere = recoveringBy(pathToFileURL(join(bundle, "recover-worker.js")));
  place = testPlace();
  const roster = await openThanhBa(place);
  await roster.close();
  damaged = roster.path;
});
afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
  place.remove();
});

/** A folder of its own with the roster in it, and where the recovered one goes. */
function folderWith(write) {
  const folder = mkdtempSync(join(place.folder, "recover-"));
  const path = join(folder, "old.scb");
  write(path);
  return { folder, path, to: join(folder, "new.scb"), home: join(folder, "home") };
}

it("makes what this thread would make, and tells how far it is", async () => {
  const { path, to, home } = folderWith((path) => copyFileSync(damaged, path));
  const told = [];
  const there = await recoverRoster(
    path,
    to,
    { home, recoverElsewhere },
    { onProgress: (share) => told.push(share) },
  );
  expect(there).toEqual(await recoverRoster(path, `${to}2.scb`, { home }));
  expect(verifyRoster(to)).toMatchObject({ ok: true, ops: there.ops });
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.every((share) => share > 0 && share <= 1)).toBe(true);
});

it("tells why nothing can be recovered, and leaves nothing", async () => {
  const { folder, path, to, home } = folderWith((path) => writeFileSync(path, "not a roster"));
  const refused = recoverRoster(path, to, { home, recoverElsewhere });
  await expect(refused).rejects.toMatchObject({ code: "roster-foreign" });
  expect(readdirSync(folder).sort()).toEqual(["home", "old.scb"]);
});

it("is broken off at once, and leaves neither a part nor a note of it", async () => {
  const { folder, path, to, home } = folderWith((path) => copyFileSync(damaged, path));
  const stop = new AbortController();
  const broken = recoverRoster(
    path,
    to,
    { home, recoverElsewhere },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  await expect(broken).rejects.toMatchObject({ code: "cancelled" });
  expect(readdirSync(folder).sort()).toEqual(["home", "old.scb"]);
  expect(readdirSync(join(home, "unfinished"))).toEqual([]);
});

it("is not begun by whoever broke it off before", async () => {
  const { folder, path, to, home } = folderWith((path) => copyFileSync(damaged, path));
  const told = [];
  const broken = recoverRoster(
    path,
    to,
    { home, recoverElsewhere },
    { signal: AbortSignal.abort(), onProgress: (share) => told.push(share) },
  );
  await expect(broken).rejects.toMatchObject({ code: "cancelled" });
  expect(told).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["home", "old.scb"]);
});
