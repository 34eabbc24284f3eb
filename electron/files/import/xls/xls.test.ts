// Guards the reading of records against two other programs that write them: values of all kinds, and texts that go on in
// the next record at any letter.

import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cellText } from "../../../../shared/import/cell-text";
import { convertWithOffice } from "../../../testing/libre-office";
import { flatOds, type MadeValue } from "../../../testing/workbooks/flat-ods";
import { Reading } from "../reading";
import { workbookOfBytes } from "../read-workbook";

const read = (bytes: Buffer) => workbookOfBytes(bytes, new Reading("x.xls"));

it("gives the values that another library wrote", async () => {
  const value = fc.oneof(
    // Of numbers near nought that library writes others.
    fc.double({ noNaN: true, min: 1e-100, max: 1e100 }),
    fc.double({ noNaN: true, min: -1e100, max: -1e-100 }),
    fc.integer(),
    fc.integer({ min: -1e7, max: 1e7 }).map((cents) => cents / 100),
    fc.boolean(),
    fc
      .string({ unit: fc.constantFrom(..."aNệưỗ đ1"), minLength: 1, maxLength: 40 })
      .filter((text) => /\S/u.test(text)),
    fc.constant(null),
  );
  const table = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, date1904) => {
      fc.pre(rows.flat().some((one) => one !== null));
      const book = {
        SheetNames: ["Tờ một"],
        Sheets: { "Tờ một": utils.aoa_to_sheet(rows) },
        Workbook: { WBProps: { date1904 } },
      };
      const bytes = Buffer.from(write(book, { type: "buffer", bookType: "biff8" }) as Uint8Array);
      const workbook = await read(bytes);
      expect(workbook).toMatchObject({
        format: "xls",
        date1904,
        sheets: [{ name: "Tờ một", hidden: false }],
      });
      const found = workbook.sheets[0]?.rows.flatMap(({ number, cells }) =>
        cells.map(({ column, content }) => [
          number,
          column,
          content.kind === "text"
            ? cellText({ content }, false)
            : content.kind === "error"
              ? null
              : content.value,
        ]),
      );
      const meant = rows.flatMap((row, r) =>
        row.flatMap((one, c) => (one === null ? [] : [[r + 1, c, one]])),
      );
      expect(found).toEqual(meant);
    }),
  );
});

it("joins texts that go on in the next record, with the fonts within them", async () => {
  const long = (unit: string, length: number) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const texts = Array.from({ length: 60 }, (_, at) =>
    long(at % 2 === 0 ? `${at} abc ` : `${at} Nguyễn `, 100 + at * 71),
  );
  const rows = texts.map((text, at): MadeValue[] => [
    text,
    {
      runs: [
        { text: text.slice(0, 50), font: ".VnTime" },
        { text: text.slice(50), font: "Arial" },
      ],
    },
    at,
  ]);
  const workbook = await read(convertWithOffice(flatOds([{ name: "S", rows }]), "fods", "xls"));
  for (const [at, text] of texts.entries()) {
    const cells = workbook.sheets[0]?.rows[at]?.cells ?? [];
    expect(cells.map((cell) => cellText(cell, false))).toEqual([text, text, String(at)]);
    const content = cells[1]?.content;
    expect(content?.kind === "text" ? content.runs.map((run) => [run.font, run.text.length]) : null).toEqual([
      [".VnTime", 50],
      ["Arial", text.length - 50],
    ]);
  }
}, 60_000);
