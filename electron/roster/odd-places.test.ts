// Rosters and what lies beside them that are no plain files: each is told in one sentence, nothing hangs, no link is
// followed in writing, and what somebody put there stays.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { testRoster } from "../testing/rosters";
import { openRoster, openRosterReadOnly, readLockHolder } from "./roster";

async function closedRoster() {
  const made = await testRoster();
  await made.roster.close();
  return made;
}

describe.skipIf(host.openFileStays)("what is no roster", () => {
  it.each([
    ["a pipe", "roster-foreign", (at: string) => void execFileSync("mkfifo", [at])],
    ["a device", "roster-foreign", (at: string) => symlinkSync("/dev/zero", at)],
    ["a folder", "roster-foreign", (at: string) => mkdirSync(at)],
    ["a link to itself", "roster-missing", (at: string) => symlinkSync(at, at)],
    ["a link to nothing", "roster-missing", (at: string) => symlinkSync(`${at}.no`, at)],
  ])("%s is said to be none, at once", async (_what, code, put) => {
    const { path, environment } = await closedRoster();
    rmSync(path);
    put(path);
    await expect(openRosterReadOnly(path)).rejects.toMatchObject({ code });
    await expect(openRoster(path, environment)).rejects.toMatchObject({ code });
  });

  it("a name with a zero in it leads nowhere", async () => {
    const { path, environment } = await closedRoster();
    for (const name of [`${path}\0`, `${path}\0.scb`]) {
      await expect(openRosterReadOnly(name)).rejects.toMatchObject({ code: "roster-missing" });
      await expect(openRoster(name, environment)).rejects.toMatchObject({ code: "roster-missing" });
    }
  });
});

describe.skipIf(host.openFileStays)("what lies under the names of lock and note", () => {
  it.each([".lock", ".holder"])("a folder with something in it, as %s, steps aside whole", async (end) => {
    const { path, folder, environment } = await closedRoster();
    mkdirSync(path + end);
    writeFileSync(join(path + end, "a.txt"), "của người khác");
    await (await openRoster(path, environment)).close();
    expect(readFileSync(join(`${path}${end} (de rieng 1)`, "a.txt"), "utf8")).toBe("của người khác");
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb", `so.scb${end} (de rieng 1)`]);
  });

  it.each([".lock", ".holder"])("a link as %s is never written through", async (end) => {
    const { path, folder, environment } = await closedRoster();
    const foreign = join(folder, "cua-nguoi-khac.txt");
    writeFileSync(foreign, "đừng đụng");
    symlinkSync(foreign, path + end);
    await (await openRoster(path, environment)).close();
    expect(readFileSync(foreign, "utf8")).toBe("đừng đụng");
  });
});

it("shows of a note's text no more than a name is long, and nothing that moves a cursor", async () => {
  const { path } = await closedRoster();
  const user = "\u001b[2JBình\u202e\n".padEnd(5000, "x");
  writeFileSync(`${path}.holder`, JSON.stringify({ host: "máy\r", user, since: "2021" }));
  const holder = readLockHolder(path);
  expect(holder).toMatchObject({ host: "máy", since: "2021" });
  expect(holder?.user).toHaveLength(100);
  expect(holder?.user.startsWith("[2JBình xxx")).toBe(true);
});

describe.skipIf(!host.rightsAreModes)("the rights of what is made", () => {
  it("are the owner's alone: roster, copy, home and what is in it", async () => {
    const { path, folder, reopen } = await closedRoster();
    const copy = join(folder, "ban-sao.scb");
    const roster = await reopen();
    await roster.saveCopy(copy);
    await roster.close();
    const home = readdirSync(join(folder, "home"), { recursive: true }).map(String);
    const all = [path, copy, ...["", ...home].map((name) => join(folder, "home", name))];
    expect(all.filter((one) => (statSync(one).mode & 0o077) !== 0)).toEqual([]);
    expect(home.length).toBeGreaterThan(2);
  });
});
