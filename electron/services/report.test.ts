import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogEdit, officeGet } from "./catalog";
import type { OpenRoster } from "./open-roster";
import { writeStandardsReport } from "./report";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";

describe("writeStandardsReport", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let folder: string;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    folder = join(place.folder, "usb");
    mkdirSync(folder);
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  const write = (unitId: string | null, formats: readonly ("xlsx" | "pdf")[] = ["xlsx"]) =>
    writeStandardsReport(
      roster,
      place.environment,
      { form: "standards-by-commune", formats, folder, asOf: "2021-10-01", unitId },
      { printer: null },
    );
  const cellsOf = (path: string) => {
    const sheet = Object.values(read(readFileSync(path)).Sheets)[0];
    if (sheet === undefined) throw new Error("no sheet");
    return utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat();
  };

  it("prints the figures of the table and who issues it", async () => {
    const [file] = await write(null);
    const cells = cellsOf(file?.path ?? "");
    expect(cells).toEqual(expect.arrayContaining([478, 386, 461, "386/478", "461/478", "Xã Quảng Yên"]));
    expect(cells).toEqual(expect.arrayContaining(["UBND HUYỆN THANH BA", "PHÒNG NỘI VỤ HUYỆN THANH BA"]));
  });

  it("puts the committee above a committee's own name", async () => {
    catalogEdit(roster, "office", officeGet(roster).id, { name: "UBND huyện Thanh Ba" }, null);
    const [file] = await write(null);
    expect(cellsOf(file?.path ?? "")).toEqual(
      expect.arrayContaining(["UBND TỈNH PHÚ THỌ", "UBND HUYỆN THANH BA"]),
    );
  });

  it("narrows to a unit, and refuses one that is not there", async () => {
    const { catalog } = await roster.index();
    const unit = catalog.units.find(({ code, name }) => code === "08173" && name === "Quảng Yên");
    const [file] = await write(unit?.id ?? "");
    const cells = cellsOf(file?.path ?? "");
    expect(cells).toContain("31/33");
    expect(cells).not.toContain(478);
    await expect(write("018f0000-0000-7000-8000-00000000ffff")).rejects.toMatchObject({
      code: "row-unknown",
    });
  });

  it("refuses PDF where nothing can print, and writes none of the files", async () => {
    await expect(write(null, ["xlsx", "pdf"])).rejects.toMatchObject({ code: "pdf-unavailable" });
    expect(readdirSync(folder)).toEqual([]);
  });
});
