/** Levels and dates however they are worded. */
import { describe, expect, it } from "vitest";
import type { QualificationKind } from "../domain/levels";
import { readDateText } from "./read-dates";
import { readLevelText } from "./read-levels";

describe("a level", () => {
  it.each<[QualificationKind, string, string, Record<string, unknown>?]>([
    ["professional", "ĐH", "university"],
    ["professional", "Đại học Luật", "university", { major: "Luật" }],
    ["professional", "Cử nhân Luật", "university", { major: "Luật" }],
    ["professional", "ThS. Quản lý kinh tế", "master", { major: "Quản lý kinh tế" }],
    ["professional", "Thạc sỹ", "master"],
    ["professional", "Kỹ sư", "university"],
    ["professional", "Bác sĩ", "university"],
    ["professional", "TC", "intermediate"],
    ["professional", "Trung cấp kế toán (tại chức)", "intermediate", { major: "kế toán", mode: "inService" }],
    [
      "professional",
      "Cử nhân Luật (hệ VLVH, 2016)",
      "university",
      { major: "Luật", mode: "inService", granted: "2016" },
    ],
    ["professional", "Đại học Luật năm 2016", "university", { major: "Luật", granted: "2016" }],
    ["professional", "ĐH Công nghệ sau thu hoạch", "university", { major: "Công nghệ sau thu hoạch" }],
    ["professional", "Bác sĩ Da liễu", "university", { major: "Da liễu" }],
    ["professional", "ĐH Hành chính học", "university", { major: "Hành chính học" }],
    ["professional", "Đại học Nông học", "university", { major: "Nông học" }],
    ["languageFramework", "B1", "level3"],
    ["languageFramework", "Bậc 3/6", "level3"],
    ["languageFramework", "B2 khung châu Âu", "level4"],
    ["foreignLanguage", "Tiếng Anh B", "basic", { major: "Tiếng Anh" }],
    ["languageFramework", "Tiếng Anh A2", "level2", { major: "Tiếng Anh" }],
    ["languageFramework", "Bậc 6 (C2)", "level6"],
    ["general", "12/12", "upperSecondary"],
    ["general", "10/10", "upperSecondary"],
    ["general", "9/12", "lowerSecondary"],
    ["general", "7/10", "lowerSecondary"],
    ["politicalTheory", "Cao cấp LLCT", "advanced"],
    ["politicalTheory", "Cử nhân chính trị", "bachelor"],
    ["politicalTheory", "Tương đương trung cấp", "intermediate", { equivalent: true }],
    ["stateManagement", "Chuyên viên chính", "principalSpecialist"],
    ["stateManagement", "Chuyên viên và tương đương", "specialist"],
    ["it", "Tin học B", "basic"],
    ["foreignLanguage", "Anh B", "basic", { major: "Anh" }],
  ])("of %s: %s", (kind, text, level, beside = {}) => {
    expect(readLevelText(kind, text)).toEqual(
      Object.keys(beside).length === 0
        ? { kind: "value", value: level }
        : { kind: "value", value: level, beside },
    );
  });
  it.each<[QualificationKind, string]>([
    ["professional", "Đang học đại học"],
    ["professional", "Trung cấp LLCT"],
    ["professional", "ĐH Luật; ĐH Kinh tế"],
    ["professional", "Khá"],
    ["professional", "Sau đại học"],
    ["professional", "Trên ĐH"],
    ["professional", "Trên đại học Luật"],
    ["professional", "CĐ, đang học ĐH"],
    ["professional", "Trung cấp (đang học đại học)"],
    ["professional", "ĐH chưa tốt nghiệp"],
    ["professional", "Đại học năm cuối"],
    ["professional", "Đại học dở dang"],
    ["professional", "Dưới đại học"],
    ["professional", "Gần xong Thạc sĩ"],
    ["professional", "Cao đẳng học lên ĐH"],
    ["languageFramework", "Chứng chỉ B"],
    ["foreignLanguage", "B1"],
    ["foreignLanguage", "Tiếng Anh B; Tiếng Nga A"],
    ["foreignLanguage", "Tiếng Anh B1; Tiếng Nga A"],
    ["languageFramework", "Tiếng Anh B1; Tiếng Nga A2"],
    ["languageFramework", "Tiếng Anh B1 và tiếng Nga A2"],
    ["it", "IC3"],
  ])("is not read where it is not sure, of %s: %s", (kind, text) => {
    expect(readLevelText(kind, text).kind).toBe("unread");
  });
});

describe("a date", () => {
  const settings = {
    order: null,
    century: null,
    yearAsDate: null,
    serial: null,
    swapped: null,
    maySwap: false,
  };
  const context = { settings, date1904: false, latestYear: 2026 };
  it.each([
    ["25/12/1980", "1980-12-25"],
    ["12/25/1980", "1980-12-25"],
    ["ngày 25 tháng 12 năm 1980", "1980-12-25"],
    ["T5/1980", "1980-05"],
    ["SN 1980", "1980"],
    ["5.1980", "1980-05"],
    ["25/12/80", "1980-12-25"],
  ])("%s", (text, date) => {
    expect(readDateText(text, context)).toEqual({ kind: "value", value: date });
  });
  it("is asked where nothing tells, and settled by what was answered", () => {
    expect(readDateText("05/06/1980", context)).toMatchObject({ kind: "unread", reason: "dateOrder" });
    const mdy = { ...context, settings: { ...settings, order: "mdy" as const } };
    expect(readDateText("05/06/1980", mdy)).toEqual({ kind: "value", value: "1980-05-06" });
    expect(readDateText("31/02/1980", context)).toMatchObject({ kind: "unread", reason: "impossibleDate" });
  });
});
