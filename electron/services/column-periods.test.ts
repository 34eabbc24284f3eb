/** Years and months of a column of dates: every count is what a tick in the filter shows. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leastPeriod, yearOf } from "../../shared/columns/date-periods";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { viewFilterSchema } from "../../shared/contract/schemas/views";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { saveCell, saveMany } from "./cell-editing";
import { columnPeriods } from "./column-periods";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";

const moment = { on: "2021-10-01" };
const order = { sorts: [], group: null };
const key = "official.birth";
const filter = (more: object = {}) => officialFilterSchema.parse({ moment, ...more });
const within = (...periods: string[]) => [viewFilterSchema.parse({ key, periods })];

describe("the years and months of a column", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let officials: Officials;
  beforeAll(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    officials = new Officials(roster);
    const { rows } = await officials.page(filter(), order, [], 0, 2);
    const [first, second] = rows;
    const save = (id: string, value: string) =>
      saveCell(roster, place.environment, { id, moment, key, value, answered: [] });
    await save(first?.id ?? "", "1971");
    await save(second?.id ?? "", "1971-05");
    const many = { filter: filter(), order, columns: [key], value: null };
    await saveMany(roster, place.environment, officials, { ...many, ranges: [[2, 2]] });
  });
  afterAll(async () => {
    await roster.close();
    place.remove();
  });

  const count = async (where: ReturnType<typeof within>) =>
    (await officials.page(filter({ where }), order, [], 0, 1)).total;

  it("count whom each tick lets through, partly known dates and none among them", async () => {
    const { people } = await officials.list(filter(), order);
    const { blank, years } = await columnPeriods(officials, { filter: filter(), key });
    expect(years.map(({ year }) => year)).toEqual(
      years
        .map(({ year }) => year)
        .sort()
        .reverse(),
    );
    const seventyOne = years.find(({ year }) => year === "1971");
    expect(seventyOne?.months.at(-1)?.period).toBe("1971-");
    expect(seventyOne?.months.find(({ period }) => period === "1971-05")?.count).toBeGreaterThan(0);
    for (const { year, count: met, months } of years) {
      expect([year, await count(within(year))]).toEqual([year, met]);
      expect([year, months.reduce((sum, month) => sum + month.count, 0)]).toEqual([year, met]);
    }
    for (const month of seventyOne?.months ?? [])
      expect([month.period, await count(within(month.period))]).toEqual([month.period, month.count]);
    expect(await count(within(""))).toBe(blank);
    expect(blank + years.reduce((sum, { count: met }) => sum + met, 0)).toBe(people.length);
  });

  it("are let through together, or all but them", async () => {
    const where = within("1971", "1970-02");
    const { rows } = await officials.page(filter({ where }), order, [key], 0, 200);
    const dates = rows.map(({ cells }) => String(cells[0]?.value));
    expect(dates.length).toBeGreaterThan(1);
    expect(dates.every((date) => yearOf(date) === "1971" || leastPeriod(date) === "1970-02")).toBe(true);
    const others = where.map((one) => ({ ...one, except: true }));
    const { people } = await officials.list(filter(), order);
    expect(await count(others)).toBe(people.length - rows.length);
  });

  it("are those of the other filters of the list, whatever the column itself is filtered by", async () => {
    const all = await columnPeriods(officials, { filter: filter(), key });
    expect(await columnPeriods(officials, { filter: filter({ where: within("1971") }), key })).toEqual(all);
    const women = filter({ where: [viewFilterSchema.parse({ key: "official.sex", values: ["female"] })] });
    const some = await columnPeriods(officials, { filter: women, key });
    const met = some.blank + some.years.reduce((sum, year) => sum + year.count, 0);
    expect(met).toBe((await officials.list(women, order)).people.length);
  });

  it("are none of a column that holds no dates", async () => {
    const none = await columnPeriods(officials, { filter: filter(), key: "official.ethnicity" });
    expect(none).toEqual({ blank: 0, years: [] });
  });
});
