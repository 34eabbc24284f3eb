// Rolling a roster back is noticed by what this machine remembers, and by nothing that is no roll-back.
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testOffice } from "../testing/log-offices";
import { catalogEdits, personEdits, testEnvironment, testFolder, testId, unitId } from "../testing/rosters";
import { letMissingGo, type MissingChanges, missingChanges } from "./missing";
import { createRoster } from "./create-roster";
import { openRoster, openRosterReadOnly, type RosterEnvironment } from "./roster";
import { verifyRoster } from "./verify";

const user = "Lê Thị Hoa";

async function newRoster(name = "so.scb", folder = testFolder(), office = testId(0x50)) {
  const path = join(folder, name);
  const environment = testEnvironment(join(folder, "home"));
  const roster = await createRoster(path, environment);
  const edits = [
    ...catalogEdits(),
    { kind: "create", entity: "office", id: office, fields: { unit: unitId, name: "VP" } },
  ] as const;
  roster.log.write({ action: "init", user, edits });
  roster.log.keepOffice(office);
  await roster.close();
  return { folder, path, environment };
}

/** Writes changes in one opening; the instant of the last one. */
async function edit(path: string, environment: RosterEnvironment, ...names: string[]): Promise<number> {
  const roster = await openRoster(path, environment);
  try {
    let at = 0;
    const now = () => (at = environment.now());
    for (const name of names) {
      const edits = [{ kind: "update", entity: "unit", id: unitId, fields: { name } }] as const;
      roster.log.write({ action: "edit", user, edits });
      now();
    }
    return at - 1000;
  } finally {
    await roster.close();
  }
}

async function missing(path: string, environment: RosterEnvironment): Promise<MissingChanges | null> {
  const reader = await openRosterReadOnly(path);
  try {
    return missingChanges(reader.db, path, environment);
  } finally {
    reader.close();
  }
}

describe("a roster that was rolled back", () => {
  it.each([1, 2, 7])("misses every change that had been saved since: %i", async (count) => {
    const { folder, path, environment } = await newRoster();
    copyFileSync(path, join(folder, "backup.scb"));
    const names = Array.from({ length: count }, (_, number) => `Xã ${number}`);
    const lastAt = await edit(path, environment, ...names);
    expect(await missing(path, environment)).toBe(null);
    writeFileSync(path, readFileSync(join(folder, "backup.scb")));
    expect(await missing(path, environment)).toEqual({ changes: count, lastAt, since: null });
    expect(verifyRoster(path, { memory: environment })).toMatchObject({
      ok: false,
      problems: [{ code: "rolled-back", detail: expect.stringContaining(`${count} changes`) }],
    });
  });

  it("says so however the older file came into its place, and after it went on by itself", async () => {
    const { folder, path, environment } = await newRoster();
    copyFileSync(path, join(folder, "backup.scb"));
    const lastAt = await edit(path, environment, "A", "B");
    rmSync(path);
    copyFileSync(join(folder, "backup.scb"), path);
    expect(await missing(path, environment)).toEqual({ changes: 2, lastAt, since: null });
    const firstAt = await edit(path, environment, "C");
    const until = await edit(path, environment, "D", "E");
    const since = { changes: 3, firstAt, lastAt: until };
    expect(await missing(path, environment)).toEqual({ changes: 2, lastAt, since });
  });

  it("says so where it goes back to before its writer's first change", async () => {
    const { folder, path, environment } = await newRoster();
    const elsewhere = { ...environment, home: join(folder, "home-2") };
    copyFileSync(path, join(folder, "backup.scb"));
    const lastAt = await edit(path, elsewhere, "A");
    copyFileSync(join(folder, "backup.scb"), path);
    expect(await missing(path, elsewhere)).toEqual({ changes: 1, lastAt, since: null });
  });

  it("says so where it was renamed and an older copy lies under either name", async () => {
    const { folder, path, environment } = await newRoster();
    copyFileSync(path, join(folder, "backup.scb"));
    const lastAt = await edit(path, environment, "A");
    renameSync(path, join(folder, "moi.scb"));
    expect(await missing(join(folder, "moi.scb"), environment)).toBe(null);
    await (await openRoster(join(folder, "moi.scb"), environment)).close();
    rmSync(join(folder, "moi.scb"));
    renameSync(join(folder, "backup.scb"), join(folder, "moi.scb"));
    expect(await missing(join(folder, "moi.scb"), environment)).toEqual({ changes: 1, lastAt, since: null });
  });

  it("is said until somebody goes on knowingly, and again after the next roll-back", async () => {
    const { folder, path, environment } = await newRoster();
    copyFileSync(path, join(folder, "backup.scb"));
    await edit(path, environment, "A");
    const right = readFileSync(path);
    copyFileSync(join(folder, "backup.scb"), path);
    const reader = await openRosterReadOnly(path);
    letMissingGo(reader.db, path, environment);
    reader.close();
    expect(await missing(path, environment)).toBe(null);
    expect(verifyRoster(path, { memory: environment })).toMatchObject({ ok: true, problems: [] });
    writeFileSync(path, right);
    await (await openRoster(path, environment)).close();
    copyFileSync(join(folder, "backup.scb"), path);
    expect(await missing(path, environment)).toMatchObject({ changes: 1 });
  });

  it("is said no more once the right file was put back, or what was missing was received", async () => {
    const folder = testFolder();
    const commune = await testOffice("xa", 1, folder);
    const district = await testOffice("huyen", 2, folder);
    commune.write(catalogEdits());
    await commune.roster.close();
    copyFileSync(commune.path, join(folder, "backup.scb"));
    commune.roster = await openRoster(commune.path, commune.environment);
    commune.write(personEdits(0x100));
    await district.receive(commune.file());
    await commune.roster.close();
    const right = readFileSync(commune.path);
    copyFileSync(join(folder, "backup.scb"), commune.path);
    expect(await missing(commune.path, commune.environment)).toMatchObject({ changes: 1 });
    commune.roster = await openRoster(commune.path, commune.environment);
    await commune.receive(district.file());
    await commune.roster.close();
    expect(await missing(commune.path, commune.environment)).toBe(null);
    writeFileSync(commune.path, right);
    expect(await missing(commune.path, commune.environment)).toBe(null);
  });
});

describe("no roll-back", () => {
  it("is a program that was killed between remembering and saving", async () => {
    const { folder, path, environment } = await newRoster();
    const roster = await openRoster(path, environment);
    const before = readFileSync(path);
    const sentinels = join(folder, "home", "sentinels");
    const [name = ""] = readdirSync(sentinels);
    const stored = JSON.parse(readFileSync(join(sentinels, name), "utf8")) as { confirmed: { seq: number } };
    await roster.close();
    const pending = { seq: stored.confirmed.seq + 1, hash: "ab".repeat(32) };
    writeFileSync(join(sentinels, name), JSON.stringify({ ...stored, pending }));
    writeFileSync(path, before);
    expect(await missing(path, environment)).toBe(null);
    await edit(path, environment, "A");
    expect(await missing(path, environment)).toBe(null);
  });

  it("is a program that was killed between saving and noting that it is saved; what was saved is known from then on", async () => {
    const { folder, path, environment } = await newRoster();
    copyFileSync(path, join(folder, "backup.scb"));
    const sentinels = join(folder, "home", "sentinels");
    const [name = ""] = readdirSync(sentinels);
    const before = JSON.parse(readFileSync(join(sentinels, name), "utf8")) as object;
    await edit(path, environment, "A");
    const after = JSON.parse(readFileSync(join(sentinels, name), "utf8")) as {
      confirmed: { seq: number; hash: string };
    };
    const { seq, hash } = after.confirmed;
    writeFileSync(join(sentinels, name), JSON.stringify({ ...before, pending: { seq, hash } }));
    expect(await missing(path, environment)).toBe(null);
    const roster = await openRoster(path, environment);
    expect(roster.writer.outcome).toBe("kept");
    await roster.close();
    copyFileSync(join(folder, "backup.scb"), path);
    expect(await missing(path, environment)).toMatchObject({ changes: 1 });
  });

  it("is an older copy, on a stick or kept as a backup, while the roster itself is where it was", async () => {
    const { folder, path, environment } = await newRoster();
    mkdirSync(join(folder, "usb"));
    const copy = join(folder, "usb", "so.scb");
    copyFileSync(path, copy);
    await edit(path, environment, "A");
    expect(await missing(copy, environment)).toBe(null);
    expect(verifyRoster(copy, { memory: environment })).toMatchObject({ ok: true, problems: [] });
    await edit(copy, environment, "B");
    await edit(path, environment, "C");
    expect(await missing(copy, environment)).toBe(null);
    expect(await missing(path, environment)).toBe(null);
    rmSync(join(folder, "usb"), { recursive: true });
    expect(await missing(path, environment)).toBe(null);
  });

  it("is a roster that was moved, with everything, and goes on there", async () => {
    const { folder, path, environment } = await newRoster();
    await edit(path, environment, "A");
    mkdirSync(join(folder, "moi"));
    const moved = join(folder, "moi", "so.scb");
    copyFileSync(path, moved);
    rmSync(path);
    expect(await missing(moved, environment)).toBe(null);
    await edit(moved, environment, "B");
    expect(await missing(moved, environment)).toBe(null);
  });

  it("is another roster under the same name, or one beside it", async () => {
    const { folder, path, environment } = await newRoster();
    await edit(path, environment, "A");
    const other = await newRoster("khac.scb", folder, testId(0x51));
    await edit(other.path, environment, "B");
    expect(await missing(path, environment)).toBe(null);
    expect(await missing(other.path, environment)).toBe(null);
    rmSync(path);
    await newRoster("so.scb", folder, testId(0x52));
    expect(await missing(path, environment)).toBe(null);
  });

  it("is another machine, or a home folder that remembers less", async () => {
    const { folder, path, environment } = await newRoster();
    const remembered = readdirSync(join(folder, "home", "sentinels")).map((name) => {
      const file = join(folder, "home", "sentinels", name);
      return { file, text: readFileSync(file) };
    });
    copyFileSync(path, join(folder, "backup.scb"));
    await edit(path, environment, "A");
    const elsewhere = { ...environment, hints: { ...environment.hints, host: "may-2" } };
    const right = readFileSync(path);
    copyFileSync(join(folder, "backup.scb"), path);
    expect(await missing(path, elsewhere)).toBe(null);
    writeFileSync(path, right);
    for (const { file, text } of remembered) writeFileSync(file, text);
    expect(await missing(path, environment)).toBe(null);
    await edit(path, environment, "B");
    copyFileSync(join(folder, "backup.scb"), path);
    expect(await missing(path, environment)).toMatchObject({ changes: 2 });
  });
});
