/** Sheets of more columns or merges than any list has are laid out in the time of what they hold. */
import { describe, expect, it } from "vitest";
import { HeadingBook, longestHeading } from "./heading-book";
import { asFound, layOut } from "./layout";
import { SheetGrid } from "./sheet-grid";
import type { Merge, Sheet } from "./workbook";

const text = (column: number, said: string) => ({
  column,
  content: { kind: "text" as const, runs: [{ text: said, font: null }] },
  formula: false,
});

function sheet(columns: number, rows: number, merges: readonly Merge[] = []): Sheet {
  const heading = Array.from({ length: columns }, (_, at) =>
    text(at, at === 0 ? "Họ và tên" : `Cột lạ ${at}`),
  );
  const people = Array.from({ length: rows }, (_, at) => ({
    number: at + 2,
    cells: [text(0, `Nguyễn Văn ${at}`), text(1, "x")],
  }));
  return { name: "S", hidden: false, rows: [{ number: 1, cells: heading }, ...people], merges };
}

describe("a sheet", () => {
  it("of every column that a program has is laid out, its columns kept", () => {
    const layout = layOut(new SheetGrid(sheet(16_384, 20), false), new HeadingBook(), asFound, () => null);
    expect(layout?.matches).toHaveLength(16_384);
    expect(layout?.data).toHaveLength(20);
  });

  it("with merges over one another is seen as far as a form could need", () => {
    const merges = Array.from({ length: 190_000 }, (_, at) => ({
      firstRow: 2,
      lastRow: 1_048_576,
      firstColumn: at % 16_384,
      lastColumn: 16_383,
    }));
    const grid = new SheetGrid(sheet(20, 3000, merges), false);
    expect(grid.seen(2).get(0)?.text).toBe("Nguyễn Văn 0");
    expect(layOut(grid, new HeadingBook(), asFound, () => null)).not.toBeNull();
  });

  it("with headings of thousands of words is laid out by their beginnings, and none of them is looked up", () => {
    const words = "Họ và tên khai sinh ".repeat(1600);
    const cells = Array.from({ length: 300 }, (_, at) => text(at + 1, `${words}${at}`));
    const rows = [
      { number: 1, cells: [text(0, "Họ và tên"), ...cells] },
      { number: 2, cells: [text(0, "Nguyễn Văn A"), text(1, words)] },
    ];
    const book = new HeadingBook();
    let looked = 0;
    const lookUp = book.sensesOf.bind(book);
    book.sensesOf = (said) => ((looked += Math.min(said.length, longestHeading)), lookUp(said));
    const grid = new SheetGrid({ name: "S", hidden: false, rows, merges: [] }, false);
    const layout = layOut(grid, book, asFound, () => null);
    expect(layout?.matches.every(({ parts }) => parts.join().length <= longestHeading)).toBe(true);
    expect(layout?.fingerprint.length).toBeLessThan(301 * (longestHeading + 10));
    // The beginning of each a few times, and not once for each of its words.
    expect(looked).toBeLessThan(10 * 301 * longestHeading);
  });
});
