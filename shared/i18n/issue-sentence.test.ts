import { describe, expect, it } from "vitest";
import { issueSentence } from "./issue-sentence";
import { createTranslate } from "./translator";

describe("what is missing", () => {
  const t = createTranslate("vi");
  const missing = (entity: "official" | "assignment" | "qualification", field: string) =>
    issueSentence(t, { entity, field, reason: "required" });

  it("is called by its name, and chosen or typed as its field asks", () => {
    expect(missing("official", "fullName")).toBe("Chưa nhập họ và tên.");
    expect(missing("assignment", "post")).toBe("Chưa chọn chức danh.");
    expect(missing("qualification", "level")).toBe("Chưa chọn trình độ.");
  });

  it("leaves other reasons their own sentence and values", () => {
    const tooLong = {
      entity: "official",
      field: "phone",
      reason: "tooLong",
      params: { max: 30, count: 41 },
    } as const;
    expect(issueSentence(t, tooLong)).toBe("Tối đa 30 ký tự, đang có 41.");
  });
});
