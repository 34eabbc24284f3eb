/**
 * Bundles the window's page: React, styles and fonts as files beside it, with relative addresses, for the
 * program's own scheme. Nothing is inlined as script, since the content security policy forbids that.
 */
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { ROOT } from "../setup/paths.mjs";
import { contractAsData } from "./evaluated.mjs";
import { handbookAsData } from "./handbook.mjs";

export function rendererConfig(outDir) {
  return {
    root: join(ROOT, "renderer"),
    base: "./",
    configFile: false,
    logLevel: "warn",
    mode: "production",
    plugins: [react(), contractAsData(), handbookAsData()],
    build: {
      // Chromium 130 is what the fallback Electron has.
      target: "chrome130",
      outDir,
      emptyOutDir: true,
      sourcemap: false,
      // A font inlined as data: would need a looser policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      reportCompressedSize: false,
    },
  };
}
