/**
 * An entity that no code names goes through workbooks like all others: its columns are offered and found by their headings,
 * read, planned, written, exported and filtered. It has a field of every type that a workbook can hold, so that none of
 * them is first met in a clerk's list.
 */
import fc from "fast-check";
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { viewFilterSchema } from "../../../shared/contract/schemas/views";
import { createTranslate, resources } from "../../../shared/i18n";
import { templateColumns } from "../../../shared/import/template";
import { propertyFactor } from "../../../shared/testing/property-seed";
import { cliPlace } from "../../testing/command-line";
import type { MadePerson } from "../../testing/random-people";
import { expectAdded, expectUnchanged, roundTrips } from "../../testing/round-trips";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

vi.mock("../../../shared/domain/entities/list", async (original) => {
  const { entities } = await original<typeof import("../../../shared/domain/entities/list")>();
  const { entity } = await import("../../../shared/domain/entities/definition");
  const made = {
    owner: { entity: "official", field: "holder" },
    authority: "person",
    scope: "person",
    entered: true,
    counted: "person",
    title: "holder",
    label: null,
  } as const;
  const holder = { id: 1, type: "reference", entity: "official", required: true } as const;
  const award = entity({
    ...made,
    id: 9_000,
    since: "given",
    fields: {
      holder,
      title: { id: 2, type: "text", required: true },
      given: { id: 3, type: "partialDate" },
      sum: { id: 4, type: "money" },
      share: { id: 5, type: "decimal", scale: 2 },
      people: { id: 6, type: "integer" },
      year: { id: 7, type: "year" },
      month: { id: 8, type: "month" },
      span: { id: 9, type: "timeSpan" },
      number: { id: 10, type: "code" },
      public: { id: 11, type: "boolean" },
      grounds: { id: 12, type: "choiceSet", choices: ["male", "female"], words: "sex" },
      by: { id: 13, type: "reference", entity: "unit" },
      told: { id: 14, type: "day" },
      scan: { id: 15, type: "document" },
    },
  });
  const medal = entity({
    ...made,
    id: 9_001,
    since: "given",
    inTable: { by: "kind" },
    fields: {
      holder,
      kind: { id: 2, type: "choice", choices: ["male", "female"], words: "sex", required: true },
      given: { id: 3, type: "partialDate" },
      sum: { id: 4, type: "money" },
    },
  });
  return { entities: { ...entities, award, medal } };
});
Object.assign(resources.vi.domain.entity, { award: "Khen thưởng", medal: "Huân chương" });
Object.assign(resources.vi.domain.field, {
  award: {
    holder: "Cán bộ",
    title: "Hình thức khen",
    given: "Ngày khen",
    sum: "Tiền thưởng",
    share: "Phần được hưởng",
    people: "Số người cùng hưởng",
    year: "Năm xét",
    month: "Tháng xét",
    span: "Thời gian xét",
    number: "Mã khen",
    public: "Đã công bố",
    grounds: "Diện khen",
    by: "Nơi khen",
    told: "Ngày công bố",
    scan: "Bản chụp",
  },
  medal: { holder: "Cán bộ", kind: "Hạng", given: "Ngày tặng", sum: "Tiền kèm huân chương" },
});

const place = cliPlace();
const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});
afterAll(() => place.remove());
const { empty, exported, people, said, take } = roundTrips(place);

describe("an entity that was just thought of", () => {
  it("is offered, found by its headings, previewed, written and filtered", async () => {
    const path = await empty();
    const calls = windowCalls(place.environment, place.folder);
    open.push(calls);
    const { ask } = calls;
    await ask("rosterOpen", { path });
    const roles = await ask("importRoles", {});
    expect(roles).toContainEqual({ role: "award.sum#1", label: "Tiền thưởng (Khen thưởng) 1" });
    const lines = [
      [
        "Họ và tên",
        "Ngày sinh",
        "Hình thức khen (Khen thưởng)",
        "Tiền thưởng (Khen thưởng)",
        "Ngày tặng (Nữ)",
      ],
      ["Nguyễn Văn Mẫu", "25/12/1980", "Giấy khen", "2.340.000", "05/2019"],
      ["Lê Thị Thử", "1985", "Bằng khen", "500000 đ", ""],
      ["Trần Văn Ví Dụ", "1986", "", "", ""],
    ];
    const text = lines.map((line) => line.join("\t")).join("\n");
    const { session, sheets } = await ask("importOpen", { text, name: "Dán" });
    expect(sheets[0]?.columns.map(({ role }) => role)).toEqual([
      "official.fullName",
      "official.birth",
      "award.title#1",
      "award.sum#1",
      "medal.female.given",
    ]);
    expect(await ask("importPlan", { session })).toMatchObject({
      added: 3,
      kept: 0,
      questions: { cameUp: 0 },
    });
    const page = await ask("importPeople", { session, outcome: "added", offset: 0, limit: 1 });
    expect(page.rows[0]?.changes.map(({ label, after }) => [label, after])).toEqual(
      expect.arrayContaining([
        ["Hình thức khen (Khen thưởng)", "Giấy khen"],
        ["Tiền thưởng (Khen thưởng)", "2.340.000 đ"],
      ]),
    );
    await ask("importApply", { session });
    const where = [viewFilterSchema.parse({ key: "award.sum", from: "1000000" })];
    const filter = officialFilterSchema.parse({ moment: { on: "2026-10-01" }, serving: "all", where });
    const found = await ask("officialsPage", {
      filter,
      order: { sorts: [], group: null },
      columns: ["award.title", "award.sum", "medal.female.given"],
      offset: 0,
      limit: 9,
    });
    expect(found.rows.map(({ fullName, cells }) => [fullName, ...cells.map((cell) => cell.text)])).toEqual([
      ["Nguyễn Văn Mẫu", "Giấy khen", "2.340.000 đ", "05/2019"],
    ]);
  });

  it("is in the table to fill in where a line has a place for it, and goes out of itself where somebody has it", async () => {
    const heads = templateColumns(createTranslate("vi")).map(({ heading }) => heading);
    expect(heads).toEqual(expect.arrayContaining(["Ngày tặng (Nam)", "Tiền kèm huân chương (Nữ)"]));
    expect(heads.filter((heading) => heading.includes("Khen thưởng"))).toEqual([]);
    const roster = await empty();
    const table = place.path("khen.csv");
    const told = [
      "Họ và tên,Ngày sinh,Đơn vị,Chức danh,Từ ngày,Hình thức khen (Khen thưởng) 1,Tiền thưởng (Khen thưởng) 1,Hình thức khen (Khen thưởng) 2,Ngày tặng (Nữ)",
      "Nguyễn Văn Mẫu,25/12/1980,Xã Quảng Yên,Chủ tịch UBND,01/07/2025,Giấy khen,500000,Bằng khen,05/2019",
      "Lê Thị Thử,1985,Xã Quảng Yên,Bí thư Đảng ủy,01/07/2025,,,,",
    ];
    writeFileSync(table, `\uFEFF${told.join("\n")}\n`);
    expectAdded(await take(roster, table), 2);
    const out = place.path("khen-ra.csv");
    await place.json("export", roster, out, "--as-of", "2026-10-01");
    const [gone = ""] = readFileSync(out, "utf8").split("\r\n");
    const columns = gone.split(";");
    expect(columns).toEqual(
      expect.arrayContaining([
        "Hình thức khen (Khen thưởng) 2",
        "Tiền thưởng (Khen thưởng) 1",
        "Ngày tặng (Nữ)",
      ]),
    );
    // Nobody has been told to have any.
    expect(columns).not.toContain("Mã khen (Khen thưởng) 1");
    expectUnchanged(await take(roster, out), 2);
  });

  describe("in random records", () => {
    let drawn: fc.Arbitrary<MadePerson[]>;
    beforeAll(async () => {
      drawn = await people();
    });
    it("comes in as what it was exported as, whatever the types of its fields", async () => {
      await fc.assert(
        fc.asyncProperty(drawn, fc.constantFrom(".xlsx", ".csv"), async (list, ending) => {
          const roster = await empty();
          const file = await exported(roster, list, ending);
          const before = await said(roster);
          expectUnchanged(await take(roster, file), list.length);
          const other = await empty();
          expectAdded(await take(other, file), list.length);
          expect(await said(other)).toEqual(before);
        }),
        { numRuns: Math.ceil(5 * propertyFactor) },
      );
    });
  });
});
