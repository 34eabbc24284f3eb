/**
 * `npm run test:windows [-- <story>…]`: the bundled command line under Windows' own Node and SQLite driver, on a Windows
 * that Debian's wine plays (docs/decisions/0024). Prints `N passed, N failed`.
 *
 * Exit codes: 0 all passed, 1 something failed, 69 there is no wine here and none could be installed.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureSetup } from "./setup.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { userCache } from "./setup/paths.mjs";
import { playStories } from "./windows/play.mjs";
import { ensureWine, removeLeftovers, windowsNode, WindowsPc } from "./windows/wine.mjs";

/** Nothing failed; it could not be tried. */
export const UNAVAILABLE = 69;
/** From the start to the last story, four times what a quiet machine takes; a wine that hangs must not hold up whoever waits. */
const LIMIT_MS = 20 * 60_000;
const RUNS = "windows-run-";

/**
 * @param {string[]} stories names of stories; none: all
 * @returns {Promise<{passed: number, failed: number} | null>} null where there is no wine, which was said
 */
export async function testWindows(stories) {
  const deadline = Date.now() + LIMIT_MS;
  const log = (line) => process.stderr.write(`${line}\n`);
  await ensureSetup({ goal: "cli", log });
  try {
    await ensureWine(log);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    log(`Chưa chạy thử được bản Windows. ${error.message}`);
    return null;
  }
  const node = await windowsNode();
  removeLeftovers(userCache(), RUNS);
  const folder = join(userCache(), `${RUNS}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const pc = new WindowsPc(folder);
  const clear = async () => {
    await pc.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = () => void clear().finally(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  try {
    return await playStories({ pc, node, folder, stories, deadline });
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, stop);
    await clear();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    const total = await testWindows(process.argv.slice(2));
    if (total === null) return UNAVAILABLE;
    process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
  });
}
