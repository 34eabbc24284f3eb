import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoomedBy, zoomSteps } from "./zoom-steps";

describe("zoom", () => {
  it("goes up and down by a browser's steps and stays at the ends", () => {
    expect([zoomedBy(100, "in"), zoomedBy(100, "out"), zoomedBy(175, "reset")]).toEqual([110, 90, 100]);
    expect([zoomedBy(300, "in"), zoomedBy(50, "out")]).toEqual([300, 50]);
    expect([zoomedBy(120, "in"), zoomedBy(120, "out")]).toEqual([125, 110]);
  });

  it("comes back from every step but the last", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zoomSteps.slice(0, -1)), (step) => {
        expect(zoomedBy(zoomedBy(step, "in"), "out")).toBe(step);
      }),
    );
  });
});
