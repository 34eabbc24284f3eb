/**
 * End-to-end tests on real Electron. Start them with `npm run e2e` (or `npm test`), which sees to Electron, the
 * bundle, a display and the packaged program before it hands over to Playwright.
 */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testIgnore: "bench/**",
  outputDir: "test-results",
  // Each worker runs an Electron of its own; more than two starve each other on a small machine.
  workers: 2,
  // Limits are for what hangs, not for what is slow: a busy machine may take ten times as long as a quiet one.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.SO_CAN_BO_E2E_RESULTS ?? "test-results/e2e.json" }],
  ],
  use: { trace: "retain-on-failure", screenshot: "only-on-failure" },
});
