/**
 * Unit tests: the pure code, the main process and the scripts in Node, the renderer in jsdom. End-to-end tests
 * are Playwright's and stay out of here.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          setupFiles: ["shared/testing/property-seed.ts"],
          include: ["shared/**/*.test.ts", "electron/**/*.test.ts", "build/**/*.test.{ts,mjs}"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "jsdom",
          setupFiles: ["shared/testing/property-seed.ts"],
          include: ["renderer/**/*.test.{ts,tsx}"],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
