/**
 * Plays another program that has files open: on Windows the system then refuses to rename, link, remove or read them.
 *
 * Node's own functions are replaced, for every module that imported them, so that a way around the one helper would be
 * hit as well as the helper itself.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Call = "rename" | "link" | "remove" | "read" | "access";

export interface HeldFiles extends Disposable {
  /** Calls refused so far, such as `rename settings.json`, in order. */
  readonly refused: readonly string[];
}

export interface Holding {
  /** Which files are held, by whole path; the new name for a rename. */
  readonly matching: RegExp;
  /** What is refused while a file is held; renaming, linking, removing and reading where it is left out. */
  readonly calls?: readonly Call[];
  readonly code?: "EPERM" | "EBUSY" | "EACCES";
  /** How often each call for each file is refused before it is let through. */
  readonly times: number;
}

/** Whether a file is opened for reading alone. */
function isReading(flags: string | number | undefined = "r"): boolean {
  const writing = fs.constants.O_WRONLY | fs.constants.O_RDWR;
  return typeof flags === "number" ? (flags & writing) === 0 : flags === "r";
}

/** Holds files until it is disposed of. */
export function holdFiles({ matching, calls, code = "EPERM", times }: Holding): HeldFiles {
  const refused: string[] = [];
  const counts = new Map<string, number>();
  const refuse = (call: Call, path: unknown): void => {
    if (typeof path !== "string" || !matching.test(path)) return;
    if (!(calls ?? ["rename", "link", "remove", "read"]).includes(call)) return;
    const key = `${call} ${path}`;
    const count = counts.get(key) ?? 0;
    if (count >= times) return;
    counts.set(key, count + 1);
    refused.push(key);
    throw Object.assign(new Error(`${code}: operation not permitted, ${key}`), { code, syscall: call, path });
  };
  const { renameSync, linkSync, rmSync, unlinkSync, readFileSync, accessSync, openSync } = fs;
  const { rename, link, rm, unlink, readFile, open, access } = fs.promises;
  // Whatever their overloads, they are called through with what they were given.
  const before =
    (call: Call, at: number, real: unknown) =>
    (...args: unknown[]): unknown => {
      refuse(call, args[at]);
      return (real as (...given: unknown[]) => unknown)(...args);
    };
  const later =
    (call: Call, at: number, real: unknown) =>
    async (...args: unknown[]): Promise<unknown> =>
      before(call, at, real)(...args);
  Object.assign(fs, {
    renameSync: before("rename", 1, renameSync),
    linkSync: before("link", 1, linkSync),
    rmSync: before("remove", 0, rmSync),
    unlinkSync: before("remove", 0, unlinkSync),
    readFileSync: before("read", 0, readFileSync),
    accessSync: before("access", 0, accessSync),
    openSync: (...args: Parameters<typeof openSync>) => {
      if (isReading(args[1])) refuse("read", args[0]);
      return openSync(...args);
    },
  });
  Object.assign(fs.promises, {
    rename: later("rename", 1, rename),
    link: later("link", 1, link),
    rm: later("remove", 0, rm),
    unlink: later("remove", 0, unlink),
    readFile: later("read", 0, readFile),
    access: later("access", 0, access),
    open: async (...args: Parameters<typeof open>) => {
      if (isReading(args[1])) refuse("read", args[0]);
      return open(...args);
    },
  });
  syncBuiltinESMExports();
  return {
    refused,
    [Symbol.dispose]: () => {
      Object.assign(fs, { renameSync, linkSync, rmSync, unlinkSync, readFileSync, accessSync, openSync });
      Object.assign(fs.promises, { rename, link, rm, unlink, readFile, open, access });
      syncBuiltinESMExports();
    },
  };
}
