// Cases worked out by hand from the texts, each with its clause and the reasoning in its name: who is in grace, and who
// is asked as somebody who holds the post for the first time.

import { describe, expect, it } from "vitest";
import { clerk, college, type Held, intermediate, type Life, professionalOf } from "../testing/worked-lives";

describe("grace (QĐ, TT, NĐ: who was in service when the text came into force, and ever since)", () => {
  it.each<[string, string, Life, string]>([
    [
      "TT 13/2019: công chức since 2010, trung cấp: in service on 24/12/2019 and unbroken, in grace",
      "2021-10-01",
      { posts: [clerk("2010-05-01")], levels: intermediate },
      "grace",
    ],
    [
      "TT 13/2019: still in grace on the last day on which the circular is in force",
      "2023-07-31",
      { posts: [clerk("2010-05-01")], levels: intermediate },
      "grace",
    ],
    [
      "TT 13/2019: recruited on 25/12/2019 itself is recruited under the new level: not met",
      "2021-10-01",
      { posts: [clerk("2019-12-25")], levels: intermediate },
      "notMet",
    ],
    [
      "TT 13/2019: recruited on the eve, 24/12/2019: in service on the day, in grace",
      "2021-10-01",
      { posts: [clerk("2019-12-24")], levels: intermediate },
      "grace",
    ],
    [
      "NĐ 33: Bí thư fourteen years ago (2005–2010), again since 2024: not in service on 31/07/2023, not met",
      "2024-06-01",
      {
        posts: [
          { post: "partySecretary", from: "2005-01-01", to: "2010-06-30" },
          { post: "partySecretary", from: "2024-01-01", main: true },
        ],
        levels: intermediate,
      },
      "notMet",
    ],
    [
      "NĐ 33: in service on the day, left on 31/12/2023 and came back on 01/03/2024: broken, not met",
      "2024-06-01",
      { posts: [clerk("2015-01-01", "2023-12-31"), clerk("2024-03-01")], levels: intermediate },
      "notMet",
    ],
    [
      "NĐ 33: one post ended on 31/12/2023, the next began on 01/01/2024: unbroken, in grace",
      "2024-06-01",
      { posts: [clerk("2015-01-01", "2023-12-31"), clerk("2024-01-01")], levels: intermediate },
      "grace",
    ],
    [
      "NĐ 33: a single day between two posts is a break",
      "2024-06-01",
      { posts: [clerk("2015-01-01", "2023-12-30"), clerk("2024-01-01")], levels: intermediate },
      "notMet",
    ],
    [
      "NĐ 33: the break lay before the day of the rule: whoever is in service on it keeps grace",
      "2024-06-01",
      { posts: [clerk("2005-01-01", "2010-06-30"), clerk("2020-01-01")], levels: intermediate },
      "grace",
    ],
    [
      "NĐ 33: công chức changed from Văn hóa - xã hội to Văn phòng - thống kê in 2024: still công chức, in grace",
      "2024-06-01",
      {
        posts: [{ post: "cultureSociety", from: "2018-01-01", to: "2024-02-29" }, clerk("2024-03-01")],
        levels: college,
      },
      "grace",
    ],
    [
      "TT 13/2019: Chỉ huy trưởng quân sự until 2021, then Văn phòng: both titles of công chức, in grace",
      "2021-10-01",
      {
        posts: [{ post: "militaryCommander", from: "2015-01-01", to: "2021-03-31" }, clerk("2021-04-01")],
        levels: college,
      },
      "grace",
    ],
    [
      "NĐ 33: Phó Bí thư in service on the day, Bí thư from 2024: both posts of the rule, in grace",
      "2024-06-01",
      {
        posts: [
          { post: "partyDeputySecretary", from: "2020-06-01", to: "2024-03-31" },
          { post: "partySecretary", from: "2024-04-01", main: true },
        ],
        levels: intermediate,
      },
      "grace",
    ],
    [
      "NĐ 33: công chức in service on the day, elected Phó Chủ tịch UBND in 2024: another group, not met",
      "2024-06-01",
      {
        posts: [
          clerk("2015-01-01", "2024-03-31"),
          { post: "peoplesCommitteeViceChair", from: "2024-04-01", main: true },
        ],
        levels: intermediate,
      },
      "notMet",
    ],
    [
      "NĐ 33: Bí thư Đoàn on the day, công chức since: cán bộ is no công chức, not met",
      "2024-06-01",
      {
        posts: [{ post: "youthUnionSecretary", from: "2018-01-01", to: "2024-01-31" }, clerk("2024-02-01")],
        levels: intermediate,
      },
      "notMet",
    ],
    [
      "NĐ 33: the start is not on record: nobody knows whether in service on the day, unknown",
      "2024-06-01",
      { posts: [clerk(null)], levels: intermediate },
      "unknown",
    ],
    [
      "NĐ 33: began some day of 2023, before or after 31/07: unknown",
      "2024-06-01",
      { posts: [clerk("2023")], levels: intermediate },
      "unknown",
    ],
    [
      "NĐ 33: one post until 2023, the next from 2024: a gap may lie between the years, unknown",
      "2024-06-01",
      { posts: [clerk("2015", "2023"), clerk("2024")], levels: intermediate },
      "unknown",
    ],
    [
      "NĐ 33: one post until 11/2023, the next from 02/2024: a gap surely lies between, not met",
      "2024-06-01",
      { posts: [clerk("2015", "2023-11"), clerk("2024-02")], levels: intermediate },
      "notMet",
    ],
    [
      "NĐ 33: an earlier post that overlaps bridges what would be a gap",
      "2024-06-01",
      {
        posts: [clerk("2015-01-01", "2023-10-31"), clerk("2023-10-01", "2024-02-15"), clerk("2024-02-16")],
        levels: intermediate,
      },
      "grace",
    ],
    [
      "Luật Hộ tịch art. 72 under NĐ 33: trung cấp is asked without grace, sơ cấp is not met",
      "2024-06-01",
      {
        posts: [{ post: "justiceCivilStatus", from: "2010-01-01", main: true }],
        levels: [{ level: "elementary", granted: "2001" }],
      },
      "notMet",
    ],
  ])("%s", (_, asOf, life, expected) => {
    expect(professionalOf(asOf, life).status).toBe(expected);
  });

  it("says why it is not known, and the last day where it is", () => {
    expect(professionalOf("2024-06-01", { posts: [clerk("2023")], levels: intermediate }).missing).toEqual([
      "levelTooLow",
      "serviceUnknown",
    ]);
    const inGrace = professionalOf("2024-06-01", { posts: [clerk("2020-01-01")], levels: intermediate });
    expect(inGrace.graceUntil).toBe("2028-08-01");
  });
});

describe("QĐ 04/2004 arts. 5 and 8, miền núi: sơ cấp, and trung cấp for who holds the post for the first time", () => {
  const elementary = [{ level: "elementary", granted: "1998" }] as const;
  const secretary = (from: string | null, to?: string): Held => ({
    post: "partySecretary",
    from,
    main: true,
    ...(to === undefined ? {} : { to }),
  });
  it.each<[string, Life, string, string]>([
    [
      "Bí thư since 2000, before the text: sơ cấp suffices",
      { posts: [secretary("2000-05-01")], levels: elementary, flags: "mountain" },
      "met",
      "elementary",
    ],
    [
      "Bí thư for the first time from 2010: trung cấp is asked, sơ cấp is not met",
      { posts: [secretary("2010-06-01")], levels: elementary, flags: "mountain" },
      "notMet",
      "intermediate",
    ],
    [
      "Bí thư for the first time from 2010 with trung cấp: met",
      { posts: [secretary("2010-06-01")], levels: intermediate, flags: "mountain" },
      "met",
      "intermediate",
    ],
    [
      "Bí thư 1995–2001 and again from 2010: no first time, sơ cấp suffices",
      {
        posts: [secretary("1995-01-01", "2001-12-31"), secretary("2010-06-01")],
        levels: elementary,
        flags: "mountain",
      },
      "met",
      "elementary",
    ],
    [
      "Phó Bí thư since 2002, Bí thư from 2010: Bí thư for the first time, trung cấp is asked",
      {
        posts: [
          { post: "partyDeputySecretary", from: "2002-01-01", to: "2010-05-31" },
          secretary("2010-06-01"),
        ],
        levels: elementary,
        flags: "mountain",
      },
      "notMet",
      "intermediate",
    ],
    [
      "Chủ tịch UBND for the first time from 2011 (art. 8): trung cấp is asked",
      {
        posts: [{ post: "peoplesCommitteeChair", from: "2011-07-01", main: true }],
        levels: elementary,
        flags: "mountain",
      },
      "notMet",
      "intermediate",
    ],
    [
      "the start is not on record and the level lies between the two: nobody knows, unknown",
      { posts: [secretary(null)], levels: elementary, flags: "mountain" },
      "unknown",
      "intermediate",
    ],
    [
      "began some day of 2004, before or after 27/02: unknown",
      { posts: [secretary("2004")], levels: elementary, flags: "mountain" },
      "unknown",
      "intermediate",
    ],
    [
      "the start is not on record and trung cấp is held: met whichever rule it is",
      { posts: [secretary(null)], levels: intermediate, flags: "mountain" },
      "met",
      "intermediate",
    ],
    [
      "đồng bằng: trung cấp of everybody, also of who was in post before",
      { posts: [secretary("2000-05-01")], levels: elementary },
      "notMet",
      "intermediate",
    ],
  ])("%s", (_, life, status, required) => {
    expect(professionalOf("2015-01-01", life)).toMatchObject({ status, required });
  });

  it("says that it is not known whether it is the first time", () => {
    const life = { posts: [secretary(null)], levels: elementary, flags: "mountain" };
    expect(professionalOf("2015-01-01", life).missing).toEqual(["firstEntryUnknown"]);
  });
});
