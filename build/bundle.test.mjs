/**
 * What the bundles must look like whatever the sources import: a preload that a sandboxed window can load, and
 * a main process that leaves Electron and SQLite's driver outside.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build, runnerImport } from "vite";
import { ROOT } from "./setup/paths.mjs";
import { mainConfigs } from "./vite/node.mjs";
import { preloadConfig } from "./vite/preload.mjs";

let folder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "so-can-bo-bundle-"));
  await build(preloadConfig(join(folder, "preload")));
  for (const config of mainConfigs(join(folder, "main"))) await build(config);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("makes the preload one self-contained CommonJS file", () => {
  expect(readdirSync(join(folder, "preload"), { recursive: true })).toEqual(["preload.cjs"]);
  const text = readFileSync(join(folder, "preload", "preload.cjs"), "utf8");
  const required = [...text.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
  expect([...new Set(required)]).toEqual(["electron"]);
  expect(text).not.toMatch(/^\s*(?:import|export)\s/m);
});

it("gives the preload the names of all calls, and none of their schemas", async () => {
  const text = readFileSync(join(folder, "preload", "preload.cjs"), "utf8");
  const { module } = await runnerImport(join(ROOT, "shared/contract/contract.ts"), { configFile: false });
  for (const name of Object.keys(module.contract)) expect(text).toContain(`"${name}"`);
  expect(text).not.toContain("safeParse");
});

it("leaves nothing outside the main process's bundle but Electron, the driver and Node's own modules", () => {
  const files = readdirSync(join(folder, "main"), { recursive: true }).filter((name) => name.endsWith(".js"));
  const packages = new Set();
  for (const name of files) {
    const text = readFileSync(join(folder, "main", name), "utf8");
    for (const [, imported] of text.matchAll(/^import\s(?:[^"']*?from\s*)?["']([^"']+)["']/gm))
      packages.add(imported);
  }
  const outside = [...packages].filter((name) => !name.startsWith(".") && !isNodeModule(name));
  expect(new Set(outside)).toEqual(new Set(["better-sqlite3", "electron"]));
});

it("makes one file of what the window's program cannot start without, beside the first one", () => {
  const imports = /^(?:import|export)\s(?:[^"']*?from\s*)?["'](\.[^"']+)["']/gm;
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, next] of readFileSync(file, "utf8").matchAll(imports)) follow(join(dirname(file), next));
  };
  const chunks = join(folder, "main", "chunks");
  follow(
    join(
      chunks,
      readdirSync(chunks).find((name) => name.startsWith("program-")),
    ),
  );
  const files = [...seen].map((file) => basename(file).replace(/-[\w-]{8}\.js$/, ".js"));
  expect(new Set(files)).toEqual(new Set(["program.js", "main.js", "rolldown-runtime.js"]));
});

const isNodeModule = (name) => name.startsWith("node:") || builtinModules.includes(name);
