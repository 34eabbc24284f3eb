/**
 * Unit tests: the pure code, the main process and the scripts in Node, the renderer in jsdom. End-to-end tests
 * are Playwright's and stay out of here.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { handbookAsData } from "./build/vite/handbook.mjs";

/**
 * For what hangs, not for what is slow: a busy machine may take ten times as long as a quiet one, and one long attack
 * takes minutes on that.
 */
const limit = process.env["ATTACK"] === "long" ? 3_600_000 : 600_000;

export default defineConfig({
  test: {
    // All cores: the process that only hands out files needs none of its own.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          setupFiles: ["shared/testing/property-seed.ts"],
          include: [
            "shared/**/*.test.ts",
            "electron/**/*.test.ts",
            "electron/attack/*.attack.ts",
            "build/**/*.test.{ts,mjs}",
            "e2e/bench/**/*.test.ts",
          ],
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
      {
        plugins: [react(), handbookAsData()],
        test: {
          name: "renderer",
          environment: "jsdom",
          setupFiles: ["shared/testing/property-seed.ts", "renderer/testing/patience.ts"],
          include: ["renderer/**/*.test.{ts,tsx}"],
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
    ],
  },
});
