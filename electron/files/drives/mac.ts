/** Removable drives on macOS: what `mount` lists under /Volumes, where everything plugged in appears. */
import { execFile } from "node:child_process";
import { basename } from "node:path";
import type { Drive } from "./drive";

const patience = 4_000;

/**
 * Reads lines such as `/dev/disk4s1 on /Volumes/USB CA NHAN (msdos, local, nodev, nosuid)`.
 * @returns local volumes that can be written to
 */
export function parseMacMounts(text: string): readonly Drive[] {
  return text.split("\n").flatMap((line) => {
    const found = /^\/dev\/\S+ on (\/Volumes\/.+) \(([^()]*)\)$/.exec(line);
    const [, folder, flags] = found ?? [];
    if (folder === undefined || flags === undefined) return [];
    const options = flags.split(", ");
    const usable = options.includes("local") && !options.includes("read-only");
    return usable ? [{ path: folder, label: basename(folder) }] : [];
  });
}

/** Drives plugged in now; none when the system does not answer in time, since any folder can still be picked. */
export function macDrives(): Promise<readonly Drive[]> {
  return new Promise((resolve) => {
    execFile("/sbin/mount", [], { timeout: patience, encoding: "utf8" }, (error, answer) => {
      resolve(error === null ? parseMacMounts(answer) : []);
    });
  });
}
