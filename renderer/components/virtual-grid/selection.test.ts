import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  everything,
  extendedTo,
  hasCell,
  hasRow,
  nothingSelected,
  type Selection,
  selectedRows,
  toggledRow,
} from "./selection";

const rows = 30;

describe("the selection of a grid", () => {
  it("takes lines in and out one by one, whatever came before", () => {
    const presses = fc.array(fc.nat(rows - 1), { maxLength: 60 });
    fc.assert(
      fc.property(presses, fc.boolean(), (pressed, fromAll) => {
        const chosen = new Set<number>(fromAll ? Array.from({ length: rows }, (_none, row) => row) : []);
        let selection: Selection = fromAll ? everything(rows) : nothingSelected;
        for (const row of pressed) {
          selection = toggledRow(selection, { row, column: 2 });
          if (!chosen.delete(row)) chosen.add(row);
        }
        expect(selectedRows(selection)).toBe(chosen.size);
        for (let row = 0; row < rows; row++) expect(hasRow(selection, row)).toBe(chosen.has(row));
        selection.ranges.forEach(([first], at) => {
          expect(first).toBeGreaterThan((selection.ranges[at - 1]?.[1] ?? -2) + 1);
        });
      }),
    );
  });

  it("draws a block from where it began, in any direction, and lets it shrink", () => {
    const from = { row: 5, column: 3 };
    const wide = extendedTo(nothingSelected, from, { row: 2, column: 6 });
    expect([hasCell(wide, 2, 3), hasCell(wide, 5, 6), hasCell(wide, 6, 3), hasCell(wide, 3, 2)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const narrow = extendedTo(wide, { row: 2, column: 6 }, { row: 5, column: 3 });
    expect([selectedRows(narrow), narrow.columns]).toEqual([1, [3, 3]]);
  });

  it("keeps whole lines whole", () => {
    const line = toggledRow(nothingSelected, { row: 4, column: 1 });
    const more = extendedTo(line, { row: 4, column: 1 }, { row: 8, column: 1 });
    expect([more.columns, more.ranges]).toEqual([null, [[4, 8]]]);
    expect(everything(0)).toBe(nothingSelected);
  });
});
