// Cases worked out by hand, each with the reasoning in its name: by which of several posts somebody is judged, whose posts
// count, which days an undated paper counts for, what meeting all standards means.

import { describe, expect, it } from "vitest";
import { shippedPosts } from "../catalog/posts";
import {
  clerk,
  type Held,
  intermediate,
  judged,
  type Level,
  type Life,
  postId,
  professionalOf,
} from "../testing/worked-lives";

describe("the main post", () => {
  const postOf = (life: Life) => {
    const { main, mainDoubt } = judged("2021-10-01", life);
    return [shippedPosts.find(({ id }) => id === main?.postId)?.key, mainDoubt];
  };
  const chair = { post: "peoplesCommitteeChair", from: "2016-06-01" } as const;
  const deputy = { post: "partyDeputySecretary", from: "2020-08-01" } as const;
  it.each<[string, readonly Held[], string, string | null]>([
    [
      "neither is marked, the later one is kiêm nhiệm: never that one",
      [chair, { ...deputy, concurrent: true }],
      "peoplesCommitteeChair",
      null,
    ],
    [
      "the mark decides among posts that are none",
      [{ ...chair, main: true }, deputy],
      "peoplesCommitteeChair",
      null,
    ],
    [
      "none is marked: the later one, to be looked at again",
      [chair, deputy],
      "partyDeputySecretary",
      "mainMissing",
    ],
    [
      "both are marked: the later one, to be looked at again",
      [
        { ...chair, main: true },
        { ...deputy, main: true },
      ],
      "partyDeputySecretary",
      "mainSeveral",
    ],
    [
      "the kiêm nhiệm is marked while another stands: not that one, to be looked at again",
      [chair, { ...deputy, main: true, concurrent: true }],
      "peoplesCommitteeChair",
      "mainConcurrent",
    ],
    ["a kiêm nhiệm alone is the main one", [{ ...deputy, concurrent: true }], "partyDeputySecretary", null],
    [
      "the other one has ended: the kiêm nhiệm counts",
      [
        { ...chair, to: "2021-05-31" },
        { ...deputy, concurrent: true },
      ],
      "partyDeputySecretary",
      null,
    ],
  ])("%s", (_, held, main, doubt) => {
    expect(postOf({ posts: held, levels: [] })).toEqual([main, doubt]);
    expect(postOf({ posts: [...held].reverse(), levels: [] })).toEqual([main, doubt]);
  });
});

describe("kinds of post", () => {
  const partTime = { post: "partTime", from: "2018-01-01", main: true } as const;
  const youth = { post: "youthUnionSecretary", from: "2020-01-01", concurrent: true } as const;

  it("judges a người hoạt động không chuyên trách who is Bí thư Đoàn besides by the post that counts", () => {
    const { main, counted, data } = judged("2021-10-01", { posts: [partTime, youth], levels: intermediate });
    expect([main?.postId, counted, data[0]?.status]).toEqual([postId("youthUnionSecretary"), true, "met"]);
  });

  it("counts who holds no other post in no figure of cán bộ, công chức, and asks them for nothing", () => {
    const { counted, data } = judged("2021-10-01", { posts: [partTime], levels: intermediate });
    expect([counted, data.map(({ status }) => status)]).toEqual([false, ["notApplicable", "notApplicable"]]);
  });

  it("counts them by that post where the table asks for it", () => {
    const { main, counted } = judged("2021-10-01", {
      posts: [partTime, youth],
      levels: intermediate,
      kinds: ["khongChuyenTrach"],
    });
    expect([main?.postId, counted]).toEqual([postId("partTime"), true]);
  });
});

describe("a level without a date", () => {
  const born1995 = "1995";
  const recordedOn = "2024-03-01";
  const master = (asOf: string, more: Partial<Level> = {}) =>
    professionalOf(asOf, {
      birth: born1995,
      posts: [clerk("2000-01-01")],
      levels: [{ level: "master", recordedOn, ...more }],
    });
  it.each<[string, string, string, boolean]>([
    ["on the day it was recorded it is held, by assumption", "2024-03-01", "met", true],
    ["later it is held, by assumption", "2025-01-15", "met", true],
    ["the day before nobody knows", "2024-02-29", "unknown", false],
    [
      "born 1995, on a day of 2005: nobody has it at ten, and nothing else is on record",
      "2005-06-01",
      "unknown",
      false,
    ],
  ])("%s", (_, asOf, status, assumed) => {
    expect(master(asOf)).toMatchObject({ status, assumed });
  });

  it("says that its date is missing where it would do, and nothing of it where it cannot have been held", () => {
    expect(master("2024-02-29").missing).toEqual(["grantedDateMissing"]);
    expect(master("2005-06-01")).toMatchObject({ missing: ["noRecord"], evidence: [] });
  });

  it("of which nobody knows when it was recorded is held on no day surely", () => {
    const life = { posts: [clerk("2000-01-01")], levels: [{ level: "master", recordedOn: null as never }] };
    expect(professionalOf("2024-06-01", life).status).toBe("unknown");
  });

  it("assumes nothing where a dated level suffices", () => {
    const levels = [
      { level: "university", granted: "2018" },
      { level: "master", recordedOn },
    ] as const;
    const found = professionalOf("2024-06-01", { posts: [clerk("2020-01-01")], levels });
    expect(found).toMatchObject({ status: "met", assumed: false, actual: "master" });
  });

  it("is assumed too where it is too low: without it nothing would be on record", () => {
    const levels = [{ level: "intermediate", recordedOn }] as const;
    expect(professionalOf("2024-06-01", { posts: [clerk("2024-01-01")], levels })).toMatchObject({
      status: "notMet",
      assumed: true,
    });
  });

  it("that states no training holds on every earlier day, since a level is never lost", () => {
    const levels = [{ level: "none", recordedOn }] as const;
    expect(professionalOf("2021-10-01", { posts: [clerk("2020-01-01")], levels })).toMatchObject({
      status: "notMet",
      assumed: false,
    });
  });
});

describe("all standards that apply", () => {
  const of = (asOf: string, post: string, ...levels: readonly Level[]) =>
    judged(asOf, { posts: [{ post, from: "2020-01-01", main: true }], levels }).combined;
  const university = { level: "university", granted: "2010" } as const;
  const theory = { kind: "politicalTheory", level: "intermediate", granted: "2012" } as const;

  it("NĐ 33: công chức are asked for no LLCT, so chuyên môn alone decides", () => {
    expect(of("2024-06-01", "officeStatistics", university)).toBe("met");
    expect(of("2024-06-01", "officeStatistics")).toBe("unknown");
  });

  it("QĐ 04/2004, TT 13/2019: both apply, so both must be met", () => {
    expect(of("2021-10-01", "officeStatistics", university, theory)).toBe("met");
    expect(of("2021-10-01", "officeStatistics", university, { ...theory, level: "none" })).toBe("notMet");
  });

  it("NĐ 33 leaves Chỉ huy trưởng quân sự to military law: nothing applies, nothing is met", () => {
    expect(of("2024-06-01", "militaryCommander", university, theory)).toBe("notApplicable");
  });
});
