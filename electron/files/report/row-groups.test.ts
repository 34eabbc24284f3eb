// Guards that the lines over the groups of a list stand on every paper, each in front of the people that it is of.

import { expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { ReportCell, ReportDocument } from "../../../shared/report/document";
import { listTable } from "../../../shared/report/tables";
import { writeDocx } from "./docx";
import { writeHtml } from "./html";

const names = ["Lê Văn Một", "Hà Thị Hai", "Đỗ Văn Ba"];
const cells = names.map((name) => (): ReportCell => ({ kind: "text", text: name }));
const document: ReportDocument = {
  form: "list",
  orientation: "portrait",
  blocks: [
    listTable(
      { kind: "list", of: "person", columns: "given", numbered: false },
      {
        types: { name: "text" },
        columns: [
          { key: "number", title: "STT", value: { kind: "ordinal" }, widthMm: 10 },
          { key: "name", title: "Họ và tên", value: { kind: "field", field: "name" }, widthMm: 40 },
        ],
        rows: cells,
        groups: {
          column: { key: "unit", title: "Đơn vị" },
          parts: [
            { before: 0, text: "Xã A <1>", count: 2 },
            { before: 2, text: "Chưa ghi công tác", count: 1 },
          ],
        },
      },
    ),
  ],
  issuedOn: "2021-10-01",
  fileName: "Danh sách",
};
const expected = [
  "Xã A <1> (2 người)",
  "Lê Văn Một",
  "Hà Thị Hai",
  "Chưa ghi công tác (1 người)",
  "Đỗ Văn Ba",
];

/** Texts of the rows below the head, without their numbers. */
function read(xml: string, row: RegExp): string[] {
  return [...xml.matchAll(row)]
    .map(([found]) =>
      found
        .replaceAll(/<[^>]*>/gu, "")
        .replace("&lt;", "<")
        .replace("&gt;", ">"),
    )
    .map((text) => text.replace(/^\d+(?=\p{L})/u, ""))
    .slice(1);
}

it("stand over their rows on a page that is printed", () => {
  expect(read(writeHtml(document), /<tr[ >].*?<\/tr>/gsu)).toEqual(expected);
});

it("stand over their rows in a Word document", async () => {
  const zip = await fromBufferPromise(Buffer.from(await writeDocx(document)), {
    lazyEntries: true,
    autoClose: false,
  });
  const pieces: Buffer[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== "word/document.xml") continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  }
  const xml = Buffer.concat(pieces).toString("utf8");
  expect(read(xml, /<w:tr[ >].*?<\/w:tr>/gsu)).toEqual(expected);
});
