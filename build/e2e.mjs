/**
 * `npm run e2e [-- <Playwright arguments>]`: the end-to-end tests on the Electron in use, on a virtual display
 * where there is none, with the packaged program made first. Tests find it through SO_CAN_BO_PACKAGED.
 */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { packageForTests } from "./package.mjs";
import { ensureSetup } from "./setup.mjs";
import { withDisplay } from "./setup/display.mjs";
import { electronCommand } from "./setup/electron-command.mjs";
import { runScript } from "./setup/failure.mjs";
import { NODE, ROOT } from "./setup/paths.mjs";
import { runAttached } from "./setup/run.mjs";

/**
 * @param {string[]} args passed on to Playwright
 * @param {Record<string, string>} environment additions
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runEndToEnd(args, environment = {}) {
  const packaged = await packageForTests();
  return withDisplay((display) => {
    const { env } = electronCommand([], { ...display, ...environment, SO_CAN_BO_PACKAGED: packaged });
    return runAttached(NODE, [join(ROOT, "node_modules/@playwright/test/cli.js"), "test", ...args], { env });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    await ensureSetup({ goal: "tests" });
    return runEndToEnd(process.argv.slice(2));
  });
}
