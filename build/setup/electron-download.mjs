/**
 * Electron's own download, with a watch on its progress: a network that swallows packets must not hang the
 * set-up, and a slow one that still moves must not be cut off.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { NODE, ROOT, STATE, installedVersion } from "./paths.mjs";
import { runQuietly, toolEnvironment } from "./run.mjs";

const FOLDER = join(ROOT, "node_modules", "electron");
const DIST = join(FOLDER, "dist");
/** A download that has not grown for this long is given up. */
const STALL_MS = 60_000;

/** The folder of the downloaded Electron of the pinned version, or undefined. */
export function downloadedElectron() {
  const versionFile = join(DIST, "version");
  if (!existsSync(versionFile) || !existsSync(join(FOLDER, "path.txt"))) return undefined;
  const version = readFileSync(versionFile, "utf8").trim().replace(/^v/, "");
  if (version !== installedVersion("electron")) return undefined;
  const executable = join(DIST, readFileSync(join(FOLDER, "path.txt"), "utf8"));
  return existsSync(executable) ? { source: "download", dist: DIST, executable, version } : undefined;
}

/** Tries the download; answers like `downloadedElectron`. */
export async function downloadElectron(log) {
  log(`Đang tải Electron ${installedVersion("electron")}…`);
  const temporary = join(STATE, `electron-download-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  let size = -1;
  let grownAt = Date.now();
  const stillMoving = () => {
    const now = folderSize(temporary) + folderSize(DIST);
    if (now !== size) {
      size = now;
      grownAt = Date.now();
    }
    return Date.now() - grownAt < STALL_MS;
  };
  try {
    await runQuietly(NODE, [join(FOLDER, "install.js")], {
      env: toolEnvironment({ TMPDIR: temporary, TEMP: temporary, TMP: temporary }),
      watch: stillMoving,
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return downloadedElectron();
}

function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  let total = 0;
  for (const name of readdirSync(folder, { recursive: true })) {
    // A file may vanish between listing and asking: the downloader moves it when complete.
    total += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return total;
}
