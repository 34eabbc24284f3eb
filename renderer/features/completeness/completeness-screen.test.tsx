// Guards what the screen says where there is nothing to count, where nobody lacks anything, and by which form it asks.
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CompletenessTable, CompletenessUnit } from "../../../shared/contract/schemas/completeness";
import { defaultSettings } from "../../../shared/contract/settings";
import { readFillState, writeFillState } from "../../app/navigation/fill-state";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { CompletenessScreen } from "./completeness-screen";
import { sortUnits } from "./sort-units";

const unitId = "018f0000-0000-7000-8000-0000000000a1";
const otherId = "018f0000-0000-7000-8000-0000000000a2";
const units: readonly CompletenessUnit[] = [
  { unitId, unitCode: "08206", unitName: "Xã Chí Tiên", people: 22, complete: 20, asked: 600, present: 590 },
  {
    unitId: otherId,
    unitCode: "08161",
    unitName: "Xã Đại An",
    people: 20,
    complete: 0,
    asked: 580,
    present: 100,
  },
];
const total = { people: 42, complete: 20, asked: 1180, present: 690 };

function show(hash: string, counts: Partial<CompletenessTable> = {}) {
  const fake = fakeApi({
    settingsGet: () => ({ ...defaultSettings, curriculumForm: "2c-tctw-98" as const }),
    settingsSet: () => defaultSettings,
    completenessByUnit: ({ form, moment }) => ({
      form,
      asOf: moment.on,
      kinds: ["canBo" as const, "congChuc" as const],
      rows: [...units],
      total,
      unposted: 0,
      version: 1,
      ...counts,
    }),
    completenessPeople: () => ({ total: 0, version: 1, rows: [] }),
    unitGet: ({ id }) => ({
      id,
      code: "08206",
      fullName: "Xã Chí Tiên",
      level: "commune" as const,
      validFrom: null,
      validTo: null,
      parentName: null,
      formedFrom: null,
      areaFlags: "",
    }),
  });
  return { fake, ...renderApp(<CompletenessScreen />, { fake, hash }) };
}

describe("the screen of complete files", () => {
  it("asks by the form that was chosen last, and by the address before it", async () => {
    const { fake } = show("#/completeness");
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === "completenessByUnit")?.args).toMatchObject({
        form: "2c-tctw-98",
        unitId: null,
      }),
    );
    expect(fake.calls.filter(({ name }) => name === "settingsSet")).toEqual([]);
    const stated = show("#/completeness?form=2c-bnv-2008");
    await waitFor(() =>
      expect(stated.fake.calls.find(({ name }) => name === "settingsSet")?.args).toEqual({
        curriculumForm: "2c-bnv-2008",
      }),
    );
  });

  it("says of a unit that nobody there lacks anything", async () => {
    const { fake } = show(`#/completeness?form=tt06-2023&of=${unitId}`);
    expect(await screen.findByText("Xã Chí Tiên: không ai còn thiếu mục nào của mẫu này")).toBeTruthy();
    expect(fake.calls.find(({ name }) => name === "completenessPeople")?.args).toMatchObject({
      form: "tt06-2023",
      unitId,
      unitOnly: true,
      lacking: true,
    });
  });

  it("says in words that nobody lacks anything, and that nobody is counted", async () => {
    const all = { people: 3, complete: 3, asked: 90, present: 90 };
    const { unmount } = show("#/completeness?form=tt06-2023", { total: all });
    expect(await screen.findByText("Cả 3 hồ sơ đã đủ các mục của mẫu này.")).toBeTruthy();
    unmount();
    const nobody = { people: 0, complete: 0, asked: 0, present: 0 };
    show("#/completeness?form=tt06-2023", { total: nobody, rows: [] });
    expect(await screen.findByText("Không có ai giữ chức danh được tính trong phạm vi này")).toBeTruthy();
  });
});

describe("the table's order", () => {
  const order = (column: string, descending: boolean) =>
    sortUnits(units, { column, descending }).map((unit) => unit.unitName);
  it("is by names unless a measure is asked for", () => {
    expect(order("unit", false)).toEqual(["Xã Chí Tiên", "Xã Đại An"]);
    expect(order("unit", true)).toEqual(["Xã Đại An", "Xã Chí Tiên"]);
    expect(order("lacking", true)).toEqual(["Xã Đại An", "Xã Chí Tiên"]);
    expect(order("share", false)).toEqual(["Xã Đại An", "Xã Chí Tiên"]);
    expect(order("complete", true)).toEqual(["Xã Chí Tiên", "Xã Đại An"]);
  });
});

describe("the address", () => {
  it("comes back as it was written, and nonsense as usual", () => {
    const state = { form: "2c-bnv-2008", unitId, kinds: ["vienChuc"], of: "all" } as const;
    expect(readFillState(writeFillState(state))).toEqual(state);
    expect(readFillState("form=x&unit=1&of=2&kinds=?")).toEqual(readFillState(""));
    expect(writeFillState(readFillState(""))).toBe("");
  });
});
