/** The list of columns over the whole registry, with an entity in it that no code names. */
import { describe, expect, it, vi } from "vitest";
import { byOwned, entityDefinition, ownedEntities, ownerField, type OwnedEntity } from "../domain/entities";
import { createTranslate } from "../i18n";
import { columnOfKey, groupOf, numbered, type PersonColumn, personColumns } from "./column";
import { columnLabel } from "./label";
import { type ColumnPerson, type ColumnRow, valuesRead } from "./rows";

vi.mock("../domain/entities/list", async (original) => {
  const { entities } = await original<typeof import("../domain/entities/list")>();
  const { entity } = await import("../domain/entities/definition");
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
    fields: { holder, title: { id: 2, type: "text" }, scan: { id: 3, type: "document" } },
  });
  const kinds = { id: 2, type: "choice", choices: ["big", "small"], words: "medal", required: true } as const;
  const medal = entity({
    ...made,
    id: 9_001,
    since: "given",
    inTable: { by: "kind" },
    fields: { holder, kind: kinds, given: { id: 3, type: "partialDate" }, number: { id: 4, type: "text" } },
  });
  return { entities: { ...entities, award, medal } };
});

const columnsOf = (entity: string) => personColumns.filter((column) => column.entity === entity);
const keysOf = (entity: string) => columnsOf(entity).map(({ key }) => key);
function column(key: string): PersonColumn {
  const found = columnOfKey(key);
  if (found === null) throw new Error(`No column ${key}`);
  return found;
}

describe("the list of columns", () => {
  it("has every field of a person, whatever entity it belongs to, and none twice", () => {
    for (const entity of ownedEntities) {
      const { fields, inTable } = entityDefinition(entity);
      const by = typeof inTable === "object" ? inTable.by : "";
      const wanted = Object.keys(fields).filter((field) => field !== ownerField(entity).name && field !== by);
      expect(new Set(columnsOf(entity).map(({ field }) => field))).toEqual(new Set(wanted));
    }
    const keys = personColumns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it("takes an entity in that it was never told of", () => {
    expect(keysOf("award")).toEqual(["award.title", "award.scan"]);
    expect(keysOf("medal")).toEqual([
      "medal.big.given",
      "medal.big.number",
      "medal.small.given",
      "medal.small.number",
    ]);
  });
  it("finds every column by its key, and rows one by one by their number", () => {
    for (const one of personColumns) expect(columnOfKey(one.key)).toBe(one);
    expect(columnOfKey("relative.fullName#2")).toEqual(numbered(column("relative.fullName"), 2));
    for (const none of [
      "relative.fullName#0",
      "relative.fullName#51",
      "official.fullName#1",
      "made.up",
      "",
    ]) {
      expect(columnOfKey(none)).toBeNull();
    }
  });
  it("tells which cells are of one row", () => {
    expect(groupOf(column("qualification.professional.level"))).toBe(
      groupOf(column("qualification.professional.granted")),
    );
    expect(groupOf(column("qualification.professional.level"))).not.toBe(
      groupOf(column("qualification.it.level")),
    );
    expect(groupOf(column("relative.fullName#1"))).not.toBe(groupOf(column("relative.fullName#2")));
  });
  it.each(["vi", "en"] as const)("calls no two columns alike (%s)", (language) => {
    const t = createTranslate(language);
    const several = columnsOf("relative").flatMap((one) => [1, 2].map((row) => numbered(one, row)));
    const labels = [...personColumns, ...several].map((one) => columnLabel(t, one).toLowerCase());
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
  });
  it("has the headings of the import template", () => {
    const t = createTranslate("vi");
    const labels = personColumns.map((one) => columnLabel(t, one));
    const wanted =
      "Họ và tên · Giới tính · Ngày sinh · Số định danh · Dân tộc · Tôn giáo · Quê quán · Ngày vào Đảng · Ngày chính thức · Đơn vị · Chức danh · Từ ngày · Đến ngày · Trình độ phổ thông · Trình độ chuyên môn · Chuyên ngành · Ngày cấp bằng chuyên môn · Trình độ LLCT · Ngày cấp LLCT · QLNN · Tin học · Ngoại ngữ · Ghi chú";
    for (const heading of wanted.split(" · ")) {
      expect(labels).toContain(heading);
    }
  });
});

describe("the rows that a column reads", () => {
  const row = (id: string, fields: ColumnRow["fields"], recordedOn: string | null = "2024-01-01") => ({
    id,
    fields,
    recordedOn,
  });
  const person = (
    rows: Partial<Record<string, readonly ColumnRow[]>>,
    mainId: string | null = null,
  ): ColumnPerson => ({
    id: "p",
    fields: { fullName: "Nguyễn Văn Mẫu", birth: "1980" },
    rows: byOwned((entity: OwnedEntity) => rows[entity] ?? []),
    mainId,
  });
  const texts = (who: ColumnPerson, key: string, asOf = 20_250_101) =>
    valuesRead(who, column(key), asOf).map(({ value }) => value);

  it("are the person's own, the main assignment, and no other", () => {
    const who = person({ assignment: [row("a", { from: "2019" }), row("b", { from: "2021" })] }, "b");
    expect(texts(who, "official.fullName")).toEqual(["Nguyễn Văn Mẫu"]);
    expect(texts(who, "official.phone")).toEqual([]);
    expect(texts(who, "assignment.from")).toEqual(["2021"]);
    expect(texts({ ...who, mainId: null }, "assignment.from")).toEqual([]);
  });
  it("are the highest level that is surely held on the day, by its first paper", () => {
    const paper = (id: string, level: string, granted: string | null) =>
      row(id, { kind: "professional", level, granted });
    const who = person({
      qualification: [
        paper("a", "intermediate", "2001"),
        paper("b", "university", "2010-06"),
        paper("c", "university", "2009"),
        paper("d", "master", "2025"),
        row("e", { kind: "it", level: "advanced", granted: null }),
      ],
    });
    expect(texts(who, "qualification.professional.level")).toEqual(["university"]);
    expect(texts(who, "qualification.professional.granted")).toEqual(["2009"]);
    expect(texts(who, "qualification.professional.level", 20_051_231)).toEqual(["intermediate"]);
    expect(texts(who, "qualification.professional.level", 20_251_231)).toEqual(["master"]);
    expect(texts(who, "qualification.it.level", 20_231_231)).toEqual([]);
    expect(texts(who, "qualification.it.level", 20_240_101)).toEqual(["advanced"]);
  });
  it("are all of them, or the one of a number, where nothing chooses one", () => {
    const who = person({ relative: [row("a", { fullName: "Một" }), row("b", { fullName: "Hai" })] });
    expect(texts(who, "relative.fullName")).toEqual(["Một", "Hai"]);
    expect(texts(who, "relative.fullName#2")).toEqual(["Hai"]);
    expect(texts(who, "relative.fullName#3")).toEqual([]);
  });
  it("are the newest that has begun where there is no ladder", () => {
    const medal = (id: string, given: string, number: string) => row(id, { kind: "big", given, number });
    const who = person({
      medal: [medal("a", "2019", "1"), medal("b", "2021", "2"), medal("c", "2026", "3")],
    });
    expect(texts(who, "medal.big.number")).toEqual(["2"]);
    expect(texts(who, "medal.small.number")).toEqual([]);
  });
});
