// Guards that what nobody sees never makes two texts differ, and that cleaning loses nothing that somebody wrote.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./clean";
import { legacyTables } from "./legacy/codes";

const invisible = [
  "\u00ad",
  "\u200b",
  "\u200c",
  "\u200d",
  "\ufeff",
  "\u2060",
  "\u200e",
  "\u200f",
  "\u202a",
  "\u202e",
  "\u2066",
  "\u2069",
  "\u061c",
  "\u180e",
  "\ufe0f",
  "\u{e0100}",
  "\u034f",
  "\u115f",
  "\u3164",
  "\uffa0",
  "\u0000",
  "\u0007",
  "\u001b",
  "\u007f",
  "\u0099",
  "\ud800",
  "\udc00",
  "\ufffe",
  "\u{e0041}",
];
const oddBlanks = ["\u00a0", "\u2002", "\u2009", "\u202f", "\u205f", "\u3000", "\t", "\u2800"];
const names = [
  "Phạm Đăng An",
  "H'Hen Niê",
  "K'Brơi",
  "Hà Văn Ba",
  "Lê Hoa",
  "Ê Ban",
  "Xã Quảng Yên (08173)",
  "5 µm²",
  "Ưu Ơn",
];

describe("cleanText", () => {
  it.each([
    ["Phạm \u00adĐăng An", "Phạm Đăng An"],
    ["  Phạm\u00a0\u200bĐăng\u3000 An\ufeff ", "Phạm Đăng An"],
    ["Phạm Đăng An".normalize("NFD"), "Phạm Đăng An"],
    ["Ðặng Văn Ðạt, xã ðại an", "Đặng Văn Đạt, xã đại an"],
    ["dòng một\r\ndòng hai", "dòng một dòng hai"],
    ["", ""],
    ["\u200b\u00a0", ""],
  ])("writes %j as %j", (from, to) => {
    expect(cleanText(from)).toBe(to);
  });

  it("keeps the lines of a text that has lines", () => {
    expect(cleanText(" một \r\n\u2028 hai\u00a0\tba \n", { lines: true })).toBe("một\n\n hai  ba");
  });

  it("keeps letters of an old code that Unicode would not show", () => {
    expect(cleanText(" NguyÔn V¨n Tr\u00adêng\u200b ")).toBe("NguyÔn V¨n Tr\u00adêng");
    expect(cleanText("T\u00ad ph¸p - hé tÞch")).toBe("T\u00ad ph¸p - hé tÞch");
  });

  it("makes texts that look the same the same, and is stable", () => {
    const noise = fc.constantFrom(...invisible, "");
    const noisy = fc.constantFrom(...names).chain((name) =>
      fc
        .array(fc.tuple(noise, fc.constantFrom(" ", ...oddBlanks)), {
          minLength: name.length,
          maxLength: name.length,
        })
        .map((places) => ({
          name,
          text: [...name]
            .map((sign, place) => (places[place]?.[0] ?? "") + (sign === " " ? places[place]?.[1] : sign))
            .join(""),
        })),
    );
    fc.assert(
      fc.property(noisy, fc.boolean(), ({ name, text }, lines) => {
        const clean = cleanText(text, { lines });
        expect(clean).toBe(name);
        expect(cleanText(clean, { lines })).toBe(clean);
      }),
    );
  });

  it("loses no visible sign and is stable, whatever the text", () => {
    const letters = [...new Set(Object.values(legacyTables).flatMap((table) => [...table.keys()]))];
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(...letters, ...invisible, ...oddBlanks, "Ph", "m", "n", " ", "\n", "ng"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, lines) => {
        const text = pieces.join("");
        const clean = cleanText(text, { lines });
        expect(cleanText(clean, { lines })).toBe(clean);
        const seen = (one: string) =>
          one
            .normalize("NFC")
            .replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\s]/gu, "")
            .normalize("NFC")
            .replace(/[ÐƉ]/g, "Đ")
            .replaceAll("ð", "đ");
        expect(seen(clean)).toBe(seen(text));
      }),
      { numRuns: 3000 },
    );
  });
});
