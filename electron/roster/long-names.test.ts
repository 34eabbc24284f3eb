// Names and paths that are too long, or that Windows refuses, are said as such and leave nothing behind.
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { safeWrite } from "../files/safe-write";
import { testEnvironment, testFolder, testRoster } from "../testing/rosters";
import { createRoster } from "./create-roster";
import { openRoster, openRosterReadOnly } from "./roster";

const nameLimit = host.longestName - "-journal".length;
const pathLimit = host.longestSqlitePath - 26;
const counted = host.lengthsCountedIn;

/** Below a folder, another whose path has exactly so many characters. */
function deepFolder(top: string, length: number): string {
  let folder = top;
  while (length - folder.length > 200) folder = join(folder, "x".repeat(100));
  folder = join(folder, "y".repeat(length - folder.length - 1));
  mkdirSync(folder, { recursive: true });
  return folder;
}

describe("a name that is too long", () => {
  const letters = ["a", "ệ"];
  it.each(letters)(
    "of %s is refused with its limit, and the longest one that is not works to the end",
    async (letter) => {
      const folder = testFolder();
      const home = join(testFolder(), "home");
      const each = counted === "bytes" ? Buffer.byteLength(letter) : 1;
      const base = letter.repeat(Math.floor((nameLimit - 4) / each));
      const environment = testEnvironment(home);
      for (const name of [`${base}${letter}.scb`, `${base.repeat(3)}.scb`]) {
        await expect(createRoster(join(folder, name), environment)).rejects.toMatchObject({
          code: "name-too-long",
          params: { name, limit: nameLimit, counted },
        });
      }
      const roster = await createRoster(join(folder, `${base}.scb`), environment);
      await expect(roster.saveCopy(join(folder, `${base}${letter}.scb`))).rejects.toMatchObject({
        code: "name-too-long",
      });
      await roster.saveCopy(join(folder, "khac.scb"));
      await roster.close();
      await (await openRoster(join(folder, `${base}.scb`), environment)).close();
      expect(readdirSync(folder).sort()).toEqual([`${base}.scb`, "khac.scb"].sort());
    },
  );
});

describe("a path that is too long", () => {
  it("is refused with its limit, also for a roster that was put there; the longest one that is not works", async () => {
    const environment = testEnvironment(join(testFolder(), "home"));
    const refusal = (path: string) => ({
      code: "path-too-long",
      params: { path, limit: pathLimit, counted },
    });
    const top = testFolder();
    const fits = join(deepFolder(top, pathLimit - 7), "so.scb");
    expect(fits).toHaveLength(pathLimit);
    const roster = await createRoster(fits, environment);
    const long = join(deepFolder(top, pathLimit - 6), "so.scb");
    await expect(roster.saveCopy(long)).rejects.toMatchObject(refusal(long));
    await roster.close();
    await (await openRoster(fits, environment)).close();
    expect(readdirSync(join(fits, ".."))).toEqual(["so.scb"]);

    await expect(createRoster(long, environment)).rejects.toMatchObject(refusal(long));
    copyFileSync(fits, long);
    await expect(openRoster(long, environment)).rejects.toMatchObject(refusal(long));
    await expect(openRosterReadOnly(long)).rejects.toMatchObject(refusal(long));
    expect(readdirSync(join(long, ".."))).toEqual(["so.scb"]);
  });

  it.each([
    ["path", `${"x".repeat(100)}/`.repeat(60), "path-too-long"],
    ["name", "x".repeat(300), "name-too-long"],
  ])("is said wherever a file is looked for or written: %s", async (_what, name, code) => {
    const folder = testFolder();
    const path = join(folder, name, "so.scb");
    await expect(openRosterReadOnly(path)).rejects.toMatchObject({ code });
    const bytes = new Uint8Array(1);
    const report = { folder: join(folder, name), name: "bao cao", extension: "csv", bytes };
    await expect(safeWrite(report)).rejects.toMatchObject({ code });
  });
});

describe("a name that Windows refuses", () => {
  it.each([
    "CON.scb",
    "nul.scb",
    "com1.2021.scb",
    "a:b.scb",
    'a"b.scb',
    "a?.scb",
    "a.scb.",
    "a.scb ",
    "a\tb.scb",
  ])("is refused on every system: %j", async (name) => {
    const { roster, folder, environment } = await testRoster();
    const path = join(folder, name);
    await expect(createRoster(path, environment)).rejects.toMatchObject({
      code: "name-refused",
      params: { name },
    });
    await expect(roster.saveCopy(path)).rejects.toMatchObject({ code: "name-refused" });
  });

  it.each(["Sổ xã Quảng Yên (2).scb", "console.scb", "SO.SCB", ".so.scb"])(
    "and others are not: %s",
    async (name) => {
      const { roster, folder } = await testRoster();
      await roster.saveCopy(join(folder, name));
      expect(readdirSync(folder)).toContain(name);
    },
  );
});
