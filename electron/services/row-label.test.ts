// Guards that a record which went up in another is told as that, with the other's name and never its id.
import { describe, expect, it } from "vitest";
import { joinedInto } from "../../shared/sync/fold";
import { createTranslate } from "../../shared/i18n/translator";
import { presenceText } from "./row-label";

const other = "018f0001-0000-7005-8000-00bb654a7205";
const t = createTranslate("vi");

describe("whether a row is there", () => {
  it.each([
    [null, "Giữ hồ sơ"],
    ["ghi trùng", "Xóa (lý do: ghi trùng)"],
    [joinedInto(other), "Gộp vào hồ sơ Nguyễn Thị Hòa"],
  ])("%s: %s", (value, words) => {
    expect(presenceText(t, "official", value, (id) => (id === other ? "Nguyễn Thị Hòa" : null))).toBe(words);
  });

  it("says no id where the other record is not known here", () => {
    expect(presenceText(t, "official", joinedInto(other), () => null)).toBe("Gộp vào một hồ sơ khác");
    expect(presenceText(t, "assignment", joinedInto(other), () => "Nguyễn Thị Hòa")).toBe(
      "Nhập làm một với mục giống",
    );
  });
});
