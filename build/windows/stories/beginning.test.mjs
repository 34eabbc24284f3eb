import { spawn, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { begun } from "./beginning.mjs";

const failure = (code) => Object.assign(new Error(`spawn ${code}`), { code });

/** Makes what is listed, one a call; an error among it is thrown. */
function making(...outcomes) {
  const left = [...outcomes];
  const begin = () => {
    const outcome = left.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { begin, left };
}

describe("a process that is begun", () => {
  const never = { pid: 0, status: null, error: failure("UNKNOWN") };

  it("is begun anew while there never was one", () => {
    const { begin, left } = making(never, failure("UNKNOWN"), { pid: 7, status: 1 }, { pid: 8, status: 0 });
    expect(begun(begin)).toEqual({ pid: 7, status: 1 });
    expect(left).toHaveLength(1);
  });

  it("is not begun anew once it ran, however it ended", () => {
    for (const ended of [
      { pid: 7, status: 3 },
      { pid: 7, status: null, error: failure("UNKNOWN") },
      { pid: 0, status: null, error: failure("ENOENT") },
    ]) {
      const { begin, left } = making(ended, { pid: 8, status: 0 });
      expect(begun(begin)).toBe(ended);
      expect(left).toHaveLength(1);
    }
  });

  it("fails with what the system said, where it says something else or never makes one", () => {
    expect(() => begun(making(failure("EACCES"), { pid: 8 }).begin)).toThrow("EACCES");
    const fiveOf = (outcome) => [outcome, outcome, outcome, outcome, outcome];
    expect(() => begun(making(...fiveOf(failure("UNKNOWN")), { pid: 8 }).begin)).toThrow("UNKNOWN");
    expect(begun(making(...fiveOf(never), { pid: 8 }).begin)).toBe(never);
  });

  it("is a real one", async () => {
    expect(begun(() => spawnSync(process.execPath, ["-e", "process.exit(3)"])).status).toBe(3);
    const child = begun(() => spawn(process.execPath, ["-e", "process.exit(4)"]));
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(4);
  });
});
