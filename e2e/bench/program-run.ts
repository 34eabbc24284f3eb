/** Starts a window for measuring and tells when it was usable; the program is started as its users start it. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface WindowRun {
  /** From the start of the process to a window with its content painted, ms. */
  readonly startMs: number;
  readonly pid: number;
  /**
   * Runs a script in the page.
   * @returns what it resolves to, as JSON
   * @throws Error when it fails there
   */
  readonly run: (script: string) => Promise<unknown>;
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
    const said: string[] = [];
    const asked: { readonly resolve: (value: unknown) => void; readonly reject: (why: Error) => void }[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      const told = toldIn(line);
      if ("ran" in told) asked.shift()?.resolve(told.ran);
      if ("failed" in told) asked.shift()?.reject(new Error(String(told.failed)));
      if (typeof told.usable !== "number" || child.pid === undefined) return;
      resolve({
        startMs: told.usable - begun,
        pid: child.pid,
        run: (script) =>
          new Promise((resolveRun, rejectRun) => {
            asked.push({ resolve: resolveRun, reject: rejectRun });
            child.stdin.write(`${JSON.stringify({ run: script })}\n`);
          }),
        close: async () => {
          child.stdin.end('"close"\n');
          await ended;
        },
      });
    });
    child.once("error", reject);
    void ended.then(() =>
      reject(new Error(`${which}: the program ended before its window was usable\n${said.join("\n")}`)),
    );
  });
}

/** What a line of the window says; nothing where it is not one of ours. */
function toldIn(line: string): {
  readonly usable?: unknown;
  readonly ran?: unknown;
  readonly failed?: unknown;
} {
  if (!/^\{"(?:usable|ran|failed)":/.test(line)) return {};
  return JSON.parse(line) as ReturnType<typeof toldIn>;
}
