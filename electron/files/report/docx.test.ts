// Guards the Word document by letting an office program open it and lay it out: the figures of the form, the page of
// an official document, and no text that becomes anything but text.

import { describe, expect, it } from "vitest";
import { convertWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { pagesOfPdf } from "../../testing/pdf-text";
import { madeUpReport } from "../../../shared/testing/made-up-report";
import {
  exampleCounts,
  exampleOffice,
  exampleTable,
  gapsExample,
  standardsReport,
  thanhBaExample,
} from "../../../shared/testing/reports";
import type { ReportDocument } from "../../../shared/report/document";
import { writeDocx } from "./docx";

const flat = (text: string) => text.replaceAll(/\s+/gu, " ");
const pagesOf = async (document: ReportDocument) =>
  pagesOfPdf(convertWithOffice(await writeDocx(document), "docx", "pdf"));
/** A table of some units, all alike. */
const unitsOf = (count: number) =>
  exampleTable(
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `Xã Thử ${n + 1}`,
        exampleCounts({
          professional: { met: 2, notMet: 1 },
          politicalTheory: { met: 3 },
          all: { met: 2, notMet: 1 },
        }),
      ]),
    ),
  );

const texts = hasLibreOffice("texts");

describe.skipIf(!texts)("writeDocx in an office program", () => {
  it("shows head, figures, notes and signatures of the form", async () => {
    const [page = "", ...more] = await pagesOf(
      standardsReport(thanhBaExample, exampleOffice, "Huyện Thanh Ba", "2021-10-04"),
    );
    expect(more).toEqual([]);
    const text = flat(page);
    for (const words of [
      "UBND HUYỆN THANH BA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "PHÒNG NỘI VỤ Độc lập - Tự do - Hạnh phúc",
      "Thanh Ba, ngày 04 tháng 10 năm 2021",
      "MỨC ĐỘ ĐẠT CHUẨN CỦA CÁN BỘ, CÔNG CHỨC CẤP XÃ",
      "1 Xã Quảng Yên 33 31 2 0 0 31/33 93,9 % 31 2 0 0 31/33 93,9 % 31 31/33 93,9 %",
      "Tổng cộng 478 386 92 0 0 386/478 80,8 % 461 17 0 0 461/478 96,4 % 381 381/478 79,7 %",
      "Ghi chú:",
      "NGƯỜI LẬP BẢNG THỦ TRƯỞNG ĐƠN VỊ",
      "Nguyễn Thị Huệ",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("repeats the head of the table on each page and numbers pages from the second on", async () => {
    const pages = await pagesOf(standardsReport(unitsOf(55), exampleOffice, null, null));
    expect(pages.length).toBeGreaterThan(2);
    for (const [place, page] of pages.entries()) {
      const [first = ""] = page.split("\n").filter((line) => line.trim() !== "");
      if (place === 0) expect(first).toContain("CỘNG HÒA");
      else expect(first.trim()).toBe(String(place + 1));
      expect(flat(page)).toContain("Chuẩn lý luận chính trị");
    }
  });

  it("never ends a table on a page of less than four rows, nor parts the notes from the signatures", async () => {
    // With this many, the rows that do not fit the pages before would be one, two and three.
    for (const units of [36, 37, 38]) {
      const last = (await pagesOf(standardsReport(unitsOf(units), exampleOffice, null, null))).at(-1) ?? "";
      expect(last.match(/Xã Thử \d+/gu), `${units}`).toHaveLength(4);
      for (const words of ["Tổng cộng", "Ghi chú", "NGƯỜI LẬP BẢNG"])
        expect(last, `${units}`).toContain(words);
    }
  });

  it("leaves no title alone above a short table whose rows are high", async () => {
    const long = "Đơn vị có tên rất dài và nhiều chữ ".repeat(12);
    const units = exampleTable(
      Object.fromEntries([1, 2, 3].map((n) => [`Xã Thử ${n} ${long}`, exampleCounts({})])),
    );
    const [first = ""] = await pagesOf(standardsReport(units, exampleOffice, null, null));
    expect(first).toContain("BẢNG TỔNG HỢP");
    expect(first).toContain("Xã Thử 1");
  });

  it("takes every block and every kind of cell of a form that it was not written for", async () => {
    const text = flat((await pagesOf(madeUpReport())).join(" "));
    for (const words of [
      "=Chuyên viên 2,34 5.475.600 01/07/2023",
      "Ngày sinh 05/1980",
      "50,0 %",
      "NGƯỜI KHAI",
    ])
      expect(text).toContain(words);
  });

  it("prints hostile names as letters", async () => {
    const name = `=1+1 <w:p/> & "x" \u0007\ud800\u202etxt`;
    const office = { ...exampleOffice, name, preparedBy: name };
    const document = standardsReport(exampleTable({ [name]: exampleCounts({}) }), office, null, null);
    const text = flat((await pagesOf(document)).join(" "));
    expect(text).toContain('=1+1 <w:p/> & "x"');
    expect(text).toContain('=1+1 <W:P/> & "X"');
  });
});

describe("writeDocx", () => {
  it("is a Word document of an office that names Times New Roman throughout", async () => {
    const bytes = Buffer.from(await writeDocx(standardsReport(gapsExample, exampleOffice, null, null)));
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(bytes.includes("word/document.xml")).toBe(true);
    expect(bytes.includes("word/vbaProject.bin")).toBe(false);
  });
});
