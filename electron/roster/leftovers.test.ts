// What lies beside a roster under the names that SQLite looks at: its own killed write is undone, and nothing else is
// ever applied, removed or stumbled over, whatever it is and however large the roster.
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { dumpAll } from "../testing/history/dump";
import { killedInAWrite } from "../testing/killed-write";
import { catalogEdits, fingerprint, personEdits, testFolder, testRoster, unitId } from "../testing/rosters";
import { journalHead, journalLeadsTo, rolledBack } from "./file/journal";
import { openRoster, openRosterReadOnly, type Roster } from "./roster";
import { verifyRoster } from "./verify";

const user = "Lê Thị Hoa";
const spoiling = "UPDATE official SET full_name = 'Dở dang'; DELETE FROM op WHERE id % 2 = 0";

function rename(roster: Roster, name: string): void {
  const edits = [{ kind: "update", entity: "unit", id: unitId, fields: { name } } as const];
  roster.log.write({ action: "edit", user, edits });
}

/** A closed roster of so many people, each with a note of some thousand letters where it is to be large. */
async function closedRoster(people = 5, letters = 10) {
  const made = await testRoster(join(testFolder()));
  made.roster.log.write({ action: "init", user, edits: catalogEdits() });
  const edits = Array.from({ length: people }, (_, place) =>
    personEdits(0x100 + 0x10 * place, { note: `${place} `.padEnd(letters, "ghi-chú-") }),
  ).flat();
  made.roster.log.write({ action: "add", user, edits });
  await made.roster.close();
  return made;
}

async function contents(path: string): Promise<string[]> {
  const reader = await openRosterReadOnly(path);
  try {
    return dumpAll(reader.db);
  } finally {
    reader.close();
  }
}

/** Names in a folder that belong to a roster, without the roster's own. */
function beside(path: string): string[] {
  const [folder, name] = [join(path, ".."), path.slice(path.lastIndexOf("/") + 1)];
  return readdirSync(folder).filter((one) => one.startsWith(name) && one !== name);
}

const sizes = [
  { size: "small", people: 5, letters: 10 },
  { size: "over 16 MB", people: 4000, letters: 1900 },
];

describe.each(sizes)("a roster ($size)", ({ people, letters, size }) => {
  it("whose backup was put back over it after a write was killed is the backup, whole", async () => {
    const { path, folder, environment, reopen, roster: _ } = await closedRoster(people, letters);
    expect(statSync(path).size > 16_000_000).toBe(size !== "small");
    const backup = join(folder, "backup.scb");
    copyFileSync(path, backup);
    const expected = await contents(backup);
    const roster = await reopen();
    rename(roster, "Sau bản sao");
    await roster.close();
    const killed = join(folder, "killed.scb");
    killedInAWrite(path, killed, spoiling);
    copyFileSync(backup, killed);
    const journal = readFileSync(`${killed}-journal`);
    // Looking passes it over and touches nothing.
    const before = fingerprint(folder);
    const reader = await openRosterReadOnly(killed);
    expect(reader.leftovers).toEqual([{ name: "killed.scb-journal", asideAs: null }]);
    expect(dumpAll(reader.db)).toEqual(expected);
    reader.close();
    expect(fingerprint(folder)).toEqual(before);
    const opened = await openRoster(killed, environment);
    expect(opened.leftovers).toEqual([
      {
        name: "killed.scb-journal",
        asideAs: expect.stringMatching(/^killed\.scb \(de rieng .*\)\.journal$/),
      },
    ]);
    expect(dumpAll(opened.db)).toEqual(expected);
    rename(opened, "Đi tiếp");
    await opened.close();
    expect(verifyRoster(killed)).toMatchObject({ ok: true, problems: [] });
    expect(beside(killed)).toEqual([opened.leftovers[0]?.asideAs]);
    expect(readFileSync(join(folder, beside(killed)[0] ?? "")).equals(journal)).toBe(true);
  });

  it("that was killed in a write is as before it, read in memory as by SQLite", async () => {
    const { path, folder, environment } = await closedRoster(people, letters);
    const killed = join(folder, "killed.scb");
    const expected = await contents(path);
    killedInAWrite(path, killed, spoiling);
    expect(await contents(killed)).toEqual(expected);
    const inMemory = rolledBack(readFileSync(killed), readFileSync(`${killed}-journal`));
    const opened = await openRoster(killed, environment);
    expect(opened.leftovers).toEqual([]);
    expect(dumpAll(opened.db)).toEqual(expected);
    await opened.close();
    expect(readFileSync(killed).equals(inMemory)).toBe(true);
    expect(beside(killed)).toEqual([]);
  });
});

describe("a journal", () => {
  it("of a copy that went on elsewhere from the same state is not this roster's", async () => {
    const { path, folder, environment, reopen } = await closedRoster();
    const other = join(folder, "other.scb");
    copyFileSync(path, other);
    for (const [file, name] of [
      [path, "Ở đây"],
      [other, "Ở kia"],
    ] as const) {
      const roster = file === path ? await reopen() : await openRoster(file, environment);
      rename(roster, name);
      await roster.close();
    }
    const killed = join(folder, "killed.scb");
    killedInAWrite(path, killed, spoiling);
    // As many changes as the killed write would have made.
    const roster = await openRoster(other, environment);
    rename(roster, "Ở kia nữa");
    await roster.close();
    const expected = await contents(other);
    copyFileSync(other, killed);
    const opened = await openRoster(killed, environment);
    expect(opened.leftovers).toHaveLength(1);
    expect(dumpAll(opened.db)).toEqual(expected);
    await opened.close();
  });

  it("of a write whose state the file has reached, or has not left, is its own", async () => {
    const { path, folder, environment } = await closedRoster();
    const killed = join(folder, "killed.scb");
    killedInAWrite(path, killed, spoiling);
    const expected = await contents(path);
    copyFileSync(path, killed);
    const opened = await openRoster(killed, environment);
    expect(opened.leftovers).toEqual([]);
    expect(dumpAll(opened.db)).toEqual(expected);
    await opened.close();
  });

  it("that nothing was written under goes without a word, and never cuts the file", async () => {
    const { path, folder, environment } = await closedRoster();
    const killed = join(folder, "killed.scb");
    killedInAWrite(path, killed, spoiling);
    const header = readFileSync(`${killed}-journal`).subarray(0, 512);
    header.writeUInt32BE(0, 8);
    header.writeUInt32BE(3, 16);
    const unmarked = Buffer.from(header);
    unmarked.fill(0, 0, 12);
    const expected = await contents(path);
    for (const bytes of [header, unmarked, Buffer.alloc(512), Buffer.alloc(0)]) {
      writeFileSync(`${path}-journal`, bytes);
      expect(await contents(path)).toEqual(expected);
      const opened = await openRoster(path, environment);
      expect(opened.leftovers).toEqual([]);
      expect(dumpAll(opened.db)).toEqual(expected);
      await opened.close();
      expect(beside(path)).toEqual([]);
    }
  });

  it("is judged whole and cut, and with any byte of its head turned, without failing", async () => {
    const { path, folder } = await closedRoster();
    const killed = join(folder, "killed.scb");
    killedInAWrite(path, killed, spoiling);
    const journal = readFileSync(`${killed}-journal`);
    const right = journalLeadsTo(journal.subarray(0, journalHead));
    expect(right).toMatchObject({ current: expect.any(String) as string });
    for (let at = 0; at < 28; at++) {
      const turned = Buffer.from(journal);
      turned[at] = (turned[at] ?? 0) ^ 0xff;
      const leads = journalLeadsTo(turned);
      if (typeof leads === "object") expect(leads).toEqual(right);
      expect(rolledBack(readFileSync(killed), turned).length % 512).toBe(0);
    }
    for (const length of [0, 1, 8, 27, 28, 511, 512, 600, 4000, 5000, journal.length - 1])
      expect(() => journalLeadsTo(journal.subarray(0, length))).not.toThrow();
  });
});

/** A log as another program leaves it beside the roster, with something of its own in it. */
function withLog(path: string, to: string, statement: string): void {
  copyFileSync(path, to);
  const db = new DatabaseConstructor(to);
  db.pragma("journal_mode = WAL");
  db.exec(statement);
  copyFileSync(`${to}-wal`, `${to}.wal-kept`);
  copyFileSync(`${to}-shm`, `${to}.shm-kept`);
  db.close();
  renameSync(`${to}.wal-kept`, `${to}-wal`);
  renameSync(`${to}.shm-kept`, `${to}-shm`);
}

describe("what is foreign", () => {
  it.each(["so.scb", `${"k".repeat(240)}.scb`])("is a log and its index, beside %s", async (name) => {
    const { path, folder, environment } = await closedRoster();
    const expected = await contents(path);
    const there = join(folder, name);
    if (there !== path) copyFileSync(path, there);
    const other = join(folder, "other.scb");
    withLog(path, other, "UPDATE unit SET name = 'Từ nhật ký lạ'");
    for (const end of ["-wal", "-shm"]) renameSync(other + end, there + end);
    const before = fingerprint(folder);
    expect(await contents(there)).toEqual(expected);
    expect(fingerprint(folder)).toEqual(before);
    const opened = await openRoster(there, environment);
    expect(opened.leftovers.map((one) => one.name)).toEqual([`${name}-wal`, `${name}-shm`]);
    expect(dumpAll(opened.db)).toEqual(expected);
    for (const { asideAs } of opened.leftovers) expect(existsSync(join(folder, asideAs ?? ""))).toBe(true);
    await opened.close();
  });

  it("is a log beside a roster that another program told to keep one", async () => {
    const { path, folder, environment } = await closedRoster();
    const other = join(folder, "other.scb");
    withLog(path, other, "PRAGMA user_version = 1");
    expect(readFileSync(other)[18]).toBe(2);
    const before = fingerprint(folder);
    await contents(other);
    expect(fingerprint(folder)).toEqual(before);
    const opened = await openRoster(other, environment);
    expect(opened.leftovers).toHaveLength(2);
    rename(opened, "Đi tiếp");
    await opened.close();
    expect(readFileSync(other)[18]).toBe(1);
    expect(verifyRoster(other)).toMatchObject({ ok: true, problems: [] });
  });

  it.skipIf(host.openFileStays).each([
    ["text", (at: string) => writeFileSync(at, "Không phải nhật ký\n".repeat(400))],
    ["a database", (at: string) => void new DatabaseConstructor(at).exec("CREATE TABLE a (b)").close()],
    ["an empty folder", (at: string) => mkdirSync(at)],
    [
      "a folder with something in it",
      (at: string) => {
        mkdirSync(at);
        writeFileSync(join(at, "a.txt"), "a");
      },
    ],
    ["a pipe", (at: string) => void execFileSync("mkfifo", [at])],
    ["a link to the roster", (at: string) => symlinkSync(at.replace(/-\w+$/, ""), at)],
    ["a link to itself", (at: string) => symlinkSync(at, at)],
    ["a link to nothing", (at: string) => symlinkSync(`${at}.nowhere`, at)],
    ["a link to a device", (at: string) => symlinkSync("/dev/zero", at)],
  ])("is %s under any of the names", async (_what, put) => {
    const { path, folder, environment } = await closedRoster();
    const expected = await contents(path);
    for (const end of ["-journal", "-wal", "-shm"]) {
      put(path + end);
      const kind = (at: string) => lstatSync(at).mode;
      const mode = kind(path + end);
      expect(await contents(path)).toEqual(expected);
      expect(kind(path + end)).toBe(mode);
      const opened = await openRoster(path, environment);
      expect(opened.leftovers.map((one) => one.name)).toEqual([`so.scb${end}`]);
      expect(dumpAll(opened.db)).toEqual(expected);
      await opened.close();
      const aside = join(folder, opened.leftovers[0]?.asideAs ?? "");
      expect(kind(aside)).toBe(mode);
    }
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  });
});

describe("a file beside a killed write", () => {
  it("that is cut off is not judged by its head, which the journal mends", async () => {
    const { path, folder, environment } = await closedRoster(40, 200);
    const killed = join(folder, "killed.scb");
    const expected = await contents(path);
    killedInAWrite(path, killed, `${spoiling}; DELETE FROM qualification; DELETE FROM assignment`);
    truncateSync(killed, statSync(killed).size);
    const opened = await openRoster(killed, environment);
    expect(dumpAll(opened.db)).toEqual(expected);
    await opened.close();
  });
});
