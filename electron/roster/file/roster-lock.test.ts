// One writer at a time, by a lock that knows no times; the note beside it says who, and stands for machines that the lock
// does not reach.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { host } from "../../files/host-system";
import { testFolder, testMachine } from "../../testing/rosters";
import { type LockTaker, lockRoster, readLockHolder, type RosterLock } from "./roster-lock";

function roster(): { path: string; home: string; other: string; folder: string } {
  const folder = testFolder();
  const path = join(folder, "so.scb");
  writeFileSync(path, "");
  return { folder, path, home: join(folder, "home"), other: join(folder, "home-2") };
}

function taker(home: string, change: Partial<LockTaker> = {}): LockTaker {
  return { home, hints: testMachine, now: Date.UTC(2021, 9, 1), ...change };
}

function held(path: string, by: LockTaker): RosterLock {
  const lock = lockRoster(path, by);
  onTestFinished(() => lock.release());
  return lock;
}

function besides(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith("so.scb."));
}

/** Leaves the note of a program that did not come to an end by itself, and no lock. */
function leaveNote(path: string, by: LockTaker): void {
  const lock = lockRoster(path, by);
  const note = readFileSync(`${path}.holder`);
  lock.release();
  writeFileSync(`${path}.holder`, note);
}

describe("the lock of a roster", () => {
  it("says who holds it, and leaves nothing behind when it is released", () => {
    const { path, home, folder } = roster();
    const lock = lockRoster(path, taker(home));
    expect(readLockHolder(path)).toMatchObject({
      host: testMachine.host,
      pid: process.pid,
      since: "2021-10-01T00:00:00.000Z",
    });
    expect(besides(folder)).toEqual(["so.scb.holder", "so.scb.lock"]);
    expect(statSync(`${path}.lock`).size).toBe(0);
    lock.release();
    expect(besides(folder)).toEqual([]);
    expect(readLockHolder(path)).toBe(null);
  });

  it("refuses a second one, on this machine and on another, whatever the clocks say", () => {
    const { path, home, other } = roster();
    held(path, taker(home));
    const refusal = expect.objectContaining({
      code: "roster-locked",
      params: expect.objectContaining({ path, host: testMachine.host, since: "2021-10-01T00:00:00.000Z" }),
    });
    for (const now of [0, Date.UTC(2021, 9, 1), 1e14]) {
      expect(() => lockRoster(path, taker(home, { now }))).toThrow(refusal);
      expect(() => lockRoster(path, taker(other, { now }))).toThrow(refusal);
      expect(() => lockRoster(path, taker(other, { now, takeOver: true }))).toThrow(refusal);
    }
  });

  it("is held through any change of times, as on file systems that keep them to two seconds", () => {
    const { path, home, other } = roster();
    const lock = held(path, taker(home));
    for (const seconds of [0, 1, 2, 1e9, 4e9]) {
      for (const one of [path, `${path}.lock`, `${path}.holder`]) utimesSync(one, seconds, seconds);
      expect(lock.check()).toBe("held");
      expect(() => lockRoster(path, taker(other))).toThrow(
        expect.objectContaining({ code: "roster-locked" }),
      );
    }
  });

  it.skipIf(!host.rightsAreModes)("belongs to who may write the roster, not only to who made it", () => {
    const { path, home } = roster();
    for (const mode of [0o600, 0o664]) {
      chmodSync(path, mode);
      const lock = held(path, taker(home));
      for (const beside of ["lock", "holder"])
        expect([beside, statSync(`${path}.${beside}`).mode & 0o777]).toEqual([beside, mode]);
      lock.release();
      rmSync(`${path}.lock`, { force: true });
    }
  });

  it("makes way for itself through what lies under its name, and follows no link", () => {
    for (const put of [
      (path: string) => mkdirSync(path),
      (path: string) => writeFileSync(path, "no lock of ours"),
      (path: string) => symlinkSync(`${path}-target`, path),
    ]) {
      const { path, home } = roster();
      writeFileSync(`${path}.lock-target`, "kept");
      put(`${path}.lock`);
      const lock = lockRoster(path, taker(home));
      expect(lstatSync(`${path}.lock`)).toMatchObject({ size: 0 });
      expect(() => lockRoster(path, taker(home))).toThrow(expect.objectContaining({ code: "roster-locked" }));
      lock.release();
      expect(readFileSync(`${path}.lock-target`, "utf8")).toBe("kept");
    }
  });
});

describe("a note that lies there", () => {
  it("of this machine is of a program that is gone", () => {
    const { path, home, folder } = roster();
    leaveNote(path, taker(home));
    lockRoster(path, taker(home)).release();
    expect(besides(folder)).toEqual([]);
  });

  it.each([
    ["another PC", { host: "may-2" }, false],
    ["another PC of the same host name", {}, false],
    ["another PC with the home folder of this one", { host: "may-2" }, true],
    ["another PC of this name with this home folder", { addresses: ["02:00:00:00:00:99"] }, true],
  ])("of %s is not passed over, unless somebody says that it is closed there", (_what, hints, sameHome) => {
    const { path, home, other, folder } = roster();
    leaveNote(path, taker(sameHome ? home : other, { hints: { ...testMachine, ...hints } }));
    const note = readFileSync(`${path}.holder`, "utf8");
    const host = { ...testMachine, ...hints }.host;
    expect(() => lockRoster(path, taker(home))).toThrow(
      expect.objectContaining({ code: "roster-left", params: expect.objectContaining({ path, host }) }),
    );
    expect(readFileSync(`${path}.holder`, "utf8")).toBe(note);
    expect(besides(folder)).toEqual(["so.scb.holder"]);
    lockRoster(path, taker(home, { takeOver: true })).release();
    expect(besides(folder)).toEqual([]);
  });

  it.each(["", "{ half", "[]", '{"host":"may-2"}', "\0".repeat(50), "x".repeat(100_000)])(
    "but says nothing that can be read keeps nobody out: %j",
    (text) => {
      const { path, home } = roster();
      writeFileSync(`${path}.holder`, text);
      expect(readLockHolder(path)).toBe(null);
      const lock = held(path, taker(home));
      expect(readLockHolder(path)).toMatchObject({ pid: process.pid });
      expect(lock.check()).toBe("held");
    },
  );

  it("as a link is neither read nor written through", () => {
    const { path, home, other, folder } = roster();
    leaveNote(path, taker(other));
    const target = join(folder, "elsewhere.json");
    writeFileSync(target, readFileSync(`${path}.holder`));
    const before = readFileSync(target, "utf8");
    rmSync(`${path}.holder`);
    symlinkSync(target, `${path}.holder`);
    expect(readLockHolder(path)).toBe(null);
    const lock = held(path, taker(home));
    expect(lstatSync(`${path}.holder`).isFile()).toBe(true);
    rmSync(`${path}.holder`);
    symlinkSync(target, `${path}.holder`);
    expect(lock.check()).toBe("retaken");
    expect(readFileSync(target, "utf8")).toBe(before);
  });
});

describe("a lock that is lost while it is held", () => {
  it.each([
    ["the lock file", (path: string) => rmSync(`${path}.lock`)],
    ["the note", (path: string) => rmSync(`${path}.holder`)],
    ["both", (path: string) => [".lock", ".holder"].forEach((end) => rmSync(path + end))],
    ["the note's words", (path: string) => writeFileSync(`${path}.holder`, "cleaned")],
  ])("is taken again when another program removed %s", (_what, remove) => {
    const { path, home, other, folder } = roster();
    const lock = lockRoster(path, taker(home));
    remove(path);
    expect(lock.check()).toBe("retaken");
    expect(lock.check()).toBe("held");
    expect(() => lockRoster(path, taker(other))).toThrow(expect.objectContaining({ code: "roster-locked" }));
    lock.release();
    expect(besides(folder)).toEqual([]);
  });

  it("is not taken from who has it meanwhile, and is had again when that one lets go", () => {
    const { path, home, other, folder } = roster();
    const lock = lockRoster(path, taker(home));
    // What removes the files lets another machine in, which saw neither.
    for (const end of [".lock", ".holder"]) rmSync(path + end);
    const others = lockRoster(path, taker(other, { hints: { ...testMachine, host: "may-2" } }));
    const lost = expect.objectContaining({
      code: "lock-lost",
      params: expect.objectContaining({ host: "may-2" }),
    });
    expect(() => lock.check()).toThrow(lost);
    expect(() => lock.check()).toThrow(lost);
    expect(others.check()).toBe("held");
    others.release();
    expect(lock.check()).toBe("retaken");
    lock.release();
    expect(besides(folder)).toEqual([]);
  });

  it("where the lock does not reach, is told by the other's note", () => {
    const { path, home, other } = roster();
    const lock = held(path, taker(home));
    // A folder that a cloud program carries: the other's note comes here, its lock does not.
    const there = roster();
    leaveNote(there.path, taker(other, { hints: { ...testMachine, host: "may-2" } }));
    writeFileSync(`${path}.holder`, readFileSync(`${there.path}.holder`));
    expect(() => lock.check()).toThrow(expect.objectContaining({ code: "lock-lost" }));
    lock.release();
    expect(readLockHolder(path)).toMatchObject({ host: "may-2" });
  });

  it("is released without a word when its folder is gone", () => {
    const { folder, home } = roster();
    const stick = join(folder, "stick");
    mkdirSync(stick);
    const path = join(stick, "so.scb");
    writeFileSync(path, "");
    const lock = lockRoster(path, taker(home));
    rmSync(stick, { recursive: true });
    expect(() => lock.check()).toThrow(expect.objectContaining({ name: "AppError" }));
    lock.release();
    expect(existsSync(stick)).toBe(false);
  });
});
