// Guards that no workbook, however it is made, takes more memory, time or trust than a real one: each is refused in one
// sentence, and what a real one only looks like is read.

import { describe, expect, it } from "vitest";
import { sheetXml, xlsxFile, zipFile } from "../../testing/workbooks/zip-file";
import { type Limits, limits, Reading } from "./reading";
import { workbookOfBytes } from "./read-workbook";

const read = (bytes: Buffer, least: Partial<Limits> = {}) =>
  workbookOfBytes(bytes, new Reading("x.xlsx", {}, { ...limits, ...least }));
const damaged = { code: "workbook-damaged" };
const tooLarge = (what: string) => ({ code: "workbook-too-large", params: { what } });
const ods = (content: string, more: readonly { name: string; content: string }[] = []) =>
  zipFile([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", method: 0 },
    {
      name: "content.xml",
      content: `<office:document-content><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...more,
  ]);
const odsTable = (rows: string) => ods(`<table:table table:name="S">${rows}</table:table>`);
const odsCell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>';

describe("a workbook that unpacks to more than it is", () => {
  it("is refused once its parts are larger than any are read", async () => {
    const rows = "<row/>".repeat(1_000_000);
    await expect(read(xlsxFile({ sheet: sheetXml(rows) }), { unpacked: 4 })).rejects.toMatchObject(
      tooLarge("unpacked"),
    );
    await expect(read(odsTable(" ".repeat(6 << 20)), { unpacked: 4 })).rejects.toMatchObject(
      tooLarge("unpacked"),
    );
  });

  it("is refused where a part claims less than it holds, or another sum", async () => {
    const content = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'.padEnd(100_000, " "));
    for (const claim of [{ claimedSize: 10 }, { claimedSize: 200_000 }, { claimedSum: 1 }]) {
      const more = [{ name: "xl/worksheets/sheet1.xml", content, ...claim }];
      await expect(read(xlsxFile({ sheet: "", more }))).rejects.toMatchObject(damaged);
    }
  });

  it("is refused for more parts, cells, letters or joined cells than any has", async () => {
    const parts = Array.from({ length: 11_000 }, (_, at) => ({ name: `xl/p${at}`, content: "" }));
    await expect(read(zipFile(parts))).rejects.toMatchObject(tooLarge("parts"));
    const cells = sheetXml(`<row r="1">${"<c><v>1</v></c>".repeat(50)}</row>`);
    await expect(read(xlsxFile({ sheet: cells }), { cells: 40 })).rejects.toMatchObject(tooLarge("cells"));
    // One text, shown by many cells.
    const texts = `<sst><si><t>${"a".repeat(1000)}</t></si></sst>`;
    const shown = sheetXml(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`);
    await expect(read(xlsxFile({ sheet: shown, texts }), { letters: 40_000 })).rejects.toMatchObject(
      tooLarge("letters"),
    );
    const unshown = `<sst>${`<si><t>${"a".repeat(1000)}</t></si>`.repeat(50)}</sst>`;
    await expect(
      read(xlsxFile({ sheet: sheetXml(""), texts: unshown }), { letters: 40_000 }),
    ).rejects.toMatchObject(tooLarge("letters"));
    const merges = `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(50)}</mergeCells>`;
    await expect(read(xlsxFile({ sheet: sheetXml("", merges) }), { merges: 40 })).rejects.toMatchObject(
      tooLarge("merges"),
    );
  });

  it("is refused where a cell holds more than any program can show, with its place", async () => {
    const long = "a".repeat(32_768);
    const texts = `<sst><si><t>${long}</t></si></sst>`;
    const shown = sheetXml('<row r="7"><c r="C7" t="s"><v>0</v></c></row>');
    const refused = { code: "workbook-long-cell", params: { cell: "C7" } };
    await expect(read(xlsxFile({ sheet: shown, texts }))).rejects.toMatchObject(refused);
    const csv = Buffer.from(`a;b\n1;${long}\n`);
    await expect(read(csv)).rejects.toMatchObject({ code: "workbook-long-cell", params: { cell: "B2" } });
    await expect(read(Buffer.from(`a;b\n1;${long.slice(1)}\n`))).resolves.toBeDefined();
  });

  it("is refused where one row or cell stands for more than a sheet has", async () => {
    const million = `<table:table-row table:number-rows-repeated="1000000">${odsCell}</table:table-row>`;
    await expect(read(odsTable(million), { cells: 10_000 })).rejects.toMatchObject(tooLarge("cells"));
    const wide = odsCell.replace(" office", ' table:number-columns-repeated="2000000000" office');
    await expect(read(odsTable(`<table:table-row>${wide}</table:table-row>`))).rejects.toMatchObject(damaged);
    const high = `<table:table-row table:number-rows-repeated="9000000"><table:table-cell/></table:table-row><table:table-row>${odsCell}</table:table-row>`;
    await expect(read(odsTable(high))).rejects.toMatchObject(damaged);
  });
});

describe("a workbook that is made to mislead", () => {
  it.each([
    ["nesting", `${"<a>".repeat(5000)}${"</a>".repeat(5000)}`],
    ["a document type", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'],
    [
      "rows that go back",
      sheetXml('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
    ],
    [
      "one cell twice",
      sheetXml('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    ],
    ["a cell of another row", sheetXml('<row r="1"><c r="A2"><v>1</v></c></row>')],
    ["a cell beyond the sheet", sheetXml('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')],
    ["a row beyond the sheet", sheetXml('<row r="2000000"><c r="A2000000"><v>1</v></c></row>')],
    ["a text that is not there", sheetXml('<row r="1"><c t="s"><v>7</v></c></row>')],
    ["a join of nothing", sheetXml("", '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>')],
    ["an element left open", "<worksheet><sheetData><row>"],
    ["elements that cross", "<worksheet><sheetData>x</worksheet></sheetData>"],
    ["no XML", "\0\0\0"],
  ])("by %s is refused", async (_what, sheet) => {
    await expect(read(xlsxFile({ sheet, texts: "<sst/>" }))).rejects.toMatchObject(damaged);
  });

  it("replaces no entity but those of XML itself", async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(100)}">]>`;
    const bytes = ods("", [
      { name: "styles.xml", content: `${laughs}<office:document-styles>&b;</office:document-styles>` },
    ]);
    await expect(read(bytes)).rejects.toMatchObject(damaged);
  });

  it("keeps styles that hang below each other in a circle from going on for ever", async () => {
    const style = (name: string, parent: string) =>
      `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}"/>`;
    const styles = `<office:document-styles><office:styles>${style("a", "b")}${style("b", "a")}</office:styles></office:document-styles>`;
    const row = `<table:table-row>${odsCell.replace(" office", ' table:style-name="a" office')}</table:table-row>`;
    const bytes = ods(`<table:table table:name="S">${row}</table:table>`, [
      { name: "styles.xml", content: styles },
    ]);
    expect((await read(bytes)).sheets[0]?.rows.length).toBe(1);
  });
});

describe("a workbook that only looks large", () => {
  it("is read: a million empty rows with formats around three people", async () => {
    const person = (row: number) => `<row r="${row}" s="1"><c r="A${row}"><v>${row}</v></c></row>`;
    const empty = Array.from(
      { length: 1_000_000 },
      (_, at) => `<row r="${at + 4}" s="1"><c r="A${at + 4}" s="1"/><c r="B${at + 4}" s="1"/></row>`,
    );
    const sheet = sheetXml(`${person(1)}${person(2)}${person(3)}${empty.join("")}`);
    const told: number[] = [];
    const watch = { onProgress: (share: number) => told.push(share) };
    const workbook = await workbookOfBytes(xlsxFile({ sheet }), new Reading("x.xlsx", watch));
    expect(workbook.sheets[0]?.rows.length).toBe(3);
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  }, 60_000);

  it("is read: all columns of a sheet in a row, and rows by the million in one element", async () => {
    const cells = '<c s="1"/>'.repeat(16_383);
    const workbook = await read(xlsxFile({ sheet: sheetXml(`<row r="1">${cells}<c><v>1</v></c></row>`) }));
    expect(workbook.sheets[0]?.rows[0]?.cells).toMatchObject([{ column: 16_383 }]);
    const rest = `<table:table-row>${odsCell}</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    expect((await read(odsTable(rest))).sheets[0]?.rows.length).toBe(1);
  });
});

it("is broken off at once", async () => {
  const stop = new AbortController();
  const watch = { signal: stop.signal, onProgress: () => stop.abort() };
  const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join(
    "",
  );
  const reading = workbookOfBytes(xlsxFile({ sheet: sheetXml(rows) }), new Reading("x.xlsx", watch));
  await expect(reading).rejects.toMatchObject({ code: "cancelled" });
});
