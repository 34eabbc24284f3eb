/**
 * Removable drives on Linux, from what the kernel says in text: /proc/mounts and where each block device hangs.
 * No native module and no desktop service is asked, so it also works in a bare session.
 */
import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Drive } from "./drive";

export interface Mount {
  readonly device: string;
  readonly folder: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** The lines of /proc/mounts; blanks in paths are written there as `\040`, tabs `\011`, backslashes `\134`. */
export function parseMounts(text: string): readonly Mount[] {
  return text.split("\n").flatMap((line) => {
    const [device, folder, type, options] = line.split(" ").map(unescapeOctal);
    return device === undefined || folder === undefined || type === undefined || options === undefined
      ? []
      : [{ device, folder, type, options: options.split(",") }];
  });
}

/** The escapes stand for bytes, several of which may make one letter. */
function unescapeOctal(field: string): string {
  const bytes = Buffer.from(field, "utf8");
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const octal = /^\\([0-3][0-7]{2})/.exec(bytes.subarray(at, at + 4).toString("latin1"))?.[1];
    if (octal === undefined) out.push(bytes[at] ?? 0);
    else {
      out.push(Number.parseInt(octal, 8));
      at += 3;
    }
  }
  return Buffer.from(out).toString("utf8");
}

/** Folders where desktops put what was plugged in. */
const plugged = /^\/(?:media|run\/media)\/./;

/** File systems of discs and of what is no drive at all. */
const neverWritable = new Set(["iso9660", "udf", "squashfs", "proc", "sysfs", "autofs", "fuse.gvfsd-fuse"]);

/**
 * The mounts that are removable drives which can be written to.
 * @param isRemovableDevice what the kernel says about a device such as /dev/sdb1
 */
export function removableMounts(
  mounts: readonly Mount[],
  isRemovableDevice: (device: string) => boolean,
): readonly Drive[] {
  return mounts
    .filter(({ type, options }) => !options.includes("ro") && !neverWritable.has(type))
    .filter(({ device, folder }) => plugged.test(folder) || (folder !== "/" && isRemovableDevice(device)))
    .map(({ folder }) => ({ path: folder, label: basename(folder) }));
}

async function deviceIsRemovable(device: string): Promise<boolean> {
  if (!device.startsWith("/dev/")) return false;
  try {
    const block = await realpath(join("/sys/class/block", basename(await realpath(device))));
    // Hard disks in USB cases call themselves fixed; the bus they hang on tells.
    if (/\/usb\d/.test(block)) return true;
    for (const disk of [block, dirname(block)]) {
      const flag = await readFile(join(disk, "removable"), "utf8").catch(() => "");
      if (flag.trim() !== "") return flag.trim() === "1";
    }
    return false;
  } catch {
    // A device that vanished while it was looked at offers nothing to write to.
    return false;
  }
}

/** Drives plugged in now. */
export async function linuxDrives(): Promise<readonly Drive[]> {
  const mounts = parseMounts(await readFile("/proc/mounts", "utf8"));
  const devices = [...new Set(mounts.map(({ device }) => device))];
  const removable = new Set<string>();
  for (const device of devices) if (await deviceIsRemovable(device)) removable.add(device);
  return removableMounts(mounts, (device) => removable.has(device));
}
