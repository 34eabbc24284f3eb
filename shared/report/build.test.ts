// Guards that a form asks its source for nothing the source does not have, and that the made-up form is counted right.

import { describe, expect, it } from "vitest";
import { madeUpForm, madeUpReport } from "../testing/made-up-report";
import { headingOf } from "../testing/reports";
import { allOf, meets } from "./filter";
import { cellText } from "./cell-text";
import { blocksOf } from "./document";
import type { Block } from "./form";
import { FormProblem } from "./problem";

const withBlock = (block: Block) => ({ ...madeUpForm, blocks: [block] });

describe("buildReport", () => {
  it("counts lines and columns by all of their filters, and leaves a heading among the rows empty", () => {
    const [cross] = blocksOf(madeUpReport(), "table");
    expect(cross?.rows.map((row) => row.map(cellText))).toEqual([
      ["Tổng số", "2", "1", "50,0 %"],
      ["Trong đó", "", "", ""],
      ["Đạt chuyên môn", "2", "1", "50,0 %"],
    ]);
    expect(cross?.numbering).toEqual(["A", "1", "2", "3"]);
  });

  it.each<[string, Block]>([
    ["salary", { kind: "sheet", lines: [{ label: "Lương", field: "salary" }] }],
    ["child", { kind: "list", of: "child", numbered: false, columns: [] }],
    ["constructor", { kind: "sheet", lines: [{ label: "x", field: "constructor" }] }],
    [
      "level",
      {
        kind: "list",
        of: "step",
        numbered: false,
        columns: [{ key: "x", title: "x", value: { kind: "field", field: "level" }, widthMm: 9 }],
      },
    ],
    ["sets", { kind: "text", title: null, lines: [{ text: "x", whenGiven: "sets" }] }],
    ["{{sets}}", { kind: "text", title: null, lines: [{ text: "{{sets}}" }] }],
  ])("names %s, which the source does not have", (at, block) => {
    expect(() => madeUpReport(withBlock(block))).toThrow(FormProblem);
    expect(() => madeUpReport(withBlock(block))).toThrow(new FormProblem(at));
  });
});

describe("the heading", () => {
  it("says by which day's knowledge the figures are, where that is not of now", () => {
    const now = headingOf(madeUpReport()).subtitle ?? "";
    expect(now).not.toContain("theo số liệu");
    expect(headingOf(madeUpReport(madeUpForm, "2026-03-05")).subtitle).toBe(
      `${now === "" ? "" : `${now}; `}theo số liệu có trong sổ đến hết ngày 05 tháng 3 năm 2026`,
    );
  });
});

describe("filters", () => {
  it("hold together: who passes both passes each", () => {
    expect(allOf({ unit: ["a", "b"] }, { unit: ["b", "c"] }, { "standard:professional": ["met"] })).toEqual({
      unit: ["b"],
      "standard:professional": ["met"],
    });
    expect(allOf({ unit: { from: 31, to: 40 } }, { unit: { from: 35 } })).toEqual({
      unit: { from: 35, to: 40 },
    });
    expect(allOf({ unit: ["30", "36", "x"] }, { unit: { from: 31 } })).toEqual({ unit: ["36"] });
  });

  it("take bands with both ends, and no word for a number", () => {
    expect(["30", "31", "40", "41", "", "x"].map((age) => meets(age, { from: 31, to: 40 }))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
