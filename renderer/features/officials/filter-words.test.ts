import { describe, expect, it } from "vitest";
import { createI18n } from "../../../shared/i18n";
import { emptyListState } from "../../app/navigation/list-state";
import { filterWords, isFiltered } from "./filter-words";

const { t } = createI18n("vi");
const nobody = { unitName: null, postName: null };
const unitId = "018f0000-0000-7000-8000-000000000001";

describe("filterWords", () => {
  it("says nothing of an open filter", () => {
    expect(filterWords(t, emptyListState, nobody)).toEqual([]);
    expect(isFiltered(emptyListState)).toBe(false);
  });

  it("names unit, post, standard, service and search in this order", () => {
    const state = {
      ...emptyListState,
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
    expect(isFiltered(state)).toBe(true);
  });

  it("joins several statuses as any of them", () => {
    const state = {
      ...emptyListState,
      standard: "professional",
      statuses: ["notMet", "unknown", "grace"],
    } as const;
    expect(filterWords(t, state, nobody)).toEqual([
      "Chuyên môn: chưa đạt, chưa rõ hoặc trong thời hạn hoàn thiện",
    ]);
    expect(isFiltered(state)).toBe(true);
  });

  it("says that a complement is one", () => {
    const state = { ...emptyListState, standard: "all", statuses: ["met"], complement: true } as const;
    expect(filterWords(t, state, nobody)).toEqual(["Mọi tiêu chuẩn áp dụng: không phải “đạt”"]);
  });

  it("has words while a name is on its way", () => {
    expect(filterWords(t, { ...emptyListState, unitId }, nobody)).toEqual(["một đơn vị"]);
  });
});
