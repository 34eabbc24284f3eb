// Guards the printed rate: unknown widens the range and is never on either side of the count.

import { describe, expect, it } from "vitest";
import { rate } from "./rate";

const none = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 0 };

describe("rate", () => {
  it("is one figure when nobody is unknown", () => {
    expect(rate({ ...none, met: 386, notMet: 92 })).toEqual({
      part: 386,
      whole: 478,
      low: 386 / 478,
      high: 386 / 478,
    });
  });

  it("is a range where somebody is unknown, and grace is not met", () => {
    expect(rate({ met: 5, notMet: 1, unknown: 2, grace: 2, notApplicable: 7 })).toEqual({
      part: 5,
      whole: 10,
      low: 0.5,
      high: 0.7,
    });
  });

  it("is no figure when it applies to nobody", () => {
    expect(rate({ ...none, notApplicable: 3 })).toEqual({ part: 0, whole: 0, low: null, high: null });
  });
});
