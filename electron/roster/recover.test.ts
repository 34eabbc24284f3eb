// What is made of a damaged roster: everything that its log still proves, and the names of what it does not.
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  catalogEdits,
  fingerprint,
  personEdits,
  testEnvironment,
  testId,
  testRoster,
} from "../testing/rosters";
import { officialRecord } from "./read/officials";
import { recoverRoster } from "./recover-elsewhere";
import { openRoster, openRosterReadOnly } from "./roster";
import { verifyRoster } from "./verify";

const user = "Lê Thị Hoa";

async function closedRoster() {
  const made = await testRoster();
  const { log } = made.roster;
  log.write({ action: "init", user, edits: catalogEdits() });
  log.write({ action: "add", user, edits: personEdits(0x100) });
  log.write({
    action: "add",
    user: "Trần Văn Hùng",
    edits: personEdits(0x200, { fullName: "Trần Thị Bình" }),
  });
  const edits = [{ kind: "update", entity: "official", id: testId(0x100), fields: { phone: "1" } }] as const;
  log.write({ action: "edit", user, edits });
  await made.roster.close();
  return { ...made, to: join(made.folder, "khoi-phuc.scb"), home: join(made.folder, "home") };
}

function damaged(path: string, statement: string): void {
  const db = new DatabaseConstructor(path);
  db.pragma("foreign_keys = OFF");
  db.exec(statement);
  db.close();
}

function writtenAt(path: string, seq: number): number {
  const db = new DatabaseConstructor(path, { readonly: true });
  const at = db.prepare<[number], number>("SELECT at FROM op WHERE seq = ?").pluck().get(seq);
  db.close();
  return at ?? 0;
}

async function names(path: string): Promise<(string | undefined)[]> {
  const reader = await openRosterReadOnly(path);
  try {
    return [0x100, 0x200].map((number) => {
      const name = officialRecord(reader.db, testId(number))?.fields["fullName"];
      return name == null ? undefined : String(name);
    });
  } finally {
    reader.close();
  }
}

describe("recovering", () => {
  it.each([
    ["a name that flipped in a table", "UPDATE official SET full_name = 'Nguyen Van Am'"],
    ["a row that vanished", "DELETE FROM assignment"],
    ["a table that is gone", "DROP TABLE qualification"],
    [
      "a trigger that another program put in",
      "CREATE TRIGGER t AFTER INSERT ON op BEGIN DELETE FROM official; END",
    ],
    ["a view in the place of a table", "DROP TABLE unit; CREATE VIEW unit AS SELECT 1 AS pk"],
  ])("makes everything anew from the log: %s", async (_, statement) => {
    const { path, to, folder, home } = await closedRoster();
    damaged(path, statement);
    await expect(openRosterReadOnly(path)).rejects.toMatchObject({
      code: expect.stringMatching(/^roster-(damaged|altered)$/) as string,
    });
    const before = fingerprint(folder);
    expect(await recoverRoster(path, to, { home })).toEqual({
      ops: 10,
      lost: [],
      unread: 0,
      lists: [],
      documents: 0,
    });
    expect(await names(to)).toEqual(["Nguyễn Văn An", "Trần Thị Bình"]);
    expect(verifyRoster(to)).toMatchObject({ ok: true, problems: [] });
    expect(fingerprint(folder)).toMatchObject(before);
  });

  it("leaves out what its hash does not prove, and names the change, its author and its time", async () => {
    const { path, to, home } = await closedRoster();
    const at = writtenAt(path, 7);
    expect(at).toBeGreaterThan(0);
    damaged(path, "UPDATE op SET body = zeroblob(length(body)) WHERE seq = 7");
    const { ops, lost } = await recoverRoster(path, to, { home });
    expect(ops).toBe(9);
    expect(lost).toEqual([{ user: "Trần Văn Hùng", at, action: "add", ops: 1, person: null }]);
    expect(await names(to)).toEqual(["Nguyễn Văn An", undefined]);
    expect(verifyRoster(to)).toMatchObject({ ok: true, problems: [] });
  });

  it("says what was never read, and goes on being written", async () => {
    const { path, to, folder, home } = await closedRoster();
    const db = new DatabaseConstructor(path, { readonly: true });
    const page = db.prepare("SELECT pageno FROM dbstat WHERE name = 'official'").pluck().get() as number;
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, (page - 1) * 4096, page * 4096);
    writeFileSync(path, bytes);
    expect(await recoverRoster(path, to, { home })).toMatchObject({ ops: 10, lost: [], unread: 0 });
    const roster = await openRoster(to, testEnvironment(join(folder, "home")));
    const edits = [
      { kind: "update", entity: "official", id: testId(0x200), fields: { phone: "2" } },
    ] as const;
    roster.log.write({ action: "edit", user, edits });
    await roster.close();
    expect(verifyRoster(to)).toMatchObject({ ok: true, problems: [] });
  });

  it("begins a list of this roster's own anew where its total does not prove it, and says which", async () => {
    const { path, to, home } = await closedRoster();
    damaged(path, "INSERT INTO told (office, row) VALUES (zeroblob(32), zeroblob(16))");
    expect(await recoverRoster(path, to, { home })).toMatchObject({ ops: 10, lists: ["told"] });
  });

  it("is refused where the log is no log any more, and writes over nothing", async () => {
    const { path, to, folder, home } = await closedRoster();
    await expect(recoverRoster(path, path, { home })).rejects.toMatchObject({ code: "roster-exists" });
    damaged(path, "DROP TABLE op");
    const before = fingerprint(folder);
    await expect(recoverRoster(path, to, { home })).rejects.toMatchObject({ code: "roster-beyond-recovery" });
    expect(fingerprint(folder)).toEqual(before);
  });

  it.each([1, 100, 4095, 4096])(
    "takes over every operation of a file of which the last %i bytes are gone",
    async (missing) => {
      const { path, to, folder, home } = await closedRoster();
      truncateSync(path, statSync(path).size - missing);
      const before = fingerprint(folder);
      expect(await recoverRoster(path, to, { home })).toMatchObject({ ops: 10, lost: [], unread: 0 });
      expect(await names(to)).toEqual(["Nguyễn Văn An", "Trần Thị Bình"]);
      expect(fingerprint(folder)).toMatchObject(before);
      expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
      expect(readdirSync(join(home, "unfinished"))).toEqual([]);
    },
  );

  it("takes over every operation where the cut took more, and names the lists that it took", async () => {
    const { path, to, home } = await closedRoster();
    truncateSync(path, statSync(path).size - 3 * 4096 - 1);
    const { ops, lost, unread, lists } = await recoverRoster(path, to, { home });
    expect({ ops, lost, unread }).toEqual({ ops: 10, lost: [], unread: 0 });
    expect(lists).toContain("local_state");
  });

  it("reads a file whose head asks for a log that rosters never have", async () => {
    const { path, to, home } = await closedRoster();
    const bytes = readFileSync(path);
    bytes.fill(2, 18, 20);
    writeFileSync(path, bytes);
    expect(await recoverRoster(path, to, { home })).toMatchObject({ ops: 10, lost: [], unread: 0 });
  });

  it.each([
    ["has nothing but zeros", (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ["ends within its head", (bytes: Buffer) => bytes.subarray(0, 60)],
    ["has only its first page", (bytes: Buffer) => bytes.subarray(0, 4096)],
  ])("does not advise again to recover a file that %s", async (_, cut) => {
    const { path, to, folder, home } = await closedRoster();
    writeFileSync(path, cut(readFileSync(path)));
    const before = fingerprint(folder);
    await expect(recoverRoster(path, to, { home })).rejects.toMatchObject({
      code: "roster-beyond-recovery",
      params: { path },
    });
    expect(fingerprint(folder)).toEqual(before);
  });
});
