// Guards that a date is read where it can only mean one day, asked about where it can mean two, and never guessed.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateSentence, type Translate } from "../i18n";
import { createTranslate } from "../i18n/translator";
import { formatPartialDate, parsePartialDate } from "./partial-date";
import { readTypedDate } from "./typed-date";

const DAY_MS = 86_400_000;
const START = Date.UTC(1900, 0, 1);
const DAYS = (Date.UTC(2201, 0, 1) - START) / DAY_MS;
/** Every full date of 1900–2200, made by the platform's calendar and not by the code under test. */
const fullDate = fc
  .integer({ min: 0, max: DAYS - 1 })
  .map((n) => new Date(START + n * DAY_MS).toISOString().slice(0, 10));
const partialDate = fc
  .tuple(fullDate, fc.constantFrom(4, 7, 10))
  .map(([iso, length]) => iso.slice(0, length));
const birth = { latestYear: 2026 };

describe("readTypedDate", () => {
  it.each([
    ["12/5/1980", "1980-05-12"],
    ["12-05-1980", "1980-05-12"],
    ["12.5.1980", "1980-05-12"],
    [" 12 / 5 / 1980 ", "1980-05-12"],
    ["29/2/2000", "2000-02-29"],
    ["5/6/1980", "1980-06-05"],
    ["15-8-2020", "2020-08-15"],
    ["15.8.2020", "2020-08-15"],
    ["15082020", "2020-08-15"],
    ["20200815", "2020-08-15"],
    ["5/1980", "1980-05"],
    ["8/2020", "2020-08"],
    ["082020", "2020-08"],
    ["202008", "2020-08"],
    ["5.1980", "1980-05"],
    ["1980", "1980"],
    ["2020", "2020"],
    ["1980-05-12", "1980-05-12"],
    ["1980-05", "1980-05"],
    ["1980/5/12", "1980-05-12"],
    ["1980.5.12", "1980-05-12"],
    ["15/8/80", "1980-08-15"],
    ["15.08.27", "1927-08-15"],
  ])("reads %j as %s", (typed, value) => {
    expect(readTypedDate(typed, birth)).toEqual({ ok: true, value });
  });

  it.each([
    ["15/8/20", ["1920-08-15", "2020-08-15"]],
    ["15-8-20", ["1920-08-15", "2020-08-15"]],
    ["150820", ["1920-08-15", "2020-08-15"]],
    ["29/2/00", ["2000-02-29"]],
    ["201012", ["1912-10-20", "2010-12", "2012-10-20"]],
  ])("takes %j for %j", (typed, dates) => {
    const read = readTypedDate(typed, birth);
    if (dates.length === 1) expect(read).toEqual({ ok: true, value: dates[0] });
    else expect(read).toEqual({ ok: false, reason: "unclear", choices: dates });
  });

  it("tells what is wrong with a day in the year that a short one can mean", () => {
    const why = { part: "day", month: 4, year: 1988, days: 30 };
    expect(readTypedDate("31/4/88", birth)).toMatchObject({ reason: "impossible", why });
    expect(readTypedDate("31/4/05", birth)).toMatchObject({ why: { ...why, year: 2005 } });
  });

  it("asks about the century of what may lie ahead, and where nothing is known of the field", () => {
    expect(readTypedDate("15/8/40", { latestYear: 2056 })).toMatchObject({
      choices: ["1940-08-15", "2040-08-15"],
    });
    expect(readTypedDate("15/8/80", { latestYear: 2056 })).toEqual({ ok: true, value: "1980-08-15" });
    expect(readTypedDate("15/8/80")).toMatchObject({ reason: "unclear" });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["12/5-1980", "format"],
    ["năm 1980", "format"],
    ["1980-05/12", "format"],
    ["12//1980", "format"],
    ["1/2/3/1980", "format"],
    ["5/80", "format"],
    ["80", "format"],
    ["1508202", "format"],
  ])("refuses %j: %s", (typed, reason) => {
    expect(readTypedDate(typed, birth)).toEqual({ ok: false, reason });
  });

  it.each([
    ["31/2/1980", "Tháng 2 năm 1980 chỉ có 29 ngày"],
    ["29/02/2021", "Tháng 2 năm 2021 chỉ có 28 ngày"],
    ["29/2/21", "Tháng 2 năm 2021 chỉ có 28 ngày"],
    ["31042021", "Tháng 4 năm 2021 chỉ có 30 ngày"],
    ["5/13/1980", "Không có tháng 13"],
    ["13/1980", "Không có tháng 13"],
    ["12/5/1880", "Năm phải từ 1900 đến 2200"],
    ["2201", "Năm phải từ 1900 đến 2200"],
    ["0/5/1980", "Chưa rõ ngày, tháng thì bỏ phần đó: 5/1980 hoặc 1980"],
    ["00/00/1980", "Chưa rõ ngày, tháng thì bỏ phần đó: 5/1980 hoặc 1980"],
    ["15/8/20", "Viết rõ năm: 15/08/1920 hay 15/08/2020?"],
  ])("says of %j: %s", (typed, sentence) => {
    const t: Translate = createTranslate("vi");
    expect(dateSentence(t, readTypedDate(typed, birth))).toBe(sentence);
  });

  it("reads back what the program shows, the canonical form and the digits alone", () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        expect(readTypedDate(formatPartialDate(date), birth)).toEqual({ ok: true, value: date });
        expect(readTypedDate(date, birth)).toEqual({ ok: true, value: date });
        const digits = formatPartialDate(date).replaceAll("/", "");
        const read = readTypedDate(digits, birth);
        if (digits.length !== 6) expect(read).toEqual({ ok: true, value: date });
        else if (read.ok) expect(read.value).toBe(date);
        else expect(read).toMatchObject({ reason: "unclear", choices: expect.arrayContaining([date]) });
      }),
    );
  });

  it("gives canonical text, choices or a reason for anything typed", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0123456789/.- "), maxLength: 12 });
    fc.assert(
      fc.property(typed, (text) => {
        const read = readTypedDate(text, birth);
        if (read.ok) expect(parsePartialDate(read.value)).toBe(read.value);
        else if (read.reason === "unclear") {
          expect(read.choices.length).toBeGreaterThan(1);
          for (const date of read.choices) expect(parsePartialDate(date)).toBe(date);
        } else expect(["empty", "impossible", "format"]).toContain(read.reason);
      }),
    );
  });
});
