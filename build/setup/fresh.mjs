/**
 * Which parts the bundle has, what each is made from, and whether it is still up to date. Sources are compared
 * by name, size and time of change, so that a command of a ready clone loses only milliseconds here.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, STATE } from "./paths.mjs";

/** part → the folders and files it is made from, and the file that proves it was made */
const PARTS = {
  main: { sources: ["electron", "shared"], product: "dist/main/cli.js" },
  preload: { sources: ["electron", "shared"], product: "dist/preload/preload.cjs" },
  renderer: {
    sources: ["renderer", "shared", "docs/huong-dan.md", "docs/images"],
    product: "dist/renderer/index.html",
  },
  bench: { sources: ["e2e/bench", "electron", "shared"], product: "dist/bench/bench.js" },
};
const RECIPE = ["build/vite", "build/bundle.mjs", "package-lock.json"];
/** Files within the folders that go into no bundle. */
const IGNORED = /\.test\.tsx?$|tsconfig\.json$|\.md$/;

/** The parts that a goal needs; the command line needs no window. */
export function bundleParts(goal) {
  return goal === "cli" ? ["main"] : ["main", "preload", "renderer"];
}

/** True when a part exists and none of its sources changed since. */
export function bundleIsFresh(part) {
  const stamp = stampFile(part);
  if (!existsSync(join(ROOT, PARTS[part].product)) || !existsSync(stamp)) return false;
  return readFileSync(stamp, "utf8") === fingerprint(part);
}

/** The state of a part's sources now; take it before building, so that a change meanwhile makes it stale again. */
export function fingerprint(part) {
  const hash = createHash("sha256");
  for (const source of [...PARTS[part].sources, ...RECIPE]) describe(source, hash);
  return hash.digest("hex");
}

export function markFresh(part, state) {
  mkdirSync(STATE, { recursive: true });
  writeFileSync(stampFile(part), state);
}

const stampFile = (part) => join(STATE, `bundle-${part}`);

function describe(path, hash) {
  const absolute = join(ROOT, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(absolute).sort()) {
      if (!IGNORED.test(name)) describe(`${path}/${name}`, hash);
    }
  } else {
    hash.update(`${path}:${stats.size}:${stats.mtimeMs}\n`);
  }
}
