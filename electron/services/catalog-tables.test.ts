// Guards plain tables of the catalog through the window's own calls: their order, what is found in them, what may be added,
// and what of a code list is offered on a day.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testPlace } from "../testing/sample-roster";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

describe("plain tables of the catalog", () => {
  let calls: WindowCalls;
  beforeEach(async () => {
    const place = testPlace();
    calls = windowCalls(place.environment, place.folder);
    const [unit] = await calls.ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
    await calls.ask("rosterCreate", { path: `${place.folder}/so.scb`, unitId: unit?.id ?? "" });
  });
  afterEach(() => calls.close());

  const rows = (entity: "listItem" | "basePay" | "salaryScale", of: string | null, query = "") =>
    calls.ask("tableRows", { entity, of, query, knownOn: null, offset: 0, limit: 200 });
  const offers = (list: "religion" | "grade", byCode: boolean, on = "2026-01-01") =>
    calls.ask("listOffers", { list, byCode, on, knownOn: null });
  const newId = () => calls.workspace.roster.newId();

  it("hold what a roster starts with, each in its order", async () => {
    const peoples = await rows("listItem", "ethnicity");
    expect(peoples.total).toBe(54);
    expect(peoples.rows.slice(0, 4).map(({ fields }) => fields["name"])).toEqual([
      "Kinh",
      "Tày",
      "Thái",
      "Mường",
    ]);
    expect(peoples.filled).toEqual(["list", "name", "code", "oldCode", "aliases", "order"]);
    const pay = await rows("basePay", null);
    expect(pay.rows.map(({ fields }) => fields["amount"])).toEqual([
      2_530_000, 2_340_000, 1_800_000, 1_490_000,
    ]);
    expect((await rows("salaryScale", null)).total).toBe(12);
  });

  it("are searched by name, other spelling and code, without marks", async () => {
    const found = async (query: string) =>
      (await rows("listItem", "ethnicity", query)).rows.map(({ fields }) => fields["name"]);
    expect(await found("muong")).toEqual(["Mường"]);
    expect(await found("meo")).toEqual(["H'mông"]);
    expect(await found("khong co")).toEqual([]);
  });

  it("take a row, refuse its name a second time, and give it back when its removal is undone", async () => {
    const id = newId();
    const fields = { list: "religion", name: "Đạo Dừa" };
    await calls.ask("tableRowSave", { entity: "listItem", id, isNew: true, fields });
    const again = calls.ask("tableRowSave", { entity: "listItem", id: newId(), isNew: true, fields });
    await expect(again).rejects.toThrow("validation");
    await calls.ask("tableRowSave", { entity: "listItem", id, isNew: false, fields: { code: "16" } });
    const texts = async () => (await offers("religion", false)).map(({ text }) => text);
    expect(await texts()).toContain("Đạo Dừa");
    const { changeId } = await calls.ask("tableRowRemove", { entity: "listItem", id });
    expect(await texts()).not.toContain("Đạo Dừa");
    await calls.ask("changeUndo", { id: changeId ?? 0, on: "2026-01-01" });
    expect(await texts()).toContain("Đạo Dừa");
  });

  it("offer what holds on the day, grades by their codes and findable by their names", async () => {
    const fields = { list: "religion", name: "Đạo cũ", validTo: "2020-12-31" };
    await calls.ask("tableRowSave", { entity: "listItem", id: newId(), isNew: true, fields });
    const texts = async (on: string) => (await offers("religion", false, on)).map(({ text }) => text);
    expect(await texts("2020-12-31")).toContain("Đạo cũ");
    expect(await texts("2021-01-01")).not.toContain("Đạo cũ");
    expect((await texts("2021-01-01"))[0]).toBe("Không");
    const grades = await offers("grade", true);
    expect(grades.find(({ text }) => text === "01.003")).toEqual({
      text: "01.003",
      name: "Chuyên viên",
      others: ["Chuyên viên"],
    });
  });
});
