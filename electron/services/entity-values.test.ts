import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { type EntityName, entityNames } from "../../shared/domain/entities";
import { createTranslate } from "../../shared/i18n";
import { foldMarks } from "../../shared/text/fold";
import { standardsList } from "./catalog";
import { describeEntity } from "./entity-description";
import { readFields, type ValueSources } from "./entity-values";
import type { OpenRoster } from "./open-roster";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";

const t = createTranslate("vi");
let place: TestPlace;
let roster: OpenRoster;
let sources: ValueSources;

beforeAll(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
  const standardSets = standardsList(roster).map(({ id, fields }) => ({
    id,
    key: String(fields["key"]),
    name: String(fields["name"]),
  }));
  const bring = (path: string) => path.padStart(64, "0");
  sources = { catalog: roster.catalog(), standardSets, t, today: "2026-10-01", bring };
});
afterAll(async () => {
  await roster.close();
  place.remove();
});

function read(
  entity: EntityName,
  texts: Record<string, string>,
  before: Record<string, string> | null = null,
) {
  return readFields(entity, new Map(Object.entries(texts)), before, sources);
}

function refusal(entity: EntityName, texts: Record<string, string>) {
  try {
    read(entity, texts);
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, ...error.params };
    throw error;
  }
  return null;
}

const unitNamed = (id: unknown) => {
  const unit = roster.catalog().unitOfId(String(id));
  return unit === null ? null : `${unit.name} ${unit.validFrom ?? ""}`;
};

describe("what somebody writes for a field", () => {
  it("may be any listed value by key or by name, with or without marks and capitals", () => {
    let checked = 0;
    for (const entity of entityNames) {
      for (const { field, type, values } of describeEntity(entity, t).fields) {
        for (const { key, name, kind } of values) {
          // Rows are stored by their ids.
          if (type === "reference" || type === "referenceSet") continue;
          const row = kind === undefined ? {} : { kind, standard: kind };
          const given: Record<string, string> =
            entity === "qualification" || entity === "standardRule" ? row : {};
          const texts = (text: string) =>
            Object.fromEntries(
              Object.entries({ ...given, [field]: text }).filter(
                ([one]) => one === field || one in fieldsOf(entity),
              ),
            );
          for (const text of [key, name, name.toUpperCase(), name.normalize("NFD"), foldMarks(name)]) {
            expect([entity, field, text, read(entity, texts(text))[field]]).toEqual([
              entity,
              field,
              text,
              key,
            ]);
          }
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it("finds several posts by their names or keys, and says which is not there", () => {
    const { catalog } = sources;
    const ids = ["peoplesCommitteeChair", "officeStatistics"].map(
      (key) => catalog.posts.find((post) => post.key === key)?.id ?? "",
    );
    for (const posts of [
      "Chủ tịch UBND; Văn phòng – Thống kê",
      "peoplesCommitteeChair,officeStatistics",
      ids.join(" "),
    ]) {
      expect(read("standardRule", { posts })["posts"]).toBe([...ids].sort().join(" "));
    }
    expect(() => read("standardRule", { posts: "Chủ tịch UBND; Không có" })).toThrow(
      expect.objectContaining({ code: "post-unknown" }),
    );
  });

  it("finds posts and texts by name or key", () => {
    const { catalog } = sources;
    const chair = catalog.posts.find(({ key }) => key === "peoplesCommitteeChair")?.id;
    for (const post of ["peoplesCommitteeChair", "Chủ tịch UBND", "chu tich ubnd", chair ?? ""]) {
      expect(read("assignment", { post })["post"]).toBe(chair);
    }
    expect(read("assignment", { post: "Văn phòng – Thống kê" })["post"]).toBe(
      catalog.posts.find(({ key }) => key === "officeStatistics")?.id,
    );
    const set = sources.standardSets[0];
    expect(read("standardRule", { set: set?.name ?? "" })["set"]).toBe(set?.id);
  });

  it("finds a unit by its code as of the row's day, since codes are used again", () => {
    const unit = (from: string) => unitNamed(read("assignment", { unit: "08173", from })["unit"]);
    expect(unit("2019-05-01")).toMatch(/^Năng Yên/);
    expect(unit("2021")).toMatch(/^Quảng Yên 2020/);
    // The code changed hands within the year: its first day decides while the unit exists then.
    expect(unitNamed(read("assignment", { unit: "08173" }, { from: "2019-05" })["unit"])).toMatch(
      /^Năng Yên/,
    );
  });

  it("finds a unit by its name, with its kind or without", () => {
    const unit = (name: string) => unitNamed(read("assignment", { unit: name, from: "2021-10-01" })["unit"]);
    expect(unit("Xã Quảng Yên")).toBe(unit("quang yen"));
    expect(unit("Xã Quảng Yên")).toMatch(/^Quảng Yên 2020/);
  });

  it("is read as typed: dates, numbers, yes and no, sets, nothing", () => {
    expect(read("official", { birth: "12/5/1980", note: "  a  ", phone: "" })).toEqual({
      birth: "1980-05-12",
      note: "a",
      phone: null,
    });
    expect(read("assignment", { main: "Có", from: "5/2020" })).toEqual({ main: true, from: "2020-05" });
    expect(read("assignment", { main: "khong" })).toEqual({ main: false });
    expect(read("post", { order: "12" })).toEqual({ order: 12 });
    const flags = (areaFlags: string) => read("unit", { areaFlags })["areaFlags"];
    expect(flags("Vùng sâu, vùng xa; Miền núi")).toBe("mountain remote");
    expect(flags("remote mountain remote")).toBe("mountain remote");
    expect(flags("miền núi, biên giới")).toBe("border mountain");
  });

  it("is refused with its own code where it cannot be read", () => {
    expect(refusal("official", { colour: "red" })).toEqual({
      refused: "field-unknown",
      entity: "Cán bộ, công chức",
      field: "colour",
    });
    expect(refusal("official", { toString: "x" })).toMatchObject({ refused: "field-unknown" });
    expect(refusal("official", { birth: "31/02/1980" })).toEqual({
      refused: "date-impossible",
      value: "31/02/1980",
      why: "Tháng 2 năm 1980 chỉ có 29 ngày",
    });
    expect(refusal("official", { sex: "nữ giới" })).toEqual({
      refused: "value-invalid",
      field: "sex",
      value: "nữ giới",
    });
    expect(refusal("assignment", { main: "có lẽ" })).toMatchObject({
      refused: "value-invalid",
      field: "main",
    });
    expect(refusal("post", { order: "1,5" })).toMatchObject({ refused: "value-invalid", field: "order" });
    expect(refusal("assignment", { post: "Vua" })).toEqual({ refused: "post-unknown", value: "Vua" });
    const posts = sources.catalog.postsInView;
    const [post] = posts.filter(({ name }) => name === "Chủ tịch UBND");
    const twice = {
      ...sources,
      catalog: Object.assign(Object.create(sources.catalog), {
        postsInView: [...posts, { ...post, id: "x", key: "x" }],
      }),
    };
    expect(() =>
      readFields(
        "assignment",
        new Map([
          ["post", "Chủ tịch UBND"],
          ["from", "1/2/2021"],
        ]),
        {},
        twice,
      ),
    ).toThrow(expect.objectContaining({ code: "post-ambiguous" }));
    expect(refusal("assignment", { unit: "99999", from: "1/10/2021" })).toEqual({
      refused: "unit-unknown",
      code: "99999",
      on: "2021-10-01",
    });
    expect(refusal("qualification", { kind: "professional", level: "Cao cấp" })).toEqual({
      refused: "level-unknown",
      value: "Cao cấp",
    });
    expect(refusal("assignment", { official: "Nguyễn Văn An" })).toMatchObject({ refused: "value-invalid" });
  });
});

function fieldsOf(entity: EntityName): Record<string, unknown> {
  return Object.fromEntries(describeEntity(entity, t).fields.map(({ field }) => [field, true]));
}
