// Guards that the same list comes in right whatever code it was typed in and whatever program wrote the file: every code by
// every kind of file, by fonts where the file has them and by words where it has none.

import { beforeAll, expect, it } from "vitest";
import { cellText } from "../../../shared/import/cell-text";
import { decodeWorkbook } from "../../../shared/import/decode-cells";
import type { DecodedWorkbook } from "../../../shared/import/encoding";
import type { Workbook } from "../../../shared/import/workbook";
import { encodeLegacy } from "../../../shared/testing/legacy";
import { convertWithOffice } from "../../testing/libre-office";
import { flatOds, type MadeSheet, type MadeValue } from "../../testing/workbooks/flat-ods";
import { Reading } from "./reading";
import { workbookOfBytes } from "./read-workbook";

const list = [
  ["Họ và tên", "Quê quán", "Trình độ"],
  ["Nguyễn Thị Huệ", "xã Đại An, huyện Thanh Ba", "Đại học Luật"],
  ["Trần Văn Hướng", "tỉnh Phú Thọ", "ĐH"],
  ["Đặng Quốc Mỹ", "Hà Nội", "Trung cấp lý luận"],
  ["Lê Ưu", "Số 5, tổ 12", "x"],
];
const capitals = list.map((row) => row.map((text) => text.toUpperCase()));

interface Code {
  readonly name: string;
  readonly counted: "unicode" | "tcvn3" | "vni" | "viscii";
  /** What stands in the file. */
  readonly write: (text: string) => string;
  /** null where no font goes with the code. */
  readonly font: string | null;
  readonly meant: typeof list;
}

const codes: readonly Code[] = [
  { name: "Unicode", counted: "unicode", write: (text) => text, font: "Times New Roman", meant: list },
  {
    name: "decomposed Unicode",
    counted: "unicode",
    write: (text) => text.normalize("NFD"),
    font: "Arial",
    meant: list,
  },
  {
    name: "TCVN3",
    counted: "tcvn3",
    write: (text) => encodeLegacy("tcvn3", text),
    font: ".VnTime",
    meant: list,
  },
  {
    name: ".VnTimeH",
    counted: "tcvn3",
    write: (text) => encodeLegacy("tcvn3", text.toLowerCase()),
    font: ".VnTimeH",
    meant: capitals,
  },
  { name: "VNI", counted: "vni", write: (text) => encodeLegacy("vni", text), font: "VNI-Times", meant: list },
  {
    name: "VISCII",
    counted: "viscii",
    write: (text) => encodeLegacy("viscii", text),
    font: "VI Times",
    meant: list,
  },
];

const textsOf = ({ workbook }: DecodedWorkbook) =>
  workbook.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cellText(cell, false)));
const sheetOf = (name: string, code: Code, font: string | null): MadeSheet => ({
  name,
  rows: list.map((row) =>
    row.map((text) => (font === null ? code.write(text) : { text: code.write(text), font })),
  ),
});

/** The small letters of .VnTimeH are capitals by the font alone. */
const withWords = codes.filter(({ name }) => name !== ".VnTimeH");
const formats = ["xlsx", "xls", "ods"] as const;
const cases = formats.flatMap((format) => [
  ...codes.map((code) => ({ format, code, by: "font", sheet: `${code.name} by font` })),
  ...withWords.map((code) => ({ format, code, by: "words", sheet: `${code.name} by words` })),
]);
const books = new Map<string, Workbook>();

beforeAll(async () => {
  const sheets = [
    ...codes.map((code) => sheetOf(`${code.name} by font`, code, code.font)),
    ...withWords.map((code) => sheetOf(`${code.name} by words`, code, null)),
    { name: "all", rows: mixedRows() },
  ];
  const made = flatOds(sheets);
  for (const format of formats) {
    const bytes = convertWithOffice(made, "fods", format);
    books.set(format, await workbookOfBytes(bytes, new Reading(`list.${format}`)));
  }
}, 240_000);

/** A sheet as if it were a workbook by itself, so that no other one speaks for it. */
function alone(format: string, name: string): DecodedWorkbook {
  const workbook = books.get(format);
  const sheet = workbook?.sheets.find((one) => one.name === name);
  if (workbook === undefined || sheet === undefined) throw new Error(`no sheet ${name} in ${format}`);
  return decodeWorkbook({ ...workbook, sheets: [sheet] });
}

it.each(cases)("$code.name in an .$format comes in by its $by", ({ format, code, sheet }) => {
  const found = alone(format, sheet);
  expect(textsOf(found)).toEqual(code.meant);
  expect(found.doubtful).toEqual([]);
  expect(found.encoding.doubtful).toBe(0);
  expect(found.encoding[code.counted]).toBeGreaterThan(code.counted === "unicode" ? 14 : 11);
});

it.each(withWords.flatMap((code) => [";", ",", "\t"].map((separator) => ({ code, separator }))))(
  "$code.name in a .csv parted by $separator comes in by its words",
  async ({ code, separator }) => {
    const text = list.map((row) => row.map((one) => `"${code.write(one)}"`).join(separator)).join("\r\n");
    const bytes = code.counted === "unicode" ? Buffer.from(text) : Buffer.from(text, "latin1");
    const found = decodeWorkbook(await workbookOfBytes(bytes, new Reading("list.csv")));
    expect(textsOf(found)).toEqual(code.meant);
    expect(found.doubtful).toEqual([]);
  },
);

/** Every code in one sheet, cell by cell, and two in the cells of the first row. */
function mixedRows(): MadeValue[][] {
  return list.slice(1).map((row, at) =>
    row.map((text, column): MadeValue => {
      const code = codes[(at + column) % codes.length];
      if (code === undefined || code.font === null || code.name === ".VnTimeH") return text;
      if (at !== 0) return { text: code.write(text), font: code.font };
      const [first = "", ...rest] = text.split(" ");
      return {
        runs: [
          { text: code.write(`${first} `), font: code.font },
          { text: rest.join(" "), font: "Times New Roman" },
        ],
      };
    }),
  );
}

it.each(formats)("all codes in one .%s come in, cell by cell and within cells", (format) => {
  const found = alone(format, "all");
  expect(textsOf(found)).toEqual(list.slice(1));
  expect(found.doubtful).toEqual([]);
});
