// Guards that texts of old codes become what was meant, that Unicode is never touched, and that what cannot be told is asked.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canEncode, encodeLegacy, lowerLetters, sentence } from "../testing/legacy";
import { propertyFactor, propertySeed } from "../testing/property-seed";
import { legacyCodes } from "../text/legacy/codes";
import { cellText } from "./cell-text";
import { decodeWorkbook, settleDoubtful } from "./decode-cells";
import type { DecodedWorkbook } from "./encoding";
import type { TextRun, Workbook } from "./workbook";

type Made = string | readonly TextRun[];

/** A workbook of one sheet; a text alone has no font. */
function workbookOf(rows: readonly (readonly Made[])[]): Workbook {
  const sheet = {
    name: "S",
    hidden: false,
    merges: [],
    rows: rows.map((cells, at) => ({
      number: at + 1,
      cells: cells.map((made, column) => {
        const runs = typeof made === "string" ? [{ text: made, font: null }] : made;
        return { column, formula: false, content: { kind: "text" as const, runs } };
      }),
    })),
  };
  return { format: "xlsx", date1904: false, left: [], sheets: [sheet] };
}

const run = (font: string | null, text: string): TextRun => ({ font, text });
const textsOf = ({ workbook }: DecodedWorkbook) =>
  workbook.sheets
    .map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cellText(cell, false))))
    .flat();
const decoded = (rows: readonly (readonly Made[])[]) => decodeWorkbook(workbookOf(rows));
const column = (...cells: readonly Made[]) => decoded(cells.map((one) => [one]));

describe("a cell with an old font", () => {
  it.each([
    [".VnTime", "NguyÔn V¨n Tr\u00adêng", "Nguyễn Văn Trường", "tcvn3"],
    [".VnTimeH", "nguyÔn v¨n tr\u00adêng", "NGUYỄN VĂN TRƯỜNG", "tcvn3"],
    [".VnArialH", "ban", "BAN", "tcvn3"],
    ["VNI-Times", "Traàn Vaên Höông", "Trần Văn Hương", "vni"],
    ["VI Times", "Tr¥n Vån Hß½ng", "Trần Văn Hương", "viscii"],
    [".VnTime", "Lê", "Lờ", "tcvn3"],
    [".VnTime", "¸", "á", "tcvn3"],
  ] as const)("%s %j is %j", (font, text, meant, code) => {
    const { workbook, encoding, doubtful } = column([run(font, text)]);
    expect(textsOf({ workbook, encoding, doubtful })).toEqual([[meant]]);
    expect(encoding).toEqual({ unicode: 0, tcvn3: 0, vni: 0, viscii: 0, doubtful: 0, [code]: 1 });
  });

  it.each([
    [".VnTime", "Nguyễn Văn An"],
    ["VNI-Times", "Hồ Thị Huệ"],
    [".VnTime", "Hà Nam"],
    [".VnTime", "12/5/1980"],
  ])("%s stays where its letters are Unicode: %j", (font, text) => {
    const result = column([run(font, text)]);
    expect(textsOf(result)).toEqual([[text]]);
    expect(result.encoding.unicode).toBe(1);
  });

  it("is asked about where Unicode was pasted into its neighbours and it could be either", () => {
    const result = column([run(".VnTime", "Nguyễn Thị Lê")], [run(".VnTime", "Lê")], [run(".VnTime", "V¨n")]);
    expect(result.doubtful).toEqual([
      { sheet: 0, row: 2, column: 0, before: "Lê", after: "Lờ", code: "tcvn3" },
    ]);
    expect(textsOf(result)).toEqual([["Nguyễn Thị Lê"], ["Lê"], ["Văn"]]);
  });

  it("is read run by run", () => {
    const cells = [
      [run(".VnTime", "Lª "), run("Times New Roman", "Thị Hoa")],
      [run("Arial", "Ngu"), run(".VnArial", "yÔn "), run("VNI-Times", "Vaên "), run(".VnTimeH", "an")],
    ];
    const result = column(...cells);
    expect(textsOf(result)).toEqual([["Lê Thị Hoa"], ["Nguyễn Văn AN"]]);
    expect(result.encoding).toMatchObject({ unicode: 0, doubtful: 0 });
  });
});

describe("a cell without", () => {
  it("is told by its words, and by its neighbours where it is short", () => {
    const result = decoded([
      ["Hä vµ tªn", "Tr×nh ®é", "D©n téc"],
      ["NguyÔn V¨n An", "§H", "Kinh"],
      ["TrÇn ThÞ B×nh", "C§ S\u00ad ph¹m", "Tµy"],
      ["¸", "12/12", "M\u00adêng"],
    ]);
    expect(textsOf(result)).toEqual([
      ["Họ và tên", "Trình độ", "Dân tộc"],
      ["Nguyễn Văn An", "ĐH", "Kinh"],
      ["Trần Thị Bình", "CĐ Sư phạm", "Tày"],
      ["á", "12/12", "Mường"],
    ]);
    expect(result.encoding).toEqual({ unicode: 2, tcvn3: 10, vni: 0, viscii: 0, doubtful: 0 });
  });

  it("may be half Unicode and half of an old code", () => {
    const result = column("Xã Đại An, huyÖn Thanh Ba, tØnh Phó Thä");
    expect(textsOf(result)).toEqual([
      ["Xã Đại An, huyện Thanh Ba, tỉnh Phó Thä".replace("Phó Thä", "Phú Thọ")],
    ]);
  });

  it("is asked about where only one short word speaks", () => {
    const result = column("Nguyễn Văn An", "TrÇn");
    expect(result.doubtful).toEqual([
      { sheet: 0, row: 2, column: 0, before: "TrÇn", after: "Trần", code: "tcvn3" },
    ]);
    expect(result.encoding).toEqual({ unicode: 1, tcvn3: 0, vni: 0, viscii: 0, doubtful: 1 });
  });

  it("is asked about where its words are Vietnamese as they stand among cells of an old code", () => {
    const result = column("NguyÔn V¨n An", "TrÇn ThÞ B×nh", "Sè");
    expect(textsOf(result).at(-1)).toEqual(["Sè"]);
    expect(result.doubtful).toEqual([
      { sheet: 0, row: 3, column: 0, before: "Sè", after: "Số", code: "tcvn3" },
    ]);
    // In a font of Unicode it was seen as it stands.
    const seen = column([run("Arial", "NguyÔn V¨n An")], [run("Times New Roman", "Sè")]);
    expect(seen.doubtful).toEqual([]);
  });

  it("is composed where its marks are signs of their own", () => {
    const result = column("Nguyễn Thị Huệ".normalize("NFD"));
    expect(textsOf(result)).toEqual([["Nguyễn Thị Huệ"]]);
    expect(result.encoding.unicode).toBe(1);
  });

  it.each(["H'Hen Niê", "Rơ Châm Y Wơi", "Müller", "10 m²", "«Điều 5» § 3", "café", "½", "Thérèse", "±5 °C"])(
    "keeps %j among Unicode",
    (text) => {
      const result = column("Nguyễn Văn An", "Trần Thị Bình", text);
      expect(textsOf(result).at(-1)).toEqual([text]);
      expect(result.doubtful).toEqual([]);
    },
  );
});

describe("a doubtful cell", () => {
  const result = column("NguyÔn V¨n An", "TrÇn ThÞ B×nh", "Sè", "Hé");

  it("is turned, kept or left as somebody decides, and counted so", () => {
    const settled = settleDoubtful(result, ({ row }) => (row === 3 ? "turn" : "keep"));
    expect(textsOf(settled).slice(2)).toEqual([["Số"], ["Hé"]]);
    expect(settled.doubtful).toEqual([]);
    expect(settled.encoding).toEqual({ unicode: 1, tcvn3: 3, vni: 0, viscii: 0, doubtful: 0 });
    const half = settleDoubtful(result, ({ row }) => (row === 3 ? "turn" : null));
    expect(half.doubtful.map(({ row }) => row)).toEqual([4]);
    expect(half.encoding).toMatchObject({ tcvn3: 3, doubtful: 1 });
  });
});

const fonts = { tcvn3: ".VnTime", vni: "VNI-Times", viscii: "VI Times" } as const;
const code = fc.constantFrom(...legacyCodes);
/** TCVN3 alone does not say whether toned letters beside capitals were capitals. */
const canBeMeant = (one: (typeof legacyCodes)[number], text: string) =>
  canEncode(one, text) && (one !== "tcvn3" || text.split(" ").every((word) => word !== word.toUpperCase()));
const options = { numRuns: 300 * propertyFactor, seed: propertySeed };

describe("a heading in Unicode over cells of an old code", () => {
  it("is not asked about where its other reading is no word", () => {
    const old = ["NguyÔn ThÞ H¹nh", "TrÇn V¨n Tó", "Lª ThÞ Hång"];
    expect(column("Ghi chú", ...old).doubtful).toEqual([]);
  });
});

describe("a heading in an old code", () => {
  const names = ["Nguyễn Thị Huệ", "Trần Văn Hướng"].map((text) => encodeLegacy("vni", text));
  const table = (heading: string) =>
    decoded([["Hoï vaø teân", heading], ...names.map((name) => [name, "An"])]);
  it("is read where a letter of it is none of Vietnamese, though it comes apart into one and a tone", () => {
    expect(textsOf(table("Ñôn vò"))[0]).toEqual(["Họ và tên", "Đơn vị"]);
  });
  it("is asked about by what the sheet says where its own column says nothing", () => {
    const { doubtful } = table("Soá CCCD");
    expect(doubtful.map(({ before, after }) => [before, after])).toEqual([["Soá CCCD", "Số CCCD"]]);
  });
});

describe("whatever is written", () => {
  it("in an old font comes back, letter by letter and in sentences", () => {
    for (const one of legacyCodes) {
      for (const letter of [...lowerLetters, ...lowerLetters.map((lower) => lower.toUpperCase())]) {
        if (!canEncode(one, letter)) continue;
        expect(textsOf(column([run(fonts[one], encodeLegacy(one, letter))]))).toEqual([[letter]]);
      }
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(sentence, code), { minLength: 1, maxLength: 8 }), (texts) => {
        const meant = texts.filter(([text, one]) => canBeMeant(one, text));
        const result = column(...meant.map(([text, one]) => [run(fonts[one], encodeLegacy(one, text))]));
        expect(textsOf(result)).toEqual(meant.map(([text]) => [text]));
        expect(result.encoding.doubtful).toBe(0);
      }),
      options,
    );
  });

  it("without a font comes back, or is asked about with what was meant", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 10 }), code, (texts, one) => {
        const meant = texts.filter((text) => canBeMeant(one, text));
        // Two names that nobody could take for anything else stand in every column of that code.
        const sure = ["Nguyễn Thị Huệ", "Trần Văn Hướng"];
        const all = [...sure, ...meant];
        const result = column(...all.map((text) => encodeLegacy(one, text)));
        const offered = new Map(result.doubtful.map(({ row, after }) => [row, after]));
        const read = textsOf(result).map(([text], at) => offered.get(at + 1) ?? text);
        expect(read).toEqual(all);
        expect(textsOf(settleDoubtful(result, () => "turn"))).toEqual(all.map((text) => [text]));
      }),
      options,
    );
  });

  it("in Unicode is never altered, alone or among cells of an old code", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.option(code), (texts, one) => {
        const others =
          one === null ? [] : ["Nguyễn Thị Huệ", "Trần Văn Hướng"].map((text) => encodeLegacy(one, text));
        const result = column(...texts, ...others);
        expect(textsOf(result).slice(0, texts.length)).toEqual(texts.map((text) => [text]));
        if (one === null) expect(result.doubtful).toEqual([]);
      }),
      options,
    );
  });
});
