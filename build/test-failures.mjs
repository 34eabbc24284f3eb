/**
 * The names of failed tests from the runners' result files, for the end of a run: what failed stands hundreds of lines
 * above the closing line, and of a run on another machine often only the last lines are kept.
 */
import { relative } from "node:path";
import { ROOT } from "./setup/paths.mjs";

/** Longer messages are cut here: the place and the first sentence are enough to find the rest. */
const LINES_OF_A_MESSAGE = 12;

/**
 * @param {object | undefined} results Vitest's JSON report
 * @returns {string[]} one entry a failed test or unloadable file, each of one or more lines
 */
export function vitestFailures(results) {
  return (results?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && file.status === "failed") return [entry(place(file.name), file.message)];
    return failed.map((test) =>
      entry(`${place(file.name)} › ${test.fullName}`, test.failureMessages?.join("\n")),
    );
  });
}

/**
 * @param {object | undefined} results Playwright's JSON report
 * @returns {string[]} as above; a test that passed only on a second try is among them
 */
export function playwrightFailures(results) {
  const failed = (results?.suites ?? []).flatMap((suite) => specs(suite)).filter((spec) => !wentWell(spec));
  const errors = (results?.errors ?? []).map((error) => entry("e2e", error.message));
  return [
    ...errors,
    ...failed.map((spec) => entry(`${spec.file}:${spec.line} › ${spec.title}`, messageOf(spec))),
  ];
}

function specs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap((inner) => specs(inner))];
}

function wentWell(spec) {
  return spec.tests.every((test) => test.status === "expected" || test.status === "skipped");
}

function messageOf(spec) {
  const runs = spec.tests.flatMap((test) => test.results);
  return runs.flatMap((run) => run.errors ?? []).find((error) => error.message !== undefined)?.message;
}

function place(file) {
  return relative(ROOT, file);
}

function entry(title, message = "") {
  const lines = message.split("\n").slice(0, LINES_OF_A_MESSAGE);
  return [
    "FAILED ",
    title,
    ...lines.filter((line) => line.trim() !== "").map((line) => `\n    ${line}`),
  ].join("");
}
