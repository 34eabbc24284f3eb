// Guards that no word of a table is broken nor cut, in any format and with any number of standards, as an office program
// draws it: each word that stands on its pages is one of the document's.

import { describe, expect, it } from "vitest";
import { type Standard, standards } from "../../../shared/domain/values";
import { cellText } from "../../../shared/report/cell-text";
import type { ReportDocument, ReportTable } from "../../../shared/report/document";
import {
  exampleCounts,
  exampleOffice,
  exampleTable,
  standardsReport,
  tableOf,
} from "../../../shared/testing/reports";
import { convertAllWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { wordsOfPdf } from "../../testing/pdf-words";
import { writeDocx } from "./docx";
import { writeXlsx } from "./xlsx";

const counts = { met: 12, notMet: 2, unknown: 1, grace: 1, notApplicable: 9 };
const noRule = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 25 };

/** The table alone of so many standards and communes, of the first two or of all of which there are rules. */
function tableReport(counted: number, communes: number, ruled: number): ReportDocument {
  const of = (times: number) =>
    Object.fromEntries(
      standards.slice(0, counted).map((standard, place) => {
        const one = place < ruled ? counts : noRule;
        return [standard, Object.fromEntries(Object.entries(one).map(([key, n]) => [key, n * times]))];
      }),
    ) as Partial<Record<Standard, typeof counts>>;
  const one = exampleCounts({ professional: counts, politicalTheory: counts, all: counts });
  const names = Array.from({ length: communes }, (_none, n) => `Xã Hoàng Cương ${n + 1}`);
  const table = exampleTable(
    Object.fromEntries(names.map((name) => [name, { ...one, standards: { ...one.standards, ...of(1) } }])),
  );
  const total = { ...table.total, standards: { ...table.total.standards, ...of(communes) } };
  const document = standardsReport({ ...table, total }, exampleOffice, null, null);
  return { ...document, blocks: [tableOf(document)] };
}

/** What may stand on a page of a table: its words, and the pieces after a slash or the dash of a rate. */
function wordsOf({ header, numbering, rows, total }: ReportTable): ReadonlySet<string> {
  const texts = [
    ...header.map(({ text }) => text),
    ...(numbering ?? []),
    ...[...rows, total ?? []].flatMap((row) => row.map(cellText)),
  ];
  const words = texts.flatMap((text) => text.normalize("NFC").split(/\s+/u));
  const pages = ["2", "3", "4", "5"];
  return new Set([...words, ...words.flatMap((word) => word.split(/(?<=[/–])/u)), ...pages]);
}

const cases = [1, 2, 3, 4, 5, 6, 7].flatMap((counted) =>
  [1, 19].flatMap((communes) =>
    [2, counted].map((ruled) => ({
      name: `${counted} standards, ${ruled} with rules, of ${communes}`,
      document: tableReport(counted, communes, ruled),
    })),
  ),
);

const writers = [
  { format: "docx", kind: "texts", write: writeDocx },
  { format: "xlsx", kind: "sheets", write: writeXlsx },
] as const;

describe.each(writers)("a table of communes as $format", ({ format, kind, write }) => {
  it.skipIf(!hasLibreOffice(kind))("has every word whole", async () => {
    const files = await Promise.all(cases.map(({ document }) => write(document)));
    const broken = convertAllWithOffice(files, format, "pdf").flatMap((pdf, place) => {
      const { name = "", document } = cases[place] ?? {};
      const allowed = document === undefined ? new Set<string>() : wordsOf(tableOf(document));
      const words = wordsOfPdf(pdf);
      const odd = [...new Set(words.filter((word) => !allowed.has(word)))];
      return words.length > 40 && odd.length === 0 ? [] : [{ name, odd }];
    });
    expect(broken).toEqual([]);
  });
});
