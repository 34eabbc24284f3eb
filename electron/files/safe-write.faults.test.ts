// Guards the one promise of writing to a stick: whatever fails at whatever moment, no half or wrong file carries the
// final name, and what was there before stays. The port below is real files with a failure put in front of them.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { type FileSystem, realFileSystem } from "./file-system";
import { safeWrite } from "./safe-write";

const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 31 + (at >> 8)) & 0xff);
const before = "của lần trước";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "scb-write-"));
  folder = join(root, "stick");
  mkdirSync(folder);
  writeFileSync(join(folder, "Bao cao.xlsx"), before);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Fault = (operation: string, number: number) => void;

/** Real files; `fault` is asked before every operation and may throw or do damage. */
function faulty(fault: Fault): FileSystem & { readonly count: () => number } {
  let number = 0;
  const next = (operation: string) => fault(operation, ++number);
  return {
    count: () => number,
    isFolder: async (path) => (next("isFolder"), realFileSystem.isFolder(path)),
    exists: async (path) => (next("exists"), realFileSystem.exists(path)),
    create: async (path) => {
      next("create");
      const file = await realFileSystem.create(path);
      return {
        write: async (piece) => {
          try {
            next("write");
          } catch (error) {
            // A stick is pulled in the middle of a piece, not between two.
            await file.write(piece.subarray(0, piece.length >> 1));
            throw error;
          }
          await file.write(piece);
        },
        sync: async () => (next("sync"), file.sync()),
        close: async () => {
          try {
            next("close");
          } finally {
            await file.close();
          }
        },
      };
    },
    rename: async (from, to) => (next("rename"), realFileSystem.rename(from, to)),
    remove: async (path) => (next("remove"), realFileSystem.remove(path)),
    refusesForGood: (from, to) => realFileSystem.refusesForGood(from, to),
    syncFolder: async (path) => (next("syncFolder"), realFileSystem.syncFolder(path)),
    read: async function* (path) {
      next("read");
      yield* realFileSystem.read(path);
    },
  };
}

const write = (files: FileSystem, more: object = {}) =>
  safeWrite({ folder, name: "Báo cáo", extension: "xlsx", bytes, files, pauses: [1, 1, 1], ...more });

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** What must hold after any failure. */
function expectNothingHalf(): void {
  expect(readFileSync(join(folder, "Bao cao.xlsx"), "utf8")).toBe(before);
  for (const name of readdirSync(folder).filter(
    (each) => each.endsWith(".xlsx") && each !== "Bao cao.xlsx",
  )) {
    expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
  }
}

async function operations(): Promise<number> {
  const counted = faulty(() => undefined);
  await write(counted);
  rmSync(join(folder, "Bao cao (2).xlsx"));
  return counted.count();
}

const expected: Readonly<Record<string, readonly string[]>> = {
  EIO: ["target-gone", "folder-missing"],
  ENODEV: ["target-gone", "folder-missing"],
  ENOSPC: ["disk-full", "folder-missing"],
  EACCES: ["folder-readonly", "write-failed", "done"],
  EROFS: ["folder-readonly"],
  EBUSY: ["file-in-use", "folder-missing", "done"],
};
/** What somebody else may have open for a moment: the file that was just written. */
const held = ["rename", "read", "remove"];

describe("safeWrite with a failing medium", () => {
  it.each(Object.keys(expected))("leaves nothing half when one operation fails with %s", async (code) => {
    const all = await operations();
    expect(all).toBeGreaterThan(10);
    for (let failing = 1; failing <= all; failing++) {
      let failed = "";
      const files = faulty((operation, number) => {
        if (number !== failing) return;
        failed = operation;
        throw systemError(code);
      });
      const end = await codeOf(write(files));
      expect(expected[code]).toContain(end);
      expect(end === "done").toBe(["EACCES", "EBUSY"].includes(code) && held.includes(failed));
      expectNothingHalf();
      // Only one operation failed, so tidying worked and nothing new is left at all, or all of it.
      const whole = end === "done" ? ["Bao cao (2).xlsx"] : [];
      expect(readdirSync(folder)).toEqual([...whole, "Bao cao.xlsx"]);
      rmSync(join(folder, "Bao cao (2).xlsx"), { force: true });
    }
  });

  it.each(["EPERM", "EBUSY", "EACCES"])("outlasts a program that has the file open (%s)", async (code) => {
    for (const operation of held) {
      let refusals = 2;
      const files = faulty((current) => {
        if (current === operation && refusals-- > 0) throw systemError(code);
      });
      expect(await codeOf(write(files))).toBe("done");
      expect(readFileSync(join(folder, "Bao cao (2).xlsx")).equals(bytes)).toBe(true);
      rmSync(join(folder, "Bao cao (2).xlsx"));
    }
  });

  it.each(["rename", "read"])(
    "says that somebody has it open when %s is refused for longer",
    async (operation) => {
      const files = faulty((current) => {
        if (current === operation) throw systemError("EPERM");
      });
      expect(await codeOf(write(files))).toBe("file-in-use");
      expect(readdirSync(folder)).toEqual(["Bao cao.xlsx"]);
    },
  );

  it("stops waiting for a program that has the file open when asked", async () => {
    const stop = new AbortController();
    const files = faulty((operation) => {
      if (operation !== "rename") return;
      stop.abort();
      throw systemError("EBUSY");
    });
    expect(await codeOf(write(files, { signal: stop.signal, pauses: [3_600_000] }))).toBe("cancelled");
    expect(readdirSync(folder)).toEqual(["Bao cao.xlsx"]);
  });

  it("leaves nothing half when the stick stays away from any operation on", async () => {
    const all = await operations();
    for (let pulled = 1; pulled <= all; pulled++) {
      const files = faulty((_operation, number) => {
        if (number >= pulled) throw systemError("EIO");
      });
      expect(["target-gone", "folder-missing"]).toContain(await codeOf(write(files)));
      expectNothingHalf();
      for (const name of readdirSync(folder)) if (name !== "Bao cao.xlsx") rmSync(join(folder, name));
    }
  });

  it("says that the target is gone when the folder really vanishes at any operation", async () => {
    const all = await operations();
    for (let pulled = 1; pulled <= all; pulled++) {
      const files = faulty((_operation, number) => {
        if (number === pulled) rmSync(folder, { recursive: true });
      });
      expect(["target-gone", "folder-missing"]).toContain(await codeOf(write(files)));
      expect(readdirSync(root)).toEqual([]);
      mkdirSync(folder);
      writeFileSync(join(folder, "Bao cao.xlsx"), before);
    }
  });

  it.each(["write", "rename"])("throws a file away that reads back wrong after its %s", async (damaged) => {
    const files = faulty(() => undefined);
    const broken: FileSystem = {
      ...files,
      read: async function* (path) {
        const isPart = path.endsWith(".part");
        for await (const piece of files.read(path)) {
          const copy = Uint8Array.from(piece);
          if (isPart === (damaged === "write")) copy[0] = (copy[0] ?? 0) ^ 1;
          yield copy;
        }
      },
    };
    expect(await codeOf(write(broken))).toBe("read-back-differs");
    expect(readdirSync(folder)).toEqual(["Bao cao.xlsx"]);
  });

  it("stops when asked at any piece, and leaves nothing", async () => {
    for (const stopAt of [0, 65_536, 131_072, 200_000]) {
      const stop = new AbortController();
      if (stopAt === 0) stop.abort();
      const onProgress = (done: number) => {
        if (done >= stopAt) stop.abort();
      };
      expect(await codeOf(write(realFileSystem, { signal: stop.signal, onProgress }))).toBe("cancelled");
      expect(readdirSync(folder)).toEqual(["Bao cao.xlsx"]);
    }
  });

  it("lets a bug through as it is, tidied up", async () => {
    const bug = () => {
      throw new TypeError("a bug");
    };
    await expect(write(realFileSystem, { onProgress: bug })).rejects.toThrow(TypeError);
    expect(readdirSync(folder)).toEqual(["Bao cao.xlsx"]);
  });
});
