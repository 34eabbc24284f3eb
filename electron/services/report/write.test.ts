import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shippedPost } from "../../../shared/catalog/posts";
import { listings } from "../../../shared/contract/schemas/listings";
import { createTranslate } from "../../../shared/i18n";
import type { Filter } from "../../../shared/report/filter";
import { forms } from "../../../shared/report/forms";
import { FormProblem } from "../../../shared/report/problem";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { catalogEdit, officeGet } from "../catalog";
import { addRow } from "../entity-editing";
import type { OpenRoster } from "../open-roster";
import { readSource } from "./sources";
import { formOf, offeredForms } from "./forms";
import { writeReport } from "./write";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import { sql } from "../../roster/file/sql";

describe("writeReport", () => {
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
    writeReport(
      roster,
      place.environment,
      {
        form: formOf(roster, "standards-by-commune"),
        formats,
        folder,
        moment: { on: "2021-10-01" },
        unitId,
        officialId: null,
        details: { filled: {}, oneFigure: false },
      },
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

  it("writes every shipped form in every format, whoever is asked about", async () => {
    const printer = (html: string) => Promise.resolve(new TextEncoder().encode(html));
    for (const form of forms) {
      // What a list cannot do without is asked in listings.test.ts.
      if (form.source.kind === "listing" && listings[form.source.of].needs !== null) continue;
      const request = {
        form,
        formats: form.formats,
        folder,
        moment: { on: "2021-10-01" },
        unitId: null,
        officialId: null,
        details: { filled: {}, oneFigure: false },
      };
      const files = await writeReport(roster, place.environment, request, { printer });
      expect(files.map(({ path }) => path.split(".").at(-1))).toEqual(form.formats);
    }
  });

  it("reads rows and records as what they are, in Vietnamese whatever the screen speaks", async () => {
    const environment = { ...place.environment, t: createTranslate("en") };
    const question = { moment: { on: "2021-10-01" }, unitId: null };
    const [id = ""] = roster.db
      .raw<[Buffer]>(sql`SELECT id FROM official LIMIT 1`)
      .map(([bytes]) => bytesToUuid(bytes));
    const record = await readSource({ kind: "record" }, roster, environment, { ...question, officialId: id });
    expect(record.record?.types).toMatchObject({ fullName: "text", birth: "date" });
    expect(record.record?.cells("birth")).toMatchObject({ kind: "date" });
    expect(record.record?.cells("sex")).toEqual({ kind: "text", text: expect.stringMatching(/^(Nam|Nữ)$/) });
    expect(record.record?.cells("note")).toEqual({ kind: "empty" });
    const [assignment] = record.lists?.["assignment"]?.rows ?? [];
    expect(assignment?.("unit")).toEqual({ kind: "text", text: expect.stringMatching(/^Xã |^Thị trấn /) });

    const posts = await readSource({ kind: "rows", entity: "post" }, roster, environment, {
      ...question,
      officialId: null,
    });
    const list = posts.lists?.["post"];
    expect(list?.types).toMatchObject({ name: "text", order: "number", validFrom: "date" });
    expect(list?.rows.map((cells) => cells("order"))).toContainEqual({
      kind: "number",
      value: shippedPost("specialist")?.order,
    });

    const nobody = { ...question, officialId: "018f0000-0000-7000-8000-00000000ffff" };
    await expect(readSource({ kind: "record" }, roster, environment, nobody)).rejects.toMatchObject({
      code: "row-unknown",
    });
  });

  it("refuses a form that is not there, and a format that the form does not have", async () => {
    expect(() => formOf(roster, "x")).toThrow(expect.objectContaining({ code: "form-unknown" }));
    const form = { ...formOf(roster, "conflicts"), formats: ["pdf"] as const };
    const request = {
      form,
      formats: ["csv"] as const,
      folder,
      moment: { on: "2021-10-01" },
      unitId: null,
      officialId: null,
      details: { filled: {}, oneFigure: false },
    };
    await expect(writeReport(roster, place.environment, request, { printer: null })).rejects.toMatchObject({
      code: "format-unknown",
    });
  });

  const layout = (texts: Record<string, string>) =>
    addRow(roster, place.environment, {
      entity: "layout",
      texts: new Map(Object.entries({ form: "standards-by-commune", name: "Biểu của huyện", ...texts })),
      reason: null,
    });

  it("offers the layouts of the roster beside the shipped forms, and writes them", async () => {
    const bands = {
      blocks: [
        { kind: "heading", title: ["x"], subtitle: null },
        {
          kind: "cross",
          rows: { each: "unit" },
          columns: [
            { key: "unit", title: "Xã", value: { kind: "label" }, widthMm: 60 },
            {
              key: "met",
              title: "Đạt",
              value: { kind: "figure", of: { "standard:professional": ["met"] } },
              widthMm: 20,
            },
          ],
          measure: "people",
          filter: {},
          numbered: false,
          total: "Cộng",
        },
      ],
    };
    const { id } = await layout({ key: "bieu-01", title: "BIỂU 01", definition: JSON.stringify(bands) });
    const offered = offeredForms(roster, place.environment.t).filter(({ listing }) => listing === null);
    expect(offered.map(({ key, name }) => [key, name])).toEqual([
      ["standards-by-commune", "Tổng hợp tình trạng đạt chuẩn theo đơn vị"],
      ["not-met", "Chưa đạt: ai, thiếu gì, theo quy định nào"],
      ["list", "Danh sách cán bộ, công chức"],
      ["conflicts", "Danh sách mâu thuẫn chưa giải quyết"],
      [id, "Biểu của huyện"],
    ]);
    for (const name of [id, "bieu-01"]) {
      const form = formOf(roster, name);
      const request = {
        form,
        formats: ["xlsx"] as const,
        folder,
        moment: { on: "2021-10-01" },
        unitId: null,
        officialId: null,
        details: { filled: {}, oneFigure: false },
      };
      const [file] = await writeReport(roster, place.environment, request, { printer: null });
      const cells = cellsOf(file?.path ?? "");
      expect(cells).toEqual(expect.arrayContaining(["BIỂU 01", "Xã Quảng Yên", "Cộng", 386]));
      expect(cells).not.toContain(478);
    }
  });

  it("counts lines by bands of age and other dimensions as the layout draws them, each person once", async () => {
    const figures = (
      await readSource({ kind: "statistics" }, roster, place.environment, {
        moment: { on: "2021-10-01" },
        unitId: null,
        officialId: null,
      })
    ).figures;
    const people = (filter: Filter) => figures?.count({ by: null, measure: "people", filter }).total ?? -1;
    const bands: Filter[] = [
      { ageBand: { to: 30 } },
      { ageBand: { from: 31, to: 40 } },
      { ageBand: { from: 41, to: 50 } },
      { ageBand: { from: 51 } },
    ];
    expect(bands.map(people).every((count) => count > 0)).toBe(true);
    expect(bands.map(people).reduce((sum, count) => sum + count, 0)).toBe(478);
    expect(people({ ageBand: { from: 0, to: 40 } })).toBe(people({ ageBand: { to: 40 } }));
    expect(people({ ageBand: { from: 50, to: 40 } })).toBe(0);
    expect(people({ sex: ["male"] }) + people({ sex: ["female", "unknown"] })).toBe(478);
    expect(people({ "standard:professional": ["met"] })).toBe(386);
    expect(people({ "standard:politicalTheory": ["met"] })).toBe(461);
    expect(people({ ethnicity: ["Không ai khai"] })).toBe(0);
    expect(() => people({ sex: ["mal"] })).toThrow(new FormProblem("sex=mal"));
    expect(() => people({ sex: { from: 1 } })).toThrow(new FormProblem("sex"));
    expect(() => people({ ageBand: ["31-40"] })).toThrow(new FormProblem("ageBand"));
    const mean = figures?.count({
      by: null,
      measure: "meanAge",
      filter: { ageBand: { from: 31, to: 40 } },
    }).total;
    expect(mean).toBeGreaterThanOrEqual(31);
    expect(mean).toBeLessThanOrEqual(41);
  });

  it("keeps a layout that names units within the scope that is asked for", async () => {
    const { catalog } = await roster.index();
    const unit = catalog.units.find(({ code, name }) => code === "08173" && name === "Quảng Yên");
    const question = { moment: { on: "2021-10-01" }, unitId: unit?.id ?? "", officialId: null };
    const { figures } = await readSource({ kind: "statistics" }, roster, place.environment, question);
    const people = (filter: Filter) => figures?.count({ by: null, measure: "people", filter }).total;
    expect([
      people({}),
      people({ unit: ["08173"] }),
      people({ unit: ["232"] }),
      people({ unit: ["08203"] }),
    ]).toEqual([33, 33, 33, 0]);
  });

  it("says in one sentence what is wrong with a layout, and writes nothing", async () => {
    await layout({ key: "hong", definition: '{"blocks":[{"kind":"macro"}]}' });
    await layout({ key: "moi", form: "mau-cua-ban-moi" });
    const list = { kind: "list", of: "official", numbered: false, columns: [] as unknown[] };
    list.columns.push({ key: "x", title: "x", value: { kind: "ordinal" }, widthMm: 9 });
    await layout({ key: "khac-nguon", definition: JSON.stringify({ blocks: [list] }) });
    expect(() => formOf(roster, "hong")).toThrow(
      expect.objectContaining({ code: "layout-invalid", params: { layout: "hong", at: "blocks.0.kind" } }),
    );
    expect(() => formOf(roster, "moi")).toThrow(
      expect.objectContaining({ code: "layout-invalid", params: { layout: "moi", at: "mau-cua-ban-moi" } }),
    );
    const form = formOf(roster, "khac-nguon");
    const request = {
      form,
      formats: ["xlsx"] as const,
      folder,
      moment: { on: "2021-10-01" },
      unitId: null,
      officialId: null,
      details: { filled: {}, oneFigure: false },
    };
    await expect(writeReport(roster, place.environment, request, { printer: null })).rejects.toMatchObject({
      code: "layout-invalid",
      params: { layout: "khac-nguon", at: "official" },
    });
    expect(readdirSync(folder)).toEqual([]);
    const offered = offeredForms(roster, place.environment.t).filter(({ listing }) => listing === null);
    expect(offered).toHaveLength(4 + 2);
  });

  it("refuses PDF where nothing can print, and writes none of the files", async () => {
    await expect(write(null, ["xlsx", "pdf"])).rejects.toMatchObject({ code: "pdf-unavailable" });
    expect(readdirSync(folder)).toEqual([]);
  });
});
