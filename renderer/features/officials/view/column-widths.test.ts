import { describe, expect, it } from "vitest";
import { tableColumnOf } from "../../../../shared/columns/table-column";
import { fitted, wantedWidth } from "./column-widths";

const columnOf = (key: string) => {
  const column = tableColumnOf(key);
  if (column === null) throw new Error(`No column ${key}`);
  return column;
};
const usual = { set: null, rowCount: 22 };
const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

describe("the widths of the list's columns", () => {
  const post = wantedWidth(columnOf("assignment.post"), { heading: 80, cells: 330, tight: 330 }, usual);
  const birth = wantedWidth(columnOf("official.birth"), { heading: 70, cells: 96, tight: 96 }, usual);
  const unit = wantedWidth(columnOf("assignment.unit"), { heading: 60, cells: 90, tight: 90 }, usual);

  it("are what the columns hold where there is room", () => {
    expect(fitted([birth, unit, post], 900)).toEqual([96, 90, 330]);
  });

  it("take from the longest texts first, and use what room there is", () => {
    const widths = fitted([birth, unit, post], 400);
    expect(widths.slice(0, 2)).toEqual([96, 90]);
    expect(sum(widths)).toBeLessThanOrEqual(400);
    expect(sum(widths)).toBeGreaterThan(396);
  });

  it("cut no name, whatever else there is", () => {
    const name = wantedWidth(columnOf("official.fullName"), { heading: 70, cells: 250, tight: 250 }, usual);
    expect(fitted([name, birth, post], 500)[0]).toBe(250);
  });

  it("cut no date, and no text to a few letters: then the grid scrolls", () => {
    expect(fitted([birth, unit, post], 250)).toEqual([96, 90, 330]);
    expect(birth.least).toBe(96);
  });

  it("leave what somebody drew as it is", () => {
    const drawn = wantedWidth(
      columnOf("assignment.post"),
      { heading: 80, cells: 330, tight: 330 },
      { ...usual, set: 60 },
    );
    expect(fitted([birth, drawn], 100)).toEqual([96, 60]);
  });

  it("give a status what nobody else wants, for the longer levels of rows to come", () => {
    const need = { heading: 80, cells: 170, tight: 170 };
    const met = wantedWidth(columnOf("computed.status.professional"), need, usual);
    const all = wantedWidth(columnOf("computed.status.all"), need, usual);
    expect(fitted([birth, met, all], 96 + 170 + 170 + 60)).toEqual([96, 230, 170]);
    expect(sum(fitted([birth, met, met], 2_000))).toBeLessThan(96 + 2 * 300);
    expect(fitted([birth, met, all], 96 + 170 + 170)).toEqual([96, 170, 170]);
  });

  it("let the words of a status give way before anything else, and never its level", () => {
    const need = { heading: 80, cells: 210, tight: 140 };
    const met = wantedWidth(columnOf("computed.status.professional"), need, usual);
    expect(fitted([birth, post, met, met], 96 + 330 + 420)).toEqual([96, 330, 210, 210]);
    const [, wide, ...tight] = fitted([birth, post, met, met], 96 + 300 + 280);
    expect(tight).toEqual([140, 140]);
    expect(wide).toBeGreaterThan(296);
    expect(fitted([birth, post, met, met], 96 + 180 + 280).slice(2)).toEqual([140, 140]);
  });

  it("hold the number of the last row, though the first ones are short", () => {
    const number = (rowCount: number) =>
      wantedWidth(columnOf("computed.number"), { heading: 50, cells: 40, tight: 40 }, { set: null, rowCount })
        .most;
    expect(number(9)).toBe(50);
    expect(number(250_000)).toBeGreaterThan(50);
  });
});
