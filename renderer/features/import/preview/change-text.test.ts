import { expect, it } from "vitest";
import { createTranslate } from "../../../../shared/i18n";
import { changeText } from "./change-text";

it("tells what is added beside what is on record, and never as if nothing were known", () => {
  const t = createTranslate("vi");
  const say = (beside: { text: string; stays: boolean } | null, before: string | null = null) =>
    changeText(t, {
      label: "Chuyên môn",
      before,
      after: "Thạc sĩ",
      beside,
    });
  expect(say(null)).toBe("Chuyên môn: trống → Thạc sĩ");
  expect(say(null, "Đại học")).toBe("Chuyên môn: Đại học → Thạc sĩ");
  expect(say({ text: "Đại học", stays: true })).toBe("Chuyên môn: thêm Thạc sĩ, giữ nguyên Đại học");
  expect(say({ text: "Đại học", stays: false })).toBe("Chuyên môn: thêm Thạc sĩ bên cạnh Đại học");
  expect(say({ text: "", stays: true })).toBe("Chuyên môn: thêm Thạc sĩ");
});
