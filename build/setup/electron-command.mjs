/**
 * How the Electron in use is started: the downloaded one or the fallback, with what each needs. Everything
 * that opens a window goes through here, so that no script has its own idea of which Electron that is.
 */
import { cachedFallback, fallbackPossible } from "./electron-fallback.mjs";
import { downloadedElectron } from "./electron-download.mjs";
import { SetupFailure } from "./failure.mjs";
import { isLinux, isRoot } from "./paths.mjs";
import { toolEnvironment } from "./run.mjs";

/**
 * The Electron in use.
 * @returns {{source: "download" | "fallback", dist: string, executable: string, version: string} | undefined}
 */
export function electronInUse() {
  return downloadedElectron() ?? (fallbackPossible ? cachedFallback() : undefined);
}

/**
 * Command, arguments and environment that start Electron; give the program's folder first in `args`.
 * ELECTRON_OVERRIDE_DIST_PATH in the environment makes Playwright use the same Electron.
 * @param {string[]} args
 * @param {Record<string, string>} [extra] additions to the environment, such as the DISPLAY of withDisplay
 */
export function electronCommand(args, extra = {}) {
  const electron = electronInUse();
  if (!electron) throw new SetupFailure("Chưa có Electron trên máy này: hãy chạy npm run setup rồi thử lại.");
  const override = electron.source === "fallback" ? { ELECTRON_OVERRIDE_DIST_PATH: electron.dist } : {};
  return {
    command: electron.executable,
    // Chromium refuses to run its sandbox as root; everyone else keeps it.
    args: [...(isLinux && isRoot ? ["--no-sandbox"] : []), ...args],
    env: toolEnvironment({ ...override, ...extra }),
  };
}
