// Guards that rows, also half-typed ones, are read as the facts that everything else judges by.

import { describe, expect, it } from "vitest";
import type { PostOption, StandardSetRow } from "../contract/schemas/catalog";
import type { FieldValue } from "../domain/entities";
import { createTranslate } from "../i18n";
import { missingText, shortfallShort, shortfallText } from "../i18n/shortfall-text";
import { ruleBookOf } from "./from-rows";
import { judgeRows, type PersonRows, sentCatalog } from "./read";

const clerk: PostOption = {
  isOurs: true,
  id: "p1",
  key: "clerk",
  name: "Văn phòng - thống kê",
  group: "civilServant",
  category: "congChuc",
  order: 1,
  validFrom: null,
  validTo: null,
};

const circular: StandardSetRow = {
  id: "s1",
  fields: {
    key: "tt13",
    name: "Thông tư số 13/2019/TT-BNV",
    validFrom: "2019-12-25",
    validTo: null,
    verified: true,
  },
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
): PersonRows {
  return {
    fields: { birth: "1985" },
    rows: {
      assignment: [{ id: "a1", fields: { unit: "u1", post: "p1", from: "2015", ...assignment } }],
      qualification: [{ id: "q1", fields: { kind: "professional", ...qualification } }],
    },
  };
}

function judged(rows: PersonRows, areaFlags = "") {
  const unit = { namedId: "u1", id: "u2", fullName: "Xã Quảng Yên", areaFlags, validFrom: null };
  const { serving, data } = judgeRows(rows, ruleBookOf([circular], 20211001), {
    catalog: sentCatalog([unit], [clerk]),
    today: 20211001,
  });
  return { serving, findings: data };
}

describe("judgeRows", () => {
  it("changes with what is typed", () => {
    expect(judged(draft({ level: "intermediate" })).findings[0]).toMatchObject({
      status: "notMet",
      required: "university",
      actual: "intermediate",
      setName: "Thông tư số 13/2019/TT-BNV",
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

  it("tells beside what is missing what an import said of it, and nothing of what is met or of other papers", () => {
    const keptText = [
      {
        id: "k1",
        fields: { heading: "CM", text: "ĐH (đang học)", column: "qualification.professional.level" },
      },
      { id: "k2", fields: { heading: "LLCT", text: "CC?", column: "qualification.politicalTheory.level" } },
      { id: "k3", fields: { heading: "Ghi chú", text: "x", column: null } },
    ];
    const found = (level: string) => {
      const { fields, rows } = draft({ level, granted: "2012" });
      const [finding] = judged({ fields, rows: { ...rows, keptText } }).findings;
      if (finding === undefined) throw new Error("Nothing was judged");
      return finding;
    };
    const t = createTranslate("vi");
    const unknown = found("");
    expect(unknown.keptTexts).toEqual(["ĐH (đang học)"]);
    expect(missingText(t, unknown, "noRecord")).toBe(
      "Hồ sơ chưa ghi trình độ này; trong tệp nhập ghi “ĐH (đang học)”, chưa đối chiếu",
    );
    expect(shortfallText(t, found("intermediate"))).toContain(
      "Trình độ thấp hơn mức yêu cầu; trong tệp nhập ghi “ĐH (đang học)”, chưa đối chiếu.",
    );
    expect(found("university").keptTexts).toEqual([]);
    // In a cell of a list.
    expect(shortfallShort(t, unknown)).toBe("cần đại học, chưa ghi, tệp nhập ghi “ĐH (đang học)”");
    const { keptTexts: _none, ...low } = found("intermediate");
    const bare = { ...low, keptTexts: [] };
    expect(shortfallShort(t, bare)).toMatch(/^cần đại học, có trung cấp(, hạn |$)/);
    expect(shortfallShort(t, { ...bare, actual: "none" })).toMatch(
      /^cần đại học, chưa qua đào tạo(, hạn |$)/,
    );
    expect(
      shortfallShort(t, {
        ...bare,
        standard: "politicalTheory",
        required: "intermediate",
        actual: "elementary",
      }),
    ).toMatch(/^cần trung cấp LLCT, có sơ cấp(, hạn |$)/);
    expect(shortfallShort(t, { ...bare, missing: ["grantedDateMissing"], graceUntil: null })).toBe(
      "Chuyên môn: chưa ghi ngày cấp",
    );
  });

  it("reads the flags of the unit that people of the named one count in", () => {
    const finding = judged(draft({ level: "intermediate" }), "mountain provincialReduction").findings[0];
    expect(finding).toMatchObject({ status: "met", required: "intermediate", verified: true });
    expect(judged(draft({ level: "college" })).serving).toEqual({ unitId: "u2", postId: "p1" });
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
