import { describe, expect, it } from "vitest";
import { openEnd } from "./serving";
import { type HeldDays, outsideDay } from "./outside-day";

const held = (fromEarliest: number, toLatest: number, main = false): HeldDays => ({
  fromEarliest,
  toLatest,
  main,
});

describe("somebody who holds no post on a day", () => {
  it("is not outside it while any post may run", () => {
    expect(outsideDay([held(20200101, openEnd)], 20211001)).toBeNull();
    expect(outsideDay([held(0, 20211001)], 20211001)).toBeNull();
  });

  it("is told from when the main post runs, though another begins sooner", () => {
    const posts = [held(20211101, openEnd), held(20211201, openEnd, true), held(20100101, 20151231)];
    expect(outsideDay(posts, 20211001)).toEqual({ kind: "later", day: 20211201 });
    expect(outsideDay(posts.slice(0, 1), 20211001)).toEqual({ kind: "later", day: 20211101 });
  });

  it("has left only where no post is to come", () => {
    const posts = [held(20100101, 20151231), held(20160101, 20200630)];
    expect(outsideDay(posts, 20211001)).toEqual({ kind: "earlier", day: 20200630 });
    expect(outsideDay([], 20211001)).toEqual({ kind: "none", day: null });
  });
});
