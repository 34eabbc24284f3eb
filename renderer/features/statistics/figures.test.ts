import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatisticsRowData } from "../../../shared/contract/schemas/statistics";
import { byStandard, standardsAndAll } from "../../../shared/domain/values";
import { countsOf } from "../../../shared/statistics/by-unit";
import { partsOf } from "./chart-parts";
import { figureOf, fractionText, lowestFirst, percentText, sortRows, statusColumns } from "./figures";

const counts = fc.record({
  met: fc.nat(40),
  notMet: fc.nat(9),
  unknown: fc.nat(5),
  grace: fc.nat(5),
  notApplicable: fc.nat(3),
});

function row(name: string, professional: Partial<StatisticsRowData["all"]>): StatisticsRowData {
  const all = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 0, ...professional };
  const total = Object.values(all).reduce((sum, n) => sum + n, 0);
  return {
    unitId: name,
    unitCode: "08173",
    unitName: name,
    total,
    standards: { professional: all, politicalTheory: { ...all } },
    all: { ...all },
    notes: byStandard(() => ({ unverified: 0, assumed: 0, uncovered: 0 })),
    mainUnclear: 0,
    uncovered: 0,
  };
}

const anyRow = fc.tuple(fc.uuid(), counts).map(([name, professional]) => row(name, professional));

describe("figures", () => {
  it("print the district of the press with its right percentage", () => {
    const figure = figureOf(row("Thanh Ba", { met: 386, notMet: 92 }), "professional");
    expect(`${fractionText(figure)} ${percentText(figure)}`).toBe("386/478 80,8 %");
  });

  it("print a range while somebody is unknown, and leave out whom nothing applies to", () => {
    const figure = figureOf(row("x", { met: 6, notMet: 2, unknown: 2, notApplicable: 5 }), "professional");
    expect(`${fractionText(figure)} ${percentText(figure)}`).toBe("6/10 60,0–80,0 %");
  });

  it("show not applicable only where it occurs", () => {
    expect(statusColumns(row("x", { met: 1 }), "professional")).toEqual([
      "met",
      "notMet",
      "unknown",
      "grace",
    ]);
    expect(statusColumns(row("x", { notApplicable: 1 }), "professional")).toContain("notApplicable");
  });
});

describe("sortRows", () => {
  const rows = [
    row("Đại An", { met: 5, notMet: 5 }),
    row("Đông Lĩnh", { met: 9, notMet: 1 }),
    row("Vân Lĩnh", {}),
  ];

  it("keeps the given order of names and turns it round", () => {
    expect(sortRows(rows, { column: "unit", descending: false })).toEqual(rows);
    expect(sortRows(rows, { column: "unit", descending: true })).toEqual(rows.toReversed());
  });

  it("puts the lowest rate first and units without anybody last", () => {
    const names = sortRows(rows, { column: "professional.rate", descending: false }).map(
      (each) => each.unitName,
    );
    expect(names).toEqual(["Đại An", "Đông Lĩnh", "Vân Lĩnh"]);
    expect(lowestFirst(rows, "professional").map((each) => each.unitName)).toEqual(["Đại An", "Đông Lĩnh"]);
  });

  it("only reorders, by any column", () => {
    const column = fc.constantFrom(
      "unit",
      "total",
      "professional.met",
      "politicalTheory.unknown",
      "all.rate",
      "all.met",
    );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), column, fc.boolean(), (given, key, descending) => {
        const sorted = sortRows(given, { column: key, descending });
        expect(new Set(sorted)).toEqual(new Set(given));
        expect(sorted.length).toBe(given.length);
      }),
    );
  });
});

describe("parts of a bar", () => {
  it("sum to those whom the rate is of, so that the longer piece is the higher rate", () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...standardsAndAll), (given, standard) => {
        const sum = partsOf(given, standard).reduce(
          (people, part) => people + countsOf(given, standard)[part],
          0,
        );
        return sum === figureOf(given, standard).whole;
      }),
    );
  });
});
