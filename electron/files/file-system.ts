/**
 * The few file operations that careful writing needs, as a port: tests pull the stick at every one of them.
 * The real one is node:fs; nothing else may stand between the two.
 */
import { constants, type Stats } from "node:fs";
import { access, open, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { host } from "./host-system";
import { systemCode } from "./system-code";

export interface FileBeingWritten {
  /** Writes all of the bytes after those written before. */
  write(bytes: Uint8Array): Promise<void>;
  /** Returns when the bytes are on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** All methods reject with the system's error (`code`: ENOENT, ENOSPC, …). */
export interface FileSystem {
  /** Whether there is a folder that this user may look into. */
  isFolder(path: string): Promise<boolean>;
  exists(path: string): Promise<boolean>;
  /** A new, empty file; rejects with EEXIST when there is anything of that name. */
  create(path: string): Promise<FileBeingWritten>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /**
   * Whether a rename that was refused will be refused for good, as far as can be told: the folder is read-only, or
   * what lies under the new name can never be replaced. Otherwise somebody has the file open.
   */
  refusesForGood(from: string, to: string): Promise<boolean>;
  /** Puts the folder's list of names on the medium, where the system can. */
  syncFolder(path: string): Promise<void>;
  /** The file's bytes in pieces. */
  read(path: string): AsyncIterable<Uint8Array>;
}

/** A folder is never replaced by a file, and on some systems a file that is marked read-only is not either. */
export function isNoPlace(there: Pick<Stats, "isDirectory" | "mode">): boolean {
  return there.isDirectory() || (host.readOnlyFileStays && (there.mode & 0o200) === 0);
}

const readPiece = 1 << 18;

export const realFileSystem: FileSystem = {
  isFolder: async (path) => {
    try {
      if (!(await stat(path)).isDirectory()) return false;
      await access(path, constants.X_OK);
      return true;
    } catch (error) {
      if (["ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "ELOOP"].includes(systemCode(error))) return false;
      throw error;
    }
  },

  exists: async (path) => {
    try {
      await stat(path);
      return true;
    } catch (error) {
      if (systemCode(error) === "ENOENT") return false;
      throw error;
    }
  },

  create: async (path) => {
    const handle = await open(path, "wx");
    return {
      write: async (bytes) => {
        // A single call may write less than it was given when the medium fills up.
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await handle.write(bytes, done);
          done += bytesWritten;
        }
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },

  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),

  refusesForGood: async (from, to) => {
    try {
      for (const folder of [dirname(from), dirname(to)])
        await access(folder, constants.W_OK | constants.X_OK);
    } catch {
      return true;
    }
    const there = await stat(to).catch(() => null);
    return there !== null && isNoPlace(there);
  },

  syncFolder: async (path) => {
    if (!host.folderCanBeFlushed) return;
    const handle = await open(path, "r");
    try {
      await handle.sync();
    } catch (error) {
      // Some file systems have no such call for folders; that is no failure to write.
      if (!["EINVAL", "ENOTSUP", "ENOSYS"].includes(systemCode(error))) throw error;
    } finally {
      await handle.close();
    }
  },

  read: async function* (path) {
    const handle = await open(path, "r");
    try {
      const piece = new Uint8Array(readPiece);
      for (;;) {
        const { bytesRead } = await handle.read(piece, 0, piece.length);
        if (bytesRead === 0) return;
        yield piece.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  },
};
