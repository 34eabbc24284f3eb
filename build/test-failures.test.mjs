/** What failed must be named at the end of a run, whichever runner found it. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./setup/paths.mjs";
import { playwrightFailures, vitestFailures } from "./test-failures.mjs";

describe("vitestFailures", () => {
  it("names failed tests with their message, and files that do not load", () => {
    const results = {
      testResults: [
        {
          name: join(ROOT, "shared", "a.test.ts"),
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "a holds" },
            { status: "failed", fullName: "b holds", failureMessages: ["expected 1\n\nat line 3"] },
          ],
        },
        {
          name: join(ROOT, "shared", "b.test.ts"),
          status: "failed",
          message: "no such module",
          assertionResults: [],
        },
      ],
    };
    expect(vitestFailures(results)).toEqual([
      `FAILED ${join("shared", "a.test.ts")} › b holds\n    expected 1\n    at line 3`,
      `FAILED ${join("shared", "b.test.ts")}\n    no such module`,
    ]);
  });
  it("has nothing to name in a green run, or in one without a report", () => {
    const passed = { name: "a", status: "passed", assertionResults: [{ status: "passed", fullName: "a" }] };
    expect(vitestFailures({ testResults: [passed] })).toEqual([]);
    expect(vitestFailures(undefined)).toEqual([]);
  });
});

describe("playwrightFailures", () => {
  const spec = (title, status, errors = []) => ({
    title,
    file: "journeys/a.spec.ts",
    line: 7,
    tests: [{ status, results: [{ errors }] }],
  });
  it("names specs at any depth, those that needed a second try, and errors outside of them", () => {
    const results = {
      errors: [{ message: "No tests found" }],
      suites: [
        {
          specs: [spec("fine", "expected"), spec("passed later", "flaky")],
          suites: [{ specs: [spec("failed", "unexpected", [{ message: "not visible" }])] }],
        },
      ],
    };
    expect(playwrightFailures(results)).toEqual([
      "FAILED e2e\n    No tests found",
      "FAILED journeys/a.spec.ts:7 › passed later",
      "FAILED journeys/a.spec.ts:7 › failed\n    not visible",
    ]);
    expect(playwrightFailures(undefined)).toEqual([]);
  });
});
