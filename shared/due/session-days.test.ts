import { expect, it } from "vitest";
import { aroundMonth, sessionDays, steppedMonth } from "./session-days";

it("takes a month, a quarter or half a year", () => {
  expect(sessionDays("2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(sessionDays("2021-10", 3)).toEqual({ from: "2021-10-01", to: "2021-12-31" });
  expect(sessionDays("2021-07", 6)).toEqual({ from: "2021-07-01", to: "2021-12-31" });
  for (const month of ["2021-13", "10/2021", "", "1800-01", "2021-10-01"])
    expect(sessionDays(month)).toBeNull();
});

it("steps on and back, and knows in which session a month is", () => {
  expect(aroundMonth("2021-11", 3)).toBe("2021-10");
  expect(aroundMonth("2021-11", 6)).toBe("2021-07");
  expect(aroundMonth("mai", 1)).toBeNull();
  expect(steppedMonth("2021-10", 3, 1)).toBe("2022-01");
  expect(steppedMonth("2021-01", 6, -1)).toBe("2020-07");
  expect(steppedMonth("1900-01", 1, -1)).toBeNull();
});
