// Guards the small tools of the sample against the platform's own calendar, and the ids and draws against repeats.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOfIso, isoDay, workingDay, yearOf } from "./calendar";
import { pickEthnicity } from "./ethnic-names";
import { sampleIds } from "./ids";
import { headcounts } from "./large-plan";
import { personName } from "./names";
import { Random } from "./random";
import { retirementDay } from "./retirement";

const DAY_MS = 86_400_000;
const iso = (day: number) => new Date(Date.UTC(1900, 0, 1) + day * DAY_MS).toISOString().slice(0, 10);

describe("calendar", () => {
  it("agrees with the platform on every day of 1900–2100", () => {
    for (let day = 0; day < 73_000; day++) {
      const text = iso(day);
      if (isoDay(day) !== text || dayOfIso(text) !== day || yearOf(day) !== Number(text.slice(0, 4))) {
        expect.fail(`day ${day}: ${isoDay(day)}, not ${text}`);
      }
    }
  });

  it("takes office on no Sunday, and within the days given", () => {
    const random = new Random(1, "test");
    for (let i = 0; i < 2000; i++) {
      const from = 40_000 + random.below(4000);
      const day = workingDay(random, from, from + random.below(60) + 1);
      expect(day).toBeGreaterThanOrEqual(from);
      expect(new Date(`${isoDay(day)}T00:00:00Z`).getUTCDay()).not.toBe(0);
    }
  });
});

describe("Random", () => {
  it("repeats for the same seed and label, and differs for others", () => {
    const draw = (seed: number, label: string) => Array.from({ length: 5 }, new Draws(seed, label).next);
    expect(draw(1, "a")).toEqual(draw(1, "a"));
    expect(draw(1, "a")).not.toEqual(draw(2, "a"));
    expect(draw(1, "a")).not.toEqual(draw(1, "b"));
    expect(draw(2 ** 40, "a")).not.toEqual(draw(0, "a"));
  });

  it("spreads evenly and stays within bounds", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const random = new Random(seed, "spread");
        const seen = Array.from({ length: count }, () => 0);
        for (let i = 0; i < count * 400; i++) {
          const value = random.below(count);
          seen[value] = (seen[value] ?? Number.NaN) + 1;
        }
        for (const times of seen) expect(Math.abs(times - 400)).toBeLessThan(160);
      }),
      { numRuns: 50 },
    );
  });

  it("shuffles without losing anything", () => {
    const list = Array.from({ length: 30 }, (_, index) => index);
    const shuffled = new Random(3, "shuffle").shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  });
});

/** A bound draw, for filling arrays. */
class Draws {
  readonly next: () => number;

  constructor(seed: number, label: string) {
    const random = new Random(seed, label);
    this.next = () => random.next();
  }
}

it("ids are UUIDs of version 8, unique within a sample and apart between samples", () => {
  const ids = new Set<string>();
  for (const make of [sampleIds("nation", 1), sampleIds("nation", 2), sampleIds("province", 1)]) {
    for (const commune of [0, 1, 255, 3321]) {
      const next = make(commune);
      for (let i = 0; i < 300; i++) ids.add(next());
    }
  }
  expect(ids.size).toBe(3 * 4 * 300);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("names are NFC, of two words at least, and of great variety", () => {
  const random = new Random(4, "names");
  const names = Array.from({ length: 4000 }, (_, index) => {
    const area = ["25", "66", "14", "86", "52", "79"][index % 6] ?? "25";
    return personName(random, index % 2 === 0 ? "male" : "female", pickEthnicity(random, area));
  });
  for (const name of names) {
    expect(name).toBe(name.normalize("NFC"));
    expect(name).toMatch(/^\p{Lu}[\p{L}']*( \p{Lu}[\p{L}']*){1,4}$/u);
  }
  expect(new Set(names).size).toBeGreaterThan(3000);
  const letters = new Set(names.join("").normalize("NFC").toLowerCase());
  expect([..."đăâêôơưạảãáàếệửỹ'"].filter((letter) => !letters.has(letter))).toEqual([]);
  expect(names.some((name) => name.endsWith(" Hoà")) && names.some((name) => name.endsWith(" Hòa"))).toBe(
    true,
  );
});

it("headcounts sum to what was asked for", () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 20, max: 90 }),
      (seed, communes, mean) => {
        const counts = headcounts(new Random(seed, "counts"), communes, communes * mean);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(communes * mean);
        expect(Math.min(...counts)).toBeGreaterThan(0);
      },
    ),
  );
});

describe("retirementDay (NĐ 135/2020)", () => {
  it.each([
    ["male", [1961, 1, 15], "2021-04-30"],
    ["male", [1962, 9, 1], "2023-06-30"],
    ["male", [1970, 5, 20], "2032-05-31"],
    ["female", [1966, 1, 15], "2021-05-31"],
    ["female", [1967, 1, 10], "2022-09-30"],
    ["female", [1980, 12, 3], "2040-12-31"],
  ] as const)("%s born %j: %s", (sex, [year, month, day], expected) => {
    expect(isoDay(retirementDay(sex, dayNumber(year, month, day)))).toBe(expected);
  });
});
