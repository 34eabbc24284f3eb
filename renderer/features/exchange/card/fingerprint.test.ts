import { describe, expect, it } from "vitest";
import { noGroups, withTyped, wrongGroups } from "./fingerprint";

const fingerprint = "10001-20002-30003-40004-50005-60006-70007-80008";

describe("withTyped", () => {
  it("goes on to the next group once one is full", () => {
    expect(withTyped(noGroups, 0, "1000")).toMatchObject({ next: 0 });
    expect(withTyped(noGroups, 0, "10001").next).toBe(1);
    expect(withTyped(noGroups, 7, "80008").next).toBe(7);
  });

  it("spreads a pasted text over the groups, whatever stands between the digits", () => {
    expect(
      withTyped(noGroups, 0, "10001 20002 - 30003\t40004 5000560006 70007-80008 99").groups.join("-"),
    ).toBe(fingerprint);
  });

  it("takes letters for nothing and lets a group be emptied", () => {
    expect(withTyped(["12345", ...noGroups.slice(1)], 0, "").groups[0]).toBe("");
    expect(withTyped(noGroups, 2, "ab3").groups[2]).toBe("3");
  });
});

describe("wrongGroups", () => {
  it("tells nothing until all groups are complete", () => {
    const typed = fingerprint.split("-");
    expect(wrongGroups(["99999", ...typed.slice(1, 7), "8000"], fingerprint)).toEqual([]);
    expect(wrongGroups(["99999", ...typed.slice(1)], fingerprint)).toEqual([0]);
    expect(wrongGroups(typed, fingerprint)).toEqual([]);
  });
});
