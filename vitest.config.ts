/**
 * Unit tests: the pure code, the main process and the scripts in Node, the renderer in jsdom. End-to-end tests
 * are Playwright's and stay out of here.
 */
import { globSync, readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { handbookAsData } from "./build/vite/handbook.mjs";

/**
 * For what hangs, not for what is slow: a busy machine may take ten times as long as a quiet one, and one long attack
 * takes minutes on that.
 */
const limit = process.env["ATTACK"] === "long" ? 3_600_000 : 600_000;

/**
 * What the page is made with, bundled once for all its test files: each of them has a process of its own, which would
 * take longer to load these thousands of modules than to run most tests. Whatever uses React must be named here, since a
 * package outside the bundle would meet another React, which says so at the first hook.
 */
const bundledOnce = [
  "@mantine/core",
  "@mantine/hooks",
  "@tabler/icons-react",
  "@tanstack/react-query",
  "@tanstack/react-table",
  "@tanstack/react-virtual",
  "@testing-library/react",
  "i18next",
  "react",
  "react-dom",
  "react-dom/client",
  "react-hook-form",
  "react-i18next",
  "react/jsx-dev-runtime",
  "react/jsx-runtime",
  "recharts",
  "wouter",
];

/**
 * Tests of code that keeps nothing between two calls run one after another in one process a core: loading the modules and
 * warming them up anew takes longer than most of these files. What a process has only one of is left to a process of its
 * own: locks of rosters, kills, histories that are counted, modules that a test stands others in for.
 */
const sharing = globSync(["shared/**/*.test.ts", "electron/{services,files,ipc,cli/commands}/**/*.test.ts"])
  .filter(
    (file) =>
      !/\bvi\.|held-files|testing\/history|process\.(?:env|chdir|umask|on)\b/.test(
        readFileSync(file, "utf8"),
      ),
  )
  .map((file) => file.replaceAll("\\", "/"));

const inNode = {
  environment: "node",
  setupFiles: ["shared/testing/property-seed.ts"],
  testTimeout: limit,
  hookTimeout: limit,
} as const;

export default defineConfig({
  test: {
    // All cores: the process that only hands out files needs none of its own.
    maxWorkers: "100%",
    globalSetup: "./build/vite/made-once.mjs",
    projects: [
      {
        test: {
          ...inNode,
          name: "node",
          include: [
            "shared/**/*.test.ts",
            "electron/**/*.test.ts",
            "electron/attack/*.attack.ts",
            "build/**/*.test.{ts,mjs}",
            "e2e/bench/**/*.test.ts",
          ],
          exclude: sharing,
        },
      },
      { test: { ...inNode, name: "node-together", isolate: false, include: sharing } },
      {
        plugins: [react(), handbookAsData()],
        test: {
          name: "renderer",
          environment: "jsdom",
          // A context a file instead of a process a file: as apart from each other, at less than half the work.
          pool: "vmThreads",
          deps: { optimizer: { client: { enabled: true, include: bundledOnce } } },
          setupFiles: ["shared/testing/property-seed.ts", "renderer/testing/patience.ts"],
          include: ["renderer/**/*.test.{ts,tsx}"],
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
    ],
  },
});
