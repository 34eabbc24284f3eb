/**
 * What sticks do to a program: they appear, fill up, refuse, and are pulled out while being written to.
 *
 * The operating system is the one thing here that a test cannot have for real everywhere, so its answers are given in
 * its place, inside the running main process: at node:fs, below everything that the program wrote itself.
 */
import { answered } from "./main-process";
import type { Program } from "./program";
import { host } from "../../electron/files/host-system";

/**
 * Makes a folder look like a stick that is plugged in.
 * @returns whether this system's way of telling can be answered for (Linux); elsewhere the folder stays a folder
 */
export async function plugIn({ app }: Program, folder: string): Promise<boolean> {
  if (host.drivesToldBy !== "kernel") return false;
  return answered(() =>
    app.evaluate((_electron, stick) => {
      const { promises } = process.getBuiltinModule("node:fs");
      const { readFile, realpath } = promises;
      const device = "/dev/so-can-bo-stick";
      const place = stick.replaceAll(" ", "\\040");
      const answers = new Map([
        [device, device],
        ["/sys/class/block/so-can-bo-stick", "/sys/devices/pci0000:00/usb1/1-1/block/sdz/sdz1"],
      ]);
      promises.readFile = (async (...args: Parameters<typeof readFile>) => {
        const read = await readFile(...args);
        return args[0] === "/proc/mounts" ? `${String(read)}${device} ${place} vfat rw 0 0\n` : read;
      }) as typeof readFile;
      promises.realpath = (async (...args: Parameters<typeof realpath>) =>
        answers.get(String(args[0])) ?? realpath(...args)) as typeof realpath;
      process.getBuiltinModule("node:module").syncBuiltinESMExports();
      return true;
    }, folder),
  );
}

/** The stick is pulled after the bytes were written and before the file gets its name. */
export async function pullOutBeforeRename({ app }: Program, folder: string): Promise<void> {
  await answered(() =>
    app.evaluate((_electron, stick) => {
      const fs = process.getBuiltinModule("node:fs");
      const { rename } = fs.promises;
      fs.promises.rename = async (from, to) => {
        if (String(to).startsWith(stick)) fs.rmSync(stick, { recursive: true });
        await rename(from, to);
      };
      process.getBuiltinModule("node:module").syncBuiltinESMExports();
    }, folder),
  );
}

/**
 * Another program has files open, as virus scanners have for a moment: Windows refuses to give them their name.
 * @param times how often each is refused before it is let go
 */
export async function holdNames({ app }: Program, matching: RegExp, times: number): Promise<void> {
  await answered(() =>
    app.evaluate(
      (_electron, { pattern, most }) => {
        const fs = process.getBuiltinModule("node:fs");
        const { rename } = fs.promises;
        const { renameSync } = fs;
        const counts = new Map<string, number>();
        const refuse = (to: unknown) => {
          const path = String(to);
          const count = counts.get(path) ?? 0;
          if (!new RegExp(pattern).test(path) || count >= most) return;
          counts.set(path, count + 1);
          throw Object.assign(new Error("EPERM"), { code: "EPERM", syscall: "rename" });
        };
        fs.promises.rename = async (from, to) => {
          refuse(to);
          await rename(from, to);
        };
        fs.renameSync = (from, to) => {
          refuse(to);
          renameSync(from, to);
        };
        process.getBuiltinModule("node:module").syncBuiltinESMExports();
      },
      { pattern: matching.source, most: times },
    ),
  );
}

/** The system refuses every new file in a folder with this code, e.g. `ENOSPC` or `EROFS`. */
export async function refuseNewFiles({ app }: Program, folder: string, code: string): Promise<void> {
  await answered(() =>
    app.evaluate(
      (_electron, { stick, refusal }) => {
        const { promises } = process.getBuiltinModule("node:fs");
        const { open } = promises;
        promises.open = async (path, ...args) => {
          if (String(path).startsWith(stick)) throw Object.assign(new Error(refusal), { code: refusal });
          return open(path, ...args);
        };
        process.getBuiltinModule("node:module").syncBuiltinESMExports();
      },
      { stick: folder, refusal: code },
    ),
  );
}

/** What a stick that is held back can be told and asked. */
export interface SlowStick {
  /** Settles once the program waits for the stick. */
  readonly reached: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** A stick so slow that the first file is not open before `release` is called. */
export async function holdBack({ app }: Program, folder: string): Promise<SlowStick> {
  await answered(() =>
    app.evaluate((_electron, stick) => {
      const { promises } = process.getBuiltinModule("node:fs");
      const { open } = promises;
      // Asked again, the first promises hold.
      if ("slowStick" in globalThis) return;
      const held: Partial<Held["slowStick"]> = {};
      held.whenReached = new Promise((resolve) => {
        held.reach = resolve;
      });
      const released = new Promise<void>((resolve) => {
        held.release = resolve;
      });
      Object.assign(globalThis, { slowStick: held });
      promises.open = async (path, ...args) => {
        if (String(path).startsWith(stick)) {
          held.reach?.();
          await released;
        }
        return open(path, ...args);
      };
      process.getBuiltinModule("node:module").syncBuiltinESMExports();
    }, folder),
  );
  return {
    reached: () => answered(() => app.evaluate(() => (globalThis as unknown as Held).slowStick.whenReached)),
    release: () => answered(() => app.evaluate(() => (globalThis as unknown as Held).slowStick.release())),
  };
}

/** What waits in the main process. */
interface Held {
  readonly slowStick: { whenReached: Promise<void>; reach: () => void; release: () => void };
}
