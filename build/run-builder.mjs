/**
 * Calls electron-builder with the configuration; started by package.mjs under Node 24.
 * Use: node run-builder.mjs '{"electron":…,"output":…,"forTests":…,"dirOnly":…}'
 */
import { readdirSync } from "node:fs";
import { build } from "electron-builder";
import { builderConfig } from "./electron-builder.config.mjs";
import { ROOT } from "./setup/paths.mjs";

const { electron, output, forTests, dirOnly } = JSON.parse(process.argv[2]);
await build({
  projectDir: ROOT,
  dir: dirOnly,
  publish: "never",
  config: builderConfig({ electron, output, forTests }),
});

// Eight drivers, or none, would still start on the packager's machine.
const drivers = readdirSync(output, { recursive: true }).filter((name) => name.endsWith(".node"));
if (dirOnly && drivers.length !== 1)
  throw new Error(`one native driver expected, found: ${drivers.join(", ")}`);
