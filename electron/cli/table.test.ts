import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, displayWidth, renderTable } from "./table";

const columns: readonly Column[] = [
  { heading: "Đơn vị" },
  { heading: "Đạt", group: "Chuyên môn", align: "right" },
  { heading: "Tỷ lệ", group: "Chuyên môn", align: "right" },
];

describe("displayWidth", () => {
  it("counts what is seen, not how it is encoded", () => {
    const text = "Xã Quảng Yên – Đỗ Xuyên";
    expect(displayWidth(text.normalize("NFD"))).toBe(displayWidth(text.normalize("NFC")));
    expect(displayWidth(text)).toBe(23);
    expect(displayWidth("漢字")).toBe(4);
    expect(displayWidth("a\u200Bb\u0000")).toBe(2);
  });
});

describe("renderTable", () => {
  it("aligns names at the left, numbers at the right, headings over their columns", () => {
    const table = renderTable(
      columns,
      [["Xã Đại An", "15/20", "75,0 %"]],
      ["Tổng cộng", "386/478", "80,8 %"],
    );
    expect(table).toBe(
      [
        "           Chuyên môn",
        "Đơn vị         Đạt   Tỷ lệ",
        "─────────  ───────  ──────",
        "Xã Đại An    15/20  75,0 %",
        "─────────  ───────  ──────",
        "Tổng cộng  386/478  80,8 %",
        "",
      ].join("\n"),
    );
  });

  it("makes room for a heading that is wider than its columns", () => {
    const [group, heading] = renderTable(
      [{ heading: "a", group: "Một tiêu đề dài" }, { heading: "b" }],
      [["1", "2"]],
    ).split("\n");
    expect(group).toBe("Một tiêu đề dài");
    expect(heading).toBe("a                b");
  });

  it("starts every column at the same place in every row, whatever the cells hold", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        const ends = "|";
        const lines = renderTable(
          [{ heading: "A" }, { heading: "B" }, { heading: ends }],
          rows.map((row) => [...row, ends]),
        )
          .split("\n")
          .slice(0, -1);
        expect(lines).toHaveLength(rows.length + 2);
        expect(new Set(lines.map(displayWidth)).size).toBe(1);
      }),
    );
  });
});
