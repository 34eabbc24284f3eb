import { describe, expect, it } from "vitest";
import { byOwned } from "./index";
import { validateOfficial } from "../validate/official";

const id = "018f0000-0000-7000-8000-00000000000a";
const rowId = "018f0000-0000-7000-8000-0000000000e1";

function told(
  relation: string,
  birthYear: number | null,
  fullName: string | null = "Nguyễn Văn Bình",
): string[] {
  return validateOfficial(
    {
      id,
      fields: { fullName: "Nguyễn Văn An", birth: "1980-05" },
      rows: { ...byOwned(() => []), relative: [{ id: rowId, fields: { relation, fullName, birthYear } }] },
    },
    { today: 20_261_123, asOf: 20_211_001, unitOf: () => null, postOf: () => null, career: () => [] },
  ).map((issue) => `${issue.severity} ${issue.entity}.${issue.field} ${issue.reason}`);
}

describe("a relative", () => {
  it("has a name and a relation of the list, and a year of birth where it is known", () => {
    expect(told("father", 1950)).toEqual([]);
    expect(told("sibling", null)).toEqual([]);
    expect(told("spouse", 1981, null)).toEqual(["error relative.fullName required"]);
    expect(told("neighbour", null)).toEqual(["error relative.relation wrongChoice"]);
  });

  it("was not born in a year to come", () => {
    expect(told("child", 2026)).toEqual([]);
    expect(told("child", 2027)).toEqual(["error relative.birthYear birthYearFuture"]);
    expect(told("child", 1850)).toContain("error relative.birthYear yearNeeded");
  });

  it("is a generation away as a parent or child", () => {
    const close = ["warning relative.birthYear generationTooClose"];
    expect([told("father", 1969), told("mother", 1968)]).toEqual([close, []]);
    expect([told("child", 1991), told("child", 1992)]).toEqual([close, []]);
    expect(told("sibling", 1980)).toEqual([]);
  });
});
