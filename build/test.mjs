/**
 * `npm test [-- unit|e2e]`: set-up, unit tests, then end-to-end tests on real Electron, and one closing line
 * "N passed, N failed" over both. A runner that crashes or finds no test counts as a failure: a green line must
 * mean that tests ran.
 */
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runEndToEnd } from "./e2e.mjs";
import { ensureSetup } from "./setup.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { NODE, ROOT, STATE, readJson } from "./setup/paths.mjs";
import { runAttached, toolEnvironment } from "./setup/run.mjs";
import { countPlaywright, countVitest } from "./test-counts.mjs";
import { playwrightFailures, vitestFailures } from "./test-failures.mjs";

const RUNS = {
  unit: {
    results: join(STATE, "tests", "unit.json"),
    run: (results) =>
      runAttached(
        NODE,
        [
          join(ROOT, "node_modules/vitest/vitest.mjs"),
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${results}`,
        ],
        { env: toolEnvironment() },
      ),
    count: countVitest,
    failures: vitestFailures,
  },
  e2e: {
    results: join(STATE, "tests", "e2e.json"),
    run: (results) => runEndToEnd([], { SO_CAN_BO_E2E_RESULTS: results }),
    count: countPlaywright,
    failures: playwrightFailures,
  },
};

await runScript(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !(name in RUNS));
  if (unknown !== undefined)
    throw new SetupFailure(`Không có nhóm phép thử "${unknown}"; hãy dùng: npm test [-- unit|e2e]`);
  const total = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  try {
    await ensureSetup({ goal: "tests" });
    for (const [name, group] of Object.entries(RUNS)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      const { passed, failed, failures } = await outcome(group);
      total.passed += passed;
      total.failed += failed;
      total.failures.push(...failures);
    }
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    total.failed += 1;
  }
  for (const failure of total.failures) process.stdout.write(`\n${failure}\n`);
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/** Runs one group; if it cannot even be started, the other group still gets its turn. */
async function outcome({ results, run, count, failures }) {
  mkdirSync(dirname(results), { recursive: true });
  rmSync(results, { force: true });
  try {
    const exitCode = await run(results);
    const report = readJson(results);
    return { ...count(exitCode, report), failures: failures(report) };
  } catch (error) {
    process.stderr.write(`${error instanceof SetupFailure ? error.message : error.stack}\n`);
    return { passed: 0, failed: 1, failures: [] };
  }
}
