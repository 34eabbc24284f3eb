import { describe, expect, it } from "vitest";
import type { PostOption, StandardSetRow } from "../../../shared/contract/schemas/catalog";
import { byOwned, type FieldValue } from "../../../shared/domain/entities";
import type { OfficialDraft } from "../../../shared/domain/validate/context";
import { judgeDraft, ruleBookOf } from "./judge-draft";

const clerk: PostOption = {
  id: "p1",
  key: "clerk",
  name: "Văn phòng - thống kê",
  group: "civilServant",
  category: "congChuc",
  validFrom: null,
  validTo: null,
};

const circular: StandardSetRow = {
  id: "s1",
  fields: { key: "tt13", name: "TT 13/2019/TT-BNV", validFrom: "2019-12-25", validTo: null, verified: true },
  rules: [
    {
      id: "r1",
      fields: {
        set: "s1",
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "university",
        clause: "khoản 2 Điều 1",
        verified: false,
        order: 1,
      },
    },
    {
      id: "r2",
      fields: {
        set: "s1",
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "intermediate",
        allFlags: "mountain provincialReduction",
        clause: "khoản 3 Điều 1",
        verified: true,
        order: 2,
      },
    },
  ],
};

function draft(
  qualification: Record<string, FieldValue>,
  assignment: Record<string, FieldValue> = {},
): OfficialDraft {
  return {
    id: "o1",
    fields: { fullName: "A" },
    rows: {
      ...byOwned(() => []),
      assignment: [{ id: "a1", fields: { unit: "u1", post: "p1", from: "2015", ...assignment } }],
      qualification: [{ id: "q1", fields: { kind: "professional", ...qualification } }],
    },
  };
}

function judged(record: OfficialDraft, flags = "") {
  return judgeDraft(record, ruleBookOf([circular], "2021-10-01"), [clerk], () => flags);
}

describe("judgeDraft", () => {
  it("changes with what is typed", () => {
    expect(judged(draft({ level: "intermediate" })).findings[0]).toMatchObject({
      status: "notMet",
      required: "university",
      actual: "intermediate",
      setName: "TT 13/2019/TT-BNV",
      clause: "khoản 2 Điều 1",
      verified: false,
      missing: ["levelTooLow"],
    });
    expect(judged(draft({ level: "university", granted: "2012" })).findings[0]).toMatchObject({
      status: "met",
      evidence: [{ qualificationId: "q1", level: "university", granted: "2012", equivalent: false }],
      missing: [],
    });
    expect(judged(draft({ level: "university", granted: "2021" })).findings[0]).toMatchObject({
      status: "unknown",
    });
  });

  it("reads the flags of the unit", () => {
    const finding = judged(draft({ level: "intermediate" }), "mountain provincialReduction").findings[0];
    expect(finding).toMatchObject({ status: "met", required: "intermediate", verified: true });
  });

  it("passes over rows that are not filled in yet", () => {
    expect(judged(draft({ level: "" })).findings[0]).toMatchObject({
      status: "unknown",
      missing: ["noRecord"],
    });
    expect(judged(draft({ level: "university" }, { unit: null }))).toEqual({ serving: null, findings: [] });
  });

  it("finds nothing for somebody whose service ended, and cannot judge an unknown post", () => {
    expect(judged(draft({ level: "university" }, { to: "2020" })).serving).toBeNull();
    expect(judged(draft({ level: "university" }, { post: "p9" })).findings[0]).toMatchObject({
      status: "unknown",
      missing: ["postUnknown"],
    });
  });
});
