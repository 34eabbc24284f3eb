/** Small tables for the tests of reports, here and in the renderers: figures whose sums are known. */
import type { StatisticsTable, UnitCounts } from "../contract/schemas/statistics";
import { byStandard, officialCategories } from "../domain/values";
import { buildReport } from "../report/build";
import { blocksOf, type ReportDocument, type ReportHeading, type ReportTable } from "../report/document";
import type { ReportFrame, ReportOffice } from "../report/form";
import { standardsByCommune } from "../report/forms/standards-by-commune";
import { statisticsValues } from "../report/statistics-values";
import { countsOf } from "../statistics/by-unit";
import { unitFigures } from "./unit-figures";

type Counts = UnitCounts["all"];

const none: Counts = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 0 };

export const exampleOffice: ReportOffice = {
  superior: "UBND huyện Thanh Ba",
  name: "Phòng Nội vụ",
  place: "Thanh Ba",
  preparedBy: "Nguyễn Thị Huệ",
  signerTitle: null,
  signerName: null,
};

export function exampleCounts(given: {
  professional?: Partial<Counts>;
  politicalTheory?: Partial<Counts>;
  all?: Partial<Counts>;
}): UnitCounts {
  const professional = { ...none, ...given.professional };
  return {
    total: Object.values(professional).reduce((sum, count) => sum + count, 0),
    standards: { professional, politicalTheory: { ...none, ...given.politicalTheory } },
    all: { ...none, ...given.all },
    notes: byStandard(() => ({ unverified: 0, assumed: 0, uncovered: 0 })),
    mainUnclear: 0,
    uncovered: 0,
  };
}

/** A table of the named units with its total. */
export function exampleTable(units: Readonly<Record<string, UnitCounts>>): StatisticsTable {
  const rows = Object.entries(units).map(([unitName, counts], place) => ({
    unitId: `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`,
    unitCode: String(8173 + place).padStart(5, "0"),
    unitName,
    ...counts,
  }));
  const sum = (of: (counts: UnitCounts) => number) => rows.reduce((total, row) => total + of(row), 0);
  const sumOf = (block: (row: UnitCounts) => Counts): Counts => ({
    met: sum((row) => block(row).met),
    notMet: sum((row) => block(row).notMet),
    unknown: sum((row) => block(row).unknown),
    grace: sum((row) => block(row).grace),
    notApplicable: sum((row) => block(row).notApplicable),
  });
  return {
    asOf: "2021-10-01",
    kinds: [...officialCategories],
    standardSets: [
      { id: "00000000-0000-4000-8000-00000000000a", name: "Quyết định số 04/2004/QĐ-BNV", verified: true },
      { id: "00000000-0000-4000-8000-00000000000b", name: "Thông tư số 13/2019/TT-BNV", verified: false },
    ],
    rules: [],
    unposted: 0,
    rows,
    total: {
      total: sum((row) => row.total),
      standards: {
        professional: sumOf((row) => countsOf(row, "professional")),
        politicalTheory: sumOf((row) => countsOf(row, "politicalTheory")),
      },
      all: sumOf(({ all }) => all),
      notes: byStandard((standard) => ({
        unverified: sum(({ notes }) => notes[standard]?.unverified ?? 0),
        assumed: sum(({ notes }) => notes[standard]?.assumed ?? 0),
        uncovered: sum(({ notes }) => notes[standard]?.uncovered ?? 0),
      })),
      mainUnclear: sum(({ mainUnclear }) => mainUnclear),
      uncovered: sum(({ uncovered }) => uncovered),
    },
    version: 1,
  };
}

/** The published figures of Thanh Ba, October 2021: 478 people, 386 and 461 of them; Quảng Yên 31 of 33. */
export const thanhBaExample = exampleTable({
  "Xã Quảng Yên": exampleCounts({
    professional: { met: 31, notMet: 2 },
    politicalTheory: { met: 31, notMet: 2 },
    all: { met: 31, notMet: 2 },
  }),
  "Các xã còn lại": exampleCounts({
    professional: { met: 355, notMet: 90 },
    politicalTheory: { met: 430, notMet: 15 },
    all: { met: 350, notMet: 95 },
  }),
});

/** Every kind of gap: unknown, grace and not applicable. */
export const gapsExample = exampleTable({
  "Xã Đại An": exampleCounts({
    professional: { met: 5, notMet: 1, unknown: 2, grace: 2 },
    politicalTheory: { met: 7, notMet: 1, unknown: 1, notApplicable: 1 },
    all: { met: 4, notMet: 2, unknown: 2, grace: 1, notApplicable: 1 },
  }),
  '=HYPERLINK("x")': exampleCounts({
    professional: { met: 3, notMet: 1, unknown: 8 },
    politicalTheory: { met: 12 },
    all: { met: 3, notMet: 1, unknown: 8 },
  }),
});

/** The report of standards by commune over a table, as the office would issue it. */
export function standardsReport(
  table: StatisticsTable,
  office: ReportOffice,
  scope: string | null,
  issuedOn: string | null,
  frame: Partial<ReportFrame> = {},
): ReportDocument {
  const source = { values: statisticsValues(table), figures: unitFigures(table) };
  return buildReport(standardsByCommune, source, {
    office,
    scope,
    asOf: table.asOf,
    knownOn: null,
    issuedOn,
    filled: {},
    oneFigure: false,
    ...frame,
  });
}

/** The only table of a document. */
export function tableOf(document: ReportDocument): ReportTable {
  const [table, ...more] = blocksOf(document, "table");
  if (table === undefined || more.length > 0) throw new Error("Not one table");
  return table;
}

/** The heading of a document. */
export function headingOf(document: ReportDocument): ReportHeading {
  const [heading] = blocksOf(document, "heading");
  if (heading === undefined) throw new Error("No heading");
  return heading;
}
