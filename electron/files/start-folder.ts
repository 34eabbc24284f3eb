/**
 * Where a dialog of the system begins that asks for a place to write to: where somebody wrote last, as far as it is still
 * there. Documents every time would let the second file of a morning go elsewhere than the first.
 */
import { statSync } from "node:fs";

/** @param used folders written to before, the newest first @param usual where nothing was written yet */
export function startFolder(used: readonly string[], usual: string): string {
  return used.find(isFolder) ?? usual;
}

function isFolder(path: string): boolean {
  // A stick that was taken out is no failure, and neither is one that cannot be read.
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
