// Guards the workbook by reading it back with another library, and with an office program where there is one: figures
// as numbers, text never as formulas, page set-up of an official document.

import { type CellObject, read, utils, type WorkSheet } from "@e965/xlsx";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import {
  exampleCounts,
  exampleOffice,
  exampleTable,
  gapsExample,
  standardsReport,
  thanhBaExample,
} from "../../../shared/testing/reports";
import { convertWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { writeXlsx } from "./xlsx";

const documentOf = (table: typeof thanhBaExample) =>
  standardsReport(table, exampleOffice, "Huyện Thanh Ba", "2021-10-04");

async function sheetOf(table: typeof thanhBaExample): Promise<WorkSheet> {
  return sheetIn(await writeXlsx(documentOf(table)));
}

function sheetIn(bytes: Uint8Array): WorkSheet {
  const book = read(bytes, { cellNF: true, cellStyles: true, cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** Every cell with its place, in reading order. */
function cellsOf(sheet: WorkSheet): { at: string; cell: CellObject }[] {
  return Object.entries(sheet)
    .filter(([at]) => !at.startsWith("!"))
    .map(([at, cell]) => ({ at, cell: cell as CellObject }));
}

/** Row number (from 0) and column of the first cell that holds a text. */
function find(sheet: WorkSheet, text: string): { r: number; c: number } {
  const found = cellsOf(sheet).find(({ cell }) => cell.v === text);
  if (found === undefined) throw new Error(`no ${text}`);
  return utils.decode_cell(found.at);
}

const valueAt = (sheet: WorkSheet, r: number, c: number) =>
  sheet[utils.encode_cell({ r, c })] as CellObject | undefined;

describe("writeXlsx", () => {
  it("holds figures as numbers in the columns of the table", async () => {
    const sheet = await sheetOf(thanhBaExample);
    const total = find(sheet, "Tổng cộng");
    const row = Array.from({ length: 18 }, (_, c) => valueAt(sheet, total.r, c)?.v);
    expect(row.slice(1)).toEqual([
      "Tổng cộng",
      478,
      386,
      92,
      0,
      0,
      "386/478",
      386 / 478,
      461,
      17,
      0,
      0,
      "461/478",
      461 / 478,
      381,
      "381/478",
      381 / 478,
    ]);
    expect(valueAt(sheet, total.r, 2)?.t).toBe("n");
    expect(valueAt(sheet, total.r, 2)?.z).toContain("#,##0");
    expect(valueAt(sheet, total.r, 8)?.z).toContain("0.0 %");
  });

  it("writes a range as text, and one rate as a number", async () => {
    const sheet = await sheetOf(gapsExample);
    const { r } = find(sheet, "Xã Đại An");
    expect(valueAt(sheet, r, 8)).toMatchObject({ t: "s", v: "50,0–70,0 %" });
    const other = find(sheet, '=HYPERLINK("x")');
    expect(valueAt(sheet, other.r, 15)).toMatchObject({ t: "n", v: 1 });
  });

  it("merges the head as the form draws it, and covers nothing twice", async () => {
    const sheet = await sheetOf(gapsExample);
    const merges = sheet["!merges"] ?? [];
    const group = find(sheet, "Chuẩn lý luận chính trị");
    expect(merges).toContainEqual({ s: group, e: { r: group.r, c: group.c + 6 } });
    const unit = find(sheet, "Đơn vị");
    expect(merges).toContainEqual({ s: unit, e: { r: unit.r + 1, c: unit.c } });
    const covered = merges.flatMap(({ s, e }) =>
      Array.from({ length: (e.r - s.r + 1) * (e.c - s.c + 1) }, (_, at) => {
        const width = e.c - s.c + 1;
        return `${s.r + Math.floor(at / width)},${s.c + (at % width)}`;
      }),
    );
    expect(new Set(covered).size).toBe(covered.length);
  });

  it("has no formula of anybody else's, whatever a text begins with", async () => {
    const sheet = await sheetOf(gapsExample);
    const formulas = cellsOf(sheet).flatMap(({ cell: { f } }) => (f === undefined ? [] : [f]));
    const ours = /^(?:SUM\([A-R]\d+:[A-R]\d+\)|[A-R]\d+(?:\/|&"\/"&)(?:\(?[A-R]\d+(?:\+[A-R]\d+)*\)?|\d+))$/;
    expect(formulas.filter((formula) => !ours.test(formula))).toEqual([]);
    expect(find(sheet, '=HYPERLINK("x")')).toBeDefined();
  });

  it("adds up its totals, and says the same without counting", async () => {
    const document = standardsReport(gapsExample, exampleOffice, null, null, { oneFigure: true });
    const sheet = sheetIn(await writeXlsx(document));
    const { r } = find(sheet, "Tổng cộng");
    expect(valueAt(sheet, r, 2)).toMatchObject({ t: "n", v: 22, f: `SUM(C${r - 1}:C${r})` });
    expect(valueAt(sheet, r, 8)).toMatchObject({ t: "n", v: 8 / 22, f: `D${r + 1}/H${r + 1}` });
    expect(valueAt(sheet, r - 1, 8)).toMatchObject({ t: "n", v: 3 / 12, f: `D${r}/H${r}` });
    // Nobody to be judged: a rate of none is no division.
    const empty = {
      Xã: exampleCounts({}),
      "Xã Hai": exampleCounts({ professional: { met: 1 }, all: { met: 1 } }),
    };
    const none = sheetIn(
      await writeXlsx(standardsReport(exampleTable(empty), exampleOffice, null, null, { oneFigure: true })),
    );
    expect(valueAt(none, find(none, "Xã").r, 8)).toMatchObject({ t: "s", v: "–" });
  });

  it("counts who met a standard of how many, and the rate, from the figures beside them, row by row and in the total", async () => {
    const sheet = await sheetOf(thanhBaExample);
    for (const { r } of [find(sheet, "Xã Quảng Yên"), find(sheet, "Tổng cộng")]) {
      const whole = ["D", "E", "F", "G"].map((letter) => `${letter}${r + 1}`).join("+");
      expect(valueAt(sheet, r, 7)?.f).toBe(`D${r + 1}&"/"&(${whole})`);
      expect(valueAt(sheet, r, 8)?.f).toBe(`D${r + 1}/(${whole})`);
    }
    const formulas = cellsOf(sheet).filter(({ cell: { f } }) => f !== undefined);
    expect(formulas.length).toBeGreaterThan(20);
    for (const { cell } of formulas) expect(computed(sheet, cell.f ?? "")).toBe(cell.v);
  });

  it("ends no page in less than four rows of the table, and parts none of what follows it", async () => {
    const units = (count: number) =>
      exampleTable(
        Object.fromEntries(Array.from({ length: count }, (_, n) => [`Xã Thử ${n + 1}`, exampleCounts({})])),
      );
    for (const count of [12, 20, 30, 41, 60]) {
      const bytes = await writeXlsx(standardsReport(units(count), exampleOffice, null, null));
      const sheet = sheetIn(bytes);
      const together = find(sheet, `Xã Thử ${count - 3}`).r;
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      const breaks = sheets[0]?.rowBreaks ?? [];
      // Either it fits, or the last page begins with four rows at least; a break is named by the row before it.
      expect(breaks.length === 0 || (breaks.at(-1) ?? 0) <= together - 1, `${count}`).toBe(true);
      // Programs that fit a sheet to its page pass over breaks.
      expect(sheets[0]?.pageSetup?.fitToPage === true, `${count}`).toBe(breaks.length === 0);
    }
  });

  it("is set up to print as an official document", async () => {
    const bytes = await writeXlsx(documentOf(thanhBaExample));
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const sheet = sheets[0];
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: "a4",
      orientation: "landscape",
      fitToWidth: 1,
      // One page, which notes and signatures would leave by a line or two.
      fitToHeight: 1,
    });
    const { top, bottom, left, right } = sheet?.pageSetup?.margins ?? {};
    const mm = [top, bottom, left, right].map((inches) => Math.round((inches ?? 0) * 25.4));
    // Nghị định 30/2020/NĐ-CP, Phụ lục I: 20–25, 20–25, 30–35, 15–20 mm.
    expect(mm).toEqual([20, 20, 30, 15]);
    expect(sheet?.headerFooter).toMatchObject({ differentFirst: true });
    expect(sheet?.headerFooter?.oddHeader).toMatch(/^&C.*&13&P$/);
    expect(sheet?.headerFooter?.firstHeader ?? "").toBe("");
    const reread = await sheetOf(thanhBaExample);
    const head = find(reread, "STT").r;
    expect(sheet?.pageSetup?.printTitlesRow).toBe(`$${head + 1}:$${head + 3}`);
    expect(sheet?.freezePane).toEqual({ rows: head + 3, columns: 2 });
    expect(sheet?.pageSetup?.printArea).toMatch(/^\$A\$1:\$R\$\d+$/);
  });

  it("is the same file when written again", async () => {
    const [one, two] = [await writeXlsx(documentOf(gapsExample)), await writeXlsx(documentOf(gapsExample))];
    expect(Buffer.from(one).equals(two)).toBe(true);
  });
});

/** What a formula of ours comes to. */
function computed(sheet: WorkSheet, formula: string): number | string {
  const figure = (text: string) =>
    /^\d+$/.test(text) ? Number(text) : Number((sheet[text] as CellObject).v);
  const sum = (text: string) =>
    text
      .replaceAll(/[()]/g, "")
      .split("+")
      .reduce((all, one) => all + figure(one), 0);
  const [, column, first, last] = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula) ?? [];
  if (column !== undefined) {
    const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => Number(first) + n);
    return rows.reduce((all, row) => all + figure(`${column}${row}`), 0);
  }
  const [part = "", whole] = formula.split('&"/"&');
  if (whole !== undefined) return `${sum(part)}/${sum(whole)}`;
  const [above = "", below = ""] = formula.split("/");
  return sum(above) / sum(below);
}

describe.skipIf(!hasLibreOffice("sheets"))("writeXlsx in an office program", () => {
  it("opens, and shows figures the Vietnamese way", async () => {
    // Semicolons, quotes, UTF-8, from line 1; figures as the cells show them.
    const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1";
    const shown = convertWithOffice(await writeXlsx(documentOf(gapsExample)), "xlsx", filter)
      .toString("utf8")
      .replaceAll('"', "");
    expect(shown).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(shown).toContain(
      "1;Xã Đại An;10;5;1;2;2;5/10;50,0–70,0 %;7;1;1;0;1;7/9;77,8–88,9 %;4;4/9;44,4–66,7 %",
    );
    // One rate is a number there: shown with a comma only if its format says so.
    expect(shown).toContain(";12;0;0;0;0;12/12;100,0 %;");
  });
});
