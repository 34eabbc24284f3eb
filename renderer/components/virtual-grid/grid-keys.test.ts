import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTyping, movedBy } from "./grid-keys";

const size = { rows: 100, columns: 5, page: 20 };

describe("movedBy", () => {
  it("never leaves the grid", () => {
    const key = fc.constantFrom(
      "ArrowUp",
      "ArrowDown",
      "ArrowLeft",
      "ArrowRight",
      "PageUp",
      "PageDown",
      "Home",
      "End",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.boolean()), { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (keys, rows, columns) => {
          let place = { row: -1, column: 0 };
          for (const [name, ctrl] of keys)
            place = movedBy(name, ctrl, place, { rows, columns, page: 7 }) ?? place;
          return place.row < rows && place.column >= 0 && place.column < columns && place.row >= -1;
        },
      ),
    );
  });

  it("starts at the first row", () => {
    expect(movedBy("ArrowDown", false, { row: -1, column: 0 }, size)).toEqual({ row: 0, column: 0 });
  });

  it("goes by pages and to the ends", () => {
    expect(movedBy("PageDown", false, { row: 10, column: 2 }, size)).toEqual({ row: 30, column: 2 });
    const ends = ["Home", "End", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
    const from = { row: 10, column: 2 };
    const of = (ctrl: boolean) =>
      ends.map((key) => {
        const to = movedBy(key, ctrl, from, size);
        return [to?.row, to?.column];
      });
    expect(of(false)).toEqual([
      [10, 0],
      [10, 4],
      [9, 2],
      [11, 2],
      [10, 1],
      [10, 3],
    ]);
    expect(of(true)).toEqual([
      [0, 0],
      [99, 4],
      [0, 2],
      [99, 2],
      [10, 0],
      [10, 4],
    ]);
  });

  it("leaves other keys and empty grids alone", () => {
    expect(movedBy("a", false, { row: 0, column: 0 }, size)).toBeNull();
    expect(movedBy("ArrowDown", false, { row: -1, column: 0 }, { ...size, rows: 0 })).toBeNull();
  });
});

describe("isTyping", () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false };
  it("knows a letter from a key that does something", () => {
    expect(isTyping({ ...plain, key: "đ" })).toBe(true);
    expect(isTyping({ ...plain, key: "Enter" })).toBe(false);
    expect(isTyping({ ...plain, key: "n", ctrlKey: true })).toBe(false);
  });
});
