// Guards that identity numbers keep their leading zeros: a number with a lost zero must not pass.

import { describe, expect, it } from "vitest";
import { contradictionsIn, isIdentityNumber } from "./identity-number";

describe("isIdentityNumber", () => {
  it.each(["025080001234", "131234567", "000000000000"])("accepts %s", (text) => {
    expect(isIdentityNumber(text)).toBe(true);
  });

  it.each([
    "",
    "25080001234",
    "13123456",
    "1312345678",
    "0250800012345",
    "025 080 001 234",
    "02508000123a",
    "025080001234\n",
    "٠٢٥٠٨٠٠٠١٢٣٤",
    "-25080001234",
  ])("refuses %j", (text) => {
    expect(isIdentityNumber(text)).toBe(false);
  });
});

describe("contradictionsIn", () => {
  const number = (kind: number, years: number) => `025${kind}${String(years).padStart(2, "0")}001234`;
  const agrees = { sex: null, year: null };

  it("knows of every fourth digit which sex and century it is of", () => {
    for (let kind = 0; kind <= 9; kind++) {
      const of = kind % 2 === 0 ? "male" : "female";
      const other = of === "male" ? "female" : "male";
      const year = 1900 + 100 * Math.floor(kind / 2) + 85;
      expect(contradictionsIn(number(kind, 85), of, `${year}-06-15`)).toEqual(agrees);
      expect(contradictionsIn(number(kind, 85), other, `${year}`)).toEqual({ sex: of, year: null });
      for (const century of [1900, 2000])
        expect(contradictionsIn(number(kind, 85), of, `${century + 85}-06`).year).toBe(
          century + 85 === year ? null : year,
        );
    }
  });

  it("compares every year of both centuries", () => {
    for (let years = 0; years <= 99; years++)
      for (const [kind, century] of [
        [0, 1900],
        [3, 2000],
      ] as const) {
        const sex = kind === 0 ? "male" : "female";
        expect(contradictionsIn(number(kind, years), sex, `${century + years}`)).toEqual(agrees);
        expect(contradictionsIn(number(kind, years), sex, `${century + ((years + 1) % 100)}`)).toEqual({
          sex: null,
          year: century + years,
        });
      }
  });

  it("says nothing of what nobody knows, of old cards, and of births that were registered abroad", () => {
    expect(contradictionsIn(number(1, 85), null, null)).toEqual(agrees);
    for (const other of ["131234567", "250185001234", "999180001234", "02518500123", ""])
      expect(contradictionsIn(other, "male", "1990")).toEqual(agrees);
  });
});
