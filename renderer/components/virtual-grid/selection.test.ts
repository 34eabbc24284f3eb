import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenLine,
  everything,
  extendedTo,
  hasCell,
  hasRow,
  nothingSelected,
  pickedFrom,
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

  it("begins picking with the line that the keys stood in, once", () => {
    const stood = { row: 7, column: 1 };
    const picked = (selection: Selection, row: number) => pickedFrom(selection, stood, { row, column: 4 });
    const both = picked(nothingSelected, 9);
    expect(both).toMatchObject({
      ranges: [
        [7, 7],
        [9, 9],
      ],
      columns: null,
    });
    expect(picked(nothingSelected, 7).ranges).toEqual([[7, 7]]);
    expect(pickedFrom(nothingSelected, null, { row: 9, column: 0 }).ranges).toEqual([[9, 9]]);
    // Who was taken out again does not come back by the next one.
    const none = picked(picked(both, 7), 9);
    expect([none.ranges, picked(none, 12).ranges]).toEqual([[], [[12, 12]]]);
  });

  it("acts on all of it by a line that is there, one on screen first", () => {
    const some: Selection = { ranges: [[3, 9]], columns: null, anchor: null };
    expect(chosenLine(some, [0, 5, 6], () => true)).toBe(5);
    expect(chosenLine(some, [0, 5, 6], (line) => line === 6)).toBe(6);
    expect(chosenLine(some, [20], (line) => line !== 3)).toBe(4);
    expect(chosenLine(nothingSelected, [5], () => true)).toBe(-1);
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
