/**
 * Puts what the contract comes to in the place of shared/contract/calls.ts: its exports are worked out while bundling
 * and written as data, so that neither the preload nor the start of the program carries the schemas.
 */
import { join } from "node:path";
import { runnerImport } from "vite";
import { ROOT } from "../setup/paths.mjs";

const CALLS = join(ROOT, "shared/contract/calls.ts");

export function contractAsData() {
  return {
    name: "contract-as-data",
    enforce: "pre",
    async load(id) {
      if (id !== CALLS) return null;
      const { module } = await runnerImport(CALLS, { root: ROOT, configFile: false, logLevel: "warn" });
      return Object.entries(module)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}
