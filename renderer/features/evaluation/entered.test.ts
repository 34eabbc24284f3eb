// Guards what is kept of a line that is typed in, what a cell is read as, and what a pasted block does to the lines it meets.
import { describe, expect, it } from "vitest";
import type { EvaluationLine } from "../../../shared/contract/schemas/evaluations";
import { cellsOfText, countsOf, enter, nothingEntered, paste, readCell, valuesOf } from "./entered";

const lastDay = "2026-12-31";

function line(id: string, more: Partial<EvaluationLine> = {}): EvaluationLine {
  return {
    id,
    fullName: `Người ${id}`,
    unitName: "Xã Quảng Yên",
    post: "Văn phòng – thống kê",
    category: "congChuc",
    recorded: false,
    generalPoints: null,
    resultPoints: null,
    grade: null,
    ...more,
  };
}

describe("what is entered", () => {
  it("is counted as added or changed, and forgotten where it says again what is on record", () => {
    const known = line("b", { recorded: true, grade: "good" });
    const first = enter(nothingEntered, line("a"), { grade: "good" }, lastDay);
    const both = enter(first, known, { grade: "completed" }, lastDay);
    expect(countsOf(both)).toEqual({ added: 1, changed: 1 });
    expect(valuesOf(known, both).grade).toBe("completed");
    const back = enter(both, known, { grade: "good" }, lastDay);
    expect(countsOf(back)).toEqual({ added: 1, changed: 0 });
    expect(countsOf(enter(back, line("a"), { grade: null }, lastDay))).toEqual({ added: 0, changed: 0 });
  });

  it("leaves what was given as it is", () => {
    const before = enter(nothingEntered, line("a"), { grade: "good" }, lastDay);
    enter(before, line("b"), { grade: "good" }, lastDay);
    expect(before.size).toBe(1);
  });
});

describe("a cell", () => {
  it.each([
    ["generalPoints", "28,5", { generalPoints: 285 }],
    ["generalPoints", "28.5", { generalPoints: 285 }],
    ["generalPoints", "30", { generalPoints: 300 }],
    ["resultPoints", " 70 ", { resultPoints: 700 }],
    ["resultPoints", "", { resultPoints: null }],
    ["grade", "2", { grade: "good" }],
    ["grade", "Hoàn thành tốt nhiệm vụ", { grade: "good" }],
    ["grade", " ", { grade: null }],
  ] as const)("of %s reads “%s”", (field, text, value) =>
    expect(readCell(field, text)).toEqual({ ok: true, value }),
  );

  it.each([
    ["generalPoints", "30,1"],
    ["generalPoints", "-1"],
    ["resultPoints", "70,5"],
    ["resultPoints", "28,55"],
    ["resultPoints", "tốt"],
    ["grade", "khá"],
  ] as const)("of %s refuses “%s”", (field, text) => expect(readCell(field, text)).toEqual({ ok: false }));
});

describe("a pasted block", () => {
  it("is parted as spreadsheets part it", () => {
    expect(cellsOfText("25\t60\r\n30\t65\r\n")).toEqual([
      ["25", "60"],
      ["30", "65"],
    ]);
    expect(cellsOfText("25\n\n30")).toEqual([["25"], [""], ["30"]]);
  });

  it("goes down and right from where the keys stand; a grade that is blank follows its points", () => {
    const lines = [line("a"), line("b"), line("c")];
    const rows = [["25", "46", ""], ["25", "66", "2"], ["28"]];
    const { entered, taken, unread } = paste(nothingEntered, rows, "generalPoints", lines, lastDay);
    expect([taken, unread]).toEqual([3, []]);
    expect(lines.map((one) => valuesOf(one, entered))).toEqual([
      { generalPoints: 250, resultPoints: 460, grade: "good" },
      { generalPoints: 250, resultPoints: 660, grade: "good" },
      { generalPoints: 280, resultPoints: null, grade: null },
    ]);
  });

  it("leaves what it cannot read and names it, and takes nothing for lines that are not there", () => {
    const lines = [line("a"), line("b")];
    const rows = [["tốt"], ["khá"], ["1"]];
    const { entered, taken, unread } = paste(nothingEntered, rows, "grade", lines, lastDay);
    expect([taken, entered.size, unread]).toEqual([1, 1, ["Người b: khá"]]);
  });
});
