// A roster whose tables a program with another registry made is opened by this one.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { appError } from "../../shared/contract/errors";
import { testOffice } from "../testing/log-offices";
import { madeOlder, madeWith, onFile } from "../testing/older-roster";
import {
  catalogEdits,
  dumpTables,
  fingerprint,
  personEdits,
  testEnvironment,
  testFolder,
  testId,
  testRoster,
} from "../testing/rosters";
import { connectForWriting, settle } from "./file/connect";
import { readHandle, writeHandle } from "./file/handle";
import { openLog } from "./file/open-file";
import { remaking } from "./file/remake";
import { sql } from "./file/sql";
import { dumpAll } from "../testing/history/dump";
import { openRehearsal } from "./rehearsal";
import { projectAnew, withPauses } from "./projection/rebuild";
import { openRoster, openRosterReadOnly, type ProjectionWatch } from "./roster";
import { bringUpToDate } from "./up-to-date";
import { verifyRoster } from "./verify";

const user = "Lê Thị Hoa";

/** Everything in the file, as text. */
async function dumpFile(path: string): Promise<string[]> {
  const { db } = openLog(path);
  try {
    return dumpAll(readHandle(db, path));
  } finally {
    db.close();
  }
}

async function closedRoster(people = 3) {
  const made = await testRoster();
  const { log } = made.roster;
  log.write({ action: "init", user, edits: catalogEdits() });
  for (let number = 0; number < people; number++) {
    const note = `ghi chú ${number}`;
    log.write({ action: "add", user, edits: personEdits(0x100 * (number + 1), { note }) });
  }
  const edits = [
    { kind: "update", entity: "official", id: testId(0x100), fields: { phone: "1" } },
    { kind: "remove", entity: "official", id: testId(0x200), reason: "x" },
  ] as const;
  for (const edit of edits) log.write({ action: "edit", user, edits: [edit] });
  await made.roster.close();
  return { ...made, home: join(made.folder, "home") };
}

describe("a roster of an older registry", () => {
  it("has all its tables again, byte for byte, with the log as it was", async () => {
    const { path, home } = await closedRoster();
    const before = await dumpFile(path);
    madeOlder(path);
    const roster = await openRoster(path, testEnvironment(home));
    expect(roster.db.all(sql`SELECT note FROM official ORDER BY pk`)).toEqual([
      { note: "ghi chú 0" },
      { note: "ghi chú 2" },
    ]);
    expect(roster.db.value(sql`SELECT count(*) FROM qualification`)).toBe(2);
    await roster.close();
    expect(await dumpFile(path)).toEqual(before);
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  });

  it("has the same indexes as one that was made today", async () => {
    const { path, home } = await closedRoster();
    const schema = (file: string) => {
      const db = new DatabaseConstructor(file, { readonly: true });
      const all = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").all();
      db.close();
      return all;
    };
    const before = schema(path);
    madeOlder(path);
    await (await openRoster(path, testEnvironment(home))).close();
    expect(schema(path)).toEqual(before);
  });

  it("goes on being written, undone and traded as one that was made today", async () => {
    const folder = testFolder();
    const commune = await testOffice("xa", 1, folder);
    commune.write([...catalogEdits(), ...personEdits(0x100)]);
    await commune.roster.close();
    madeOlder(commune.path);
    commune.roster = await openRoster(commune.path, commune.environment);
    commune.write([
      { kind: "update", entity: "official", id: testId(0x100), fields: { note: "sau khi mở lại" } },
    ]);
    const district = await testOffice("huyen", 2, folder);
    await district.receive(commune.file());
    expect(district.roster.db.all(sql`SELECT full_name AS name, note FROM official`)).toEqual([
      { name: "Nguyễn Văn An", note: "sau khi mở lại" },
    ]);
    for (const office of [commune, district]) {
      expect(verifyRoster(office.path)).toMatchObject({ ok: true, problems: [] });
    }
  });

  it("is read from a copy, and rehearsed on one, without a byte of the file changing", async () => {
    const { path, folder, environment } = await closedRoster();
    const current = await openRosterReadOnly(path);
    const expected = dumpTables(current.db);
    expect(current.isCopy).toBe(false);
    current.close();
    madeOlder(path);
    const before = fingerprint(folder);
    const reader = await openRosterReadOnly(path);
    expect(reader.isCopy).toBe(true);
    expect(dumpTables(reader.db)).toEqual(expected);
    reader.close();
    const rehearsal = await openRehearsal(path, environment);
    const edit = { kind: "update", entity: "official", id: testId(0x100), fields: { note: "thử" } } as const;
    expect(rehearsal.log.write({ action: "edit", user, edits: [edit] }).opCount).toBe(1);
    await rehearsal.close();
    expect(fingerprint(folder)).toEqual(before);
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  });

  it("tells how far it is, and lets others work", async () => {
    const { path, home } = await closedRoster();
    madeOlder(path);
    const told: string[] = [];
    const projecting: ProjectionWatch = {
      pause: async () => void told.push("pause"),
      onProgress: ({ done, total }) => told.push(`${done}/${total}`),
    };
    const roster = await openRoster(path, testEnvironment(home), { projecting });
    const last = roster.db.value<number>(sql`SELECT max(id) FROM op`) ?? 0;
    const shares = told.filter((one) => one !== "pause").map((one) => one.split("/").map(Number));
    expect(told.filter((one) => one === "pause")).toHaveLength(shares.length);
    expect(shares.every(([done = 0, total]) => done > 0 && done <= last && total === last)).toBe(true);
    expect(shares.at(-1)).toEqual([last, last]);
    await roster.close();
  });
});

describe("tables that are made anew", () => {
  it("stay as they were when it is broken off, and can be made later", async () => {
    const { path, home } = await closedRoster();
    const whole = await dumpFile(path);
    madeOlder(path);
    const before = await dumpFile(path);
    for (let pauses = 0; ; pauses++) {
      let left = pauses;
      const pause = async () => {
        if (left-- === 0) throw appError("cancelled");
      };
      const roster = await openRoster(path, testEnvironment(home), { projecting: { pause } }).catch(
        (error: unknown) => error,
      );
      if (!(roster instanceof Error)) {
        expect(pauses).toBeGreaterThan(5);
        await (roster as { close(): Promise<void> }).close();
        break;
      }
      expect(roster).toMatchObject({ code: "cancelled" });
      expect(await dumpFile(path)).toEqual(before);
    }
    expect(await dumpFile(path)).toEqual(whole);
  });

  it("stay as they were when the program is killed at any pause", async () => {
    const { path, folder, home } = await closedRoster(40);
    madeOlder(path);
    const before = await dumpFile(path);
    const cut = join(folder, "cut.scb");
    const db = connectForWriting(path);
    // So small that what is written reaches the file beside the roster long before it counts.
    db.pragma("cache_size = 4");
    let kills = 0;
    const pause = async () => {
      copyFileSync(path, cut);
      copyFileSync(`${path}-journal`, `${cut}-journal`);
      expect(await dumpFile(cut)).toEqual(before);
      kills++;
    };
    await remaking(db, () => withPauses(projectAnew(writeHandle(db, path)), { pause }));
    settle(db);
    expect(kills).toBeGreaterThan(5);
    const roster = await openRoster(cut, testEnvironment(home));
    await roster.close();
    expect(verifyRoster(cut)).toMatchObject({ ok: true, problems: [] });
    expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
  });

  it("stay as they were when the disk is full, and can be made when there is room again", async () => {
    const { path } = await closedRoster(40);
    const whole = await dumpFile(path);
    madeOlder(path);
    const before = await dumpFile(path);
    const db = connectForWriting(path);
    db.pragma(`max_page_count = ${db.pragma("page_count", { simple: true }) as number}`);
    await expect(bringUpToDate(db, path)).rejects.toMatchObject({ code: "disk-full", params: { path } });
    expect(await dumpFile(path)).toEqual(before);
    db.pragma("max_page_count = 1000000");
    await bringUpToDate(db, path);
    settle(db);
    expect(await dumpFile(path)).toEqual(whole);
  });

  it("are refused where the old ones did not say what the log says, though only something was added", async () => {
    const { path, home } = await closedRoster();
    madeOlder(path);
    onFile(path, "UPDATE official SET full_name = 'x' WHERE phone = '1'");
    const before = await dumpFile(path);
    expect(verifyRoster(path).problems.map(({ code }) => code)).toEqual(["projection"]);
    await expect(openRoster(path, testEnvironment(home))).rejects.toMatchObject({ code: "roster-damaged" });
    expect(await dumpFile(path)).toEqual(before);
  });

  it("come also where what was there cannot be compared, and tables that nobody knows go", async () => {
    const { path, home } = await closedRoster();
    const whole = await dumpFile(path);
    madeWith(path, "table weight 99\nweight.kilograms 1 integer\nindex weight kilograms");
    onFile(
      path,
      `UPDATE official SET sort_key = 'x';
       UPDATE local_state SET value = replace(value, 'sort_key derived 1', 'sort_key derived 0')
       WHERE key = 'shape'`,
    );
    await (await openRoster(path, testEnvironment(home))).close();
    expect(await dumpFile(path)).toEqual(whole);
  });
});
