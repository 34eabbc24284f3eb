/**
 * The command line on a clone: `npm run -s cli -- <command>`. Sets up first if need be, with messages on
 * standard error, since standard output belongs to the command's result. Runs on Node 24; only a PDF report
 * needs Electron and then a display.
 */
import { join } from "node:path";
import { ensureSetup } from "./setup.mjs";
import { withDisplay } from "./setup/display.mjs";
import { electronCommand } from "./setup/electron-command.mjs";
import { runScript } from "./setup/failure.mjs";
import { NODE, ROOT, userFolder } from "./setup/paths.mjs";
import { runAttached, toolEnvironment } from "./setup/run.mjs";

await runScript(async () => {
  const args = process.argv.slice(2);
  const cwd = userFolder();
  if (!makesPdf(args)) {
    await ensureSetup({ goal: "cli" });
    return runAttached(NODE, [join(ROOT, "dist/main/cli.js"), ...args], { cwd, env: toolEnvironment() });
  }
  await ensureSetup({ goal: "window" });
  return withDisplay((display) => {
    // Standard error is the command's too: Chromium's own complaints (no D-Bus, no GPU) stay out of it.
    const electron = electronCommand(["--log-level=3", ROOT, "--cli", ...args], display);
    return runAttached(electron.command, electron.args, { cwd, env: electron.env, untilAllGone: true });
  });
});

function makesPdf(args) {
  const format = args.findIndex((argument) => argument === "--format");
  return args.includes("report") && (args[format + 1] === "pdf" || args.includes("--format=pdf"));
}
