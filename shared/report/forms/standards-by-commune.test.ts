// Guards the printed table: the published figures, ranges that are never narrower than the truth, and that nothing
// is said about statuses nobody has.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineCodes } from "../../standards/decide";
import { type Status, statusCodes, statuses, statusOfCode } from "../../standards/types";
import { cellText } from "../cell-text";
import { blocksOf, type ReportDocument } from "../document";
import {
  exampleCounts,
  exampleOffice,
  exampleTable,
  gapsExample,
  headingOf,
  standardsReport,
  tableOf,
  thanhBaExample,
} from "../../testing/reports";

const report = (table = thanhBaExample, scope: string | null = null) =>
  standardsReport(table, exampleOffice, scope, "2021-10-04");

/** A row of the document by column key, as printed; the total when no unit is named. */
function printed(document: ReportDocument, unit: string | null): Record<string, string> {
  const table = tableOf(document);
  const at = table.columns.findIndex(({ key }) => key === "unit");
  const row =
    unit === null
      ? table.total
      : table.rows.find((cells) => cellText(cells[at] ?? { kind: "empty" }) === unit);
  return Object.fromEntries(
    table.columns.map(({ key }, column) => [key, cellText(row?.[column] ?? { kind: "empty" })]),
  );
}

const notesOf = (document: ReportDocument) => blocksOf(document, "text").flatMap(({ lines }) => lines);

describe("standardsByCommune", () => {
  it("prints the published figures of Thanh Ba", () => {
    expect(printed(report(), null)).toEqual({
      ordinal: "",
      unit: "Tổng cộng",
      total: "478",
      "professional-met": "386",
      "professional-notMet": "92",
      "professional-unknown": "0",
      "professional-grace": "0",
      "professional-fraction": "386/478",
      "professional-rate": "80,8 %",
      "politicalTheory-met": "461",
      "politicalTheory-notMet": "17",
      "politicalTheory-unknown": "0",
      "politicalTheory-grace": "0",
      "politicalTheory-fraction": "461/478",
      "politicalTheory-rate": "96,4 %",
      "all-met": "381",
      "all-fraction": "381/478",
      "all-rate": "79,7 %",
    });
    expect(printed(report(), "Xã Quảng Yên")).toMatchObject({
      ordinal: "1",
      "all-fraction": "31/33",
      "all-rate": "93,9 %",
    });
  });

  it("is headed, dated and signed like an official document", () => {
    const document = report(thanhBaExample, "Huyện Thanh Ba");
    expect(headingOf(document)).toEqual({
      kind: "heading",
      superior: "UBND HUYỆN THANH BA",
      agency: "PHÒNG NỘI VỤ",
      nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      motto: "Độc lập - Tự do - Hạnh phúc",
      number: null,
      placeAndDay: "Thanh Ba, ngày 04 tháng 10 năm 2021",
      title: ["BẢNG TỔNG HỢP", "MỨC ĐỘ ĐẠT CHUẨN CỦA CÁN BỘ, CÔNG CHỨC CẤP XÃ", "HUYỆN THANH BA"],
      subtitle: "(Tính đến ngày 01 tháng 10 năm 2021)",
    });
    expect(blocksOf(document, "signatures").flatMap(({ places }) => places)).toEqual([
      { title: "Người lập bảng", hint: "(ghi rõ họ tên)", name: "Nguyễn Thị Huệ" },
      { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)", name: null },
    ]);
    expect(tableOf(document).numbering?.slice(0, 4)).toEqual(["A", "B", "1", "2"]);
    expect(document.fileName).toBe("Tổng hợp đạt chuẩn Huyện Thanh Ba 2021-10-01");
    expect(headingOf(standardsReport(thanhBaExample, exampleOffice, null, null)).placeAndDay).toContain(
      "ngày ……",
    );
  });

  it("names the sets in force and marks what was not compared with its text", () => {
    const notes = notesOf(report()).join("\n");
    expect(notes).toContain(
      "Quyết định số 04/2004/QĐ-BNV; Thông tư số 13/2019/TT-BNV (chưa đối chiếu văn bản)",
    );
    expect(notesOf(report({ ...thanhBaExample, standardSets: [] })).join("\n")).toContain("chưa có văn bản");
  });

  it("says whose posts it counts, what rests on unverified rules or assumption, and until when grace runs", () => {
    const rule = {
      standard: "professional" as const,
      setId: "00000000-0000-4000-8000-00000000000b",
      setName: "Thông tư số 13/2019/TT-BNV",
      clause: "Điều 1",
      verified: true,
      ruleVerified: true,
      people: 22,
      grace: 2,
      graceDays: [{ until: "2024-12-25", people: 2 }],
    };
    const { total } = gapsExample;
    const notes = notesOf(
      report({
        ...gapsExample,
        rules: [rule],
        total: {
          ...total,
          notes: {
            professional: { unverified: 7, assumed: 0, uncovered: 0 },
            politicalTheory: { unverified: 22, assumed: 3, uncovered: 12 },
          },
          mainUnclear: 1,
          uncovered: 12,
        },
      }),
    );
    expect(notes[0]).toContain("gồm: cán bộ, công chức;");
    expect(notes).toContain("Hạn hoàn thiện: chuyên môn 2 người đến hết 25/12/2024.");
    expect(notes.join("\n")).toContain(
      "Xét theo quy định chưa đối chiếu văn bản: chuyên môn 7 người; lý luận chính trị 22 người;",
    );
    expect(notes.join("\n")).toContain("Tính theo giả định: lý luận chính trị 3 người");
    expect(notes.join("\n")).toContain("Cần xem lại: 1 người");
    expect(notes.join("\n")).toContain("Chưa có quy định áp dụng cho chức danh của 12 người");
  });

  it("prints ranges, the column and the notes of gaps only where there are gaps", () => {
    const gaps = report(gapsExample);
    expect(printed(gaps, "Xã Đại An")).toMatchObject({
      "professional-grace": "2",
      "professional-fraction": "5/10",
      "professional-rate": "50,0–70,0 %",
      "politicalTheory-notApplicable": "1",
      "politicalTheory-fraction": "7/9",
      "politicalTheory-rate": "77,8–88,9 %",
      "all-fraction": "4/9",
      "all-rate": "44,4–66,7 %",
    });
    expect(notesOf(gaps)).toHaveLength(5);
    expect(notesOf(report())).toHaveLength(3);
    const keys = (document: ReportDocument) => tableOf(document).columns.map(({ key }) => key);
    expect(keys(gaps)).toContain("politicalTheory-notApplicable");
    expect(keys(gaps)).not.toContain("professional-notApplicable");
    expect(keys(report())).not.toContain("politicalTheory-notApplicable");
  });

  it("holds one figure a cell where the receiver wants that, and says the range in a note", () => {
    const plain = (table: typeof gapsExample) =>
      standardsReport(table, exampleOffice, null, null, { oneFigure: true });
    const document = plain(gapsExample);
    for (const row of [...tableOf(document).rows, tableOf(document).total ?? []]) {
      for (const cell of row) {
        expect(["text", "number", "percent", "empty"]).toContain(cell.kind);
        if (cell.kind === "percent") expect(cell.most).toBe(cell.least);
      }
    }
    expect(printed(document, "Xã Đại An")).toMatchObject({
      "professional-fraction": "10",
      "professional-rate": "50,0 %",
      "all-fraction": "9",
    });
    expect(tableOf(document).header.map(({ text }) => text)).toContain("Số phải xét");
    expect(notesOf(document).join("\n")).toContain(
      "tỷ lệ chung là: chuyên môn 36,4–81,8 %; lý luận chính trị 90,5–95,2 %; mọi tiêu chuẩn áp dụng 33,3–81,0 %.",
    );
    expect(notesOf(document).join("\n")).not.toContain("tỷ lệ ghi thành khoảng");
    expect(notesOf(plain(thanhBaExample)).join("\n")).not.toContain("Chưa rõ");
  });

  it("knows which figures follow from others: sums of the rows, and rates of what stands beside them", () => {
    const formulas = (oneFigure: boolean) => {
      const { columns, formulas: of } = tableOf(
        standardsReport(gapsExample, exampleOffice, null, null, { oneFigure }),
      );
      return Object.fromEntries(columns.map(({ key }, place) => [key, of[place]]));
    };
    expect(formulas(false)).toMatchObject({
      unit: null,
      total: { kind: "sum" },
      "professional-met": { kind: "sum" },
      "professional-fraction": { kind: "fraction", part: 3, whole: [3, 4, 5, 6] },
      "professional-rate": { kind: "ratio", part: 3, whole: [3, 4, 5, 6] },
      "all-rate": { kind: "ratio", whole: [] },
    });
    expect(formulas(true)).toMatchObject({
      "professional-fraction": { kind: "sum" },
      "professional-rate": { kind: "ratio", part: 3, whole: [7] },
    });
  });

  it("prints what the office wrote on the form, and the rest as usual", () => {
    const filled = {
      number: "12/BC-UBND",
      place: "Quảng Yên",
      title: "BIỂU 01\nCHẤT LƯỢNG CÁN BỘ",
      preparerTitle: "Công chức Văn phòng",
      signerTitle: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
      signerName: "Nguyễn Văn Thử",
    };
    const document = standardsReport(thanhBaExample, exampleOffice, null, "2021-10-04", { filled });
    expect(headingOf(document)).toMatchObject({
      number: "Số: 12/BC-UBND",
      placeAndDay: "Quảng Yên, ngày 04 tháng 10 năm 2021",
      title: ["BIỂU 01", "CHẤT LƯỢNG CÁN BỘ"],
    });
    expect(blocksOf(document, "signatures").flatMap(({ places }) => places)).toEqual([
      { title: "Công chức Văn phòng", hint: "(ghi rõ họ tên)", name: "Nguyễn Thị Huệ" },
      { title: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", hint: "(ký tên, đóng dấu)", name: "Nguyễn Văn Thử" },
    ]);
    const byHand = { filled: { number: "/BC-UBND" } };
    expect(headingOf(standardsReport(thanhBaExample, exampleOffice, null, null, byHand)).number).toBe(
      "Số: ………/BC-UBND",
    );
  });

  it("says – for a unit without people", () => {
    const table = exampleTable({ "Xã Mới": exampleCounts({}) });
    expect(printed(report(table), "Xã Mới")).toMatchObject({
      total: "0",
      "all-rate": "–",
      "professional-rate": "–",
    });
  });

  it("never prints a range that the truth can leave, however the unknown turn out", () => {
    const person = fc.record({
      professional: fc.constantFrom(...statuses),
      politicalTheory: fc.constantFrom(...statuses),
      turnsOut: fc.tuple(fc.boolean(), fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (people) => {
        const count = (of: (each: (typeof people)[number]) => Status | null) =>
          Object.fromEntries(
            statuses.map((status) => [status, people.filter((each) => of(each) === status).length]),
          );
        const isMet = (status: Status, turnsOut: boolean) =>
          status === "met" || (status === "unknown" && turnsOut);
        const bothMet = (certain: boolean) =>
          people.filter(
            ({ professional, politicalTheory, turnsOut: [p, t] }) =>
              [professional, politicalTheory].some((status) => status !== "notApplicable") &&
              (professional === "notApplicable" || isMet(professional, !certain && p)) &&
              (politicalTheory === "notApplicable" || isMet(politicalTheory, !certain && t)),
          ).length;
        const table = exampleTable({
          Xã: exampleCounts({
            professional: count((each) => each.professional),
            politicalTheory: count((each) => each.politicalTheory),
            all: count((each) =>
              statusOfCode(combineCodes(statusCodes[each.professional], statusCodes[each.politicalTheory])),
            ),
          }),
        });
        const { columns, total } = tableOf(report(table));
        const cell = total?.[columns.findIndex(({ key }) => key === "all-rate")];
        if (cell?.kind !== "percent") throw new Error("no rate");
        expect(cell.least).toBe(bothMet(true));
        expect(cell.least).toBeLessThanOrEqual(bothMet(false));
        expect(cell.most).toBeGreaterThanOrEqual(bothMet(false));
        expect(cell.most).toBeLessThanOrEqual(cell.whole);
        if (!people.some((each) => each.professional === "unknown" || each.politicalTheory === "unknown")) {
          expect(cell.most).toBe(cell.least);
        }
      }),
    );
  });
});
