/**
 * Guards that a list is sorted and filtered by what stands in it: the columns of everybody, kept up to date change by
 * change, against the cells that are read person by person.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personColumns } from "../../shared/columns/column";
import { filterInForce } from "../../shared/columns/filter-in-force";
import {
  isComputed,
  isFiltered,
  isSorted,
  tableColumnOf,
  tableColumns,
} from "../../shared/columns/table-column";
import {
  type ListOrder,
  type OfficialFilter,
  officialFilterSchema,
} from "../../shared/contract/schemas/officials";
import { type ViewFilter, viewFilterSchema } from "../../shared/contract/schemas/views";
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories } from "../../shared/domain/values";
import { textSortKey } from "../../shared/text/sort-key";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { valueText } from "./value-text";
import { saveOfficial } from "./records";

const on = "2021-10-01";
const filter = (more: object = {}): OfficialFilter => officialFilterSchema.parse({ moment: { on }, ...more });
const where = (...filters: object[]): ViewFilter[] => filters.map((one) => viewFilterSchema.parse(one));
const by = (...keys: string[]): ListOrder => ({
  sorts: keys.map((key) => ({ key: key.replace("-", ""), descending: key.startsWith("-") })),
  group: null,
});

describe("lists of people", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let officials: Officials;
  beforeAll(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    officials = new Officials(roster);
  });
  afterAll(async () => {
    await roster.close();
    place.remove();
  });

  const rows = async (of: OfficialFilter, order: ListOrder, columns: readonly string[]) => {
    const found = [];
    for (let offset = 0; ; offset += 200) {
      const page = await officials.page(of, order, columns, offset, 200);
      found.push(...page.rows);
      if (found.length >= page.total) return found;
    }
  };
  const texts = async (of: OfficialFilter, order: ListOrder, key: string) =>
    (await rows(of, order, [key])).map(({ cells }) => cells[0]?.text ?? "");

  /** Everybody's values of a column by the columns in memory, in the order of the list, with how a person reads them. */
  async function held(key: string, of: OfficialFilter): Promise<{ values: string[]; text: string }[]> {
    const column = tableColumnOf(key);
    if (column === null) throw new Error(`No column ${key}`);
    const { index, people } = await officials.list(of, by("official.fullName"));
    const asked = { asOf: isoToPacked(of.moment.on), kinds: officialCategories };
    const { places, more, values } = await index.columns.column(column, asked, roster.surroundings.pause);
    const textOf = (value: string) => valueText({ index, t: roster.surroundings.t }, column, value);
    return Array.from(people, (person) => {
      const own = [places[person] ?? 0, ...(more.get(person) ?? [])]
        .filter((at) => at > 0)
        .map((at) => values[at] ?? "");
      return { values: own, text: own.map(textOf).join("; ") };
    });
  }

  const columnar = async (key: string, of: OfficialFilter) => (await held(key, of)).map(({ text }) => text);

  /** How many have another value than one: whoever has several is let through by any of the others. */
  async function havingAnother(key: string, value: string): Promise<number> {
    const people = await held(key, filter());
    return people.filter(({ values }) =>
      values.length === 0 ? value !== "" : values.some((one) => one !== value),
    ).length;
  }

  const chosen = tableColumns.filter(isFiltered).map(({ key }) => key);

  async function changeSomebody(at: number, column: number, text: string): Promise<void> {
    const { rows: found } = await officials.page(filter(), by(), [], at % 478, 1);
    const id = found[0]?.id ?? "";
    const own = personColumns.filter(
      ({ entity, definition }) =>
        entity === "official" && definition.type === "text" && definition.format === undefined,
    );
    const field = own[column % own.length]?.field ?? "note";
    await saveOfficial(roster, place.environment, {
      action: "edit",
      reason: null,
      officialId: id,
      official: { id, isNew: false, fields: { [field]: text } },
      rows: [
        {
          entity: "relative",
          id: place.environment.newId(),
          isNew: true,
          fields: { relation: "father", fullName: `Trần Văn ${text}` },
        },
        {
          entity: "qualification",
          id: place.environment.newId(),
          isNew: true,
          fields: { kind: "it", level: "basic", granted: "2020", school: text },
        },
      ],
      removed: [],
    });
  }

  it("keep somebody who was changed behind whom they stood, until the order is asked for anew", async () => {
    const order = by("official.fullName");
    const [first, second, third] = await rows(filter(), order, []);
    if (first === undefined || second === undefined || third === undefined) throw new Error("No people");
    const held = { ...order, held: [{ id: second.id, after: first.id }] };
    const { changeId } = await saveOfficial(roster, place.environment, {
      action: "edit",
      reason: null,
      officialId: second.id,
      official: { id: second.id, isNew: false, fields: { fullName: "Vương Thị Ỷ" } },
      rows: [],
      removed: [],
    });
    const names = async (as: ListOrder) => (await rows(filter(), as, [])).map(({ id }) => id);
    expect((await names(held)).slice(0, 3)).toEqual([first.id, second.id, third.id]);
    expect(await officials.indexOf(filter(), held, second.id)).toBe(1);
    const anew = await names(order);
    expect(anew.indexOf(second.id)).toBeGreaterThan(400);
    expect(anew).toHaveLength(478);
    roster.undo(changeId ?? 0);
  });

  it("are sorted and filtered by what their cells say, on any day and after any change", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("2015-06-30", on, "2026-10-01"),
        fc.array(fc.tuple(fc.nat(477), fc.nat(20), fc.constantFrom("Ất", "Dậu", "an", "Ân 10", "Ân 9")), {
          maxLength: 3,
        }),
        async (day, changes) => {
          for (const change of changes) await changeSomebody(...change);
          const of = filter({ moment: { on: day }, serving: "all" });
          const detailed = await rows(of, by("official.fullName"), chosen);
          for (const [at, key] of chosen.entries())
            expect([key, await columnar(key, of)]).toEqual([
              key,
              detailed.map(({ cells }) => cells[at]?.text),
            ]);
        },
      ),
      { numRuns: 5 },
    );
  });

  it("go by unit, post and name where nobody says otherwise", async () => {
    const found = await rows(filter(), by(), ["assignment.unit", "assignment.post", "official.fullName"]);
    const units = found.map(({ cells }) => cells[0]?.text ?? "");
    const borders = units.filter((unit, at) => unit !== units[at - 1]);
    expect(new Set(borders).size).toBe(borders.length);
    const keys = borders.map((unit) => textSortKey(unit.replace(/^(Xã|Thị trấn) /, "")));
    expect(keys).toEqual([...keys].sort());
    const { catalog } = await roster.index();
    const orders = found.map(
      ({ postName }) => catalog.posts.find(({ name }) => name === postName)?.order ?? 0,
    );
    found.forEach((_row, at) => {
      if (at > 0 && units[at] === units[at - 1])
        expect(orders[at]).toBeGreaterThanOrEqual(orders[at - 1] ?? 0);
    });
  });

  it("go by several columns, the first deciding first, whoever has nothing there last", async () => {
    const columns = ["official.sex", "official.birth"];
    const found = await rows(filter({ serving: "all" }), by("official.sex", "-official.birth"), columns);
    const said = found.map(({ cells }) => cells.map(({ value }) => String(value ?? "")));
    const sexes = ["male", "female", ""];
    const sorted = [...said].sort(([sex = "", birth = ""], [otherSex = "", otherBirth = ""]) => {
      const bySex = sexes.indexOf(sex) - sexes.indexOf(otherSex);
      if (bySex !== 0 || birth === otherBirth) return bySex;
      if (birth === "" || otherBirth === "") return birth === "" ? 1 : -1;
      return birth < otherBirth ? 1 : -1;
    });
    expect(said).toEqual(sorted);
    for (const column of tableColumns.filter(isSorted)) {
      const up = await texts(filter({ serving: "all" }), by(column.key), column.key);
      if (isComputed(column) && column.kind === "missing") continue;
      expect(up.slice(up.indexOf("")).every((text) => text === "") || !up.includes("")).toBe(true);
    }
  });

  it("hold whom every filter lets through: values, all but some, blanks, ranges, texts", async () => {
    const all = await rows(filter(), by(), ["official.ethnicity", "official.birth", "official.hometown"]);
    const count = async (one: object) => (await rows(filter({ where: where(one) }), by(), [])).length;
    const [some] = all.map(({ cells }) => cells[0]?.text ?? "").filter((text) => text !== "");
    const having = all.filter(({ cells }) => cells[0]?.text === some).length;
    expect(having).toBeGreaterThan(0);
    expect(await count({ key: "official.ethnicity", values: [some] })).toBe(having);
    expect(await count({ key: "official.ethnicity", values: [some], except: true })).toBe(
      all.length - having,
    );
    const blank = all.filter(({ cells }) => cells[0]?.text === "").length;
    expect(await count({ key: "official.ethnicity", values: [""] })).toBe(blank);
    const born = all.filter(({ cells }) => {
      const year = Number(String(cells[1]?.value ?? "").slice(0, 4));
      return year >= 1970 && year <= 1979;
    }).length;
    expect(born).toBeGreaterThan(0);
    expect(await count({ key: "official.birth", from: "1970", to: "1979" })).toBe(born);
    const ages = await texts(filter(), by(), "computed.age");
    const young = ages.filter((age) => age !== "" && Number(age.split("–")[0]) <= 35).length;
    expect(await count({ key: "computed.age", to: "35" })).toBe(young);
    const home = all.filter(({ cells }) => (cells[2]?.text ?? "").toLowerCase().includes("thọ")).length;
    expect(await count({ key: "official.hometown", contains: "THO" })).toBe(home);
  });

  it.each([
    ["official.birth", ["abc", "", "1800", "2500", "2021-02-31", "1985-13", "1980-", "5/1980"]],
    ["computed.age", ["bốn mươi", "-", " ", "", "1e1", "0x1e", "30–50", "Infinity", "+30", "35,5"]],
    ["official.fullName", ["A", "1980", "30"]],
    ["assignment.unit", ["1"]],
  ])("are of everybody where no end of a range of %s can be read", async (key, ends) => {
    const count = async (one: object) => (await rows(filter({ where: where(one) }), by(), [])).length;
    for (const end of ends) {
      expect([end, await count({ key, from: end })]).toEqual([end, 478]);
      expect([end, await count({ key, to: end })]).toEqual([end, 478]);
      expect(filterInForce(viewFilterSchema.parse({ key, from: end, to: end }))).toBeNull();
    }
  });

  it("hold those whom the filter of any column names, whatever the column", async () => {
    for (const key of chosen) {
      const offered = await officials.values({ key, search: "", offset: 0, limit: 2, filter: filter() });
      const [first, second] = offered.rows;
      if (first === undefined) continue;
      const one = await rows(filter({ where: where({ key, values: [first.value] }) }), by(), [key]);
      expect([key, one.length]).toEqual([key, first.count]);
      const others = where({ key, values: [first.value], except: true });
      const rest = await rows(filter({ where: others }), by("official.fullName"), []);
      expect([key, rest.length]).toEqual([key, await havingAnother(key, first.value)]);
      if (second === undefined || second.text === "") continue;
      const found = await rows(filter({ where: where({ key, contains: second.text }) }), by(), []);
      expect(found.length).toBeGreaterThanOrEqual(second.count);
    }
  });

  it("offer the values of a column with how many have each, its own filter aside", async () => {
    const asked = { key: "official.sex", search: "", offset: 0, limit: 200 };
    const plain = await officials.values({ ...asked, filter: filter() });
    expect(plain.people).toBe(478);
    expect(plain.rows.map(({ value }) => value).filter((value) => value !== "")).toEqual(["male", "female"]);
    const own = where({ key: "official.sex", values: ["female"] });
    expect(await officials.values({ ...asked, filter: filter({ where: own }) })).toEqual(plain);
    const women = plain.rows.find(({ value }) => value === "female")?.count ?? 0;
    const units = await officials.values({
      ...asked,
      key: "assignment.unit",
      filter: filter({ where: own }),
    });
    expect(units.rows.reduce((sum, row) => sum + row.count, 0)).toBe(women);
    const found = await officials.values({
      ...asked,
      key: "assignment.unit",
      filter: filter(),
      search: "quang yen",
    });
    expect(found.rows.map(({ text }) => text)).toEqual(["Xã Quảng Yên"]);
    expect(found.rows[0]?.count).toBe(33);
  });

  it("are parted into groups that hold everybody once, whatever they are sorted by", async () => {
    for (const group of ["unit", "post"] as const) {
      const order: ListOrder = { sorts: [{ key: "official.birth", descending: true }], group };
      const { groups } = await officials.groups(filter(), order);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(478);
      const key = group === "unit" ? "assignment.unit" : "assignment.post";
      const said = await texts(filter(), order, key);
      expect(said).toEqual(groups.flatMap(({ text, count }) => Array.from({ length: count }, () => text)));
    }
  });

  it("name the row of every cell that can be changed in place", async () => {
    const columns = ["official.fullName", "qualification.professional.level", "assignment.decisionNumber"];
    const [row] = await rows(filter(), by(), columns);
    const record = await officials.get(row?.id ?? "", { on });
    expect(row?.cells[0]).toMatchObject({ row: row?.id, value: record.official["fullName"] });
    expect(record.rows.qualification.map(({ id }) => id)).toContain(row?.cells[1]?.row);
    expect(record.rows.assignment.map(({ id }) => id)).toContain(row?.cells[2]?.row);
  });
});
