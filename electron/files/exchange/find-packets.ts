/**
 * Looks for packets where people put them: in a folder, or in the folders within it. No deeper, since a stick may hold
 * a whole photo collection; what cannot be looked into is passed over, since sticks are full of such folders.
 */
import { type Dirent, promises } from "node:fs";
import { join } from "node:path";
import { packetExtension } from "./packet-file";

export interface PacketOnDisk {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  /** By the medium's clock, ms. */
  readonly modifiedAt: number;
}

export interface PacketsOnDisk {
  /** Newest first. */
  readonly packets: readonly PacketOnDisk[];
  /** Whether there was more than was looked at or returned. */
  readonly cut: boolean;
}

const mostFolders = 1000;

/** "._x" is what a Mac leaves beside a file x; folders with a dot or a dollar belong to the system. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("$") || name === "System Volume Information";
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await promises.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function packetNames(entries: readonly Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isFile() && !isHidden(entry.name))
    .map((entry) => entry.name)
    .filter((name) => name.toLowerCase().endsWith(`.${packetExtension}`));
}

async function look(folder: string, fileName: string): Promise<PacketOnDisk | null> {
  const path = join(folder, fileName);
  try {
    const { size, mtimeMs } = await promises.stat(path);
    return { path, fileName, bytes: size, modifiedAt: Math.floor(mtimeMs) };
  } catch {
    return null;
  }
}

/** @param most how many to return */
export async function findPackets(folder: string, most: number): Promise<PacketsOnDisk> {
  const top = await entriesOf(folder);
  const within = top.filter((entry) => entry.isDirectory() && !isHidden(entry.name)).map(({ name }) => name);
  const found: PacketOnDisk[] = [];
  const take = async (place: string, entries: readonly Dirent[]) => {
    for (const name of packetNames(entries)) {
      const packet = await look(place, name);
      if (packet !== null) found.push(packet);
    }
  };
  await take(folder, top);
  for (const name of within.slice(0, mostFolders)) {
    const place = join(folder, name);
    await take(place, await entriesOf(place));
  }
  found.sort((a, b) => b.modifiedAt - a.modifiedAt || (a.path < b.path ? -1 : 1));
  return { packets: found.slice(0, most), cut: found.length > most || within.length > mostFolders };
}
