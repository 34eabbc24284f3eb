import { describe, expect, it } from "vitest";
import { callNames } from "./calls";
import { channelOf } from "./channels";
import { contract } from "./contract";

describe("contract", () => {
  it("gives every call a channel of its own", () => {
    expect(new Set(callNames.map(channelOf)).size).toBe(callNames.length);
  });

  it("tells of every call that writes a change what of it waits as a proposal", () => {
    const shapeOf = (name: (typeof callNames)[number]) => {
      const { result } = contract[name];
      return "shape" in result ? Object.keys(result.shape) : [];
    };
    const writing = callNames.filter((name) => shapeOf(name).includes("changeId"));
    expect(writing).toContain("officialSave");
    expect(writing.filter((name) => !shapeOf(name).includes("proposed"))).toEqual([]);
  });

  it("refuses a path that no system can open", () => {
    const opened = (path: string) => contract.rosterOpen.args.safeParse({ path }).success;
    expect(["/sổ/so.scb", "/sổ\0/so.scb", ""].map(opened)).toEqual([true, false, false]);
  });

  it("refuses an impossible day and an id that is not one", () => {
    expect(
      contract.statisticsByUnit.args.safeParse({ moment: { on: "2021-02-30" }, unitId: null }).success,
    ).toBe(false);
    expect(
      contract.officialGet.args.safeParse({ id: "1 OR 1=1", moment: { on: "2021-10-01" } }).success,
    ).toBe(false);
  });
});
