// Guards that one person is found and compared as one, however the name was typed.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldExact, foldMarks, nameWords, nfc, normalizeTonePlacement } from "./fold";

const vietnamese = fc.string({
  unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằấệịồợủứỳÀĐỆÝ  "),
  maxLength: 24,
});

describe("nfc", () => {
  it("makes decomposed text the stored text", () => {
    expect("Huệ".normalize("NFD")).not.toBe("Huệ".normalize("NFC"));
    expect(nfc("Huệ".normalize("NFD"))).toBe("Huệ".normalize("NFC"));
  });
});

describe("normalizeTonePlacement", () => {
  it.each([
    ["hoà", "hòa"],
    ["Hoá", "Hóa"],
    ["HOẢ", "HỎA"],
    ["toã", "tõa"],
    ["hoạ", "họa"],
    ["khoẻ", "khỏe"],
    ["loè", "lòe"],
    ["thuỷ", "thủy"],
    ["Thuý", "Thúy"],
    ["luỹ", "lũy"],
    ["luỵ", "lụy"],
    ["Uý", "Úy"],
    ["oà", "òa"],
    ["CỘNG HOÀ XÃ HỘI", "CỘNG HÒA XÃ HỘI"],
    ["hoà-thuỷ, (khoẻ)", "hòa-thủy, (khỏe)"],
  ])("writes %s as %s", (from, to) => {
    expect(normalizeTonePlacement(from)).toBe(to);
    expect(normalizeTonePlacement(from.normalize("NFD"))).toBe(to);
  });

  it.each([
    "hòa",
    "hoàn",
    "Hoàng",
    "suýt",
    "huỳnh",
    "HUỲNH",
    "xoài",
    "ngoèo",
    "khuỷu",
    "toét",
    "quý",
    "QUÝ",
    "Quỳ",
    "quà",
    "quỳnh",
    "già",
    "giá",
    "giò",
    "mía",
    "của",
    "hoa",
    "Huệ",
  ])("leaves %s", (word) => {
    expect(normalizeTonePlacement(word)).toBe(word);
    expect(normalizeTonePlacement(word.normalize("NFD"))).toBe(word);
  });

  it("is stable, gives NFC and changes no letter", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const once = normalizeTonePlacement(text);
        expect(normalizeTonePlacement(once)).toBe(once);
        expect(once.normalize("NFC")).toBe(once);
        expect(normalizeTonePlacement(text.normalize("NFD"))).toBe(once);
        expect(foldMarks(once)).toBe(foldMarks(text));
        expect([...once].map((c) => c === c.toUpperCase())).toEqual(
          [...nfc(text)].map((c) => c === c.toUpperCase()),
        );
      }),
    );
  });
});

describe("foldMarks", () => {
  it.each([
    ["  Nguyễn  Đức\u00a0HOÀ ", "nguyen duc hoa"],
    ["Ðặng Thị Huệ", "dang thi hue"],
    ["Ưỡn ẹo Ở", "uon eo o"],
    ["H’Hen\u200b Niê", "h'hen nie"],
    ["Xã Quảng Yên (08173)", "xa quang yen (08173)"],
    ["", ""],
  ])("folds %j to %j", (from, to) => {
    expect(foldMarks(from)).toBe(to);
    expect(foldMarks(from.normalize("NFD"))).toBe(to);
  });

  it("is stable and leaves no mark", () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: "grapheme" })), (text) => {
        const folded = foldMarks(text);
        expect(folded).not.toMatch(/\p{M}/u);
        expect(foldMarks(folded)).toBe(folded);
      }),
    );
  });
});

describe("foldExact", () => {
  it("keeps marks, folds case, spaces and tone placement", () => {
    expect(foldExact(" Trần  HOÀ ")).toBe("trần hòa");
    expect(foldExact("trần hòa".normalize("NFD"))).toBe("trần hòa");
    expect(foldExact("Huệ")).not.toBe(foldExact("Hue"));
    expect(foldExact("Đức")).toBe("đức");
  });

  it("tells apart no texts that it should not: equal exact folds have equal folds without marks", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldMarks(foldExact(text))).toBe(foldMarks(text));
        expect(foldExact(foldExact(text))).toBe(foldExact(text));
      }),
    );
  });
});

describe("nameWords", () => {
  it("splits on any white space and composes", () => {
    expect(nameWords("  Nguyễn\tVăn \u00a0 Huệ ".normalize("NFD"))).toEqual(["Nguyễn", "Văn", "Huệ"]);
    expect(nameWords("  ")).toEqual([]);
  });
});
