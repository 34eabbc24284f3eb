import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "../../testing/rosters";
import { lockRoster, readLockHolder } from "./roster-lock";

const farFuture = 1e9;

/** A roster that some program holds, or held. */
function heldRoster(holder: { host: string; pid: number; uptime: number }, minutesAgo = 0): string {
  const path = join(testFolder(), "so.scb");
  writeFileSync(path, "");
  mkdirSync(`${path}.lock`);
  const refreshed = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(`${path}.lock`, refreshed, refreshed);
  writeFileSync(
    `${path}.holder`,
    JSON.stringify({ ...holder, user: "Bình", since: "2021-10-01T00:00:00.000Z" }),
  );
  return path;
}

async function canTake(path: string): Promise<boolean> {
  try {
    const lock = await lockRoster(path, 0);
    expect(readLockHolder(path)).toMatchObject({ pid: process.pid, since: "1970-01-01T00:00:00.000Z" });
    await lock.release();
    return true;
  } catch (error) {
    expect(error).toMatchObject({
      code: "roster-locked",
      params: { path, user: "Bình", since: "2021-10-01T00:00:00.000Z" },
    });
    return false;
  }
}

describe("roster lock", () => {
  it("leaves nothing behind when it is released", async () => {
    const path = join(testFolder(), "so.scb");
    writeFileSync(path, "");
    expect(await canTake(path)).toBe(true);
    expect(existsSync(`${path}.lock`) || existsSync(`${path}.holder`)).toBe(false);
    expect(readLockHolder(path)).toBe(null);
  });

  it("is kept by a program that runs, whatever the clock says it began", async () => {
    expect(await canTake(heldRoster({ host: hostname(), pid: process.pid, uptime: 0 }))).toBe(false);
  });

  it("is taken over from a program of before the machine was started again", async () => {
    expect(await canTake(heldRoster({ host: hostname(), pid: process.pid, uptime: farFuture }))).toBe(true);
  });

  it("is kept by another machine as long as it is refreshed, ten minutes at most", async () => {
    const other = { host: `not-${hostname()}`, pid: 1, uptime: farFuture };
    expect(await canTake(heldRoster(other))).toBe(false);
    expect(await canTake(heldRoster(other, 9))).toBe(false);
    expect(await canTake(heldRoster(other, 11))).toBe(true);
  });

  it("does not take a holder's name without its lock for a lock", async () => {
    const path = join(testFolder(), "so.scb");
    writeFileSync(path, "");
    writeFileSync(`${path}.holder`, "{ half");
    expect(readLockHolder(path)).toBe(null);
    expect(await canTake(path)).toBe(true);
  });
});
