// Guards the promise of the sample: the published figures of Thanh Ba come out of judging made-up people, whatever
// the seed, and Quảng Yên's people come from the three communes it was made of.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBy, judgeOf, meets, text } from "./judging";
import { sampleRows } from "./sample";
import { thanhBaPlan } from "./thanh-ba-plan";
import type { Sample, SamplePerson } from "./types";

const asOf = 20_211_001;
const anySeed = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const sampleOf = (seed: number) => sampleRows({ set: "thanh-ba", seed });

function peopleOf(sample: Sample, unitName: string): readonly SamplePerson[] {
  const commune = [...sample.communes()].find((one) => one.unitName === unitName);
  return commune?.people ?? [];
}

function unitNames(sample: Sample): Map<string, string> {
  return new Map(sample.units.map((unit) => [unit.id, text(unit, "name") ?? ""]));
}

describe("Thanh Ba on 01/10/2021", () => {
  it("gives the published figures for any seed", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const sample = sampleOf(seed);
        const all = countBy(sample, asOf, () => true);
        const professional = countBy(sample, asOf, (one) => meets(one, "professional"));
        const theory = countBy(sample, asOf, (one) => meets(one, "politicalTheory"));
        const both = countBy(sample, asOf, (one) => one.combined === "met");
        expect(all.byUnit.size).toBe(19);
        expect([all.total, professional.total, theory.total]).toEqual([478, 386, 461]);
        expect([all, professional, theory, both].map((counts) => counts.byUnit.get("Quảng Yên"))).toEqual([
          33, 31, 31, 31,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("has people of each status but not applicable, and in both standards", () => {
    const sample = sampleOf(1);
    const judged = judgeOf(sample, asOf);
    const seen = new Set<string>();
    for (const commune of sample.communes()) {
      for (const finding of commune.people.flatMap((person) => judged(person).findings)) {
        seen.add(`${finding.standard} ${finding.status}`);
      }
    }
    expect([...seen].sort()).toEqual([
      "politicalTheory met",
      "politicalTheory notMet",
      "politicalTheory unknown",
      "professional grace",
      "professional met",
      "professional notMet",
      "professional unknown",
    ]);
  });

  it("asks for other levels after 01/08/2023 and on earlier days finds other people", () => {
    const sample = sampleOf(1);
    const grace = (day: number) =>
      countBy(sample, day, (one) => one.findings.some((finding) => finding.status === "grace")).total;
    expect(grace(20_191_201)).toBe(0);
    expect(grace(20_240_101)).toBeGreaterThan(0);
    const serving = [20_160_101, 20_191_201, 20_211_001, 20_240_101].map(
      (day) => countBy(sample, day, () => true).total,
    );
    expect(new Set(serving).size).toBe(serving.length);
  });

  it("keeps unmerged communes within the quota of loại I", () => {
    const sample = sampleOf(3);
    const { byUnit } = countBy(sample, asOf, () => true);
    const merged = new Set(["Quảng Yên", "Hoàng Cương", "Hanh Cù", "Mạn Lạn"]);
    for (const [unit, count] of byUnit) {
      if (merged.has(unit)) expect(count).toBeGreaterThan(23);
      else expect(count).toBeLessThanOrEqual(23);
    }
    expect(thanhBaPlan.filter((plan) => plan.dissolved.length > 0)).toHaveLength(merged.size);
  });

  it("lets everybody who serves in Quảng Yên come from one of its three old communes", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const sample = sampleOf(seed);
        const names = unitNames(sample);
        const judged = judgeOf(sample, asOf);
        const origins = new Set<string>();
        for (const person of peopleOf(sample, "Quảng Yên")) {
          if (judged(person).main === null) continue;
          const before = person.assignments.filter((row) => row.fields.endReason === "unitMerged");
          expect(before).toHaveLength(1);
          expect(before[0]?.fields.to).toBe("2019-12-31");
          origins.add(names.get(String(before[0]?.fields.unit)) ?? "");
        }
        expect([...origins].sort()).toEqual(["Năng Yên", "Quảng Nạp", "Thái Ninh"]);
      }),
      { numRuns: 20 },
    );
  });

  it("lets other merged communes have people from the dissolved ones", () => {
    const sample = sampleOf(1);
    const names = unitNames(sample);
    const origins = (unitName: string) =>
      new Set(
        peopleOf(sample, unitName)
          .flatMap((person) => person.assignments)
          .filter((row) => row.fields.endReason === "unitMerged")
          .map((row) => names.get(String(row.fields.unit))),
      );
    for (const unitName of ["Hoàng Cương", "Hanh Cù", "Mạn Lạn"])
      expect(origins(unitName).size).toBeGreaterThan(1);
  });

  it("has rotations, second posts, leavers, later qualifications and dates of each precision", () => {
    const sample = sampleOf(1);
    const people = [...sample.communes()].flatMap((commune) => commune.people);
    const assignments = people.flatMap((person) => person.assignments);
    const kinds = new Set(assignments.map((row) => row.fields.kind));
    for (const kind of ["elected", "recruited", "transferred", "rotated", "concurrent", "appointed"]) {
      expect(kinds).toContain(kind);
    }
    const reasons = new Set(assignments.map((row) => row.fields.endReason));
    for (const reason of ["retired", "termEnded", "unitMerged", "transferred", "rotated"])
      expect(reasons).toContain(reason);
    const judged = judgeOf(sample, asOf);
    expect(people.filter((person) => judged(person).main === null).length).toBeGreaterThan(5);
    const granted = people
      .flatMap((person) => person.qualifications)
      .flatMap((row) => text(row, "granted") ?? []);
    expect(granted.filter((date) => date > "2021-10-01").length).toBeGreaterThan(10);
    expect(new Set(granted.map((date) => date.length))).toEqual(new Set([4, 7, 10]));
    expect(new Set(people.map((person) => text(person, "birth")?.length))).toEqual(new Set([4, 7, 10]));
  });
});
