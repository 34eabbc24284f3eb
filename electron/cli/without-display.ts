/**
 * Lets the program's command line run on a Linux machine without a display.
 *
 * Chromium ends a program that finds no display, before its event loop ever turns; its first lines of code do run.
 * They start the program again in a way that needs none; for PDF, which Chromium prints on a display only, on a
 * virtual one. Without this, scripts on a server could not use the packaged program at all.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostSystem } from "../files/host-system";

export interface Started {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly execPath: string;
  /** All words after the program's own path. */
  readonly argv: readonly string[];
}

/** Chromium's own messages are not for a script that reads standard error. */
const quiet = "--log-level=3";
const headless = "--ozone-platform=headless";
/** Looking for a display to draw on fast, Chromium would complain past its log level. */
const noGpu = "--disable-gpu";
/** A virtual display is there in a fraction of a second, or never. */
const displayPatience = 10_000;

/** Whether PDF can be printed in a program that was started with these words: not where there is no display at all. */
export function canPrint(argv: readonly string[]): boolean {
  return !argv.includes(headless);
}

/** How a command line can run: in this process, started again without a display, or with a virtual one. */
export function displayNeed({ platform, env, argv }: Started): "here" | "headless" | "virtual" {
  const hasDisplay = (env["DISPLAY"] ?? "") !== "" || (env["WAYLAND_DISPLAY"] ?? "") !== "";
  if (!hostSystem(platform).windowNeedsDisplayServer || hasDisplay || argv.includes(headless)) return "here";
  const format = argv.indexOf("--format");
  const isPdf = argv.includes("--format=pdf") || (format >= 0 && argv[format + 1] === "pdf");
  return isPdf && argv.includes("report") ? "virtual" : "headless";
}

/**
 * Runs the command line in another process where this one cannot.
 * @returns its exit code, or null when this process can run it itself
 */
export function runElsewhere(started: Started): number | null {
  switch (displayNeed(started)) {
    case "here":
      return null;
    case "headless":
      return again(started, [headless, noGpu], {});
    case "virtual": {
      const display = virtualDisplay();
      // Without one the headless program still says, in words, what it cannot do.
      if (display === null) return again(started, [headless, noGpu], {});
      try {
        return again(started, [], { DISPLAY: display.name });
      } finally {
        display.server.kill();
      }
    }
  }
}

function again(
  { env, execPath, argv }: Started,
  switches: readonly string[],
  extra: NodeJS.ProcessEnv,
): number {
  const options = { stdio: "inherit", env: { ...env, ...extra } } as const;
  return spawnSync(execPath, [quiet, ...switches, ...argv], options).status ?? 1;
}

/** Starts Xvfb and waits for it, without the event loop, which does not turn yet. */
function virtualDisplay(): { readonly name: string; readonly server: ChildProcess } | null {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-display-"));
  const told = join(folder, "number");
  const file = openSync(told, "w");
  try {
    const words = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"];
    const server = spawn("Xvfb", words, { stdio: ["ignore", "ignore", "ignore", file] });
    // Told later, when nobody listens any more: a missing Xvfb is seen by its having no process.
    server.on("error", () => undefined);
    const deadline = Date.now() + displayPatience;
    while (server.pid !== undefined && Date.now() < deadline) {
      const number = readFileSync(told, "utf8");
      if (number.endsWith("\n")) return { name: `:${number.trim()}`, server };
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
    server.kill();
    return null;
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}
