/** An entity that no code names: its fields are columns of the list, sorted, filtered, offered and read like all others. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tableColumns } from "../../shared/columns/table-column";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { viewFilterSchema } from "../../shared/contract/schemas/views";
import type { EntityName, FieldValue, OwnedEntity } from "../../shared/domain/entities";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { saveOfficial } from "./records";

vi.mock("../../shared/domain/entities/list", async (original) => {
  const { entities } = await original<typeof import("../../shared/domain/entities/list")>();
  const { entity } = await import("../../shared/domain/entities/definition");
  const medal = entity({
    id: 9_001,
    owner: { entity: "official", field: "holder" },
    authority: "person",
    scope: "person",
    entered: true,
    counted: "person",
    title: "holder",
    label: null,
    since: "given",
    inTable: { by: "kind" },
    fields: {
      holder: { id: 1, type: "reference", entity: "official", required: true },
      kind: { id: 2, type: "choice", choices: ["big", "small"], words: "medal", required: true },
      given: { id: 3, type: "partialDate" },
      sum: { id: 4, type: "money" },
    },
  });
  return { entities: { ...entities, medal } };
});

const medal = "medal" as EntityName as OwnedEntity;
const moment = { on: "2021-10-01" };
const filter = (more: object = {}) => officialFilterSchema.parse({ moment, ...more });

describe("a column that was just thought of", () => {
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

  const give = async (officialId: string, fields: Record<string, FieldValue>) => {
    const id = place.environment.newId();
    const row = { entity: medal, id, isNew: true, fields: { kind: "big", ...fields } };
    await saveOfficial(roster, place.environment, {
      action: "edit",
      reason: null,
      official: null,
      officialId,
      rows: [row],
      removed: [],
    });
    return id;
  };

  it("is shown, sorted, filtered, offered and tied to its row", async () => {
    expect(tableColumns.map(({ key }) => key)).toContain("medal.big.sum");
    const { rows } = await officials.page(filter(), { sorts: [], group: null }, [], 0, 3);
    const [one, other, third] = rows.map(({ id }) => id);
    // Made before anybody has one, so that it must follow the changes.
    expect(
      (await officials.values({ filter: filter(), key: "medal.big.sum", search: "", offset: 0, limit: 9 }))
        .total,
    ).toBe(1);
    await give(one ?? "", { given: "2019", sum: 500_000 });
    const row = await give(one ?? "", { given: "2021-05", sum: 2_000_000 });
    await give(other ?? "", { given: "2020", sum: 900_000 });
    await give(third ?? "", { given: "2022", sum: 7 });
    const order = { sorts: [{ key: "medal.big.sum", descending: true }], group: null };
    const where = [viewFilterSchema.parse({ key: "medal.big.sum", from: "1" })];
    const page = await officials.page(filter({ where }), order, ["medal.big.sum", "medal.big.given"], 0, 9);
    expect(page.rows.map(({ id, cells }) => [id, cells[0]?.value, cells[0]?.text])).toEqual([
      [one, 2_000_000, "2.000.000 đ"],
      [other, 900_000, "900.000 đ"],
    ]);
    expect(page.rows[0]?.cells[1]).toMatchObject({ row, value: "2021-05", text: "05/2021" });
    const offered = await officials.values({
      filter: filter(),
      key: "medal.big.sum",
      search: "",
      offset: 0,
      limit: 9,
    });
    expect(offered.rows).toEqual([
      { value: "", text: "", count: 476 },
      { value: "900000", text: "900.000 đ", count: 1 },
      { value: "2000000", text: "2.000.000 đ", count: 1 },
    ]);
  });
});
