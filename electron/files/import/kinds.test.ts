// Guards that a file is told by what it holds, whatever its name says, and that whatever is no workbook is refused in the
// sentence that fits.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CFB, utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellText } from "../../../shared/import/cell-text";
import type { Workbook } from "../../../shared/import/workbook";
import { sheetXml, xlsxFile, zipFile } from "../../testing/workbooks/zip-file";
import { readWorkbookHere } from "./read-workbook";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scb-kinds-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (content: Uint8Array | string, name = "danh-sach.xlsx"): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const readFile = (path: string) => readWorkbookHere({ kind: "file", path });
const read = (content: Uint8Array | string) => readFile(fileOf(content));
const grid = ({ sheets, date1904 }: Workbook) =>
  sheets.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cellText(cell, date1904))));
const oleFile = (...streams: readonly string[]): Buffer => {
  const container = CFB.utils.cfb_new() as unknown;
  for (const stream of streams) CFB.utils.cfb_add(container, stream, Buffer.alloc(5000, 1));
  return Buffer.from(CFB.write(container, { type: "buffer" }) as Uint8Array);
};
const part = (name: string, content = "<a/>") => ({ name, content });
const officeOf = (main: string) =>
  zipFile([
    part("[Content_Types].xml"),
    part(
      "_rels/.rels",
      `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${main}"/></Relationships>`,
    ),
    part(main),
  ]);

describe("a file that is no workbook", () => {
  it.each([
    ["a .docx named .xlsx", officeOf("word/document.xml"), "document"],
    ["slides", officeOf("ppt/presentation.xml"), "slides"],
    ["a binary workbook", officeOf("xl/workbook.bin"), "binaryWorkbook"],
    ["a .doc named .xlsx", oleFile("WordDocument"), "document"],
    ["a .ppt", oleFile("PowerPoint Document"), "slides"],
    ["a message", oleFile("__properties_version1.0"), "unknown"],
    ["a text document", zipFile([part("mimetype", "application/vnd.oasis.opendocument.text")]), "document"],
    ["Apple's workbook", zipFile([part("Index/Document.iwa")]), "numbers"],
    ["an archive", zipFile([part("a.txt")]), "archive"],
    ["another archive", "Rar!\x1a\x07", "archive"],
    ["a PDF", "%PDF-1.7\n", "pdf"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "picture"],
    ["a program", Buffer.from("MZ\x90\0\x03\0", "latin1"), "program"],
    ["rich text", "{\\rtf1 abc}", "document"],
    ["a roster", "SQLite format 3\0 and more", "roster"],
    ["an exchange file", "SCBSYNC\x01", "packet"],
    ["a page without a table", "<html><body><p>Đăng nhập</p></body></html>", "webPage"],
    ["a page of one file", "MIME-Version: 1.0\r\nContent-Type: multipart/related", "webPage"],
    ["other XML", '<?xml version="1.0"?><a/>', "unknown"],
    ["bytes", Buffer.from([1, 2, 3, 0, 0, 7]), "unknown"],
  ] as const)("%s is told as such", async (_what, content, what) => {
    await expect(read(content)).rejects.toMatchObject({ code: "workbook-foreign", params: { what } });
  });

  it.each([
    ["of Office, newer", oleFile("EncryptionInfo", "EncryptedPackage")],
    ["of Office, older", xlsWithPassword()],
    [
      "of LibreOffice",
      zipFile([
        part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        part("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"),
        part("content.xml"),
      ]),
    ],
    [
      "of LibreOffice, newer",
      zipFile([
        part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        part("encrypted-package"),
      ]),
    ],
    ["of a zip program", zipFile([{ name: "xl/workbook.xml", content: "x", flags: 1 }])],
  ] as const)("has a password %s", async (_what, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: "workbook-password" });
  });

  it.each([
    ["no bytes", ""],
    ["no rows", xlsxFile({ sheet: sheetXml("") })],
    ["cells with formats alone", xlsxFile({ sheet: sheetXml('<row r="1"><c r="A1" s="1"/></row>') })],
    ["blanks alone", " \r\n;;;\r\n"],
  ] as const)("has %s", async (_what, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: "workbook-empty" });
  });

  it("is cut off, wherever", async () => {
    const whole = xlsxFile({ sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') });
    for (const length of [30, 200, 500, whole.length - 30, whole.length - 1])
      await expect(read(whole.subarray(0, length))).rejects.toMatchObject({ code: "workbook-damaged" });
  });

  it("lies in no place that can be read", async () => {
    const loop = join(folder, "loop.xlsx");
    symlinkSync(loop, loop);
    mkdirSync(join(folder, "folder.xlsx"));
    await expect(readFile(join(folder, "none.xlsx"))).rejects.toMatchObject({ code: "workbook-missing" });
    await expect(readFile(join(folder, "folder.xlsx"))).rejects.toMatchObject({ code: "workbook-no-file" });
    await expect(readFile(loop)).rejects.toMatchObject({ code: "workbook-no-file" });
    const pipe = join(folder, "pipe.xlsx");
    execFileSync("mkfifo", [pipe]);
    await expect(readFile(pipe)).rejects.toMatchObject({ code: "workbook-no-file" });
  });

  it("is larger than any is read", async () => {
    const path = fileOf("a;b", "large.csv");
    truncateSync(path, 201 << 20);
    await expect(readFile(path)).rejects.toMatchObject({
      code: "workbook-too-large",
      params: { what: "megabytes", limit: "200" },
    });
  });
});

/** The records of a workbook with that which says that they are encrypted behind the first. */
function xlsWithPassword(): Buffer {
  const bytes = Buffer.from(
    write(
      { SheetNames: ["S"], Sheets: { S: utils.aoa_to_sheet([["a"]]) } },
      { type: "buffer", bookType: "biff8" },
    ) as Uint8Array,
  );
  const container = CFB.read(bytes, { type: "buffer" }) as unknown;
  const entry = CFB.find(container, "Workbook") as { content: Uint8Array };
  const stream = Buffer.from(entry.content);
  const first = 4 + stream.readUInt16LE(2);
  const secret = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
  const made = Buffer.concat([stream.subarray(0, first), secret, stream.subarray(first)]);
  const other = CFB.utils.cfb_new() as unknown;
  CFB.utils.cfb_add(other, "Workbook", made);
  return Buffer.from(CFB.write(other, { type: "buffer" }) as Uint8Array);
}

describe("a workbook under a wrong name", () => {
  it("is a table of a web page, as portals export it", async () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{color:red}</style>
      <script>alert(1)</script></head><body><h3>DANH SÁCH</h3><table>
      <tr><th rowspan=2>STT</th><th colspan="2">Họ&nbsp;tên &amp; ngày</th></tr><tr><td>Tên</td><td>Ngày</td></tr>
      <tr><td>1</td><td><font face=".VnTime">Ph¹m</font> <b>An</b></td><td>  01/02/1980<br>xã </td></tr>
      <tr><td>001</td><td>&nbsp;</td></tr></table><p>Người lập</p></body></html>`;
    const workbook = await read(page);
    expect(workbook.format).toBe("xls");
    expect(grid(workbook)).toEqual([
      [
        ["DANH SÁCH"],
        ["STT", "Họ\u00a0tên & ngày"],
        ["Tên", "Ngày"],
        ["1", "Ph¹m An", "01/02/1980\nxã"],
        ["001"],
        ["Người lập"],
      ],
    ]);
    const [sheet] = workbook.sheets;
    expect(sheet?.merges).toEqual([
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
      { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 2 },
    ]);
    expect(sheet?.rows[3]?.cells[1]?.content).toMatchObject({
      runs: [{ text: "Ph¹m", font: ".VnTime" }, { text: " An" }],
    });
  });

  it("is the XML of Excel 2003", async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="x">
      <Styles><Style ss:ID="Default"><Font ss:FontName="Arial"/></Style><Style ss:ID="v"><Font ss:FontName=".VnTime"/></Style>
      <Style ss:ID="d"><NumberFormat ss:Format="mm/yyyy"/></Style><Style ss:ID="n"><NumberFormat ss:Format="000000000000"/></Style></Styles>
      <Worksheet ss:Name="A"><Table><Row ss:Index="2"><Cell ss:Index="2" ss:StyleID="v"><Data ss:Type="String">Ph¹m</Data></Cell>
      <Cell ss:StyleID="d"><Data ss:Type="DateTime">1980-05-01T00:00:00.000</Data></Cell>
      <Cell ss:StyleID="n" ss:MergeAcross="1"><Data ss:Type="Number">25001234567</Data></Cell>
      <Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>
      <Row><Cell><ss:Data ss:Type="String"><html:Font html:Face="VNI-Times">Traàn</html:Font> An</ss:Data></Cell></Row></Table>
      <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
    const workbook = await read(xml);
    expect(grid(workbook)).toEqual([[["Ph¹m", "05/1980", "025001234567", "#DIV/0!"], ["Traàn An"]]]);
    expect(workbook.sheets[0]).toMatchObject({
      hidden: true,
      merges: [{ firstRow: 2, lastRow: 2, firstColumn: 3, lastColumn: 4 }],
    });
    expect(workbook.sheets[0]?.rows[0]?.cells).toMatchObject([
      { column: 1, content: { runs: [{ font: ".VnTime" }] } },
      { column: 2 },
      { column: 3 },
      { column: 5, formula: true, content: { kind: "error" } },
    ]);
    expect(workbook.sheets[0]?.rows[1]?.cells[0]?.content).toMatchObject({
      runs: [
        { text: "Traàn", font: "VNI-Times" },
        { text: " An", font: "Arial" },
      ],
    });
  });

  it("is an .xls of Excel 95", async () => {
    const sheet = utils.aoa_to_sheet([["Ph~m V^n An", 12], ["x"]]);
    const book = { SheetNames: ["S"], Sheets: { S: sheet } };
    const bytes = Buffer.from(write(book, { type: "buffer", bookType: "biff5" }) as Uint8Array);
    // Its writer has no letters beyond the keyboard's.
    bytes[bytes.indexOf("~")] = 0xb9;
    bytes[bytes.indexOf("^")] = 0xa8;
    expect(grid(await read(bytes))).toEqual([[["Ph¹m V¨n An", "12"], ["x"]]]);
  });

  it("tells macros, links, pictures and comments, and leaves them", async () => {
    const more = [
      "xl/vbaProject.bin",
      "xl/externalLinks/externalLink1.xml",
      "xl/media/a.png",
      "xl/comments1.xml",
    ];
    const bytes = xlsxFile({
      sheet: sheetXml('<row r="1"><c r="A1"><f>[1]A!B1</f><v>7</v></c><c r="B1"><f>NOW()</f></c></row>'),
      more: more.map((name) => ({ name, content: "x" })),
    });
    const workbook = await read(bytes);
    expect(workbook.left).toEqual(["macros", "externalLinks", "pictures", "comments"]);
    expect(workbook.sheets[0]?.rows[0]?.cells).toMatchObject([
      { formula: true, content: { kind: "number", value: 7 } },
      { formula: true, content: { kind: "error", code: "#CALC!" } },
    ]);
  });
});

describe("an .xlsx by another program", () => {
  it("has prefixes, texts in the cell, days from 1904 and in words, escaped signs", async () => {
    const workbook = await read(
      xlsxFile({
        properties: 'date1904="1"',
        texts:
          '<x:sst xmlns:x="y"><x:si><x:r><x:rPr><x:rFont x="" val="VNI-Times"/></x:rPr><x:t>Traàn</x:t></x:r><x:r><x:t xml:space="preserve"> _x0002_</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>',
        styles:
          '<styleSheet><fonts><font><name val="Arial"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>',
        sheet: `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="s" s="0"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>a&#10;b</x:t></x:is></x:c><x:c s="1"><x:v>27891</x:v></x:c><x:c t="d"><x:v>1980-05-12</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
    );
    expect(grid(workbook)).toEqual([[["Traàn \u0002", "a\nb", "12/05/1980", "12/05/1980", "TRUE"]]]);
    expect(workbook.sheets[0]?.rows[0]?.cells[0]?.content).toMatchObject({
      runs: [{ text: "Traàn", font: "VNI-Times" }, { font: "Arial" }],
    });
  });
});
