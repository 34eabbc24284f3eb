/**
 * Guards when everybody born from 1958 to 1980 retires, month by month, against the windows of birth of NĐ 135/2020/NĐ-CP
 * written out by hand, and the days of notice and decision before.
 */
import { describe, expect, it } from "vitest";
import { retirementOf } from "./retirement-dates";
import type { Sex } from "./values";

/** Born from a month to a month; retires in which years, at which age. */
type Window = readonly [from: string, to: string, years: string, age: readonly [number, number]];

const men: readonly Window[] = [
  ["1958-01", "1960-12", "2018–2020", [60, 0]],
  ["1961-01", "1961-09", "2021", [60, 3]],
  ["1961-10", "1962-06", "2022", [60, 6]],
  ["1962-07", "1963-03", "2023", [60, 9]],
  ["1963-04", "1963-12", "2024", [61, 0]],
  ["1964-01", "1964-09", "2025", [61, 3]],
  ["1964-10", "1965-06", "2026", [61, 6]],
  ["1965-07", "1966-03", "2027", [61, 9]],
  ["1966-04", "1980-12", "2028–2042", [62, 0]],
];
const women: readonly Window[] = [
  ["1958-01", "1965-12", "2013–2020", [55, 0]],
  ["1966-01", "1966-08", "2021", [55, 4]],
  ["1966-09", "1967-04", "2022", [55, 8]],
  ["1967-05", "1967-12", "2023", [56, 0]],
  ["1968-01", "1968-08", "2024", [56, 4]],
  ["1968-09", "1969-04", "2025", [56, 8]],
  ["1969-05", "1969-12", "2026", [57, 0]],
  ["1970-01", "1970-08", "2027", [57, 4]],
  ["1970-09", "1971-04", "2028", [57, 8]],
  ["1971-05", "1971-12", "2029", [58, 0]],
  ["1972-01", "1972-08", "2030", [58, 4]],
  ["1972-09", "1973-04", "2031", [58, 8]],
  ["1973-05", "1973-12", "2032", [59, 0]],
  ["1974-01", "1974-08", "2033", [59, 4]],
  ["1974-09", "1975-04", "2034", [59, 8]],
  ["1975-05", "1980-12", "2035–2040", [60, 0]],
];

const everyMonth = Array.from({ length: 23 * 12 }, (_, place) => {
  const month = String((place % 12) + 1).padStart(2, "0");
  return `${1958 + Math.trunc(place / 12)}-${month}`;
});

/** The window of a month of birth; the months are written so that text order is theirs. */
function windowOf(sex: Sex, birth: string): Window {
  const found = (sex === "male" ? men : women).filter(([from, to]) => from <= birth && birth <= to);
  const [window] = found;
  if (window === undefined || found.length > 1) throw new Error(`${found.length} windows for ${birth}`);
  return window;
}

/** Each month of birth with the month of the last day, as `1961-01 2021-04`, and the age. */
function retirements(sex: Sex) {
  return everyMonth.map((birth) => {
    const retirement = retirementOf({ sex, birth: `${birth}-15` });
    if (retirement.kind === "unknown") throw new Error(`unknown: ${birth}`);
    return { birth, month: Math.trunc(retirement.lastDay / 100), ...retirement };
  });
}

describe.each<Sex>(["male", "female"])("retirement of a %s", (sex) => {
  it("comes at the age and in the year of the window of birth, for each month of it", () => {
    for (const { birth, month, age } of retirements(sex)) {
      const [, , years, [wholeYears, months]] = windowOf(sex, birth);
      expect([birth, age]).toEqual([birth, { years: wholeYears, months }]);
      const [from, to = from] = years.split("–");
      const year = Math.trunc(month / 100);
      expect(`${birth}: ${year >= Number(from) && year <= Number(to)}`).toBe(`${birth}: true`);
    }
  });

  it("is at the end of the month, and the pension begins on the day after", () => {
    const ends = new Map([
      [1, 31],
      [3, 31],
      [4, 30],
      [5, 31],
      [6, 30],
      [7, 31],
      [8, 31],
      [9, 30],
      [10, 31],
      [11, 30],
      [12, 31],
    ]);
    for (const { month, lastDay, pensionFrom } of retirements(sex)) {
      const year = Math.trunc(month / 100);
      const ofYear = month % 100;
      const leap = year % 4 === 0 ? 29 : 28;
      expect(lastDay).toBe(month * 100 + (ends.get(ofYear) ?? leap));
      expect(pensionFrom).toBe(ofYear === 12 ? (year + 1) * 10_000 + 101 : (month + 1) * 100 + 1);
    }
  });
});

describe("months in which nobody retires", () => {
  const monthsOf = (sex: Sex, year: number) =>
    [
      ...new Set(
        retirements(sex)
          .filter(({ month }) => Math.trunc(month / 100) === year)
          .map(({ month }) => month % 100),
      ),
    ].sort((a, b) => a - b);

  it.each([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028])("are 01 to 03 of %i among men", (year) => {
    expect(monthsOf("male", year)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035])(
    "are 01 to 04 of %i among women",
    (year) => {
      expect(monthsOf("female", year)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    },
  );

  it("are none once the age stands still, and none before it rose", () => {
    expect(monthsOf("male", 2029)).toHaveLength(12);
    expect(monthsOf("female", 2036)).toHaveLength(12);
    expect(monthsOf("male", 2020)).toHaveLength(12);
    expect(monthsOf("female", 2020)).toHaveLength(12);
  });
});

describe("retirementOf", () => {
  it.each([
    // Sex, birth; last day, pension, notice, decision.
    ["male", "1964-10-20", 20260430, 20260501, 20251030, 20260130],
    ["male", "1964-10-31", 20260430, 20260501, 20251030, 20260130],
    ["male", "1960-12-31", 20201231, 20210101, 20200630, 20200930],
    ["male", "1966-02-28", 20271130, 20271201, 20270530, 20270830],
    ["female", "1965-12-01", 20201231, 20210101, 20200630, 20200930],
    ["female", "1969-08-02", 20260831, 20260901, 20260228, 20260531],
    ["female", "1976-02-29", 20360229, 20360301, 20350829, 20351129],
  ] as const)("of a %s born on %s: to %i, pension from %i, notice %i, decision %i", (sex, birth, ...days) => {
    const retirement = retirementOf({ sex, birth });
    expect(retirement).toMatchObject({ kind: "known", birthPrecision: "day" });
    if (retirement.kind === "unknown") return;
    const { lastDay, pensionFrom, noticeDay, decisionDay } = retirement;
    expect([lastDay, pensionFrom, noticeDay, decisionDay]).toEqual(days);
  });

  it("takes the month where the day of birth is missing, and 01/01 where the month is", () => {
    expect(retirementOf({ sex: "male", birth: "1964-10" })).toMatchObject({
      lastDay: 20260430,
      birthPrecision: "month",
    });
    expect(retirementOf({ sex: "male", birth: "1964" })).toMatchObject({
      lastDay: 20250430,
      birthPrecision: "year",
    });
  });

  it("says what is missing", () => {
    expect(retirementOf({ sex: null, birth: "1964" })).toEqual({ kind: "unknown", missing: ["sex"] });
    expect(retirementOf({ sex: "male", birth: null })).toEqual({ kind: "unknown", missing: ["birth"] });
    expect(retirementOf({ sex: null, birth: null })).toEqual({ kind: "unknown", missing: ["sex", "birth"] });
  });

  it("names no day for a birth that no retirement of the calendar follows", () => {
    expect(retirementOf({ sex: "male", birth: "2138-11" })).toMatchObject({ lastDay: 22001130 });
    expect(retirementOf({ sex: "male", birth: "2138-12" })).toEqual({ kind: "unknown", missing: ["birth"] });
  });
});
