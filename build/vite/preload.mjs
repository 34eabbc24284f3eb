/**
 * Bundles the preload. A sandboxed preload can require nothing but Electron's own module, so it must be one
 * self-contained CommonJS file; a second chunk or a bundled package left outside would leave the window
 * without its bridge.
 */
import { join } from "node:path";
import { ROOT } from "../setup/paths.mjs";
import { contractAsData } from "./evaluated.mjs";

export function preloadConfig(outDir) {
  return {
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    plugins: [contractAsData()],
    build: {
      target: "chrome130",
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      modulePreload: false,
      rolldownOptions: {
        input: { preload: join(ROOT, "electron/preload.ts") },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false },
      },
    },
  };
}
