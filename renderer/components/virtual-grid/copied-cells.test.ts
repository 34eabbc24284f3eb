import { describe, expect, it } from "vitest";
import { copiedInRow, copiedSides } from "./copied-cells";

describe("the line round copied cells", () => {
  const sides = (cells: Parameters<typeof copiedInRow>[0], row: number, column: number) =>
    copiedSides(copiedInRow(cells, row), column, 5);

  it("goes round a block and through none of its cells", () => {
    const block = { ranges: [[2, 4]], columns: [1, 3] } as const;
    expect(sides(block, 2, 1)).toBe("top left");
    expect(sides(block, 3, 2)).toBe("");
    expect(sides(block, 4, 3)).toBe("bottom right");
    expect(sides(block, 3, 4)).toBeNull();
    expect(sides(block, 5, 2)).toBeNull();
  });

  it("goes round whole lines, and a line by itself on all sides", () => {
    const lines = { ranges: [[0, 0]], columns: null } as const;
    expect([sides(lines, 0, 0), sides(lines, 0, 5)]).toEqual(["top bottom left", "top bottom right"]);
  });
});
