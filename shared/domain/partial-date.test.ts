// Guards the calendar rules every standard and form rests on: no invented days, and packed order equal to date order.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  ageOn,
  ageOnPacked,
  compareDays,
  earliestDay,
  earliestPackedDay,
  formatPartialDate,
  isoToPacked,
  latestDay,
  latestPackedDay,
  nextDay,
  packPartialDate,
  packedToIso,
  parsePartialDate,
  precisionOf,
  unpackPartialDate,
} from "./partial-date";

const DAY_MS = 86_400_000;
const START = Date.UTC(1900, 0, 1);
const DAYS = (Date.UTC(2201, 0, 1) - START) / DAY_MS;

/** Every full date of 1900–2200, made by the platform's calendar and not by the code under test. */
const isoOfDayNumber = (n: number) => new Date(START + n * DAY_MS).toISOString().slice(0, 10);
const dayNumber = fc.integer({ min: 0, max: DAYS - 1 });
const fullDate = dayNumber.map(isoOfDayNumber);
const partialDate = fc
  .tuple(fullDate, fc.constantFrom(4, 7, 10))
  .map(([iso, length]) => iso.slice(0, length));

describe("parsePartialDate", () => {
  it.each(["1900", "2200", "1980-05", "1980-12", "1980-05-12", "2000-02-29", "2024-02-29"])(
    "accepts %s",
    (text) => {
      expect(parsePartialDate(text)).toBe(text);
    },
  );

  it.each([
    "",
    "1899",
    "2201",
    "1980-00",
    "1980-13",
    "1980-5",
    "1980-05-00",
    "1980-05-32",
    "1980-5-12",
    "1980-02-30",
    "1900-02-29",
    "2023-02-29",
    "2021-04-31",
    "1980-05/12",
    "1980-05-12T00:00:00Z",
    " 1980",
    "+198",
    "19８0",
    "1980-0a",
    "12/05/1980",
  ])("refuses %j", (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  it("accepts every day of the calendar and no 31st or 30th beyond it", () => {
    const accepted: string[] = [];
    for (const year of [1900, 1980, 2000, 2023, 2200]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          if (parsePartialDate(text) !== null) accepted.push(text);
        }
      }
    }
    const all = Array.from({ length: DAYS }, (_, n) => isoOfDayNumber(n));
    expect(accepted).toEqual(all.filter((iso) => /^(1900|1980|2000|2023|2200)/.test(iso)));
  });
});

describe("packed dates", () => {
  it("writes missing parts as 00 and none as 0", () => {
    expect(packPartialDate("1980")).toBe(19_800_000);
    expect(packPartialDate("1980-05")).toBe(19_800_500);
    expect(packPartialDate("1980-05-12")).toBe(19_800_512);
    expect(packPartialDate(null)).toBe(0);
    expect(unpackPartialDate(0)).toBeNull();
  });

  it("packs and unpacks without loss, within an Int32", () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        const packed = packPartialDate(date);
        expect(Int32Array.of(packed)[0]).toBe(packed);
        expect(unpackPartialDate(packed)).toBe(date);
        expect(parsePartialDate(date)).toBe(date);
      }),
    );
  });

  it("orders full dates as their ISO texts do", () => {
    fc.assert(
      fc.property(fullDate, fullDate, (a, b) => {
        const text = a < b ? -1 : a > b ? 1 : 0;
        expect(Math.sign(compareDays(isoToPacked(a), isoToPacked(b)))).toBe(text);
        expect(packedToIso(isoToPacked(a))).toBe(a);
      }),
    );
  });

  it("refuses numbers and texts that name no date", () => {
    for (const bad of [
      1,
      1980,
      19_801_300,
      19_800_012,
      19_800_231,
      18_990_101,
      19_800_512.5,
      -19_800_512,
      Number.NaN,
    ]) {
      expect(() => unpackPartialDate(bad)).toThrow(RangeError);
      expect(() => packedToIso(bad)).toThrow(RangeError);
    }
    for (const partial of [0, 19_800_000, 19_800_500]) expect(() => packedToIso(partial)).toThrow(RangeError);
    for (const partial of ["", "1980", "1980-05", "1980-02-30"])
      expect(() => isoToPacked(partial)).toThrow(RangeError);
    expect(() => packPartialDate("12/05/1980")).toThrow(RangeError);
    expect(() => precisionOf("")).toThrow(RangeError);
    expect(() => formatPartialDate("1980-13")).toThrow(RangeError);
  });
});

describe("what a partial date can mean", () => {
  it.each([
    ["1980", "year", 19_800_101, 19_801_231, "1980"],
    ["1980-02", "month", 19_800_201, 19_800_229, "02/1980"],
    ["1981-02", "month", 19_810_201, 19_810_228, "02/1981"],
    ["1980-05-12", "day", 19_800_512, 19_800_512, "12/05/1980"],
  ])("%s", (date, precision, earliest, latest, shown) => {
    expect(precisionOf(date)).toBe(precision);
    expect(earliestDay(date)).toBe(earliest);
    expect(latestDay(date)).toBe(latest);
    expect(formatPartialDate(date)).toBe(shown);
  });

  it("is nothing for no date", () => {
    expect([earliestDay(null), latestDay(null), earliestPackedDay(0), latestPackedDay(0)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it("spans exactly the days whose text begins with it", () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        const first = earliestDay(date);
        const last = latestDay(date);
        expect(first).toBeLessThanOrEqual(last);
        expect(packedToIso(first).startsWith(date)).toBe(true);
        expect(packedToIso(last).startsWith(date)).toBe(true);
        if (first > 19_000_101) expect(packedToIso(addDays(first, -1)).startsWith(date)).toBe(false);
        if (last < 22_001_231) expect(packedToIso(nextDay(last)).startsWith(date)).toBe(false);
      }),
    );
  });
});

describe("moving by days", () => {
  it("agrees with the platform's calendar", () => {
    fc.assert(
      fc.property(dayNumber, dayNumber, (from, to) => {
        const moved = addDays(isoToPacked(isoOfDayNumber(from)), to - from);
        expect(packedToIso(moved)).toBe(isoOfDayNumber(to));
      }),
    );
  });

  it("crosses month, year and leap ends", () => {
    expect(nextDay(20_211_231)).toBe(20_220_101);
    expect(nextDay(20_240_228)).toBe(20_240_229);
    expect(nextDay(21_000_228)).toBe(21_000_301);
    expect(addDays(20_240_301, -1)).toBe(20_240_229);
  });

  it("throws rather than leave the calendar or move a partial date", () => {
    expect(() => nextDay(22_001_231)).toThrow(RangeError);
    expect(() => addDays(19_000_101, -1)).toThrow(RangeError);
    expect(() => addDays(20_200_101, 1e9)).toThrow(RangeError);
    expect(() => addDays(20_200_101, -1e9)).toThrow(RangeError);
    expect(() => addDays(20_200_101, 0.5)).toThrow(RangeError);
    expect(() => addDays(20_200_101, Number.NaN)).toThrow(RangeError);
    for (const notDay of [0, 19_800_000, 19_800_500]) expect(() => nextDay(notDay)).toThrow(RangeError);
  });
});

describe("ageOn", () => {
  it.each([
    ["1980-05-12", 20_211_001, 41, 41],
    ["1980-10-01", 20_211_001, 41, 41],
    ["1980-10-02", 20_211_001, 40, 40],
    ["1980-10", 20_211_001, 40, 41],
    ["1980-09", 20_211_001, 41, 41],
    ["1980", 20_211_001, 40, 41],
    ["1980", 20_211_231, 41, 41],
    ["2000-02-29", 20_210_228, 20, 20],
    ["2000-02-29", 20_210_301, 21, 21],
    ["2021", 20_211_001, 0, 0],
    ["2030-01-01", 20_211_001, 0, 0],
  ])("born %s, on %i", (birth, asOf, min, max) => {
    expect(ageOn(birth, asOf)).toEqual({ min, max });
    expect(ageOnPacked(packPartialDate(birth), asOf)).toEqual({ min, max });
  });

  it("holds the age of every day the birth can mean, and is at most a year wide", () => {
    fc.assert(
      fc.property(fullDate, fc.constantFrom(4, 7), fullDate, (birth, length, asOf) => {
        const day = isoToPacked(asOf);
        const exact = ageOn(birth, day);
        const range = ageOn(birth.slice(0, length), day);
        expect(exact.min).toBe(exact.max);
        expect(range.min).toBeLessThanOrEqual(exact.min);
        expect(range.max).toBeGreaterThanOrEqual(exact.max);
        expect(range.max - range.min).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("throws without a birth or a full day", () => {
    expect(() => ageOnPacked(0, 20_211_001)).toThrow(RangeError);
    expect(() => ageOn("1980", 20_210_000)).toThrow(RangeError);
    expect(() => ageOn("1980", 0)).toThrow(RangeError);
  });
});
