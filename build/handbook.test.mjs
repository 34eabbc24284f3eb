// Guards that the user guide in the window is docs/huong-dan.md whole: every kind of text it may have is read as what it is,
// and what is not known ends the build instead of being left out.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HANDBOOK, readHandbook } from "./vite/handbook.mjs";

describe("the guide as data", () => {
  it("has chapters with sections, and what stands before them in the first", () => {
    const { chapters } = readHandbook(
      "# Tên\n\nCho ai.\n\n## 1. Một\n\na\n\n### Đơn vị, xã\n\nb\n\n## Hai\n",
    );
    expect(chapters).toMatchObject([
      {
        id: "mot",
        title: "1. Một",
        blocks: [{ content: ["Cho ai."] }, { content: ["a"] }],
        sections: [{ id: "don-vi-xa", title: "Đơn vị, xã", blocks: [{ content: ["b"] }] }],
      },
      { id: "hai", blocks: [], sections: [] },
    ]);
  });

  it("reads lists within lists, tables, code, images and what is set in lines", () => {
    const { chapters, images } = readHandbook(
      "## A\n\n3. Bấm **Lưu *ngay***, `a < b`\n   - xã \\*\n\n| h |\n| - |\n| c |\n\n![Hình](images/a.png)\n\n```\nx\n```\n",
    );
    const [{ blocks }] = chapters;
    expect(blocks).toEqual([
      {
        kind: "list",
        ordered: true,
        start: 3,
        items: [
          [
            {
              kind: "paragraph",
              content: [
                "Bấm ",
                { kind: "strong", content: ["Lưu ", { kind: "em", content: ["ngay"] }] },
                ", ",
                { kind: "code", text: "a < b" },
              ],
            },
            {
              kind: "list",
              ordered: false,
              start: 1,
              items: [[{ kind: "paragraph", content: ["xã ", "*"] }]],
            },
          ],
        ],
      },
      { kind: "table", head: [["h"]], rows: [[["c"]]] },
      { kind: "image", image: 0, text: "Hình" },
      { kind: "code", text: "x" },
    ]);
    expect(images).toEqual(["images/a.png"]);
  });

  it.each(["<b>a</b>", "a <i>b</i>", "[a](https://a.b)", "> a", "a\n\n---", "#### a", "## A\n\n### A"])(
    "takes nothing that the page does not draw: %s",
    (text) => {
      expect(() => readHandbook(`## A\n\n${text}\n`)).toThrow(HANDBOOK);
    },
  );

  it("knows all of the guide", () => {
    const { chapters } = readHandbook(readFileSync(HANDBOOK, "utf8"));
    expect(chapters.length).toBeGreaterThan(5);
  });
});
