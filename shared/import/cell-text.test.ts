// Guards what is shown of a cell: a zero or a digit lost here would be lost in the roster.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "./cell-text";
import { isDateFormat, numberText, shownParts } from "./number-format";
import { serialDay, serialOfDay } from "./serial-day";

describe("a number", () => {
  it.each([
    [25, null, "25"],
    [0, null, "0"],
    [2.34, "General", "2,34"],
    [0.1 + 0.2, null, "0,3"],
    [25001234567, null, "25001234567"],
    [25000000000, "0.0E+00", "25000000000"],
    [123456789012345680000, null, "1,23456789012346E+20"],
    [1e-7, null, "0,0000001"],
    [25001234567, "000000000000", "025001234567"],
    [912345678, "0#########", "0912345678"],
    [912345678, "0000 000 000", "0912 345 678"],
    [912345678, "\\0###\\ ###\\ ###", "0912 345 678"],
    [1234567, "#,##0", "1.234.567"],
    [1234567.5, "#,##0.00", "1.234.567,50"],
    [1234, '#,##0\\ "đ"', "1.234 đ"],
    [2.5, "0.0##", "2,5"],
    [2.34, "0", "2,34"],
    [0.5, "0%", "50%"],
    [-5, "0", "-5"],
    [-5, "0;(0)", "(5)"],
    [0, '0;-0;"không"', "0"],
    [5, '"Lớp" 0', "Lớp 5"],
    [12, "[Red]00", "12"],
    [7, "@", "7"],
    [0, "#", ""],
    [12345, "0,", "12345"],
  ])("%d as %j is %j", (value, format, text) => {
    expect(numberText(value, format)).toBe(text);
  });

  it("keeps every digit, whatever the format", () => {
    const format = fc.constantFrom(
      "0",
      "00000",
      "#,##0",
      "0.00",
      "0%",
      "000000000000",
      "#",
      "General",
      "0 000",
      "@",
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), format, (value, format) => {
        const digits = numberText(value, format).replace(/,0+$/, "").replace(/\D/g, "");
        expect(Number(digits)).toBe(format === "0%" ? value * 100 : value);
      }),
    );
  });
});

describe("a day", () => {
  const day = (value: number, format: string, date1904 = false) =>
    cellText({ content: { kind: "number", value, format, isDate: isDateFormat(format) } }, date1904);

  it.each([
    [29353, "dd/mm/yyyy", false, "12/05/1980"],
    [29353, "m/d/yy", false, "12/05/1980"],
    [29353, "[$-42A]dd\\ mmmm\\ yyyy;@", false, "12/05/1980"],
    [29353, "mm/yyyy", false, "05/1980"],
    [29353, "yyyy", false, "1980"],
    [29353.5, "dd/mm/yyyy hh:mm", false, "12/05/1980 12:00"],
    [29353.5, "dd/mm/yyyy", false, "12/05/1980"],
    [27891, "dd/mm/yyyy", true, "12/05/1980"],
    [59, "dd/mm/yyyy", false, "28/02/1900"],
    [61, "dd/mm/yyyy", false, "01/03/1900"],
    [60, "dd/mm/yyyy", false, "60"],
    [-3, "dd/mm/yyyy", false, "-3"],
  ])("%d as %j (1904: %j) is %s", (value, format, date1904, text) => {
    expect(day(value, format, date1904)).toBe(text);
  });

  it.each([
    "0",
    "General",
    "@",
    "#,##0",
    "[h]:mm",
    "h:mm",
    "mm:ss",
    "[Red]0",
    '"ngày" 0',
    "0.00E+00",
    "h:mm AM/PM",
    "0\\d",
  ])("is not what %j shows", (format) => {
    expect(isDateFormat(format)).toBe(false);
  });

  it("shows what its format shows", () => {
    expect(shownParts("mm/yyyy")).toEqual({ year: true, month: true, day: false, time: false });
    expect(shownParts("h:mm d/m")).toEqual({ year: false, month: true, day: true, time: true });
  });

  it("is counted as it is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        const at = serialDay(serial, false);
        if (serial === 60) expect(at).toBeNull();
        else expect(at === null ? null : serialOfDay(at)).toBe(serial);
      }),
    );
    expect(serialOfDay({ year: 1980, month: 2, day: 30 })).toBeNull();
    expect(serialDay(1462, false)).toEqual(serialDay(0, true));
  });
});

describe("other cells", () => {
  it("are read as programs show them", () => {
    const runs = [
      { text: "Phạm ", font: "Arial" },
      { text: " An ", font: null },
    ];
    expect(cellText({ content: { kind: "text", runs } }, false)).toBe("Phạm  An ");
    expect(cellText({ content: { kind: "boolean", value: true } }, false)).toBe("TRUE");
    expect(cellText({ content: { kind: "error", code: "#REF!" } }, false)).toBe("#REF!");
  });
  it.each([
    ["'+84 912", "+84 912"],
    ["''=1", "'=1"],
    ["'＝1", "＝1"],
    ["' －1", " －1"],
    ["'có nháy", "'có nháy"],
    ["5'", "5'"],
  ])("have no apostrophe that only says that it is a text: %s", (text, shown) => {
    expect(cellText({ content: { kind: "text", runs: [{ text, font: null }] } }, false)).toBe(shown);
  });
});
