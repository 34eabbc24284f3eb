/**
 * Counts of passed and failed tests from the runners' result files. Whatever goes wrong outside a single test
 * (a file that does not load, a crash, nothing found) counts as one failure; without that a broken run would
 * close with "0 failed".
 */

/**
 * @param {number} exitCode Vitest's
 * @param {object | undefined} results its JSON report
 * @returns {{passed: number, failed: number}}
 */
export function countVitest(exitCode, results) {
  const passed = results?.numPassedTests ?? 0;
  const failed = results?.numFailedTests ?? 0;
  const emptySuites = (results?.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  return { passed, failed: atLeastOneIfBroken(failed + emptySuites, exitCode, passed) };
}

/** The same for Playwright; a test that passed only on a second try counts as failed. */
export function countPlaywright(exitCode, results) {
  const stats = results?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  const failed = stats.unexpected + stats.flaky + (results?.errors?.length ?? 0);
  return { passed: stats.expected, failed: atLeastOneIfBroken(failed, exitCode, stats.expected) };
}

/**
 * The same for Node's own runner.
 * @param {number | "late"} exitCode "late" when it was ended by a time limit
 * @param {string} tap its report, "" when there is none
 */
export function countTap(exitCode, tap) {
  let [passed, failed] = [0, 0];
  for (const [, not, directive] of tap.matchAll(/^(not )?ok \d+ - .*?( # (?:SKIP|TODO).*)?$/gm)) {
    // What is passed over shows nothing, and a green line must not say that it did.
    if (not === undefined && directive === undefined) passed += 1;
    else failed += 1;
  }
  return { passed, failed: atLeastOneIfBroken(failed, exitCode, passed) };
}

function atLeastOneIfBroken(failed, exitCode, passed) {
  return failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed;
}
