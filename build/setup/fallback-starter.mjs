/**
 * What `electron [-r <module>] <folder>` does in a plain Electron, for the fallback, which lacks Electron's own
 * starter: loads the program in the folder named by the first argument that is no switch, after the modules
 * to be loaded before it (Playwright brings one). Copied into the fallback; without it nothing would open.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const given = loadBefore(process.argv.slice(1)).find((argument) => !argument.startsWith("-"));
if (given === undefined) {
  process.stderr.write("electron <folder>\n");
  process.exit(2);
}
const folder = resolve(given);
const description = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
process.defaultApp = true;
app.setAppPath(folder);
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
// Awaited at the top level: Electron holds back its "ready" event until the program has been loaded.
await import(pathToFileURL(join(folder, description.main)).href);

/** Loads the modules of leading `-r <module>` pairs; answers the arguments after them. */
function loadBefore(args) {
  if (args[0] !== "-r" || args[1] === undefined) return args;
  createRequire(import.meta.url)(resolve(args[1]));
  return loadBefore(args.slice(2));
}
