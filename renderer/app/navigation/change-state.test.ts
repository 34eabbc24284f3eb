import { describe, expect, it } from "vitest";
import { anyChange, type ChangeFilterData } from "../../../shared/contract/schemas/changes";
import { isNarrowed, readChangeState, writeChangeState } from "./change-state";

describe("what the list of changes shows", () => {
  it("goes through the address and comes back the same", () => {
    const filter: ChangeFilterData = {
      search: "nguyễn văn",
      user: "Lê Thị Hoa",
      office: "UBND xã Quảng Yên",
      entity: "qualification",
      from: "2021-10-01",
      to: "2021-10-31",
      undone: true,
    };
    expect(readChangeState(writeChangeState(filter))).toEqual(filter);
    expect(isNarrowed(filter)).toBe(true);
  });

  it("is everything where the address says nothing or nonsense", () => {
    expect(writeChangeState(anyChange)).toBe("");
    expect(isNarrowed(anyChange)).toBe(false);
    expect(readChangeState("kind=boat&from=31/12&undone=maybe&official=1")).toEqual(anyChange);
  });
});
