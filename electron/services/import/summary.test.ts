// Guards what the log says of an import: what it did and no more, however long the file's name.
import { describe, expect, it } from "vitest";
import { textLimits } from "../../../shared/contract/limits";
import { createTranslate } from "../../../shared/i18n";
import { type CountedPlan, summaryReason } from "./summary";

const t = createTranslate("vi");
type Person = CountedPlan["people"][number];
const person = (outcome: Person["outcome"], kept: number): Person => ({
  outcome,
  kept: Array.from({ length: kept }),
  blanks: [],
});
const planOf = (...people: readonly Person[]): CountedPlan => ({ people, lines: [] });

describe("summaryReason", () => {
  it("names what was done, with how many, and nothing that was not", () => {
    const added = planOf(person("added", 0), person("added", 0), person("unchanged", 0));
    expect(summaryReason(t, "ds.xlsx", added)).toBe("ds.xlsx: thêm 2 người");
    const mixed = planOf(person("changed", 3), person("added", 0));
    expect(summaryReason(t, "ds.xlsx", mixed)).toBe(
      "ds.xlsx: thêm 1 người, cập nhật 1 người, giữ lại 3 nội dung chờ khớp",
    );
  });

  it("cuts the name and never what was done", () => {
    const reason = summaryReason(t, `${"ạ".repeat(900)}.xlsx`, planOf(person("added", 1)));
    expect(reason.length).toBeLessThanOrEqual(textLimits.reason);
    expect(reason.endsWith(": thêm 1 người, giữ lại 1 nội dung chờ khớp")).toBe(true);
  });
});
