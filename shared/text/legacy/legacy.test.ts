// Guards the tables of the old codes against their published sources, and that Unicode text is never taken for one.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legacyCodes, legacyFont, legacyTables } from "./codes";
import { decodeLegacy } from "./decode";
import { noticeLegacy } from "./notice";
import { encodeLegacy, lowerLetters, sentence } from "../../testing/legacy";
import { isVietnameseSyllable } from "./syllable";

const allLetters = [...lowerLetters, ...lowerLetters.map((letter) => letter.toUpperCase())];

describe("the tables", () => {
  it("are TCVN 5712 VN3 and RFC 1456 byte by byte", () => {
    const tcvn =
      "a1ĂÂÊÔƠƯĐăâêôơưđ b5àảãáạ bbằẳẵắ c6ặầẩẫấậè ceẻẽéẹềểễếệìỉ dcĩíịò e1ỏõóọồổỗốộờởỡớợù f1ủũúụừửữứựỳỷỹýỵ";
    const viscii =
      "02Ẳ 05ẴẪ 14Ỷ 19Ỹ 1eỴ 80ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ 90ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ a0ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ c0ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
    for (const [code, rows] of [
      ["tcvn3", tcvn],
      ["viscii", viscii],
    ] as const) {
      for (const row of rows.split(" ")) {
        const first = Number.parseInt(row.slice(0, 2), 16);
        Array.from(row.slice(2), (letter, place) => {
          expect(legacyTables[code].get(String.fromCharCode(first + place))).toBe(letter);
        });
      }
    }
  });

  it.each(["vni", "viscii"] as const)("%s writes every Vietnamese letter and reads it back", (code) => {
    for (const letter of allLetters) {
      const written = encodeLegacy(code, `x${letter}m`);
      expect(decodeLegacy(code, written)).toBe(`x${letter}m`);
    }
  });

  it("TCVN3 writes every small letter and the capitals without tone; its H font gives the other capitals", () => {
    for (const letter of lowerLetters)
      expect(decodeLegacy("tcvn3", encodeLegacy("tcvn3", letter))).toBe(letter);
    for (const letter of "ĂÂÊÔƠƯĐ") expect(decodeLegacy("tcvn3", encodeLegacy("tcvn3", letter))).toBe(letter);
    for (const letter of lowerLetters) {
      expect(decodeLegacy("tcvn3", encodeLegacy("tcvn3", letter), { capitals: true })).toBe(
        letter.toUpperCase(),
      );
    }
  });

  it("know the fonts by name", () => {
    expect(legacyFont(".VnTime")).toEqual({ code: "tcvn3", capitals: false });
    expect(legacyFont(".VnTimeH")).toEqual({ code: "tcvn3", capitals: true });
    expect(legacyFont("VNI-Times")).toEqual({ code: "vni", capitals: false });
    expect(legacyFont(".VnCentury SchoolbookH")).toEqual({ code: "tcvn3", capitals: true });
    expect(legacyFont(".VnTimeH Bold")).toEqual({ code: "tcvn3", capitals: true });
    expect(legacyFont(".vntimeh")).toEqual({ code: "tcvn3", capitals: true });
    expect(legacyFont(".vntime")).toEqual({ code: "tcvn3", capitals: false });
    expect(legacyFont(".VnSouthern")).toEqual({ code: "tcvn3", capitals: false });
    expect(legacyFont("VI Times")).toEqual({ code: "viscii", capitals: false });
    expect(legacyFont("VI Times Hoa")).toEqual({ code: "viscii", capitals: true });
    for (const name of ["Times New Roman", "Vivaldi", "Viner Hand ITC", "VNtimes new roman", ""])
      expect(legacyFont(name)).toBeNull();
  });
});

describe("noticeLegacy", () => {
  it.each([
    ["Ph¹m §¨ng An", "tcvn3", "Phạm Đăng An"],
    ["NguyÔn V¨n Tr\u00adêng", "tcvn3", "Nguyễn Văn Trường"],
    ["“Ph¹m” – 10 m²", "tcvn3", "“Phạm” – 10 m²"],
    ["PH¹M §¡NG AN", "tcvn3", "PHẠM ĐĂNG AN"],
    ["Tr\u00adêng §H N«ng l©m", "tcvn3", "Trường ĐH Nông lâm"],
    ["Traàn Vaên Höông", "vni", "Trần Văn Hương"],
    ["NGUYEÃN THÒ HUEÄ", "vni", "NGUYỄN THỊ HUỆ"],
    ["Ñaëng Thò Hueä", "vni", "Đặng Thị Huệ"],
    ["Tr¥n Vån Hß½ng", "viscii", "Trần Văn Hương"],
  ] as const)("%j is %s for %j", (text, code, meant) => {
    expect(noticeLegacy(text)).toContainEqual({ code, text: meant });
    expect(noticeLegacy(text)[0]?.text).toBe(meant);
  });

  it.each([
    "Phạm Đăng An",
    "H'Hen Niê",
    "Niê",
    "Knul",
    "Mlô",
    "K'Brơi",
    "Ksor H'Bê",
    "Y Wơi Kbuôr",
    "Kbuôr",
    "Ê Đê",
    "Êban",
    "Xtiêng",
    "Gié Triêng",
    "Bru - Vân Kiều",
    "Raglai",
    "Thérèse",
    "José",
    "café",
    "Müller",
    "naïve",
    "10 m²",
    "5 %",
    "§ 3",
    "±",
    "«Điều 5»",
    "“Hà”",
    "Hà – Nam",
    "Phạm \u00adĐăng An",
    "Hà\u00a0Nam",
    "Tuấn¹",
    "Trung tâm¹",
    "½",
    "Ð",
    "",
    "15/QĐ-UBND",
    "a@b.vn",
    "Hà Nội…",
    "Ô-tô",
    "Côn Lôn",
    "Việt Nam 🇻🇳",
  ])("leaves %j alone", (text) => {
    expect(noticeLegacy(text)).toEqual([]);
    expect(noticeLegacy(text.normalize("NFD"))).toEqual([]);
  });

  it("never takes Vietnamese for an old code", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const word of text.split(" ")) expect(isVietnameseSyllable(word)).toBe(true);
        expect(noticeLegacy(text)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it("finds the meaning among its offers whenever the text is odd in Unicode", () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...legacyCodes), (text, code) => {
        // TCVN3 alone cannot say which toned letters were capitals.
        const meant = code === "tcvn3" ? text.toLowerCase() : text;
        const written = encodeLegacy(code, meant);
        const isOdd = written.split(" ").some((word) => /[^ -~]/.test(word) && !isVietnameseSyllable(word));
        if (isOdd) expect(noticeLegacy(written)).toContainEqual({ code, text: meant });
      }),
      { numRuns: 3000 },
    );
  });
});
