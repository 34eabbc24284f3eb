/**
 * A random name of this installation, made once and kept in the home folder.
 *
 * Two PCs of one office often have one host name, and an image put on many PCs gives them all the same; only what each
 * drew by itself tells a lock of this PC from that of another.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { homeFailure, homeSubfolder } from "../../files/home";
import { createFile, readIfThere, replaceFile } from "../../files/small-file";

const form = /^[0-9a-f]{32}$/;

/** @returns 32 hexadecimal digits @throws AppError as homeFailure */
export function machineId(home: string): string {
  const path = join(homeSubfolder(home, "machine"), "id");
  try {
    const kept = readIfThere(path)?.trim() ?? null;
    if (kept !== null && form.test(kept)) return kept;
    const drawn = randomBytes(16).toString("hex");
    if (kept === null) createFile(path, drawn);
    else replaceFile(path, drawn);
    return readIfThere(path) ?? drawn;
  } catch (error) {
    throw homeFailure(error, home, path);
  }
}
