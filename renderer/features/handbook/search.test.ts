// Guards that what is looked for in the guide is found by its line, without marks, headings first, wherever it stands.

import { describe, expect, it } from "vitest";
import type { Chapter } from "./handbook";
import { excerpt, findLines, linesOf } from "./search";

const chapters: readonly Chapter[] = [
  {
    id: "a",
    title: "1. Danh mục",
    blocks: [
      { kind: "paragraph", content: ["Hồ sơ có ", { kind: "strong", content: ["quy định"] }, " riêng"] },
      {
        kind: "list",
        ordered: false,
        start: 1,
        items: [
          [
            { kind: "paragraph", content: ["Văn bản"] },
            {
              kind: "list",
              ordered: false,
              start: 1,
              items: [[{ kind: "paragraph", content: ["Quy định của tỉnh"] }]],
            },
          ],
        ],
      },
      { kind: "table", head: [["phím"]], rows: [[["F1"], ["mở hướng dẫn"]]] },
    ],
    sections: [{ id: "b", title: "Quy định tiêu chuẩn", blocks: [] }],
  },
];
const lines = linesOf(chapters);
const places = (query: string, most = 9) => findLines(lines, query, most).map(({ place }) => place);
const marked = (text: string, query: string) =>
  excerpt(text, query)
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join("");

describe("findLines", () => {
  it("finds paragraphs, items within items and rows without marks, headings first", () => {
    expect(places("quy dinh")).toEqual(["b", "a.0", "a.1.0.1.0.0"]);
    expect(places("huong dan F1")).toEqual(["a.2.0"]);
    expect(places("DANH MUC")).toEqual(["a"]);
    expect(places("khong co")).toEqual([]);
    expect(places("quy dinh", 2)).toHaveLength(2);
  });

  it("says in which section and chapter a line stands", () => {
    expect(findLines(lines, "tieu chuan", 9)).toMatchObject([{ section: { id: "b" }, chapter: { id: "a" } }]);
  });
});

describe("excerpt", () => {
  it("marks what was found, quoted or not, and keeps the rest as written", () => {
    expect(marked("Bấm “Lưu sổ”, rồi lưu.", "luu")).toBe("Bấm [“Lưu] sổ”, rồi [lưu.]");
  });

  it("is cut around the first word that was found", () => {
    const long = `${"trước ".repeat(30)}giữa ${"sau ".repeat(30)}`.trim();
    expect(marked(long, "giua")).toMatch(/^…(trước ){5}\[giữa\] (sau ?){16}…$/);
  });
});
