// Another file under the roster's name, or none: nothing is said to be saved there, nothing that lies there is touched,
// and what is open can still be read and be saved elsewhere.
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { catalogEdits, fingerprint, personEdits, testRoster, unitId } from "../testing/rosters";
import { hashOf } from "../testing/command-line";
import type { Edit } from "./edit/edits";
import { sql } from "./file/sql";
import { openRoster, openRosterReadOnly, type Roster } from "./roster";

const user = "Lê Thị Hoa";
const replaced = expect.objectContaining({ code: "roster-replaced" });

function rename(roster: Roster, name: string, during: () => void = () => undefined) {
  function* edits(): Generator<Edit> {
    yield { kind: "update", entity: "unit", id: unitId, fields: { name } };
    during();
  }
  return roster.log.write({ action: "edit", user, edits: edits() });
}

async function nameIn(path: string): Promise<string | undefined> {
  const reader = await openRosterReadOnly(path);
  try {
    return reader.db.value<string>(sql`SELECT name FROM unit WHERE pk = 1`);
  } finally {
    reader.close();
  }
}

/** A roster with an older copy of itself beside it, open. */
async function openWithCopy() {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user, edits: catalogEdits() });
  await made.roster.close();
  const older = join(made.folder, "older.scb");
  copyFileSync(made.path, older);
  const roster = await made.reopen();
  rename(roster, "Đã lưu");
  return { ...made, roster, older, aside: join(made.folder, "aside.scb") };
}

describe.skipIf(host.openFileStays)("a roster whose file was replaced", () => {
  it("is not written, and what lies there stays as it is, byte for byte", async () => {
    const { roster, path, older, environment, folder } = await openWithCopy();
    const before = hashOf(older);
    renameSync(older, path);
    for (let again = 0; again < 2; again++) expect(() => rename(roster, "Mất")).toThrow(replaced);
    expect(() => roster.log.keepOffice(unitId)).toThrow(replaced);
    expect(() => roster.log.beginReceive({} as never)).toThrow(replaced);
    expect(roster.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Đã lưu");
    expect(await nameIn(path)).toBe("Quảng Yên");
    await roster.close();
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb"]);
    const again = await openRoster(path, environment);
    rename(again, "Tiếp");
    await again.close();
  });

  it("can be saved elsewhere whole, and be opened there under another writer's name", async () => {
    const { roster, path, older, folder, environment } = await openWithCopy();
    renameSync(older, path);
    expect(() => rename(roster, "Mất")).toThrow(replaced);
    const kept = join(folder, "giu-lai.scb");
    await roster.saveCopy(kept);
    await expect(roster.saveCopy(kept)).rejects.toMatchObject({ code: "roster-exists" });
    await expect(roster.saveCopy(join(folder, "no", "a.scb"))).rejects.toMatchObject({
      code: "folder-missing",
    });
    const names = [roster.writer.name];
    await roster.close();
    expect(readdirSync(folder).sort()).toEqual(["giu-lai.scb", "home", "so.scb"]);
    for (const file of [kept, path]) {
      const again = await openRoster(file, environment);
      expect(again.db.value(sql`PRAGMA integrity_check`)).toBe("ok");
      rename(again, `Tiếp ở ${file}`);
      names.push(again.writer.name);
      await again.close();
    }
    // Neither may go on in the other's place.
    expect(new Set(names).size).toBe(3);
  });

  it("while a change is being written is not said to be saved; the change is in what is open", async () => {
    const { roster, path, older, folder, environment } = await openWithCopy();
    const { name } = roster.writer;
    expect(() => rename(roster, "Giữa chừng", () => renameSync(older, path))).toThrow(replaced);
    expect(roster.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Giữa chừng");
    const kept = join(folder, "giu-lai.scb");
    await roster.saveCopy(kept);
    await roster.close();
    expect(await nameIn(kept)).toBe("Giữa chừng");
    const there = await openRoster(path, environment);
    expect(there.writer.outcome).not.toBe("kept");
    rename(there, "Khác");
    expect(there.writer.name).not.toBe(name);
    await there.close();
  });

  it("by a whole copy of itself goes on in that one without a word", async () => {
    const { roster, path, folder, aside } = await openWithCopy();
    await roster.saveCopy(aside);
    renameSync(aside, path);
    const file = statSync(path).ino;
    rename(roster, "Vẫn ở đây");
    expect(roster.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Vẫn ở đây");
    await roster.close();
    expect(statSync(path).ino).toBe(file);
    expect(await nameIn(path)).toBe("Vẫn ở đây");
    expect(readdirSync(folder).sort()).toEqual(["home", "older.scb", "so.scb"]);
  });

  it("through the link that led to it is noticed as well", async () => {
    const { roster, path, folder, older, environment } = await openWithCopy();
    await roster.close();
    const link = join(folder, "link.scb");
    symlinkSync(path, link);
    const linked = await openRoster(link, environment);
    rename(linked, "Qua liên kết");
    rmSync(link);
    symlinkSync(older, link);
    const before = hashOf(older);
    expect(() => rename(linked, "Mất")).toThrow(replaced);
    await linked.close();
    expect(hashOf(older)).toBe(before);
    expect(await nameIn(path)).toBe("Qua liên kết");
  });

  it.each([
    ["text", (path: string) => writeFileSync(path, "Họ và tên")],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("by %s is not written", async (_what, put) => {
    const { roster, path, aside, folder } = await openWithCopy();
    renameSync(path, aside);
    put(path);
    const there = () => fingerprint(folder)["/so.scb"];
    const before = there();
    expect(() => rename(roster, "Mất")).toThrow(replaced);
    await roster.close();
    expect(there()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith("so.scb"))).toEqual(["so.scb"]);
    expect(await nameIn(aside)).toBe("Đã lưu");
  });
});

describe.skipIf(host.openFileStays)("a roster whose file is gone", () => {
  it("that was moved away holds there all that was saved, once it is closed", async () => {
    const { roster, path, aside, folder } = await openWithCopy();
    renameSync(path, aside);
    expect(() => rename(roster, "Mất")).toThrow(replaced);
    await roster.close();
    expect(readdirSync(folder).sort()).toEqual(["aside.scb", "home", "older.scb"]);
    expect(await nameIn(aside)).toBe("Đã lưu");
  });

  it("goes on when the file is put back", async () => {
    const { roster, path, aside } = await openWithCopy();
    renameSync(path, aside);
    expect(() => rename(roster, "Chưa")).toThrow(replaced);
    renameSync(aside, path);
    rename(roster, "Đã về");
    await roster.close();
    expect(await nameIn(path)).toBe("Đã về");
  });

  it("that was removed can be saved whole, and is closed without a failure", async () => {
    const { roster, path, folder, aside } = await openWithCopy();
    roster.log.write({ action: "add", user, edits: personEdits(0x100) });
    rmSync(path);
    expect(() => rename(roster, "Mất")).toThrow(replaced);
    await roster.saveCopy(aside);
    await roster.close();
    expect(readdirSync(folder).sort()).toEqual(["aside.scb", "home", "older.scb"]);
    const reader = await openRosterReadOnly(aside);
    expect(reader.db.value(sql`SELECT full_name FROM official`)).toBe("Nguyễn Văn An");
    reader.close();
  });

  it("with its folder is closed without a failure", async () => {
    const { folder } = await openWithCopy();
    const stick = join(folder, "stick");
    mkdirSync(stick);
    const { roster } = await testRoster(stick);
    rmSync(stick, { recursive: true });
    expect(() => rename(roster, "Mất")).toThrow(replaced);
    await roster.close();
    expect(readdirSync(folder)).not.toContain("stick");
  });
});
