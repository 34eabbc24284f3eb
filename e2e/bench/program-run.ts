/** Starts a window for measuring and tells when it was usable; the program is started as its users start it. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface WindowRun {
  /** From the start of the process to a window with its content painted, ms. */
  readonly startMs: number;
  readonly pid: number;
  /** Closes the window and waits for the program's end. */
  readonly close: () => Promise<void>;
}

export interface WindowPlace {
  /** Top folder of the clone. */
  readonly root: string;
  /** The Electron that is measured. */
  readonly electron: string;
  /** Folder for settings and profile, kept between runs as on a user's PC. */
  readonly home: string;
}

/**
 * @param which the empty window or the program
 * @param roster file that the program opens
 * @throws Error when the program ends before its window is usable
 */
export function startWindow(
  place: WindowPlace,
  which: "empty" | "program",
  roster?: string,
): Promise<WindowRun> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [
    ...sandbox,
    join(place.root, "e2e/bench/windows", which),
    ...(roster === undefined ? [] : [roster]),
  ];
  const begun = Date.now();
  const child = spawn(place.electron, args, {
    env: { ...process.env, SO_CAN_BO_HOME: place.home, SO_CAN_BO_ROOT: place.root },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const usable = /\{"usable":(\d+)\}/.exec(said)?.[1];
      if (usable === undefined || child.pid === undefined) return;
      resolve({
        startMs: Number(usable) - begun,
        pid: child.pid,
        close: async () => {
          child.stdin.end("close\n");
          await ended;
        },
      });
    });
    child.once("error", reject);
    void ended.then(() =>
      reject(new Error(`${which}: the program ended before its window was usable\n${said}`)),
    );
  });
}
