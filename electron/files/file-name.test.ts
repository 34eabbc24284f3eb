// Guards that a file written here can be written and opened on any stick and any Windows.

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNewName, numberedName, safeFileBase } from "./file-name";

describe("safeFileBase", () => {
  it.each([
    ["Tổng hợp đạt chuẩn Huyện Thanh Ba 2021-10-01", "Tong hop dat chuan Huyen Thanh Ba 2021-10-01"],
    ["Đỗ Xuyên: ĐỢT 1/2021 <nháp>?", "Do Xuyen- DOT 1-2021 -nhap--"],
    ["Huệ".normalize("NFD"), "Hue"],
    ["  ..tên. . ", "ten"],
    ["CON", "_CON"],
    ["nul.2021", "_nul.2021"],
    ["COM1 ", "_COM1"],
    ["console", "console"],
    ["../../etc/passwd", "-..-etc-passwd"],
    ["a\u0000b\nc", "a b c"],
    ["中文", "tep"],
    ["", "tep"],
  ])("%j → %j", (text, base) => {
    expect(safeFileBase(text, "xlsx")).toBe(base);
  });

  it("is short, plain, and safe on FAT and Windows for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.integer({ min: 1, max: 999 }),
        (text, n) => {
          const base = safeFileBase(text, "xlsx");
          const name = numberedName(base, n, "xlsx");
          expect(name.length).toBeLessThanOrEqual(120);
          expect(base).toMatch(/^[\x20-\x7e]+$/);
          expect(base).not.toMatch(/[<>:"/\\|?*]|^[ .]|[ .]$/);
          expect(base).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)( *\.|$)/i);
          expect(safeFileBase(base, "xlsx")).toBe(base);
        },
      ),
    );
  });
});

describe("checkNewName", () => {
  const check = (name: string) => () => checkNewName(join("/so", name));

  it.each(["so.scb", "Sổ cán bộ xã Hòa Bình #1 (2).scb", ".an.scb", "console.scb", "com10.scb", "a.con"])(
    "takes %j",
    (name) => expect(check(name)).not.toThrow(),
  );

  it.each(
    [
      ["CON", "con.scb", "nul .scb", "Com1.a.scb", "LPT9"],
      ["so.", "so.scb ", "so. ", " so.scb"],
      ["a:b", "a<b", "a>b", 'a"b', "a|b", "a?", "*", "a\u0000", "a\n"],
    ].flat(),
  )("refuses %j", (name) =>
    expect(check(name)).toThrow(expect.objectContaining({ code: "name-refused", params: { name } })),
  );

  it("takes every name that the program gives itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (text, n) => {
        expect(check(numberedName(safeFileBase(text, "xlsx"), n, "xlsx"))).not.toThrow();
      }),
    );
  });
});
