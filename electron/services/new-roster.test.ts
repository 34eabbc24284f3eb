import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOfficeRoster, createSampleRoster, unitByCode } from "./new-roster";
import { OpenRoster } from "./open-roster";
import { statisticsByUnit } from "./statistics";
import { type TestPlace, testPlace } from "../testing/sample-roster";

describe("making rosters", () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());
  const path = (name: string) => join(place.folder, name);

  it("gives a commune's office its unit, what it came from, its neighbours, and an empty table of its own", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const roster = OpenRoster.of(
      await createOfficeRoster(path("a.scb"), unit.id, place.environment),
      place.environment,
    );
    const index = await roster.index();
    const names = index.catalog.units.map(({ code, name }) => `${code} ${name}`);
    expect(names).toEqual(
      expect.arrayContaining(["08173 Năng Yên", "08173 Quảng Yên", "232 Thanh Ba", "08152 Thanh Ba"]),
    );
    const table = statisticsByUnit(index, "2021-10-01", null);
    expect(table.rows.map((row) => row.unitCode)).toEqual(["08173"]);
    expect(table.total.total).toBe(0);
    await roster.close();
  });

  it("gives a province of 07/2025 all of its communes", async () => {
    const unit = unitByCode("25", "2025-07-01");
    const roster = OpenRoster.of(
      await createOfficeRoster(path("a.scb"), unit.id, place.environment),
      place.environment,
    );
    expect(statisticsByUnit(await roster.index(), "2025-12-31", null).rows).toHaveLength(148);
    await roster.close();
  });

  it("knows codes by their day, and refuses those that no unit has", () => {
    expect(unitByCode("08173", "2019-10-01").name).toBe("Năng Yên");
    expect(unitByCode("08173", "2021-10-01").name).toBe("Quảng Yên");
    expect(unitByCode("08173", "2021-10-01").id).not.toBe(unitByCode("08173", "2025-07-01").id);
    expect(() => unitByCode("99999", "2021-10-01")).toThrow(
      expect.objectContaining({ code: "unit-unknown" }),
    );
  });

  it("never writes over a file that is there", async () => {
    writeFileSync(path("a.scb"), "mine");
    const unit = unitByCode("08173", "2021-10-01");
    await expect(createOfficeRoster(path("a.scb"), unit.id, place.environment)).rejects.toMatchObject({
      code: "roster-exists",
    });
    expect(readFileSync(path("a.scb"), "utf8")).toBe("mine");
  });

  it("leaves no file of a sample that was stopped", async () => {
    const controller = new AbortController();
    const making = createSampleRoster(
      path("a.scb"),
      { set: "thanh-ba", seed: 1, signal: controller.signal, onProgress: () => controller.abort() },
      place.environment,
    );
    await expect(making).rejects.toMatchObject({ code: "cancelled" });
    expect(existsSync(path("a.scb"))).toBe(false);
    expect(readdirSync(place.folder).filter((name) => name.startsWith("a.scb"))).toEqual([]);
  });
});
