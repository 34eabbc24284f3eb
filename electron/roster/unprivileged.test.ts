/**
 * Rosters in places where this user may not write. Tests may run as root, whom no permission stops; so a program of its
 * own is built, loaded and only then given up the rights.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tmpdir } from "node:os";
import { catalogEdits, fingerprint, testFolder, testRoster } from "../testing/rosters";
import { host } from "../files/host-system";

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
let program = "";

const source = (db: string) => `
  import { createRoster } from ${JSON.stringify(join(db, "create-roster.ts"))};
  import { openRoster, openRosterReadOnly } from ${JSON.stringify(join(db, "roster.ts"))};
  const [known, path, home] = process.argv.slice(2);
  (await openRosterReadOnly(known)).close();
  if (process.getuid() === 0) { process.setgid(${nobody}); process.setuid(${nobody}); }
  const environment = { home, now: () => 1, newId: () => "", hints: { host: "h", platform: "p", addresses: [] } };
  const tried = {};
  const said = async (name, work) => {
    try { const roster = await work(); await roster.close(); tried[name] = "ok"; }
    catch (error) { tried[name] = error.code ?? String(error); }
  };
  await said("read", () => openRosterReadOnly(path));
  await said("write", () => openRoster(path, environment));
  await said("create", () => createRoster(path.replace("so.scb", "new.scb"), environment));
  console.log(JSON.stringify(tried));
`;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-program-"));
  const entry = join(folder, "entry.mjs");
  writeFileSync(entry, source(resolve(import.meta.dirname)));
  const nativeModule = import.meta.resolve("better-sqlite3");
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: entry,
      outDir: join(folder, "out"),
      rolldownOptions: {
        output: { entryFileNames: "program.mjs", paths: { "better-sqlite3": nativeModule } },
      },
    },
    ssr: { noExternal: true, external: ["better-sqlite3"] },
  });
  program = join(folder, "out", "program.mjs");
});

afterAll(() => rmSync(join(program, "..", ".."), { recursive: true, force: true }));

async function closedRoster() {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user: "Hoa", edits: catalogEdits() });
  await made.roster.close();
  return made;
}

function attempt(known: string, path: string, home: string): unknown {
  const run = spawnSync(process.execPath, [program, known, path, home], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  return JSON.parse(run.stdout);
}

/** A folder where anybody may keep keys. */
function openHome(): string {
  const home = join(testFolder(), "home");
  chmodSync(join(home, ".."), 0o755);
  mkdirSync(home);
  chmodSync(home, 0o777);
  return home;
}

describe.skipIf(!host.rightsAreModes)("without the right to write", () => {
  it("a roster can be read, and neither written nor made, in a folder that may only be read", async () => {
    const { folder, path } = await closedRoster();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const before = fingerprint(folder);
    expect(attempt(path, path, openHome())).toEqual({
      read: "ok",
      write: "roster-readonly",
      create: "folder-readonly",
    });
    expect(fingerprint(folder)).toEqual(before);
    chmodSync(folder, 0o755);
  });

  it("says that it is the folder, where the file itself may be written", async () => {
    const { folder, path } = await closedRoster();
    if (isRoot) chownSync(path, nobody, nobody);
    chmodSync(folder, 0o555);
    const before = fingerprint(folder);
    expect(attempt(path, path, openHome())).toMatchObject({ read: "ok", write: "folder-readonly" });
    expect(fingerprint(folder)).toEqual(before);
    chmodSync(folder, 0o755);
  });

  it("a roster that may not be read is refused", async () => {
    const { path } = await closedRoster();
    const hidden = await closedRoster();
    chmodSync(hidden.folder, 0o755);
    chmodSync(hidden.path, isRoot ? 0o600 : 0o000);
    expect(attempt(path, hidden.path, openHome())).toMatchObject({
      read: "roster-unreadable",
      write: "roster-unreadable",
    });
    chmodSync(hidden.path, 0o600);
  });

  it("a roster is not written without a place for its keys", async () => {
    const { folder, path } = await closedRoster();
    chmodSync(folder, 0o777);
    chmodSync(path, 0o666);
    const home = openHome();
    chmodSync(home, 0o555);
    const before = fingerprint(folder);
    expect(attempt(path, path, home)).toMatchObject({ read: "ok", write: "home-unusable" });
    expect(fingerprint(folder)).toMatchObject(before);
  });
});
