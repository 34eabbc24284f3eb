// Guards the fit of a table on its page: no figure cut, the text area filled, whatever the counts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "./cell-text";
import {
  exampleCounts,
  exampleOffice,
  exampleTable,
  gapsExample,
  standardsReport,
  tableOf,
  thanhBaExample,
} from "../testing/reports";
import { fill } from "./fill";
import { fontSizes, linesOf, textAreaWidth, textWidthMm } from "./paper";
import { fitTable } from "./table-fit";

const printed = (table: typeof thanhBaExample) => tableOf(standardsReport(table, exampleOffice, null, null));
const area = textAreaWidth("landscape");

describe("fitTable", () => {
  it("keeps the commune's table at a readable size", () => {
    expect(fitTable(printed(thanhBaExample), area).points).toBeGreaterThanOrEqual(10);
    expect(fitTable(printed(gapsExample), area).points).toBeGreaterThanOrEqual(9);
  });

  it("fills the text area and leaves room for every figure", () => {
    const size = fc.nat({ max: 250_000 });
    fc.assert(
      fc.property(size, size, size, (met, notMet, unknown) => {
        const counts = { met, notMet, unknown };
        const table = exampleTable({
          Xã: exampleCounts({ professional: counts, politicalTheory: counts, all: counts }),
        });
        const shown = printed(table);
        const { points, widthsMm } = fitTable(shown, area);
        expect(points).toBeLessThanOrEqual(fontSizes.table);
        expect(widthsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(area, 6);
        for (const [column, cell] of (shown.total ?? []).entries()) {
          if (shown.columns[column]?.wraps ?? false) continue;
          expect(widthsMm[column]).toBeGreaterThanOrEqual(textWidthMm(cellText(cell), points, true));
        }
      }),
    );
  });
});

describe("linesOf", () => {
  it("breaks between words, and a word that is too long where it must", () => {
    const word = textWidthMm("Trong", 11);
    expect(linesOf("Trong thời hạn", 100, 11)).toBe(1);
    expect(linesOf("Trong thời hạn", word, 11)).toBe(3);
    expect(linesOf("Trong", word / 2.5, 11)).toBe(3);
  });
});

describe("fill", () => {
  it("puts values in, and refuses to print a gap", () => {
    expect(fill("{{a}} và {{b}}", { a: "1", b: "{{a}}" })).toBe("1 và {{a}}");
    expect(() => fill("{{a}}", {})).toThrow(RangeError);
    expect(() => fill("{{toString}}", {})).toThrow(RangeError);
  });
});
