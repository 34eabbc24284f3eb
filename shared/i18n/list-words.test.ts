import { describe, expect, it } from "vitest";
import { officialFilterSchema } from "../contract/schemas/officials";
import { filterWords } from "./list-words";
import { createTranslate } from "./translator";

const t = createTranslate("vi");
const open = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const nobody = { unitName: null, postName: null };
const unitId = "018f0000-0000-7000-8000-000000000001";

describe("filterWords", () => {
  it("says nothing of an open filter", () => {
    expect(filterWords(t, open, nobody)).toEqual([]);
  });

  it("names unit, post, standard, service and search in this order", () => {
    const state = {
      ...open,
      unitId,
      postId: unitId,
      standard: "professional",
      statuses: ["met"],
      serving: "all",
      search: " hoa ",
    } as const;
    expect(filterWords(t, state, { unitName: "Xã Quảng Yên", postName: "Bí thư" })).toEqual([
      "Xã Quảng Yên",
      "Bí thư",
      "Chuyên môn: đạt",
      "Mọi hồ sơ",
      "tìm “hoa”",
    ]);
  });

  it("joins several statuses as any of them", () => {
    const state = {
      ...open,
      standard: "professional",
      statuses: ["notMet", "unknown", "grace"],
    } as const;
    expect(filterWords(t, state, nobody)).toEqual([
      "Chuyên môn: chưa đạt, chưa rõ hoặc trong thời hạn hoàn thiện",
    ]);
  });

  it("says that a complement is one", () => {
    const state = { ...open, standard: "all", statuses: ["met"], complement: true } as const;
    expect(filterWords(t, state, nobody)).toEqual(["Mọi tiêu chuẩn áp dụng: không phải “đạt”"]);
  });

  it("has words while a name is on its way", () => {
    expect(filterWords(t, { ...open, unitId }, nobody)).toEqual(["một đơn vị"]);
  });
});
