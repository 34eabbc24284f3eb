// Guards which act is for which kind of post, worked by hand from the texts, and that nothing unread is ever refused.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyFactor } from "../testing/property-seed";
import { isoToPacked } from "../domain/partial-date";
import {
  type AssignmentKind,
  assignmentKinds,
  type EndReason,
  endReasons,
  postCategories,
  postGroups,
} from "../domain/values";
import { type ActRule, shippedBeginnings, shippedEndings } from "./act-rules";
import { type ActPost, barOf, beginningsFor, endingsFor, exceededLimit } from "./acts";

const today = 20261130;

/** Elected; leading and not leading công chức; không chuyên trách; viên chức; contract. */
const posts: readonly ActPost[] = [
  { category: "canBo", group: "peoplesCommitteeLeader" },
  { category: "congChuc", group: "departmentHead" },
  { category: "congChuc", group: "civilServant" },
  { category: "khongChuyenTrach", group: "otherPost" },
  { category: "vienChuc", group: "otherPost" },
  { category: "hopDong", group: "otherPost" },
];

/** A sign a post: `.` free, `?` to be looked at again, `x` refused. */
function signs(rule: ActRule, on: string): string {
  return posts
    .map((post) => ({ free: ".", doubtful: "?", refused: "x" })[barOf(rule, post, on, today)?.is ?? "free"])
    .join("");
}

describe("ways into a post", () => {
  // Under the law of 2008, and under that of 2025.
  it.each<[AssignmentKind, string, string]>([
    ["elected", ".xx.??", ".xx.??"],
    ["approved", ".xx.??", ".xx.??"],
    ["designated", ".?????", ".?????"],
    ["recruited", "x....?", "x....?"],
    ["transferred", "...?.?", "...?.?"],
    ["rotated", "..????", "..??.?"],
    ["seconded", "?..?.?", "?..?.?"],
    ["concurrent", "......", "......"],
    ["appointed", ".....?", ".....?"],
    ["admitted", "?....?", "?....?"],
    ["reappointed", ".....?", ".....?"],
    ["contracted", "x??...", "x??..."],
    ["other", "......", "......"],
  ])("%s: %s until 30/06/2025, %s since", (kind, before, since) => {
    expect(signs(shippedBeginnings[kind], "2024-05-10")).toBe(before);
    expect(signs(shippedBeginnings[kind], "2025-06-30")).toBe(before);
    expect(signs(shippedBeginnings[kind], "2025-07-01")).toBe(since);
  });

  it("have a row in the table above for each answer of the field", () => {
    expect(Object.keys(shippedBeginnings).sort()).toEqual([...assignmentKinds].sort());
  });

  it("are those of the list that are not refused", () => {
    const leftOut = (post: ActPost) => {
      const offered = beginningsFor(post, today);
      return assignmentKinds.filter((kind) => !offered.includes(kind));
    };
    expect(leftOut({ category: "congChuc", group: "civilServant" })).toEqual(["elected", "approved"]);
    expect(leftOut({ category: "canBo", group: "peoplesCommitteeLeader" })).toEqual([
      "recruited",
      "contracted",
    ]);
    expect(leftOut({ category: "khongChuyenTrach", group: "otherPost" })).toEqual([]);
  });

  it("know people whom the Party's committees elect into their offices", () => {
    const inspector: ActPost = { category: "congChuc", group: "partyDepartmentHead" };
    expect(barOf(shippedBeginnings.elected, inspector, "2025-08-01", today)).toBeNull();
  });
});

describe("ways out of a post", () => {
  it.each<[EndReason, string, string]>([
    ["transferred", "......", "......"],
    ["rotated", "..????", "..??.?"],
    ["termEnded", "..?...", "..?..."],
    ["reappointed", "......", "......"],
    ["unitMerged", "......", "......"],
    ["retired", "......", "......"],
    ["relieved", ".....?", ".....?"],
    ["removedFromOffice", ".xx.xx", ".xx.??"],
    ["dismissed", "x.....", "x....."],
    ["resigned", ".....?", ".....?"],
    ["leftService", "......", "......"],
    ["stripped", "..x?.?", "..x?.?"],
    ["demoted", "x.x???", "xxx???"],
    ["downsized", "......", "......"],
    ["contractEnded", "???...", "???..."],
    ["secondmentEnded", "......", "......"],
    ["deceased", "......", "......"],
    ["other", "......", "......"],
  ])("%s: %s until 30/06/2025, %s since", (reason, before, since) => {
    expect(signs(shippedEndings[reason], "2024-05-10")).toBe(before);
    expect(signs(shippedEndings[reason], "2025-06-30")).toBe(before);
    expect(signs(shippedEndings[reason], "2025-07-01")).toBe(since);
  });

  it("have a row in the table above for each answer of the field", () => {
    expect(Object.keys(shippedEndings).sort()).toEqual([...endReasons].sort());
  });

  it("are those of the list that are not refused", () => {
    const clerk: ActPost = { category: "congChuc", group: "civilServant" };
    const offered = endingsFor(clerk, today);
    expect(endReasons.filter((reason) => !offered.includes(reason))).toEqual([
      "removedFromOffice",
      "stripped",
      "demoted",
    ]);
  });
});

describe("a bar", () => {
  const clerk: ActPost = { category: "congChuc", group: "civilServant" };
  const head: ActPost = { category: "congChuc", group: "departmentHead" };

  it("says the text that it stands in, by the day", () => {
    const clauseOn = (day: string) => barOf(shippedEndings.removedFromOffice, clerk, day, today)?.bar.clause;
    expect(clauseOn("2024-05-10")).toBe("Luật Cán bộ, công chức 22/2008/QH12, Điều 7 khoản 7");
    expect(clauseOn("2025-07-01")).toBe("NĐ 172/2025/NĐ-CP");
  });

  it("refuses nothing of a time whose law was not seen", () => {
    expect(barOf(shippedEndings.removedFromOffice, clerk, "2009-12-31", today)).toBeNull();
    expect(barOf(shippedEndings.removedFromOffice, clerk, "2009", today)).toBeNull();
  });

  it("refuses nothing by a date that spans two laws of which one has room, or by none", () => {
    // Giáng chức of a leader was a form until 30/06/2025.
    expect(barOf(shippedEndings.demoted, head, "2025", today)?.is).toBe("doubtful");
    expect(barOf(shippedEndings.demoted, head, "2025-07", today)?.is).toBe("refused");
    expect(barOf(shippedEndings.removedFromOffice, clerk, "2025", today)?.is).toBe("refused");
    expect(barOf(shippedEndings.removedFromOffice, clerk, null, today)?.is).toBe("doubtful");
  });

  it("never refuses by a text that nobody read", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(shippedBeginnings), ...Object.values(shippedEndings)),
        fc.constantFrom(...postCategories),
        fc.constantFrom(...postGroups),
        fc.date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
        (rule, category, group, day) => {
          const found = barOf(rule, { category, group }, day.toISOString().slice(0, 10), today);
          expect(found?.is === "refused" && !found.bar.verified).toBe(false);
        },
      ),
      { numRuns: 400 * propertyFactor },
    );
  });

  it("leaves each kind of post ways out on any day", () => {
    for (const category of postCategories) {
      for (const group of postGroups) {
        for (const day of ["2012-01-01", "2021-01-01", "2026-01-01"]) {
          const post = { category, group };
          expect(endingsFor(post, isoToPacked(day)).length).toBeGreaterThan(3);
        }
      }
    }
  });
});

describe("the longest time", () => {
  const { seconded, appointed, elected, recruited } = shippedBeginnings;
  it.each([
    [seconded, "congChuc", "2025-07-01", "2028-07-01", null],
    [seconded, "congChuc", "2025-07-01", "2028-07-02", "2028-07-01"],
    [seconded, "congChuc", "2020-03", "2023-03", null],
    [seconded, "congChuc", "2020-03", "2023-04", "2023-03"],
    [seconded, "vienChuc", "2020-03-01", "2024-03-01", "2023-03-01"],
    [appointed, "congChuc", "2021-01-01", "2026-01-01", null],
    [appointed, "congChuc", "2021-01-01", "2027", "2026-01-01"],
    [appointed, "congChuc", "2020-12-31", "2030-01-01", null],
    [appointed, "canBo", "2021-01-01", "2030-01-01", null],
    // No text was found that says how long somebody is elected for.
    [elected, "canBo", "2016-06-29", "2026-07-01", null],
    [recruited, "congChuc", "2021-01-01", "2099-01-01", null],
  ] as const)("of %# for a %s from %s to %s", (rule, category, from, until, last) => {
    expect(exceededLimit(rule, category, from, until)?.last ?? null).toBe(last);
  });
});
