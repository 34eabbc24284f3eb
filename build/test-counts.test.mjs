/** The closing line of `npm test` must never be green over a run that broke. */
import { describe, expect, it } from "vitest";
import { countPlaywright, countTap, countVitest } from "./test-counts.mjs";

const file = (status, ...tests) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });

describe("countVitest", () => {
  it("counts tests", () => {
    const results = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file("failed", "passed", "failed", "passed")],
    };
    expect(countVitest(1, results)).toEqual({ passed: 2, failed: 1 });
  });
  it("counts a file that does not load", () => {
    const results = {
      numPassedTests: 2,
      numFailedTests: 0,
      testResults: [file("passed", "passed", "passed"), file("failed")],
    };
    expect(countVitest(1, results)).toEqual({ passed: 2, failed: 1 });
  });
  it("counts a crash, a bad exit code and an empty run as failures", () => {
    expect(countVitest(1, undefined)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest(1, { numPassedTests: 5, numFailedTests: 0, testResults: [] })).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(countVitest(0, { numPassedTests: 0, numFailedTests: 0, testResults: [] })).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

describe("countPlaywright", () => {
  it("counts tests; one that passed only on a second try failed", () => {
    const results = { stats: { expected: 7, unexpected: 2, flaky: 1 }, errors: [] };
    expect(countPlaywright(1, results)).toEqual({ passed: 7, failed: 3 });
  });
  it("counts errors outside tests, a crash and an empty run as failures", () => {
    const none = { expected: 0, unexpected: 0, flaky: 0 };
    expect(countPlaywright(1, { stats: none, errors: [{ message: "No tests found" }] })).toEqual({
      passed: 0,
      failed: 1,
    });
    expect(countPlaywright(1, undefined)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(0, { stats: none, errors: [] })).toEqual({ passed: 0, failed: 1 });
  });
});

describe("countTap", () => {
  const tap = [
    "TAP version 13",
    "# Subtest: a",
    "ok 1 - a",
    "  ---",
    "  ok 7 - words of an error",
    "not ok 2 - b",
    "ok 3 - c # SKIP",
    "1..3",
  ];
  it("counts tests, and what was passed over as not shown", () => {
    expect(countTap(1, tap.join("\n"))).toEqual({ passed: 1, failed: 2 });
  });
  it("counts what was done before a time limit, and the limit itself as a failure", () => {
    expect(countTap("late", tap.slice(0, 3).join("\n"))).toEqual({ passed: 1, failed: 1 });
    expect(countTap(1, "")).toEqual({ passed: 0, failed: 1 });
    expect(countTap(0, "TAP version 13\n1..0\n")).toEqual({ passed: 0, failed: 1 });
  });
});
