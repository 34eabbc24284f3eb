import { describe, expect, it } from "vitest";
import { isRosterName, rosterIn, withRosterEnding } from "./roster-name";

describe("the ending of rosters", () => {
  it.each(["so.scb", "SO.SCB", "So.Scb", "D:\\SỔ\\XÃ.SCB"])("is seen in %s", (name) => {
    expect(isRosterName(name)).toBe(true);
    expect(rosterIn(["--no-sandbox", name, "--last"])).toBe(name);
    expect(withRosterEnding(name)).toBe(name);
  });

  it.each(["so.scbsync", "so.scbkey", "so", "scb", "--a.scb"])("is not seen in %s", (name) => {
    expect(rosterIn([name])).toBe(null);
  });

  it("is put where it lacks, and the last roster of several is the one that is meant", () => {
    expect(withRosterEnding("so")).toBe("so.scb");
    expect(rosterIn(["a.scb", "b.SCB"])).toBe("b.SCB");
  });
});
