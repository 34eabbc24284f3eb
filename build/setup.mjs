/**
 * The set-up of a clone: packages, Electron, SQLite's driver, system libraries, the bundle. Every command of
 * the project calls it first; each step is skipped when it is done already. Plain JavaScript without
 * dependencies, because it runs on whatever Node the machine has before anything is installed.
 */
import { appendFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dependenciesReady, installDependencies } from "./setup/dependencies.mjs";
import { electronInUse } from "./setup/electron-command.mjs";
import { downloadElectron } from "./setup/electron-download.mjs";
import { fallbackPossible, prepareFallback, cachedFallback } from "./setup/electron-fallback.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { withLock } from "./setup/lock.mjs";
import { nativeNeedsBuild, nativeReady, placeNative } from "./setup/native.mjs";
import { OUT, SETUP_LOG, STATE, installedVersion, readJson } from "./setup/paths.mjs";
import { checkLibraries, ensureSystemPackages } from "./setup/system-packages.mjs";
import { bundleIsFresh, bundleParts } from "./setup/fresh.mjs";
import { runBundle } from "./setup/run-bundle.mjs";

/**
 * What a command needs: "cli" packages and the bundle of the main process; "window" Electron, its libraries
 * and every part of the bundle too; "tests" LibreOffice and poppler as well.
 * @typedef {"cli" | "window" | "tests"} Goal
 */

/**
 * Makes the clone ready for a goal. Quick when it is.
 * @param {{goal: Goal, log?: (line: string) => void}} options `log` gets Vietnamese lines of progress
 * @throws {SetupFailure} with one Vietnamese sentence of what is missing and what to do
 */
export async function ensureSetup({ goal, log = (line) => process.stderr.write(`${line}\n`) }) {
  mkdirSync(OUT, { recursive: true });
  if (isReady(goal)) return;
  const onWait = () => log("Đang chờ một lần chuẩn bị khác của thư mục này làm xong…");
  await withLock(STATE, { onWait }, async () => {
    startLog();
    if (!dependenciesReady()) await installDependencies(log);
    if (goal !== "cli") await prepareElectron(goal, log);
    const parts = bundleParts(goal).filter((part) => !bundleIsFresh(part));
    if (parts.length > 0) await runBundle(parts, log);
  });
}

function isReady(goal) {
  return (
    dependenciesReady() &&
    (goal === "cli" || electronReady(goal)) &&
    bundleParts(goal).every((part) => bundleIsFresh(part))
  );
}

const systemStamp = (goal) => join(STATE, `system-${goal}.json`);

function electronReady(goal) {
  const electron = electronInUse();
  if (!electron || !nativeReady(electron)) return false;
  return readJson(systemStamp(goal))?.executable === electron.executable;
}

async function prepareElectron(goal, log) {
  const available = electronChosenBefore() ?? (await downloadElectron(log)) ?? announceFallback(log);
  const needsBuild = available.source === "fallback" && !nativeReady(available) && nativeNeedsBuild();
  await ensureSystemPackages({ compilers: needsBuild, window: true, documents: goal === "tests" }, log);
  // Fetching waits for the network and compiling for the processor: both at once.
  const [electron] = await Promise.all([
    existsSync(available.executable ?? "") ? available : prepareFallback(),
    nativeReady(available) ? undefined : placeNative(available, log),
  ]);
  await checkLibraries(electron.executable);
  writeFileSync(systemStamp(goal), JSON.stringify({ executable: electron.executable }));
}

/**
 * The download is tried once in every clone, even where the fallback lies ready in the user's cache: the
 * fallback is for where the download fails, not for where it failed once.
 */
function electronChosenBefore() {
  const electron = electronInUse();
  const chosen = ["window", "tests"].some(
    (goal) => readJson(systemStamp(goal))?.executable === electron?.executable,
  );
  return electron?.source === "download" || chosen ? electron : undefined;
}

/** Says in one line that the fallback is used; it need not have been fetched yet. */
function announceFallback(log) {
  const wanted = installedVersion("electron");
  if (!fallbackPossible) {
    throw new SetupFailure(
      `Không tải được Electron ${wanted}: hãy nối mạng, hoặc đặt biến ELECTRON_MIRROR trỏ tới một kho có sẵn, rồi chạy lại (chi tiết: ${SETUP_LOG}).`,
    );
  }
  log(
    `Không tải được Electron ${wanted}; dùng bản dự phòng Electron 33 lấy qua npm (chỉ để phát triển và chạy thử).`,
  );
  return cachedFallback() ?? { source: "fallback" };
}

/** The log holds the last few runs; it is a help on failure, not an archive. */
function startLog() {
  mkdirSync(STATE, { recursive: true });
  if (existsSync(SETUP_LOG) && statSync(SETUP_LOG).size > 2_000_000) rmSync(SETUP_LOG);
  appendFileSync(SETUP_LOG, `\n=== ${new Date().toISOString()}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    const goal = process.argv[2] ?? "window";
    if (!["cli", "window", "tests"].includes(goal))
      throw new SetupFailure("Cách dùng: npm run setup [-- cli|window|tests]");
    await ensureSetup({ goal });
    process.stderr.write("Đã chuẩn bị xong.\n");
    return 0;
  });
}
