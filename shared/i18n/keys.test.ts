import { describe, expect, it } from "vitest";
import { createTranslate } from "./translator";

describe("keys of texts", () => {
  it("that nobody wrote fail types", () => {
    const t = createTranslate("vi");
    expect(t("errors:no-roster-open")).toBe("Chưa mở sổ nào; hãy mở hoặc tạo sổ trước.");
    // @ts-expect-error No such sentence.
    expect(t("errors:no-roster")).toBe("no-roster");
    // @ts-expect-error No such namespace.
    expect(t(`nowhere:${String(1)}`)).toBe("1");
  });
});
