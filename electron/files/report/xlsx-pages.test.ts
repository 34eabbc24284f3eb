// Guards where the pages of a printed sheet end, whatever the heights of its rows: see the invariants in page-breaks.ts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastRows } from "../../../shared/report/page-breaks";
import { textAreaHeight } from "../../../shared/report/paper";
import { pagingOf, type PrintedRows } from "./xlsx-pages";

const fitted = 0.95;
const heading = [20, 20, 8, 22, 6, 20, 20, 6];
const end = [8, 22, 8, 18, 18, 12, 18, 18, 62, 18];
const head = { from: heading.length, to: heading.length + 1 };

/** A list whose rows are so high. */
function listOf(rows: readonly number[]): PrintedRows {
  const pieces = rows.map((_row, place) => head.to + place).slice(1);
  return { heights: [...heading, 30, ...rows, ...end], head, pieces, orientation: "landscape" };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The pages of a list that has several: the share that each takes, and how many rows of the table stand on it. */
function pagesOf(rows: readonly number[]) {
  const list = listOf(rows);
  const paging = pagingOf(list, fitted);
  if (paging.kind !== "breaks") return null;
  const page = ((textAreaHeight("landscape") / 25.4) * 72 * 100) / paging.scale;
  const starts = [0, ...paging.before];
  return starts.map((from, place) => {
    const to = starts[place + 1] ?? list.heights.length;
    const repeated = place === 0 ? 0 : 30;
    const shown = Math.min(to, head.to + rows.length) - Math.max(from, head.to);
    return { share: (sumOf(list.heights.slice(from, to)) + repeated) / page, rows: shown };
  });
}

const short = fc.array(fc.integer({ min: 12, max: 34 }), { minLength: 1, maxLength: 80 });
const high = fc.array(fc.integer({ min: 12, max: 110 }), { minLength: 1, maxLength: 80 });

describe("pagingOf", () => {
  it("has room on each page for all that it puts there", () => {
    fc.assert(
      fc.property(high, (rows) => {
        for (const { share } of pagesOf(rows) ?? []) expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("parts rows of a line or two so that four stand with the signatures and no page is half empty before", () => {
    fc.assert(
      fc.property(short, (rows) => {
        const pages = pagesOf(rows) ?? [];
        const before = pages.slice(0, -1);
        for (const { share } of before) expect(share).toBeGreaterThanOrEqual(0.48);
        for (const { rows: shown } of before.slice(1)) expect(shown).toBeGreaterThanOrEqual(lastRows);
        if (pages.length > 0) expect(pages.at(-1)?.rows).toBeGreaterThanOrEqual(lastRows);
      }),
    );
  });

  it("never leaves the signatures without a row, however high the rows are", () => {
    fc.assert(
      fc.property(high, (rows) => {
        const pages = pagesOf(rows) ?? [];
        for (const { rows: shown } of pages) expect(shown).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it("is one page where a little less of everything makes it one", () => {
    expect(pagingOf(listOf([20, 20, 20]), fitted)).toEqual({ kind: "one" });
    expect(pagingOf(listOf(Array.from({ length: 30 }, () => 20)), fitted).kind).toBe("breaks");
  });
});
