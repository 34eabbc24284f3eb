// Guards lists that are too long to be held: the same cells as in a short one, and a sentence where a kind of file takes
// fewer rows.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellObject, read } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReportFormat } from "../../../shared/contract/schemas/reports";
import type { ReportCell, ReportDocument } from "../../../shared/report/document";
import { convertWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { writeReport } from "./write-report";

const slice: readonly (readonly ReportCell[])[] = [
  [
    { kind: "number", value: 1 },
    { kind: "text", text: '=HYPERLINK("x")\u0007 \u202eĐặng Thử' },
    { kind: "date", date: "1980-05-12" },
    { kind: "text", text: "001090000123" },
  ],
  [
    { kind: "number", value: 2 },
    { kind: "text", text: "+84 <b>&" },
    { kind: "date", date: "1980" },
    { kind: "empty" },
  ],
];
const slices = 3;
const head = (text: string, column: number) => ({ text, row: 0, column, rowSpan: 1, columnSpan: 1 });
const document: ReportDocument = {
  form: "list",
  orientation: "landscape",
  issuedOn: null,
  fileName: "Danh sách",
  blocks: [
    {
      kind: "table",
      columns: (["number", "text", "date", "text"] as const).map((holds, n) => ({
        key: String(n),
        holds,
        align: "left",
        wraps: true,
        widthMm: 20,
      })),
      headerRows: 1,
      header: ["STT", "Họ và tên", "Ngày sinh", "Số định danh"].map(head),
      numbering: null,
      rows: [],
      long: {
        count: 30_000,
        slices: async function* () {
          for (let n = 0; n < slices; n++) {
            await Promise.resolve();
            yield slice;
          }
        },
      },
      total: null,
      formulas: [null, null, null, null],
    },
  ],
};

describe("a long list", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "scb-long-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = async (format: ReportFormat) => {
    const printer = () => Promise.reject(new Error("nothing is to be printed"));
    const [file] = await writeReport({ document, formats: [format], folder, fileBase: "ra", printer });
    return readFileSync(file?.path ?? "");
  };

  it("is a workbook of text as text, figures as numbers and full days as days", async () => {
    const sheet = Object.values(
      read(await write("xlsx"), { cellDates: true, cellFormula: true, cellNF: true }).Sheets,
    )[0];
    const at = (place: string) => sheet?.[place] as CellObject | undefined;
    expect(at("B1")?.v).toBe("Họ và tên");
    expect(at("A2")).toMatchObject({ t: "n", v: 1 });
    expect(at("B2")).toMatchObject({ t: "s", v: '=HYPERLINK("x") \u202eĐặng Thử', z: "@" });
    expect(at("B2")?.f).toBeUndefined();
    expect(at("C2")).toMatchObject({ t: "d", z: "dd/mm/yyyy" });
    expect(at("C3")).toMatchObject({ t: "s", v: "1980" });
    expect(at("D2")).toMatchObject({ t: "s", v: "001090000123" });
    expect(at("D3")?.v ?? null).toBeNull();
    expect(sheet?.["!ref"]).toBe(`A1:D${1 + slices * slice.length}`);
  });

  it("is a CSV as a short list is", async () => {
    const lines = (await write("csv")).toString("utf8").split("\r\n");
    expect(lines[0]).toBe("\uFEFFSTT;Họ và tên;Ngày sinh;Số định danh");
    expect(lines[1]).toBe(`1;"'=HYPERLINK(""x"")\u0007 \u202eĐặng Thử";12/05/1980;001090000123`);
    expect(lines[2]).toBe("2;'+84 <b>&;1980;");
    expect(lines).toHaveLength(2 + slices * slice.length);
  });

  it.each(["docx", "pdf"] as const)(
    "is refused as %s in one sentence with its most rows, and writes nothing",
    async (format) => {
      await expect(write(format)).rejects.toMatchObject({
        code: "too-many-rows",
        params: { rows: 30_000, most: format === "pdf" ? 10_000 : 5_000 },
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.skipIf(!hasLibreOffice("sheets"))("opens in an office program", async () => {
    const shown = convertWithOffice(
      await write("xlsx"),
      "xlsx",
      "csv:Text - txt - csv (StarCalc):59,34,76,1",
    ).toString("utf8");
    expect(shown).toContain(';12/05/1980;"001090000123"');
  });
});
