import { describe, expect, it } from "vitest";
import { nothingSelected, type Selection } from "../../../components/virtual-grid/selection";
import { targetOf } from "./cell-target";

const keys = ["computed.number", "official.fullName", "official.birth", "assignment.unit"];
const lines = { placesOf: (ranges: Selection["ranges"]) => ranges };
const at = { index: 4, column: 2 };

describe("which cells a key of the list is about", () => {
  it("is the cell that the keys stand in while nothing is chosen", () => {
    expect(targetOf(nothingSelected, at, keys, lines)).toEqual({
      ranges: [[4, 4]],
      columns: ["official.birth"],
      isWhole: false,
    });
  });

  it("is the block that is chosen, wherever the keys stand", () => {
    const chosen: Selection = { ranges: [[1, 3]], columns: [1, 2], anchor: null };
    expect(targetOf(chosen, at, keys, lines)).toEqual({
      ranges: [[1, 3]],
      columns: ["official.fullName", "official.birth"],
      isWhole: false,
    });
  });

  it("is every column of whole lines, which is said", () => {
    const chosen: Selection = { ranges: [[1, 1]], columns: null, anchor: null };
    expect(targetOf(chosen, at, keys, lines)).toEqual({ ranges: [[1, 1]], columns: keys, isWhole: true });
  });
});
