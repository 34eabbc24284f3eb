/**
 * A display for Electron: the one that is there, or a virtual one started here and ended with the work.
 * Xvfb is started directly because xvfb-run mixes standard error into standard output, which would spoil
 * the command line's JSON.
 */
import { spawn } from "node:child_process";
import { SetupFailure } from "./failure.mjs";
import { isLinux } from "./paths.mjs";

/** True when a window can be opened as things are. */
export function hasDisplay() {
  return !isLinux || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work` with a display; its argument is what to add to the environment of programs with windows.
 * @param {(environment: Record<string, string>) => Promise<T>} work
 * @template T
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const stop = () => server.kill();
  process.on("exit", stop);
  try {
    return await work({ DISPLAY: `:${await displayNumber(server)}` });
  } finally {
    process.off("exit", stop);
    stop();
  }
}

/** Xvfb writes the number of the display that it took once it is ready. */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let written = "";
    const fail = () =>
      reject(
        new SetupFailure(
          "Không mở được màn hình ảo Xvfb: hãy cài gói xvfb (apt-get install xvfb) rồi chạy lại.",
        ),
      );
    server.on("error", fail);
    server.on("exit", fail);
    server.stdio[3].on("data", (chunk) => {
      written += chunk;
      if (written.includes("\n")) resolve(written.trim());
    });
  });
}
