/** Headings as clerks write them: in any spelling, over two rows, joined or not, with answers under them. */
import { describe, expect, it } from "vitest";
import { roleText } from "./column-role";
import { findHeader } from "./find-header";
import { HeadingBook } from "./heading-book";
import { asFound, layOut } from "./layout";
import { SheetGrid } from "./sheet-grid";
import type { Merge, Sheet } from "./workbook";

const book = new HeadingBook();

/** Rows of texts; blank ones hold nothing. @param merges as first row, first column, last row, last column */
function gridOf(
  rows: readonly (readonly string[])[],
  merges: readonly (readonly [number, number, number, number])[] = [],
) {
  const sheet: Sheet = {
    name: "Sheet1",
    hidden: false,
    rows: rows.map((texts, place) => ({
      number: place + 1,
      cells: texts.flatMap((text, column) =>
        text === ""
          ? []
          : [{ column, content: { kind: "text" as const, runs: [{ text, font: null }] }, formula: false }],
      ),
    })),
    merges: merges.map(
      ([firstRow, firstColumn, lastRow, lastColumn]): Merge => ({
        firstRow,
        lastRow,
        firstColumn,
        lastColumn,
      }),
    ),
  };
  return new SheetGrid(sheet, false);
}

function rolesOf(rows: readonly (readonly string[])[], merges?: Parameters<typeof gridOf>[1]) {
  const layout = layOut(gridOf(rows, merges), book, asFound, () => null);
  return layout?.matches.map(({ role }) => roleText(role));
}

describe("headings", () => {
  it("are read as the others of their table are written: beside one with marks, a word without any has none", () => {
    expect(rolesOf([["Họ và tên", "DT", "Điện thoại"]])).toEqual([
      "official.fullName",
      "official.ethnicity",
      "official.phone",
    ]);
    expect(rolesOf([["Ho va ten", "DT", "Dien thoai"]])?.[1]).toBe("#kept");
  });

  it("end where signatures begin, though names stand in the columns of people", () => {
    const layout = layOut(
      gridOf([
        ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Ghi chú"],
        ["1", "Nguyễn Văn A", "1980", "Chủ tịch UBND", ""],
        ["", "Tổng cộng: 1 người", "", "", ""],
        ["", "", "", "Xã Mẫu, ngày 30 tháng 9 năm 2026", ""],
        ["", "NGƯỜI LẬP BIỂU", "", "TM. ỦY BAN NHÂN DÂN", ""],
        ["", "", "", "CHỦ TỊCH", ""],
        ["", "Trần Thị B", "", "Nguyễn Văn A", ""],
      ]),
      book,
      asFound,
      () => null,
    );
    expect(layout?.data.map(({ number }) => number)).toEqual([2]);
    expect(layout?.left.map(({ row, reason }) => [row, reason])).toEqual([
      [3, "total"],
      [4, "foot"],
      [5, "foot"],
      [6, "foot"],
      [7, "foot"],
    ]);
  });
  it("are read without the words that say how to fill them in", () => {
    expect(rolesOf([["Họ và tên\n(ghi chữ in hoa)", "Ngày sinh (dd/mm/yyyy)", "Giới tính"]])).toEqual([
      "official.fullName",
      "official.birth",
      "official.sex",
    ]);
  });

  it("of days go to the column in which days stand, and not to one in which people are ticked", () => {
    const people = (...cells: string[]) => [
      ["Họ và tên", "Đảng viên", "Ngày vào Đảng"],
      ["Nguyễn Văn A", cells[0] ?? "", "03/02/2001"],
      ["Trần Thị B", cells[1] ?? "", ""],
      ["Lê Văn C", cells[2] ?? "", "19/05/2005"],
    ];
    const [kept, joined] = ["#kept", "official.partyJoined"];
    expect(rolesOf(people("x", "", "x"))).toEqual(["official.fullName", kept, joined]);
    expect(rolesOf(people("Có", "Không", "x"))).toEqual(["official.fullName", kept, joined]);
    expect(rolesOf(people("x", "", "19/05/2005"))).toEqual(["official.fullName", joined, kept]);
    expect(rolesOf(people("", "", ""))).toEqual(["official.fullName", joined, kept]);
  });

  it("of days are no suggestion either for a column in which people are ticked", () => {
    const told = (...cells: string[]) =>
      layOut(
        gridOf([
          ["Họ và tên", "Ngày vào Đảng", "Đảng viên"],
          ["Nguyễn Văn A", "03/02/2001", ...cells],
        ]),
        book,
        asFound,
        () => null,
      )?.matches[2];
    expect(told("x")).toMatchObject({ suggestion: null, twiceOf: null });
    expect(told("03/02/2001")).toMatchObject({ twiceOf: 1 });
  });

  it("give a person the number that is in use, where the one before it has a column too", () => {
    expect(rolesOf([["Họ và tên", "Số CMND", "Số CCCD"]])).toEqual([
      "official.fullName",
      "#kept",
      "official.identityNumber",
    ]);
    expect(rolesOf([["Họ và tên", "Số CMND", "Chức vụ"]])?.[1]).toBe("official.identityNumber");
  });

  it("are read with short forms of words, which alone may mean something else", () => {
    expect(rolesOf([["Họ và tên", "Trình độ CM cao nhất", "Năm TN", "Trường ĐT", "Hệ ĐT", "ĐT"]])).toEqual([
      "official.fullName",
      "qualification.professional.level",
      "qualification.professional.granted",
      "qualification.professional.school",
      "qualification.professional.mode",
      "official.phone",
    ]);
  });

  it("part a date under a word that would name it whole with each of its parts", () => {
    expect(
      rolesOf(
        [
          ["Họ và tên", "Sinh", "", "", "Đảng viên", ""],
          ["", "Ngày", "Tháng", "Năm", "Ngày vào", "Chính thức"],
        ],
        [
          [1, 0, 2, 0],
          [1, 1, 1, 3],
          [1, 4, 1, 5],
        ],
      ),
    ).toEqual([
      "official.fullName",
      "official.birth:day",
      "official.birth:month",
      "official.birth:year",
      "official.partyJoined",
      "official.partyOfficial",
    ]);
  });

  it("are found in any spelling, without marks, in capitals, over several lines", () => {
    expect(
      rolesOf([
        [
          "Stt",
          "HỌ VÀ TÊN\nKHAI SINH",
          "nam sinh",
          "Số CMND/CCCD",
          "chuc vu",
          "TĐCM",
          "llct",
          "QLNN",
          "Dân  tộc",
          "Ngày vào Đảng chính thức",
          "Trình độ văn hoá",
        ],
      ]),
    ).toEqual([
      "#sequence",
      "official.fullName",
      "official.birth",
      "official.identityNumber",
      "assignment.post",
      "qualification.professional.level",
      "qualification.politicalTheory.level",
      "qualification.stateManagement.level",
      "official.ethnicity",
      "official.partyOfficial",
      "qualification.general.level",
    ]);
  });
  it("stand in two joined rows, with sexes over births and answers over crosses", () => {
    const rows = [
      ["DANH SÁCH CÁN BỘ", "", "", "", "", "", "", ""],
      ["TT", "Họ và tên", "Ngày sinh", "", "Trình độ chuyên môn", "", "Trình độ", ""],
      ["", "", "Nam", "Nữ", "Trung cấp", "Đại học", "LLCT", "Tin học"],
      ["1", "2", "3", "4", "5", "6", "7", "8"],
      ["1", "Nguyễn Văn Mẫu", "1980", "", "", "x", "TC", "A"],
    ];
    const merges = [
      [1, 0, 1, 7],
      [2, 0, 3, 0],
      [2, 1, 3, 1],
      [2, 2, 2, 3],
      [2, 4, 2, 5],
      [2, 6, 2, 7],
    ] as const;
    const wanted = [
      "#sequence",
      "official.fullName",
      "official.birth+official.sex=male",
      "official.birth+official.sex=female",
      "qualification.professional.level=intermediate",
      "qualification.professional.level=university",
      "qualification.politicalTheory.level",
      "qualification.it.level",
    ];
    expect(rolesOf(rows, merges)).toEqual(wanted);
    // As a .csv has them: nothing is joined.
    expect(rolesOf(rows)).toEqual(wanted);
    const layout = layOut(gridOf(rows, merges), book, asFound, () => null);
    expect(layout?.left.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "title"],
      [4, "columnNumbers"],
    ]);
    expect(layout?.data.map(({ number }) => number)).toEqual([5]);
  });
  it("part dates and names, also without marks", () => {
    const rows = [
      ["Họ đệm", "Tên", "Ngay sinh", "", ""],
      ["", "", "Ngay", "Thang", "Nam"],
    ];
    const merges = [
      [1, 0, 2, 0],
      [1, 1, 2, 1],
      [1, 2, 1, 4],
    ] as const;
    expect(rolesOf(rows, merges)).toEqual([
      "official.fullName:family",
      "official.fullName:given",
      "official.birth:day",
      "official.birth:month",
      "official.birth:year",
    ]);
  });
  it("near in spelling are offered and not taken", () => {
    const layout = layOut(gridOf([["Họ và tên", "Ngày sihn", "Điệnn thoại"]]), book, asFound, () => null);
    expect(
      layout?.matches.map(({ role, suggestion }) => [
        roleText(role),
        suggestion === null ? null : roleText(suggestion),
      ]),
    ).toEqual([
      ["official.fullName", null],
      ["#kept", "official.birth"],
      ["#kept", "official.phone"],
    ]);
  });
  it("are not found where none names people", () => {
    expect(
      findHeader(
        gridOf([
          ["Thu", "Chi"],
          ["1", "2"],
        ]),
        book,
        null,
      ),
    ).toBeNull();
  });
});

describe("rows", () => {
  it("are people, groups that speak for those below, totals, repeated headings and the foot", () => {
    const rows = [
      ["STT", "Họ và tên", "Năm sinh", "Chức vụ"],
      ["I", "Xã Quảng Yên", "", ""],
      ["1", "Nguyễn Văn Một", "1980", "CT UBND"],
      ["STT", "Họ và tên", "Năm sinh", "Chức vụ"],
      ["2", "Tống Văn Hai", "1981", "CT HĐND"],
      ["", "Tổng cộng: 2 người", "", ""],
      ["", "", "", "Quảng Yên, ngày 5 tháng 6 năm 2025"],
      ["", "Người lập bảng", "", "TM. UBND"],
    ];
    const layout = layOut(gridOf(rows), book, asFound, () => null);
    expect(layout?.data.map(({ number, groups }) => [number, ...groups])).toEqual([
      [3, "Xã Quảng Yên"],
      [5, "Xã Quảng Yên"],
    ]);
    expect(layout?.left.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "group"],
      [4, "heading"],
      [6, "total"],
      [7, "foot"],
      [8, "foot"],
    ]);
  });
  it("are refused where one cell is joined over several people's own values", () => {
    const rows = [
      ["Họ và tên", "Năm sinh"],
      ["Nguyễn Văn Một", "1980"],
      ["Lê Thị Hai", ""],
    ];
    const layout = layOut(gridOf(rows, [[2, 1, 3, 1]]), book, asFound, () => null);
    expect(layout?.fault).toEqual({ kind: "merged", column: 1, firstRow: 2, lastRow: 3 });
  });
});
