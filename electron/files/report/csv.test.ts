// Guards the file for other programs: Excel must neither garble it, run it nor make dates of it.

import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { ReportDocument } from "../../../shared/report/document";
import { exampleOffice, gapsExample, standardsReport, tableOf } from "../../../shared/testing/reports";
import { writeCsv } from "./csv";

const document = standardsReport(gapsExample, exampleOffice, null, null);

/** The same document with one text in place of the first unit's name. */
function named(text: string): ReportDocument {
  const table = tableOf(document);
  const [first = [], ...others] = table.rows;
  const row = first.map((cell) => (cell.kind === "text" ? { kind: "text" as const, text } : cell));
  return { ...document, blocks: [{ ...table, rows: [row, ...others] }] };
}

const textOf = (of: ReportDocument) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeCsv(of));

describe("writeCsv", () => {
  it("begins with the mark of UTF-8 and parts fields by semicolons", () => {
    const [heads, first] = textOf(document).split("\r\n");
    expect(heads).toMatch(/^\uFEFFSTT;Đơn vị;Tổng số;Chuẩn chuyên môn - Đạt;/);
    expect(first).toMatch(/^1;Xã Đại An;10;5;1;2;2;5\/10 người;"50,0–70,0 %";/);
    expect(textOf(document).endsWith("\r\n")).toBe(true);
  });

  it("has a row a unit and the total, every row as wide as the head", () => {
    const book = read(writeCsv(document), { type: "buffer", FS: ";", raw: true });
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, {
      header: 1,
      defval: "",
    });
    expect(rows).toHaveLength(1 + 2 + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([tableOf(document).columns.length]));
    expect(rows.at(-1)?.slice(0, 4)).toEqual(["", "Tổng cộng", "22", "8"]);
  });

  it.each([
    "=1+1",
    "+84",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "|calc",
    "＝1+1",
    "＋84",
    "－1",
    "＠SUM",
    "﹦1",
    "−1",
    "\r=1",
  ])("keeps %j from being run", (text) => {
    expect(textOf(named(text))).toMatch(/^1;"?'/m);
  });

  it("quotes what would break a line or a field", () => {
    expect(textOf(named('a;b"c\nd'))).toContain('1;"a;b""c\nd";10');
  });
});
