/** The set-up's lock: work in turn, and no waiting for the dead. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "./lock.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "so-can-bo-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = () => {
  throw new Error("nobody should wait");
};

describe("withLock", () => {
  it("lets one work at a time and tells who waits", async () => {
    const events = [];
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    const first = withLock(folder, { onWait: never }, async () => {
      events.push("first begins");
      await held;
      events.push("first ends");
    });
    const onWait = () => {
      events.push("second waits");
      release();
    };
    const second = withLock(folder, { onWait }, async () => {
      events.push("second works");
    });
    await Promise.all([first, second]);
    expect(events).toEqual(["first begins", "second waits", "first ends", "second works"]);
  });

  it("is free again after a failure", async () => {
    const failing = withLock(folder, { onWait: never }, async () => {
      throw new Error("no space");
    });
    await expect(failing).rejects.toThrow("no space");
    expect(await withLock(folder, { onWait: never }, async () => "done")).toBe("done");
    expect(existsSync(join(folder, "setup.lock"))).toBe(false);
  });

  it("takes over from a process that has died", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(join(folder, "setup.lock"));
    writeFileSync(join(folder, "setup.lock", "owner"), JSON.stringify({ pid, host: hostname() }));
    expect(await withLock(folder, { onWait: never }, async () => "done")).toBe("done");
  });
});
