// Guards that of a list which nobody prints only the beginning becomes pages, and that it does not sign for the rest.
import { describe, expect, it } from "vitest";
import type { ReportCell, ReportDocument, ReportTable } from "../../../shared/report/document";
import { makePrintPage } from "./print-page";

const printer = async (html: string) => new TextEncoder().encode(html);
const rowOf = (place: number): readonly ReportCell[] => [{ kind: "text", text: `Dòng ${place}` }];
const table = (rows: number): ReportTable => ({
  kind: "table",
  columns: [{ key: "name", holds: "text", align: "left", wraps: true, widthMm: 40 }],
  headerRows: 1,
  header: [{ text: "Họ và tên", row: 0, column: 0, rowSpan: 1, columnSpan: 1 }],
  numbering: null,
  rows: Array.from({ length: rows }, (_none, place) => rowOf(place)),
  total: null,
  formulas: [null],
});
const documentOf = (block: ReportTable): ReportDocument => ({
  form: "list",
  orientation: "portrait",
  issuedOn: null,
  fileName: "Danh sách",
  blocks: [
    block,
    { kind: "signatures", places: [{ title: "Người lập", hint: "(ký)", name: "Người Ký Thử" }] },
  ],
});
const textOf = async (block: ReportTable) => {
  const page = await makePrintPage(documentOf(block), printer);
  return { ...page, html: new TextDecoder().decode(page.pdf) };
};

describe("makePrintPage", () => {
  it("makes all of a list that can be printed", async () => {
    const { rows, shown, html } = await textOf(table(10_000));
    expect([rows, shown]).toEqual([10_000, 10_000]);
    expect(html).toContain("Dòng 9999<");
    expect(html).toContain("Người Ký Thử");
  });

  it("makes the beginning of a longer one, without those who would sign for all of it", async () => {
    const { rows, shown, html } = await textOf(table(10_001));
    expect([rows, shown]).toEqual([10_001, 500]);
    expect(html).toContain("Dòng 499<");
    expect(html).not.toContain("Dòng 500<");
    expect(html).not.toContain("Người Ký Thử");
  });

  it("reads no more of a list of a nation than it shows", async () => {
    let read = 0;
    const slices = async function* () {
      for (; read < 250_000; read += 200)
        yield Array.from({ length: 200 }, (_none, place) => rowOf(read + place));
    };
    const { rows, shown, html } = await textOf({ ...table(0), long: { count: 250_000, slices } });
    expect([rows, shown]).toEqual([250_000, 500]);
    expect(read).toBeLessThan(1_000);
    expect(html).toContain("Dòng 499<");
  });
});
