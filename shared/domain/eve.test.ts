// Guards the eve of a day, month or year, after which the row that follows begins.

import { expect, it } from "vitest";
import { dayBefore } from "./eve";

it("is as precise as the date, over ends of months, years and February", () => {
  expect(
    ["2026-03-01", "2024-03-01", "2026-01-01", "2026-03", "2026-01", "2026", "2200-12-31"].map(dayBefore),
  ).toEqual(["2026-02-28", "2024-02-29", "2025-12-31", "2026-02", "2025-12", "2025", "2200-12-30"]);
});

it("is none before the first day that is counted, nor of what is no date", () => {
  expect(["1900-01-01", "1900-01", "1900", "", "2026-02-29"].map(dayBefore)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
