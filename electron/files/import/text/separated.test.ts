// Guards that a .csv or pasted block of any program gives its cells letter by letter, whatever parts them and in whatever code.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "../../../../shared/import/cell-text";
import type { Workbook } from "../../../../shared/import/workbook";
import { Reading } from "../reading";
import { workbookOfBytes } from "../read-workbook";
import { readSeparated, rowsOf, separatorOf } from "./separated";
import { textOfBytes } from "./text-bytes";

const grid = ({ sheets }: Workbook) =>
  (sheets[0]?.rows ?? []).map(({ number, cells }) => [
    number,
    ...cells.map((cell) => `${cell.column}:${cellText(cell, false)}`),
  ]);
const read = (text: string) => grid(readSeparated(text, "csv", new Reading("x.csv")));

describe("a text of cells", () => {
  it.each([
    ["a;b\r\n1;2,5\r\n3;4,5", ";"],
    ["a,b\n1,2\n", ","],
    ["a\tb, c; d\n1\t2\n", "\t"],
    ["a|b\n1|2", "|"],
    ["Nguyễn Văn An, xã A\nTrần Thị B\n", ","],
    ["một cột\nhai\n", null],
    ['"a;b";c\n"d;e";f\n', ";"],
  ] as const)("%j is parted by %j", (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it("keeps zeros, blanks within cells, lines of cells and rows without anything", () => {
    expect(read('STT;Số định danh\r\n\r\n01;001080012345\r\n;;\r\n2;"hai\r\ndòng ""x"""\r\n')).toEqual([
      [1, "0:STT", "1:Số định danh"],
      [3, "0:01", "1:001080012345"],
      [5, "0:2", '1:hai\r\ndòng "x"'],
    ]);
    expect(read("sep=|\r\na|b;c\r\n")).toEqual([[2, "0:a", "1:b;c"]]);
  });

  it("takes a quote that nothing closes for a letter", () => {
    expect(read('xã "Hà" An\t1\n"Hà" An\t2\n"chưa đóng\t3\n')).toEqual([
      [1, '0:xã "Hà" An', "1:1"],
      [2, '0:"Hà" An', "1:2"],
      [3, '0:"chưa đóng', "1:3"],
    ]);
  });

  it("gives back what was written, whatever it was", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab; ,\t|\"\n\r'đ0"), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(";", ",", "\t", "|"), (rows, separator) => {
        const written = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join("\r\n");
        expect([...rowsOf(written, separator)]).toEqual(rows);
      }),
    );
  });

  it("takes as long as it is long, whatever its quotes", () => {
    const begun = performance.now();
    const text = '"a;'.repeat(300_000);
    expect([...rowsOf(text, ";")].length).toBe(1);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe("the code of a text", () => {
  const text = "Họ và tên;Ngày sinh\r\nNguyễn Thị Huệ;12/5/1980\r\n";
  const windows1258 = (one: string) => {
    const signs: Readonly<Record<string, number>> = {
      "\u0300": 0xcc,
      "\u0309": 0xd2,
      "\u0303": 0xde,
      "\u0301": 0xec,
      "\u0323": 0xf2,
      Ă: 0xc3,
      ă: 0xe3,
      Đ: 0xd0,
      đ: 0xf0,
      Ơ: 0xd5,
      ơ: 0xf5,
      Ư: 0xdd,
      ư: 0xfd,
    };
    const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
    const letters = [...one.normalize("NFD")]
      .join("")
      .replace(/([aeouyiAEOUYI])([\u0300\u0301\u0303\u0309\u0323])?([\u0302\u0306\u031b])/gu, "$1$3$2");
    const parted = letters.replace(/[aeouAEOU][\u0302\u0306\u031b]/gu, (letter) => letter.normalize("NFC"));
    expect(tones.test(parted)).toBe(true);
    return Buffer.from([...parted].map((sign) => signs[sign] ?? sign.charCodeAt(0)));
  };

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without its mark", Buffer.from(text, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["Windows-1258", windows1258(text)],
    ["decomposed UTF-8", Buffer.from(text.normalize("NFD"))],
  ])("is %s", (_code, bytes) => {
    expect(textOfBytes(bytes)?.normalize("NFC")).toBe(text);
  });

  it("stays as the bytes of old fonts have it", async () => {
    const bytes = Buffer.concat([
      Buffer.from("1;Ph¹m V¨n \xadng\r\n", "latin1"),
      Buffer.from([0x32, 0x3b, 0x02, 0x80, 0x0a]),
    ]);
    const workbook = await workbookOfBytes(bytes, new Reading("x.csv"));
    expect(grid(workbook)).toEqual([
      [1, "0:1", "1:Ph¹m V¨n \xadng"],
      [2, "0:2", "1:\u0002€"],
    ]);
  });

  it("is none for bytes that are no text", () => {
    expect(textOfBytes(Buffer.from([65, 0, 7, 0]))).toBeNull();
    expect(textOfBytes(Buffer.from([65, 0, 0, 0, 0, 66]))).toBeNull();
  });
});
