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

  it("names posts in the order of the catalog and groups in theirs, however they are stored", () => {
    const posts = [
      { id: "b", name: "Bí thư" },
      { id: "c", name: "Chủ tịch" },
      { id: "a", name: "Địa chính" },
    ];
    expect(
      ruleSentence(
        t,
        {
          standard: "politicalTheory",
          postGroups: "civilServant partySecretary",
          posts: "a b",
          minimumLevel: "intermediate",
        },
        posts,
      ),
    ).toMatch(/^Bí thư Đảng ủy; Công chức chuyên môn; Bí thư; Địa chính: /);
  });

  it("says of which fields of study a paper must be", () => {
    expect(
      ruleSentence(t, {
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "university",
        majors: "Đất đai, Xây dựng",
      }),
    ).toBe("Công chức chuyên môn: chuyên môn từ Đại học trở lên, thuộc ngành Đất đai hoặc Xây dựng.");
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
      "Công chức chuyên môn: chuyên môn từ Trung cấp trở lên, chỉ ở địa bàn có “Miền núi” hoặc “Biên giới”, chỉ ở địa bàn có đủ “UBND tỉnh đã quy định mức trình độ thấp hơn”.",
    );
  });

  it("says that no level is required, and the grace", () => {
    expect(
      ruleSentence(t, {
        standard: "politicalTheory",
        postGroups: "civilServant",
        minimumLevel: null,
        graceUntil: "2028-08-01",
        graceServingOn: "2023-07-31",
      }),
    ).toBe(
      "Công chức chuyên môn: không quy định mức lý luận chính trị. Người đang công tác ngày 31/07/2023 và liên tục từ đó được hoàn thiện đến hết 01/08/2028.",
    );
  });

  it("says that a rule asks who holds the post for the first time, and in which posts service keeps grace", () => {
    expect(
      ruleSentence(t, {
        standard: "professional",
        postGroups: "partySecretary",
        minimumLevel: "intermediate",
        anyFlag: "mountain",
        entry: "first",
        graceUntil: "2028-08-01",
        graceServingOn: "2023-07-31",
        graceGroups: "partyDeputySecretary partySecretary",
      }),
    ).toBe(
      "Bí thư Đảng ủy: chuyên môn từ Trung cấp trở lên, chỉ ở địa bàn có “Miền núi”, khi giữ chức vụ lần đầu. Người đang công tác ngày 31/07/2023 và liên tục từ đó ở nhóm chức danh Bí thư Đảng ủy, Phó Bí thư Đảng ủy được hoàn thiện đến hết 01/08/2028.",
    );
  });
});
