/**
 * `npm run bench [-- <arguments>]`: sets up, bundles the benchmarks and runs them on Node 24 with a display and
 * the Electron in use in their environment (SO_CAN_BO_ELECTRON, SO_CAN_BO_ROOT).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureSetup } from "./setup.mjs";
import { withDisplay } from "./setup/display.mjs";
import { electronCommand } from "./setup/electron-command.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { bundleIsFresh } from "./setup/fresh.mjs";
import { NODE, ROOT } from "./setup/paths.mjs";
import { runBundle } from "./setup/run-bundle.mjs";
import { runAttached } from "./setup/run.mjs";

await runScript(async () => {
  const log = (line) => process.stderr.write(`${line}\n`);
  if (!existsSync(join(ROOT, "e2e/bench/main.ts")))
    throw new SetupFailure("Chưa có phép đo nào: thiếu e2e/bench/main.ts.");
  await ensureSetup({ goal: "window", log });
  if (!bundleIsFresh("bench")) await runBundle(["bench"], log);
  return withDisplay((display) => {
    const electron = electronCommand([], display);
    const env = { ...electron.env, SO_CAN_BO_ELECTRON: electron.command, SO_CAN_BO_ROOT: ROOT };
    return runAttached(NODE, ["--expose-gc", join(ROOT, "dist/bench/bench.js"), ...process.argv.slice(2)], {
      env,
    });
  });
});
