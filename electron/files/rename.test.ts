// Guards that a file which another program has open for a moment stops nothing, and that what will never be allowed is
// told at once and by its true cause.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Holding, holdFiles } from "../testing/held-files";
import { host } from "./host-system";
import { FileInUse } from "./patience";
import { removeFile, removeFileNow, renameFile, renameFileNow } from "./rename";
import { createFile, readIfThere, replaceFile } from "./small-file";

let folder: string;
let from: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scb-rename-"));
  from = join(folder, "moi.part");
  to = join(folder, "moi");
  writeFileSync(from, "mới");
  writeFileSync(to, "cũ");
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

interface Step {
  readonly work: () => unknown;
  /** What stands under the name afterwards. */
  readonly after: string | null;
  /** Nothing has the name before. */
  readonly isFree?: true;
}

const steps: Readonly<Record<string, Step>> = {
  renameFile: { work: () => renameFile(from, to), after: "mới" },
  renameFileNow: { work: () => renameFileNow(from, to), after: "mới" },
  removeFile: { work: () => removeFile(to), after: null },
  removeFileNow: { work: () => removeFileNow(to), after: null },
  replaceFile: { work: () => replaceFile(to, "thay"), after: "thay" },
  createFile: { work: () => expect(createFile(to, "tạo")).toBe(true), after: "tạo", isFree: true },
  readIfThere: { work: () => expect(readIfThere(to)).toBe("cũ"), after: "cũ" },
};

const hold = (holding: Omit<Holding, "matching">) =>
  holdFiles({ matching: /scb-rename-[^/\\]+.moi$/, ...holding });
const every = ["rename", "link", "remove", "read"] as const;
const content = () => (readdirSync(folder).includes("moi") ? readFileSync(to, "utf8") : null);

describe.each(Object.entries(steps))("%s", (_name, { work, after, isFree }) => {
  beforeEach(() => {
    if (isFree) rmSync(to);
  });

  it.each(["EPERM", "EBUSY", "EACCES"] as const)("goes on after some tries refused with %s", async (code) => {
    {
      using held = hold({ code, times: 5, calls: every });
      await work();
      // A link that is refused for another reason than being held is tried once, then a rename takes its place.
      expect(held.refused.length).toBe(isFree && code !== "EBUSY" ? 6 : 5);
    }
    expect(content()).toBe(after);
  });

  it("says that the file is in use when it is held for longer, and leaves it", async () => {
    // Tries are far apart for whoever stands still, and no test waits for them.
    let at = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (at += host.longestStandstill / 4));
    vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void) => {
      queueMicrotask(run);
      return 0;
    }) as unknown as typeof setTimeout);
    const held = hold({ times: Infinity, calls: every });
    try {
      const failure = await Promise.resolve()
        .then(work)
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(FileInUse);
      expect(failure).toMatchObject({ code: "EBUSY", path: to });
      expect(held.refused.length).toBeGreaterThan(2);
    } finally {
      held[Symbol.dispose]();
    }
    expect(readdirSync(folder).filter((name) => /\d\.part$/.test(name))).toEqual([]);
  });
});

it("makes a file where there are no links, once it is free", () => {
  rmSync(to);
  using held = hold({ times: 3, calls: ["link", "rename"] });
  expect(createFile(to, "tạo")).toBe(true);
  // A system without links says so for good: one try, then the other way.
  expect(held.refused.map((one) => one.split(" ")[0])).toEqual(["link", "rename", "rename", "rename"]);
  expect(readFileSync(to, "utf8")).toBe("tạo");
});

it("waits no longer than asked, and stops when asked", async () => {
  using held = hold({ times: Infinity });
  await expect(renameFile(from, to, { pauses: [1, 1] })).rejects.toBeInstanceOf(FileInUse);
  expect(held.refused.length).toBe(3);
  const stop = new AbortController();
  const renaming = renameFile(from, to, { signal: stop.signal });
  stop.abort();
  await expect(renaming).rejects.toMatchObject({ code: "cancelled" });
});

describe("what will never be allowed", () => {
  const tries = async (work: () => unknown): Promise<unknown> =>
    Promise.resolve()
      .then(work)
      .catch((error: unknown) => error);

  it("is told at once for a folder in the way", async () => {
    rmSync(to);
    mkdirSync(to);
    using held = hold({ times: Infinity });
    for (const work of [() => renameFile(from, to), () => renameFileNow(from, to)])
      expect(await tries(work)).not.toBeInstanceOf(FileInUse);
    expect(held.refused.length).toBe(2);
  });

  it("is told at once for a folder that this user may not write into", async () => {
    using folderRights = holdFiles({ matching: /scb-rename-[^/\\]+$/, calls: ["access"], times: Infinity });
    using held = hold({ code: "EACCES", times: Infinity, calls: ["rename", "remove"] });
    for (const { work } of Object.values(steps).slice(0, 4))
      expect(await tries(work)).toMatchObject({ code: "EACCES", syscall: expect.stringMatching(/^[a-z]+$/) });
    expect([held.refused.length, folderRights.refused.length]).toEqual([4, 4]);
  });
});
