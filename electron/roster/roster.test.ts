import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { AppError, ErrorCode } from "../../shared/contract/errors";
import { killedInAWrite } from "../testing/killed-write";
import { connectForWriting, connectReadOnly, settle } from "./file/connect";
import { type Stamp, stampIn, stampPage } from "./file/stamp";
import {
  catalogEdits,
  fingerprint,
  personEdits,
  testEnvironment,
  testFolder,
  testRoster,
} from "../testing/rosters";
import { createRoster } from "./create-roster";
import { openRoster, openRosterReadOnly, readLockHolder } from "./roster";
import { sql } from "./file/sql";
import { verifyRoster } from "./verify";

const user = "Lê Thị Hoa";

/** A roster with a person in it, closed. */
async function closedRoster(people = 1) {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user, edits: catalogEdits() });
  for (let i = 0; i < people; i++)
    made.roster.log.write({ action: "add", user, edits: personEdits(0x100 + 0x10 * i) });
  await made.roster.close();
  return made;
}

interface Attempt {
  readonly read: unknown;
  readonly write: unknown;
  readonly touched: boolean;
}

/** Tries to open in both ways; `touched` says whether any file below the folder changed, came or went. */
async function attempt(path: string, folder: string): Promise<Attempt> {
  const before = fingerprint(folder);
  const tried = { read: null as unknown, write: null as unknown };
  try {
    (await openRosterReadOnly(path)).close();
  } catch (error) {
    tried.read = (error as AppError).toData();
  }
  try {
    await (await openRoster(path, testEnvironment(join(folder, "home")))).close();
  } catch (error) {
    tried.write = (error as AppError).toData();
  }
  return { ...tried, touched: JSON.stringify(fingerprint(folder)) !== JSON.stringify(before) };
}

/** What `attempt` gives for a file that is refused with a code. */
function refused(code: ErrorCode, path: string): Attempt {
  const error = { code, params: { path } };
  return { read: error, write: error, touched: false };
}

describe("a roster file", () => {
  it("is one plain file while closed, and reads the same from a copy", async () => {
    const { folder, path } = await closedRoster();
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb"]);
    const copy = join(folder, "copy.scb");
    copyFileSync(path, copy);
    const reader = await openRosterReadOnly(copy);
    expect(reader.db.value(sql`SELECT full_name FROM official`)).toBe("Nguyễn Văn An");
    reader.close();
  });

  it("has its stamp where it is looked for without SQLite", async () => {
    const { path } = await closedRoster();
    const db = connectReadOnly(path);
    const [row] = db.prepare("SELECT hex(current) AS current, hex(next) AS next FROM file_stamp").all();
    db.close();
    const page = readFileSync(path).subarray((stampPage - 1) * 4096, stampPage * 4096);
    const { current, next } = row as Stamp;
    expect(stampIn(page)).toEqual({ current: current.toLowerCase(), next: next.toLowerCase() });
  });

  it("is written with every commit flushed to the disk and with references checked", async () => {
    const { path } = await closedRoster();
    const db = connectForWriting(path);
    const settings = ["journal_mode", "synchronous", "foreign_keys", "page_size"];
    expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(["truncate", 2, 1, 4096]);
    settle(db);
  });

  it("shows a change to another reader at once, and stays whole when that reader closes last", async () => {
    const { roster, path, folder } = await testRoster();
    const reader = await openRosterReadOnly(path);
    roster.log.write({ action: "init", user, edits: catalogEdits() });
    expect(reader.db.value(sql`SELECT count(*) FROM unit`)).toBe(2);
    await roster.close();
    reader.close();
    const again = await openRoster(path, testEnvironment(join(folder, "home")));
    expect(again.db.value(sql`SELECT count(*) FROM unit`)).toBe(2);
    await again.close();
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb"]);
  });

  it("gives readers no way to write", async () => {
    const { roster } = await testRoster();
    expect("run" in roster.db).toBe(false);
    expect(() => roster.db.all(sql`DELETE FROM op RETURNING id`)).toThrow(
      expect.objectContaining({ code: "roster-readonly" }),
    );
  });

  it("is never written over by a new one", async () => {
    const { path, folder, environment } = await closedRoster();
    const before = fingerprint(folder);
    await expect(createRoster(path, environment)).rejects.toMatchObject({ code: "roster-exists" });
    await expect(createRoster(join(folder, "no", "so.scb"), environment)).rejects.toMatchObject({
      code: "folder-missing",
    });
    expect(fingerprint(folder)).toEqual(before);
  });

  it("survives the program being killed in the middle of a write that reached the file", async () => {
    const { roster, path, folder } = await testRoster();
    roster.log.write({ action: "init", user, edits: catalogEdits() });
    await roster.close();
    const cut = join(folder, "cut.scb");
    killedInAWrite(path, cut, "UPDATE unit SET name = 'Dở'; DELETE FROM op");
    const reader = await openRosterReadOnly(cut);
    expect(reader.db.value(sql`SELECT count(*) FROM unit`)).toBe(2);
    expect(reader.leftovers).toEqual([]);
    reader.close();
    const again = await openRoster(cut, testEnvironment(join(folder, "home")));
    expect(again.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Quảng Yên");
    again.log.write({ action: "add", user, edits: personEdits(0x100) });
    await again.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("cut"))).toEqual(["cut.scb"]);
    expect(verifyRoster(cut)).toMatchObject({ ok: true, problems: [] });
  });
});

describe("what is refused", () => {
  it("a file that is not there, and a folder", async () => {
    const folder = testFolder();
    expect(await attempt(join(folder, "so.scb"), folder)).toEqual(
      refused("roster-missing", join(folder, "so.scb")),
    );
    mkdirSync(join(folder, "so.scb"));
    expect(await attempt(join(folder, "so.scb"), folder)).toEqual(
      refused("roster-foreign", join(folder, "so.scb")),
    );
  });

  it.each([
    ["text", "Họ và tên;Ngày sinh\n".repeat(50)],
    ["a short text", "abc"],
    ["a zip", "PK\u0003\u0004".padEnd(400, "x")],
  ])("%s", async (_what, content) => {
    const folder = testFolder();
    const path = join(folder, "so.scb");
    writeFileSync(path, content);
    expect(await attempt(path, folder)).toEqual(refused("roster-foreign", path));
  });

  it("a database of another program", async () => {
    const folder = testFolder();
    const path = join(folder, "so.scb");
    const db = new DatabaseConstructor(path);
    db.exec("CREATE TABLE official (pk INTEGER PRIMARY KEY); PRAGMA user_version = 1");
    db.close();
    expect(await attempt(path, folder)).toEqual(refused("roster-foreign", path));
  });

  it("a roster of a newer program", async () => {
    const { path, folder } = await closedRoster();
    const db = new DatabaseConstructor(path);
    db.pragma("user_version = 999");
    db.close();
    expect(await attempt(path, folder)).toEqual(refused("roster-newer", path));
  });

  it.each([0, 1, 15, 16, 99, 100, 4095, 4096, 20_000])("a roster cut off after %i bytes", async (size) => {
    const { path, folder } = await closedRoster();
    truncateSync(path, size);
    expect(await attempt(path, folder)).toEqual(refused("roster-damaged", path));
  });

  it("a roster that lost its last page, and one that a failing disk filled with zeros", async () => {
    const { path, folder } = await closedRoster();
    const size = statSync(path).size;
    truncateSync(path, size - 4096);
    expect(await attempt(path, folder)).toEqual(refused("roster-damaged", path));
    writeFileSync(path, Buffer.alloc(size));
    expect(await attempt(path, folder)).toEqual(refused("roster-damaged", path));
  });

  it("a roster with overwritten pages", async () => {
    const { path, folder } = await closedRoster(60);
    const file = openSync(path, "r+");
    const pages = statSync(path).size / 4096;
    for (let page = 1; page < pages; page += 2)
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(file);
    expect(await attempt(path, folder)).toEqual(refused("roster-damaged", path));
  });

  it("a roster whose changes do not fit the key folder", async () => {
    const { path, folder, environment } = await closedRoster();
    const home = join(folder, "home");
    rmSync(home, { recursive: true });
    writeFileSync(home, "a file in its place");
    const before = fingerprint(folder);
    await expect(openRoster(path, environment)).rejects.toMatchObject({
      code: "home-unusable",
      params: { path: home },
    });
    expect(fingerprint(folder)).toEqual(before);
  });

  it("a second program that would write, naming the first; reading is allowed", async () => {
    const { path, folder, roster, environment } = await testRoster();
    roster.log.write({ action: "init", user, edits: catalogEdits() });
    const holder = readLockHolder(path);
    expect(holder).toMatchObject({
      pid: process.pid,
      since: expect.stringMatching(/^2021-10-01T/) as unknown,
    });
    await expect(openRoster(path, environment)).rejects.toMatchObject({
      code: "roster-locked",
      params: { path, host: holder?.host, user: holder?.user, since: holder?.since },
    });
    const link = join(folder, "link.scb");
    symlinkSync(path, link);
    expect(readLockHolder(link)).toEqual(holder);
    await expect(openRoster(link, environment)).rejects.toMatchObject({ code: "roster-locked" });
    const reader = await openRosterReadOnly(path);
    expect(reader.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Quảng Yên");
    reader.close();
    await roster.close();
    expect(readLockHolder(path)).toBe(null);
    await (await openRoster(path, environment)).close();
  });

  it("nothing, once a program of this machine that held the roster has died; one of another is asked after", async () => {
    const { path, folder, environment } = await closedRoster();
    const roster = await openRoster(path, environment);
    const left = [".lock", ".holder"].map((end) => [path + end, readFileSync(path + end)] as const);
    await roster.close();
    for (const [file, content] of left) writeFileSync(file, content);
    await (await openRoster(path, environment)).close();
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb"]);
    writeFileSync(
      `${path}.holder`,
      JSON.stringify({ host: "other", user: "Bình", pid: 1, since: "2021-10-01T00:00:00Z" }),
    );
    await expect(openRoster(path, environment)).rejects.toMatchObject({
      code: "roster-left",
      params: { host: "other", user: "Bình" },
    });
    await (await openRoster(path, environment, { takeOver: true })).close();
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb"]);
  });
});
