// Guards that a file in an old code becomes one in Unicode that other programs show right, that the source stays, and that
// what is doubtful is told and not guessed.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellText } from "../../../shared/import/cell-text";
import type { DoubtfulCell, EncodingCounts } from "../../../shared/import/encoding";
import { readWorkbookInThread } from "../../files/import/read-decoded";
import { type CliPlace, cliPlace } from "../../testing/command-line";
import { convertWithOffice } from "../../testing/libre-office";
import { flatOds } from "../../testing/workbooks/flat-ods";

interface Printed {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: EncodingCounts;
  readonly doubtful: readonly (Omit<DoubtfulCell, "sheet" | "column"> & { sheet: string; column: string })[];
  readonly left: readonly string[];
}

let place: CliPlace;
beforeAll(() => {
  place = cliPlace();
});
afterAll(() => place.remove());

const fileOf = (name: string, content: Buffer | string): string => {
  const path = place.path(name);
  writeFileSync(path, content);
  return path;
};
const latin = (text: string) => Buffer.from(text, "latin1");
const convert = (from: string, to: string, ...more: string[]) =>
  place.json<Printed>("convert-text", from, "--to", place.path(to), ...more);

describe("convert-text", () => {
  it("turns a .csv into one that Excel reads as UTF-8, and leaves the source", async () => {
    const source = latin(
      'STT,Hä vµ tªn,Quª qu¸n\n01,NguyÔn V¨n An,"x· §¹i An, huyÖn Thanh Ba"\n02,TrÇn ThÞ B×nh,\n',
    );
    const from = fileOf("danh-sach.csv", source);
    const { file, bytes, encoding, doubtful } = await convert(from, "danh-sach-moi.csv");
    const written = readFileSync(file, "utf8");
    expect(written).toBe(
      '\ufeffSTT;Họ và tên;Quê quán\r\n01;Nguyễn Văn An;"xã Đại An, huyện Thanh Ba"\r\n02;Trần Thị Bình\r\n',
    );
    expect(bytes).toBe(readFileSync(file).length);
    expect(encoding).toEqual({ unicode: 3, tcvn3: 5, vni: 0, viscii: 0, doubtful: 0 });
    expect(doubtful).toEqual([]);
    expect(readFileSync(from).equals(source)).toBe(true);
  });

  it("turns a text line by line, whatever stands in a line", async () => {
    const from = fileOf(
      "bao-cao.txt",
      latin('Céng hßa x· héi, "chñ nghÜa"\r\n\r\n  ViÖt Nam; §éc lËp\tTù do\r\n'),
    );
    const { file } = await convert(from, "moi.txt");
    expect(readFileSync(file, "utf8")).toBe(
      '\ufeffCộng hòa xã hội, "chủ nghĩa"\r\n\r\n  Việt Nam; Độc lập\tTự do\r\n',
    );
  });

  it("turns a workbook by its fonts, and keeps numbers, days, zeros, sheets and merges", async () => {
    const made = flatOds([
      {
        name: "Danh s¸ch",
        rows: [
          [{ text: "danh s¸ch", font: ".VnTimeH" }, null, null],
          [
            { text: "Ph¹m V¨n An", font: ".VnTime" },
            { date: "1980-05-12" },
            { digits: 25001234567, places: 12 },
          ],
          [{ text: "Traàn Höông", font: "VNI-Times" }, { date: "1981-06-01", shows: "month" }, true],
          ["=1+1", { formula: "=SUM(1;2)", shown: 3 }, 2.5],
        ],
        merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
      },
      { name: "Ẩn", hidden: true, rows: [["Hà"]] },
    ]);
    const from = fileOf("cu.xls", convertWithOffice(made, "fods", "xls"));
    const { file, encoding } = await convert(from, "moi.xlsx");
    expect(encoding).toMatchObject({ tcvn3: 2, vni: 1, doubtful: 0 });
    // As another program reads it.
    writeFileSync(place.path("lai.ods"), convertWithOffice(readFileSync(file), "xlsx", "ods"));
    for (const path of [file, place.path("lai.ods")]) {
      const { workbook } = await readWorkbookInThread({ kind: "file", path });
      const texts = workbook.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cellText(cell, false)));
      expect(texts?.slice(0, 2)).toEqual([["DANH SÁCH"], ["Phạm Văn An", "12/05/1980", "025001234567"]]);
      expect(texts?.[2]?.slice(0, 2)).toEqual(["Trần Hương", "06/1981"]);
      expect(texts?.[3]).toEqual(["=1+1", "3", "2,5"]);
      expect(workbook.sheets[0]?.rows[3]?.cells.map(({ formula }) => formula)).toEqual([false, false, false]);
      expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
        ["Danh sách", false],
        ["Ẩn", true],
      ]);
      expect(workbook.sheets[0]?.merges).toEqual([
        { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 },
      ]);
    }
  });

  it("tells what is doubtful and leaves it, unless told to turn it", async () => {
    const from = fileOf("ngo.csv", latin("NguyÔn V¨n An\nTrÇn ThÞ B×nh\nSè\n"));
    const kept = await convert(from, "ngo-1.csv");
    expect(kept.doubtful).toEqual([
      { sheet: "", row: 3, column: "A", before: "Sè", after: "Số", code: "tcvn3" },
    ]);
    expect(readFileSync(kept.file, "utf8")).toContain("Sè");
    const turned = await convert(from, "ngo-2.csv", "--turn", "tcvn3");
    expect(turned.encoding).toMatchObject({ tcvn3: 3, doubtful: 0 });
    expect(readFileSync(turned.file, "utf8")).toContain("Số");
    const { stdout, code } = await place.run("convert-text", from, "--to", place.path("ngo-3.csv"));
    expect(code).toBe(0);
    expect(stdout).toContain("1 ô chưa chắc");
    expect(stdout).toMatch(/A3\s+Sè\s+Số/u);
  });

  it("writes over nothing, its source least of all", async () => {
    const from = fileOf("goc.csv", latin("NguyÔn V¨n An\n"));
    const { file } = await convert(from, "goc.csv");
    expect(file).not.toBe(from);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(from).equals(latin("NguyÔn V¨n An\n"))).toBe(true);
  });

  it("says in a sentence what it does not take", async () => {
    const pdf = fileOf("a.xlsx", "%PDF-1.7");
    const refused = await place.run("convert-text", pdf, "--to", place.path("b.csv"));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("không phải bảng tính mà là tệp PDF");
    const wrong = await place.run("convert-text", pdf, "--to", place.path("b.doc"));
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("xlsx, csv, txt");
    const missing = await place.run(
      "convert-text",
      place.path("none.csv"),
      "--to",
      place.path("b.csv"),
      "--json",
    );
    expect(JSON.parse(missing.stderr)).toMatchObject({ error: { code: "workbook-missing" } });
  });
});
