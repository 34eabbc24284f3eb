/**
 * Bundles the program's parts into dist/ with Vite: main (with the command line), preload, renderer, bench.
 * Each is built beside its place and then moved there, so that a program started meanwhile never meets half a
 * bundle. Use: node build/bundle.mjs [part…]; without parts, those of the program.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { fingerprint, markFresh } from "./setup/fresh.mjs";
import { ROOT } from "./setup/paths.mjs";
import { benchConfig, mainConfigs } from "./vite/node.mjs";
import { preloadConfig } from "./vite/preload.mjs";
import { rendererConfig } from "./vite/renderer.mjs";

const CONFIGS = { main: mainConfigs, preload: preloadConfig, renderer: rendererConfig, bench: benchConfig };

async function bundle(part) {
  const state = fingerprint(part);
  const scratch = join(ROOT, "dist", `.${part}-${process.pid}`);
  const configs = CONFIGS[part](scratch);
  if (configs === undefined) return;
  try {
    for (const config of [configs].flat()) await build(config);
    if (part === "main" || part === "bench") assertDriverOutside(scratch);
    replace(join(ROOT, "dist", part), scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  markFresh(part, state);
}

/** A bundled better-sqlite3 would look for its binary in the wrong folder and fail only at run time. */
function assertDriverOutside(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const text = readFileSync(join(folder, name), "utf8");
    if (text.includes("prebuilds") && text.includes("better_sqlite3.node")) {
      throw new Error(`${String(name)}: better-sqlite3 was bundled; it must stay external`);
    }
  }
}

function replace(place, fresh) {
  const old = `${fresh}-old`;
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

const parts = process.argv.slice(2);
for (const part of parts) {
  if (!(part in CONFIGS)) throw new Error(`unknown part: ${part}; known: ${Object.keys(CONFIGS).join(", ")}`);
}
// All are tried even if one fails: the command line must not wait for an unfinished screen.
const outcomes = await Promise.allSettled(
  (parts.length > 0 ? parts : ["main", "preload", "renderer"]).map(bundle),
);
for (const outcome of outcomes) {
  if (outcome.status === "fulfilled") continue;
  const { reason } = outcome;
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
