import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsBeyond } from "./draw-steps";

const edges = { left: 100, right: 500, top: 50, bottom: 350 };

describe("a block that is drawn beyond the lines", () => {
  it("stays where the mouse is among them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 500 }), fc.integer({ min: 50, max: 350 }), (x, y) => {
        expect(stepsBeyond({ x, y }, edges)).toEqual({ rows: 0, columns: 0 });
      }),
    );
  });

  it("goes on towards the mouse, faster the further out it is", () => {
    expect(stepsBeyond({ x: 200, y: 360 }, edges)).toEqual({ rows: 1, columns: 0 });
    expect(stepsBeyond({ x: 200, y: 450 }, edges)).toEqual({ rows: 4, columns: 0 });
    expect(stepsBeyond({ x: 510, y: 40 }, edges)).toEqual({ rows: -1, columns: 1 });
    expect(stepsBeyond({ x: 0, y: 200 }, edges)).toEqual({ rows: 0, columns: -1 });
  });
});
