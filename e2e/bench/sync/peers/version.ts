/** The version of a package that is installed, for the tables: figures without it cannot be repeated. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Packages need not export their package.json, so it is looked for above their entry. */
export function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (folder !== dirname(folder)) {
    const found = readPackage(join(folder, "package.json"));
    if (found?.name === name) return found.version;
    folder = dirname(folder);
  }
  return "unknown";
}

function readPackage(file: string): { readonly name: string; readonly version: string } | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { name: string; version: string };
  } catch {
    return null;
  }
}
