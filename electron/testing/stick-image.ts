/**
 * Sticks for tests: real FAT32 and exFAT file systems in an image, mounted where this machine lets a test do that, by its
 * kernel or, for exFAT, by a program in its place. What no machine at hand can mount is said, never passed over.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { host } from "../files/host-system";

export type StickKind = "vfat" | "exfat";

const imageBytes = 48 * 1024 * 1024;

const makers: Readonly<Record<StickKind, readonly [string, ...string[]]>> = {
  vfat: ["mkfs.vfat", "-F", "32"],
  exfat: ["mkfs.exfat"],
};

export interface Stick {
  /** Where it is mounted. */
  readonly folder: string;
  /** Which driver reads it, for the test's line. */
  readonly driver: string;
  remove(): void;
}

function runs(command: string, args: readonly string[]): string | null {
  const { error, status, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: 30_000 });
  if (error !== undefined) return `${command}: ${error.message}`;
  return status === 0 ? null : `${command}: ${stderr.trim().split("\n")[0] ?? ""}`;
}

/** A folder that plays a stick where none can be mounted. */
export function playedStick(): Stick {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-stick-"));
  return { folder, driver: "nothing", remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @returns the stick, or why there is none */
export function mountStick(kind: StickKind): Stick | string {
  if (!host.tellsInProc || process.getuid?.() !== 0) return "only root may mount";
  const place = mkdtempSync(join(tmpdir(), `so-can-bo-${kind}-`));
  const image = join(place, "image");
  const folder = join(place, "USB VAN PHONG");
  let device = "";
  const remove = () => {
    if (device !== "") runs("losetup", ["-d", device]);
    rmSync(place, { recursive: true, force: true });
  };
  mkdirSync(folder);
  writeFileSync(image, "");
  truncateSync(image, imageBytes);
  const [maker, ...options] = makers[kind];
  const notMade = runs(maker, [...options, image]);
  if (notMade !== null) {
    remove();
    return notMade;
  }
  try {
    device = execFileSync("losetup", ["-f", "--show", image], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch (error) {
    remove();
    return String(error);
  }
  const ways: readonly (readonly [string, ...string[]])[] = [
    ["mount", "-t", kind, device, folder],
    ...(kind === "exfat" ? [["mount.exfat-fuse", device, folder] as const] : []),
  ];
  const refusals: string[] = [];
  for (const [command, ...args] of ways) {
    const refusal = runs(command, args);
    if (refusal === null) {
      const unmount = () => {
        execFileSync("umount", [folder]);
        remove();
      };
      return { folder, driver: command === "mount" ? "kernel" : command, remove: unmount };
    }
    refusals.push(refusal);
  }
  remove();
  return refusals.join("; ");
}
