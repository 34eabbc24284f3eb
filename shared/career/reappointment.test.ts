// Guards that another term of the same post follows the one on record, which keeps its decision, and is offered where it can be.
import { describe, expect, it } from "vitest";
import { assignmentKinds } from "../domain/values";
import type { ActPost } from "./acts";
import { isReappointable, longestTerm, nextTermFrom, reappointment } from "./reappointment";

const known = {
  unit: "unit",
  post: "post",
  main: true,
  kind: "appointed",
  from: "2021-03-01",
  to: null,
  termUntil: "2026-02-28",
  decisionNumber: "12/QĐ-UBND",
};

describe("another term of the same post", () => {
  it("begins the day after the one on record ends, which keeps its own decision", () => {
    const next = reappointment(known, "2026-03-01", { decisionNumber: "7/QĐ-UBND", termUntil: "2031-02-28" });
    expect(next).toEqual({
      row: {
        unit: "unit",
        post: "post",
        main: true,
        kind: "reappointed",
        from: "2026-03-01",
        termUntil: "2031-02-28",
        decisionNumber: "7/QĐ-UBND",
      },
      ends: { to: "2026-02-28", endReason: "reappointed" },
    });
  });

  it("is as precise as its day, and is none before the one on record", () => {
    expect(reappointment(known, "2026-03", {})?.ends["to"]).toBe("2026-02");
    expect(reappointment(known, "2026", {})?.ends["to"]).toBe("2025");
    expect(reappointment(known, "2021-03-02", {})?.ends["to"]).toBe("2021-03-01");
    expect(reappointment(known, "2021-03-01", {})).toBeNull();
    expect(reappointment(known, "2020", {})).toBeNull();
    expect(reappointment({ ...known, from: null }, "2020", {})?.ends["to"]).toBe("2019");
  });

  it("is the same post whatever is given beside", () => {
    const row = reappointment(known, "2026-03-01", { post: "other", kind: "elected", from: "2000" })?.row;
    expect(row).toMatchObject({ post: "post", kind: "reappointed", from: "2026-03-01" });
  });

  it("follows the day until which the term runs where that is a day", () => {
    expect(nextTermFrom("2026-02-28")).toBe("2026-03-01");
    expect(nextTermFrom("2027-12-31")).toBe("2028-01-01");
    expect(nextTermFrom("2026-02")).toBeNull();
    expect(nextTermFrom(null)).toBeNull();
  });

  it("lasts five years at most for công chức, by the law of its day, and as long as nobody read for others", () => {
    expect(longestTerm("congChuc", "2026-03-01")).toBe("2031-03-01");
    expect(longestTerm("congChuc", "2022-05")).toBe("2027-05");
    expect(longestTerm("congChuc", "2015-01-01")).toBeNull();
    expect(longestTerm("canBo", "2026-03-01")).toBeNull();
  });
});

describe("where it is offered", () => {
  const today = 20261130;
  const head: ActPost = { category: "congChuc", group: "departmentHead" };

  it("is for posts that are held now and come again by no act of their own", () => {
    const offered = assignmentKinds.filter((kind) => isReappointable({ ...known, kind }, head, today));
    expect(offered).toEqual([
      "designated",
      "transferred",
      "rotated",
      "concurrent",
      "appointed",
      "reappointed",
      "other",
    ]);
    expect(isReappointable({ ...known, kind: null }, head, today)).toBe(true);
    expect(isReappointable({ ...known, to: "2026-01-01" }, head, today)).toBe(false);
  });

  it("is not for people under contract", () => {
    expect(isReappointable(known, { category: "hopDong", group: "otherPost" }, today)).toBe(false);
    expect(isReappointable(known, null, today)).toBe(true);
  });
});
