import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetToShow, scrollScale } from "./scroll-scale";

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 300_000 }),
  rowHeight: fc.integer({ min: 20, max: 60 }),
  viewport: fc.integer({ min: 100, max: 4000 }),
  pixelRatio: fc.constantFrom(1, 1.25, 1.5, 2, 3, 4.5),
});

describe("scrollScale", () => {
  it("stays below what a browser can lay out", () => {
    fc.assert(
      fc.property(sizes, ({ rows, rowHeight, viewport, pixelRatio }) => {
        const { height } = scrollScale(rows * rowHeight, viewport, pixelRatio);
        return height * pixelRatio <= 33_554_432;
      }),
    );
  });

  it("reaches the last row at the end of the scrollbar", () => {
    fc.assert(
      fc.property(sizes, ({ rows, rowHeight, viewport, pixelRatio }) => {
        fc.pre(rows * rowHeight > viewport);
        const { height, ratio } = scrollScale(rows * rowHeight, viewport, pixelRatio);
        expect((height - viewport) * ratio).toBeCloseTo(rows * rowHeight - viewport, 3);
      }),
    );
  });

  it("scrolls pixel by pixel on an ordinary screen with 250,000 rows", () => {
    expect(scrollScale(250_000 * 34, 700, 2)).toEqual({ height: 8_500_000, ratio: 1 });
  });
});

describe("offsetToShow", () => {
  it("shows the row whole and does not move for a row in sight", () => {
    const numbers = fc.record({
      row: fc.nat(250_000),
      offset: fc.nat(8_500_000),
      room: fc.integer({ min: 40, max: 2000 }),
    });
    fc.assert(
      fc.property(numbers, ({ row, offset, room }) => {
        const top = row * 34;
        const seen = (at: number) => top >= at && top + 34 <= at + room;
        const wanted = offsetToShow(top, 34, offset, room);
        return seen(wanted) && (!seen(offset) || wanted === offset);
      }),
    );
  });
});
