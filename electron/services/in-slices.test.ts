// Guards that the window is served while a sheet of any shape is laid out and planned: between its rows and its columns.

import { expect, it } from "vitest";
import { HeadingBook } from "../../shared/import/heading-book";
import { asFound, layingOut } from "../../shared/import/layout";
import { SheetGrid } from "../../shared/import/sheet-grid";
import { inSlices } from "./in-slices";

const cell = (column: number, text: string) => ({
  column,
  content: { kind: "text" as const, runs: [{ text, font: null }] },
  formula: false,
});

function grid(columns: number, rows: number): SheetGrid {
  const line = (number: number, text: (column: number) => string) => ({
    number,
    cells: Array.from({ length: columns }, (_, column) => cell(column, text(column))),
  });
  const people = Array.from({ length: rows }, (_, at) => line(at + 2, () => `Nguyễn Văn ${at}`));
  const heading = line(1, (column) => (column === 0 ? "Họ và tên" : `Cột ${column}`));
  return new SheetGrid({ name: "S", hidden: false, rows: [heading, ...people], merges: [] }, false);
}

it.each([
  ["tall", 3, 3000],
  ["wide", 3000, 3],
])("lays a %s sheet out in steps of a row or a column", async (_shape, columns, rows) => {
  let longest = 0;
  let now = 0;
  // What is seen of a sheet is the work: each row once, all of its cells.
  const seen = grid(columns, rows);
  const textOf = seen.textOf.bind(seen);
  seen.textOf = (one) => ((now += 1), textOf(one));
  const steps = layingOut(seen, new HeadingBook(), asFound, () => null);
  let count = 0;
  for (;;) {
    const before = now;
    const step = steps.next();
    longest = Math.max(longest, now - before);
    count++;
    if (step.done === true) {
      expect(step.value?.data).toHaveLength(rows);
      break;
    }
  }
  expect(longest).toBeLessThanOrEqual(2 * columns);
  expect(count).toBeGreaterThan(Math.max(rows, columns));
});

it("gives what the steps come to, and ends with whoever waits", async () => {
  const laid = await inSlices(
    layingOut(grid(3, 5), new HeadingBook(), asFound, () => null),
    () => Promise.resolve(),
  );
  expect(laid?.data).toHaveLength(5);
});
