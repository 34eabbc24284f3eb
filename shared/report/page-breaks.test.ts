// Guards where the pages of a table end, against every other way in which its rows could be parted.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastRows, type PagedHeights, pageStarts } from "./page-breaks";

interface Judged {
  readonly overfull: number;
  readonly missing: number;
  readonly halfEmpty: number;
  readonly pages: number;
}

/** What is wrong with a way to part the rows, worst first. */
function judged({ page, first, later, rows, below }: PagedHeights, starts: readonly number[]): Judged {
  const from = [0, ...starts];
  const used = from.map((start, place) => {
    const own = rows.slice(start, from[place + 1] ?? rows.length).reduce((sum, row) => sum + row, 0);
    return own + (place === 0 ? first : later) + (place === from.length - 1 ? below : 0);
  });
  const onLast = rows.length - (from.at(-1) ?? 0);
  return {
    overfull: used.filter((each) => each > page).length,
    missing: Math.max(0, Math.min(lastRows, rows.length) - onLast),
    halfEmpty: used.slice(0, -1).filter((each) => each < page / 2).length,
    pages: from.length,
  };
}

function compare(one: Judged, other: Judged): number {
  const keys = ["overfull", "missing", "halfEmpty", "pages"] as const;
  return keys.map((key) => one[key] - other[key]).find((difference) => difference !== 0) ?? 0;
}

/** Every way to part so many rows with one on each page at least. */
function waysOf(rows: number): number[][] {
  return Array.from({ length: 2 ** (rows - 1) }, (_none, bits) =>
    Array.from({ length: rows - 1 }, (_row, place) => place + 1).filter((place) => (bits >> (place - 1)) & 1),
  );
}

/** Rows of a tenth of a page to two fifths, with a title, a head and an end as a list has them. */
const heights = fc.record({
  page: fc.constant(100),
  first: fc.integer({ min: 20, max: 50 }),
  later: fc.integer({ min: 5, max: 20 }),
  rows: fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 1, maxLength: 10 }),
  below: fc.integer({ min: 10, max: 40 }),
});
const low = fc.record({
  page: fc.constant(1000),
  first: fc.integer({ min: 300, max: 450 }),
  later: fc.integer({ min: 50, max: 150 }),
  rows: fc.array(fc.integer({ min: 25, max: 110 }), { minLength: 20, maxLength: 400 }),
  below: fc.integer({ min: 250, max: 450 }),
});

describe("pageStarts", () => {
  it("finds no worse way than the best of all", () => {
    fc.assert(
      fc.property(heights, (given) => {
        const found = judged(given, pageStarts(given));
        for (const way of waysOf(given.rows.length))
          expect(compare(found, judged(given, way))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("ends a long list with four rows, no page in front half empty, and no page too many", () => {
    fc.assert(
      fc.property(low, (given) => {
        const { overfull, missing, halfEmpty, pages } = judged(given, pageStarts(given));
        expect({ overfull, missing, halfEmpty }).toEqual({ overfull: 0, missing: 0, halfEmpty: 0 });
        const all = given.rows.reduce((sum, row) => sum + row, given.first + given.below);
        const most = 1000 - 150 - 110;
        expect(pages).toBeLessThanOrEqual(Math.ceil(all / most) + 2);
      }),
    );
  });

  it("fills pages from the top where nothing speaks against it", () => {
    const given = { page: 100, first: 40, later: 10, below: 30 };
    expect(pageStarts({ ...given, rows: Array.from({ length: 3 }, () => 10) })).toEqual([]);
    expect(pageStarts({ ...given, rows: Array.from({ length: 10 }, () => 10) })).toEqual([6]);
    expect(pageStarts({ ...given, rows: Array.from({ length: 7 }, () => 10) })).toEqual([3]);
  });

  it("gives a row that is higher than a page one of its own, and an end with no room under it another", () => {
    const given = { page: 100, first: 40, later: 10, below: 30 };
    expect(pageStarts({ ...given, rows: [10, 95, 10] })).toEqual([1, 2]);
    expect(pageStarts({ ...given, rows: [10, 70] })).toEqual([1, 2]);
    expect(pageStarts({ ...given, rows: [] })).toEqual([]);
  });
});
