/** Reads written reports again with other people's readers, as the office that receives the stick does. */
import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fromBufferPromise } from "yauzl";
import type { Counts } from "./command-line";

/** A table's line: what stands in each column, by the column's heading from the top down. */
export type Line = ReadonlyMap<string, string>;

const headings = {
  unit: "Đơn vị",
  total: "Tổng số",
  professional: "Chuẩn chuyên môn",
  politicalTheory: "Chuẩn lý luận chính trị",
  both: "Đạt mọi chuẩn áp dụng - Số người",
} as const;

/** The lines of a CSV report by the name of their unit; the last line is named by its own title. */
export function readCsv(path: string): Map<string, Line> {
  const text = readFileSync(path, "utf8");
  if (!text.startsWith("\uFEFF")) throw new Error("Excel would read this file in the PC's old code page");
  const [head, ...lines] = text
    .slice(1)
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => line.split(";"));
  const named = lines.map((cells): Line => new Map(cells.map((cell, n) => [head?.[n] ?? "", cell])));
  return new Map(named.map((line) => [line.get(headings.unit) ?? "", line]));
}

/** The rows of a workbook's only sheet as printed texts; empty cells are empty texts. */
export function readXlsx(path: string): string[][] {
  const book = read(readFileSync(path));
  const [name, ...more] = book.SheetNames;
  const sheet = name === undefined ? undefined : book.Sheets[name];
  if (sheet === undefined || more.length > 0) throw new Error("A report has exactly one sheet");
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: "" }).map((row) => row.map(String));
}

/** What a Word file says, a list of cells for each row of its tables and each paragraph between them. */
export async function readDocx(path: string): Promise<string[][]> {
  const part = await zipPart(path, "word/document.xml");
  const textOf = (xml: string) =>
    [...xml.replaceAll("<w:noBreakHyphen/>", "<w:t>-</w:t>").matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, text = ""]) => unescaped(text))
      .join("");
  return [...part.matchAll(/<w:tr[ >].*?<\/w:tr>|<w:p[ >].*?<\/w:p>/gsu)].map(([block]) =>
    block.startsWith("<w:tr")
      ? [...block.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell))
      : [textOf(block)],
  );
}

/** One part of a packed file as text. @throws Error without it */
async function zipPart(path: string, name: string): Promise<string> {
  const zip = await fromBufferPromise(readFileSync(path), { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const stream = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    return Buffer.concat(pieces).toString("utf8");
  }
  throw new Error(`${path} has no ${name}`);
}

function unescaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => marks[name] ?? "");
}

/** The text of a PDF in reading order, its lines parted by a blank. */
export async function readPdf(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  const parts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    // A word may come in pieces, one for each part of the typeface; the blanks between words come by themselves.
    parts.push(...items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")), " ");
  }
  await task.destroy();
  return parts.join("").replaceAll(/\s+/gu, " ");
}

/** The counts of one line of the CSV. */
export function countsOf(line: Line): Counts {
  const number = (heading: string) => Number(line.get(heading) ?? 0);
  const all = (standard: "professional" | "politicalTheory") => ({
    met: number(`${headings[standard]} - Đạt`),
    notMet: number(`${headings[standard]} - Chưa đạt`),
    unknown: number(`${headings[standard]} - Chưa rõ`),
    grace: number(`${headings[standard]} - Trong thời hạn`),
    notApplicable: number(`${headings[standard]} - Không xét`),
  });
  return {
    total: number(headings.total),
    professional: all("professional"),
    politicalTheory: all("politicalTheory"),
    both: { met: number(headings.both) },
  };
}
