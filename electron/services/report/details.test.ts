import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import { undoState } from "../changes";
import type { OpenRoster } from "../open-roster";
import { keepDetails, keptDetails } from "./details";
import { formOf, offeredForms } from "./forms";
import { writeReport } from "./write";

const form = "standards-by-commune";

describe("what the office writes on a form", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });
  const choice = () => offeredForms(roster, place.environment.t).find(({ key }) => key === form);
  const blank = (key: string) => choice()?.blanks.find((one) => one.key === key);

  it("is kept for this form alone, as one change that can be undone", () => {
    const details = {
      filled: { number: "12/BC-PNV", signerTitle: "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG" },
      oneFigure: true,
    };
    keepDetails(roster, form, details);
    expect(keptDetails(roster, form)).toEqual(details);
    expect(keptDetails(roster, "conflicts")).toEqual({ filled: {}, oneFigure: false });
    expect(blank("number")).toMatchObject({ usual: "", kept: "12/BC-PNV" });
    expect(choice()?.oneFigure).toBe(true);
    const { undo } = undoState(roster);
    roster.undo(undo?.id ?? 0);
    expect(keptDetails(roster, form).filled).toEqual({});
  });

  it("writes nothing where nothing differs, and takes back what was cleared", () => {
    const details = { filled: { place: "Quảng Yên" }, oneFigure: false };
    keepDetails(roster, form, details);
    const before = undoState(roster).undo?.id;
    keepDetails(roster, form, details);
    expect(undoState(roster).undo?.id).toBe(before);
    keepDetails(roster, form, { filled: {}, oneFigure: false });
    expect(keptDetails(roster, form)).toEqual({ filled: {}, oneFigure: false });
  });

  it("offers what follows from the form's blocks and the office's own row", () => {
    expect(choice()?.blanks.map(({ key }) => key)).toEqual([
      "number",
      "place",
      "title",
      "preparerTitle",
      "preparedBy",
      "signerTitle",
      "signerName",
    ]);
    expect(blank("place")?.usual).toBe("Thanh Ba");
    expect(blank("title")?.usual).toBe("BẢNG TỔNG HỢP\nMỨC ĐỘ ĐẠT CHUẨN CỦA CÁN BỘ, CÔNG CHỨC CẤP XÃ");
    expect(blank("preparerTitle")).toEqual({
      key: "preparerTitle",
      lines: true,
      usual: "Người lập bảng",
      kept: null,
    });
  });

  it("refuses a text that is too long, and keeps nothing", () => {
    expect(() =>
      keepDetails(roster, form, { filled: { number: "9".repeat(500) }, oneFigure: false }),
    ).toThrow(expect.objectContaining({ code: "validation" }));
    expect(keptDetails(roster, form).filled).toEqual({});
  });

  it("leaves the day of signing to be written by hand where that is wanted", async () => {
    const folder = join(place.folder, "usb");
    mkdirSync(folder);
    let page = "";
    const printer = (html: string) => {
      page = html;
      return Promise.resolve(new TextEncoder().encode(html));
    };
    const request = {
      form: formOf(roster, form),
      formats: ["pdf"] as const,
      folder,
      moment: { on: "2021-10-01" },
      unitId: null,
      officialId: null,
      details: { filled: { number: "12/BC-PNV" }, oneFigure: false },
      issuedOn: null,
    };
    await writeReport(roster, place.environment, request, { printer });
    expect(page).toContain("Thanh Ba, ngày …… tháng …… năm ………");
    expect(page).toContain("Số: 12/BC-PNV");
  });
});
