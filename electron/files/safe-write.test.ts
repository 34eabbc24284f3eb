// Guards writing on real file systems: free names, full and read-only media, a stick pulled for real.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { freeNumber, safeWrite } from "./safe-write";
import { host } from "./host-system";

const bytes = Uint8Array.from({ length: 150_000 }, (_, at) => (at * 17) & 0xff);

let folder: string;
const mounted: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scb-stick-"));
});
afterEach(() => {
  for (const place of mounted.splice(0)) execFileSync("umount", ["-l", place]);
  rmSync(folder, { recursive: true, force: true });
});

const write = (more: object = {}) =>
  safeWrite({ folder, name: "Báo cáo", extension: "xlsx", bytes, ...more });

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error("nothing failed"),
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw error;
}

/** A small file system of its own, as a stick is. */
function mountStick(size: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]);
  mounted.push(folder);
}

function mayMount(): boolean {
  if (!host.tellsInProc || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), "scb-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", place], { stdio: "ignore" });
    execFileSync("umount", [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const canMount = mayMount();
if (!canMount) {
  process.stderr.write(
    "No file system can be mounted here: full, pulled and read-only media are only simulated.\n",
  );
}

describe("safeWrite", () => {
  it("writes the bytes, tells how far it is, and names what it read back", async () => {
    const steps: number[] = [];
    const written = await write({ onProgress: (done: number) => steps.push(done) });
    expect(written).toEqual({
      path: join(folder, "Bao cao.xlsx"),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
    });
    expect(readFileSync(written.path).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(["Bao cao.xlsx"]);
    expect(steps.at(-1)).toBe(bytes.length);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it("takes the next free name, and leaves another's unfinished file alone", async () => {
    writeFileSync(join(folder, "Bao cao.xlsx"), "cũ");
    writeFileSync(join(folder, "Bao cao (2).xlsx.part"), "dở dang");
    expect(await freeNumber(folder, "Báo cáo", ["csv", "xlsx"])).toBe(3);
    expect((await write()).path).toBe(join(folder, "Bao cao (3).xlsx"));
    expect(readFileSync(join(folder, "Bao cao.xlsx"), "utf8")).toBe("cũ");
    expect(readFileSync(join(folder, "Bao cao (2).xlsx.part"), "utf8")).toBe("dở dang");
  });

  it("gives files written at the same time names of their own", async () => {
    const written = await Promise.all(Array.from({ length: 8 }, () => write()));
    expect(new Set(written.map(({ path }) => path)).size).toBe(8);
    expect(readdirSync(folder)).toHaveLength(8);
    for (const { path } of written) expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("writes an empty file", async () => {
    expect((await write({ bytes: new Uint8Array() })).bytes).toBe(0);
  });

  it("says which folder is missing, also when it is a file", async () => {
    const missing = join(folder, "USB");
    expect((await failure(write({ folder: missing }))).toData()).toEqual({
      code: "folder-missing",
      params: { path: missing },
    });
    writeFileSync(missing, "");
    expect((await failure(write({ folder: missing }))).code).toBe("folder-missing");
    expect((await failure(freeNumber(missing, "a", ["xlsx"]))).code).toBe("folder-missing");
  });

  it.skipIf(!host.rightsAreModes)("says that a folder is read-only", async () => {
    chmodSync(folder, 0o555);
    // Root may write everywhere, so it acts as nobody meanwhile.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect((await failure(write())).toData()).toEqual({
        code: "folder-readonly",
        params: { path: folder },
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!canMount)("says that the medium is full, and leaves nothing on it", async () => {
    mountStick("64k");
    writeFileSync(join(folder, "khac.txt"), "vẫn còn");
    const { code, params } = await failure(write());
    expect({ code, params }).toEqual({ code: "disk-full", params: { path: join(folder, "Bao cao.xlsx") } });
    expect(readdirSync(folder)).toEqual(["khac.txt"]);
    // Room was given back: a file that fits can still be written.
    expect((await write({ bytes: bytes.subarray(0, 20_000) })).bytes).toBe(20_000);
  });

  it.skipIf(!canMount)("says that the medium can only be read", async () => {
    mountStick("1m");
    execFileSync("mount", ["-o", "remount,ro", folder]);
    expect((await failure(write())).code).toBe("folder-readonly");
  });

  it.skipIf(!canMount)("says that the stick is gone when it is pulled while writing", async () => {
    const stick = join(folder, "USB");
    mkdirSync(stick);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", stick]);
    let pulled = false;
    const pull = () => {
      if (!pulled) execFileSync("umount", ["-l", stick]);
      pulled = true;
    };
    expect((await failure(write({ folder: stick, onProgress: pull }))).code).toBe("target-gone");
    expect(readdirSync(stick)).toEqual([]);
  });
});
