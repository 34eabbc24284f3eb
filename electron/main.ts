/**
 * Composition root of the program: its window, or with `--cli` the command line inside the packaged program.
 *
 * Only what a window needs is loaded first. Chromium takes a while to start the process of a page; everything else
 * (window/program.ts) is loaded meanwhile, which a user sees as a program that is there sooner.
 *
 * SO_CAN_BO_SHOW=<png> shows the roster given as the last argument, saves a picture of the window there and ends.
 */
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { app } from "electron";
import { runElsewhere } from "./cli/without-display";
import { homeFolder } from "./files/home";
import { host } from "./files/host-system";
import { openGate } from "./ipc/gate";
import { isOwnPage, lockDown, openMainWindow } from "./window/main-window";
import { type OpenRequests, openRequests } from "./window/open-requests";
import { registerScheme, servePage } from "./window/protocol";

const dist = dirname(import.meta.dirname);
const { env, execPath, argv } = process;
const { platform } = host;

app.setName("Sổ Cán Bộ");
// By default the program's name is in it, and a header must not hold Vietnamese letters.
app.userAgentFallback = "so-can-bo";
app.setPath("userData", join(homeFolder({ env, platform, userHome: homedir() }), "window"));
registerScheme();

const picture = env["SO_CAN_BO_SHOW"] ?? null;
const cliAt = argv.indexOf("--cli");
if (cliAt >= 0) {
  const elsewhere = runElsewhere({ platform, env, execPath, argv: argv.slice(1) });
  if (elsewhere !== null) process.exit(elsewhere);
  void import("./cli/electron-host").then(({ commandLine }) => commandLine(argv.slice(cliAt + 1), dist));
} else {
  // One running program for one folder of settings: a second start hands its words over and ends before it does anything.
  const isOnly = picture !== null || app.requestSingleInstanceLock({ cwd: process.cwd() });
  if (isOnly) {
    const requests = openRequests(argv);
    void app.whenReady().then(() => showWindow(requests));
  } else {
    app.exit(0);
  }
}

function showWindow(requests: OpenRequests): void {
  lockDown();
  const main = openMainWindow(dist, { width: 1366, height: 728 });
  requests.raise(main.window);
  const served = servePage(join(dist, "renderer"));
  const program = import("./window/program").then(async ({ startProgram }) => {
    // The page gets its files before the roster is opened here, and runs meanwhile.
    await served;
    return startProgram(main, { dist, requests, picture });
  });
  openGate(program, isOwnPage);
  main.load();
  program.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  });
}
