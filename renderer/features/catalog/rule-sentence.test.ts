import { describe, expect, it } from "vitest";
import { createI18n } from "../../../shared/i18n";
import { ruleSentence } from "./rule-sentence";

const { t } = createI18n("vi");

describe("ruleSentence", () => {
  it("says who needs what", () => {
    expect(
      ruleSentence(t, {
        standard: "professional",
        postGroups: "civilServant justiceCivilStatus",
        minimumLevel: "university",
      }),
    ).toBe("Công chức chuyên môn; Công chức Tư pháp - hộ tịch: chuyên môn từ Đại học trở lên.");
  });

  it("says where it applies", () => {
    expect(
      ruleSentence(t, {
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "intermediate",
        anyFlag: "border mountain",
        allFlags: "provincialReduction",
      }),
    ).toBe(
      "Công chức chuyên môn: chuyên môn từ Trung cấp trở lên, chỉ ở địa bàn có “Biên giới” hoặc “Miền núi”, chỉ ở địa bàn có đủ “UBND tỉnh đã quy định mức trình độ thấp hơn”.",
    );
  });

  it("says that no level is required, and the grace", () => {
    expect(
      ruleSentence(t, {
        standard: "politicalTheory",
        postGroups: "civilServant",
        minimumLevel: null,
        graceUntil: "2028-08-01",
        graceServingBefore: "2023-08-01",
      }),
    ).toBe(
      "Công chức chuyên môn: không quy định mức lý luận chính trị. Người giữ chức danh trước 01/08/2023 được hoàn thiện đến hết 01/08/2028.",
    );
  });
});
