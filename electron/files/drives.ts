/**
 * Where a report may go: sticks first, then folders used before, then Documents. Without it clerks would write into
 * the program's folder and carry nothing away.
 */
import { stat, statfs } from "node:fs/promises";
import { basename, resolve, sep } from "node:path";
import type { ReportTarget } from "../../shared/contract/schemas/reports";
import type { Drive } from "./drives/drive";
import { host, type HostSystem } from "./host-system";
import { linuxDrives } from "./drives/linux";
import { macDrives } from "./drives/mac";
import { windowsDrives } from "./drives/windows";

/** The removable drives plugged in now, as far as the system says. */
export function removableDrives(system: Pick<HostSystem, "drivesToldBy"> = host): Promise<readonly Drive[]> {
  switch (system.drivesToldBy) {
    case "powershell":
      return windowsDrives();
    case "mount":
      return macDrives();
    case "kernel":
      return linuxDrives();
    case null:
      return Promise.resolve([]);
  }
}

/** Whether a folder lies on one of the drives; `C:\` and `/media/a` hold what is below them. */
export function isOnDrive(folder: string, drives: readonly Drive[]): boolean {
  const below = (path: string) => (path.endsWith(sep) ? path : path + sep);
  const target = below(resolve(folder));
  return drives.some(({ path }) => target.startsWith(below(resolve(path))));
}

export interface TargetRequest {
  /** Folders written to before, newest first; those that are gone are left out. */
  readonly recentFolders: readonly string[];
  readonly documentsFolder: string;
  readonly drives?: () => Promise<readonly Drive[]>;
}

/** Places to offer, each once, only such as are there now; those on drives first, and the one that was used last before others. */
export async function listTargets(request: TargetRequest): Promise<readonly ReportTarget[]> {
  const drives = await (request.drives ?? removableDrives)();
  const targetOf = (path: string) => ({
    path,
    label: drives.find((drive) => resolve(drive.path) === resolve(path))?.label ?? (basename(path) || path),
    removable: isOnDrive(path, drives),
  });
  const { recentFolders, documentsFolder } = request;
  const places = [...recentFolders, ...drives.map(({ path }) => path), documentsFolder];
  const offered = new Set<string>();
  const targets: ReportTarget[] = [];
  for (const target of places.map(targetOf)) {
    const place = resolve(target.path);
    if (offered.has(place) || !(await isFolder(place))) continue;
    offered.add(place);
    targets.push({ ...target, path: place, freeBytes: await freeBytes(place) });
  }
  return [...targets.filter(({ removable }) => removable), ...targets.filter(({ removable }) => !removable)];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** What this user may still write there, or null where the system does not say. */
async function freeBytes(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}
