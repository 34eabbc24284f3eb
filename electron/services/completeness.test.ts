// Guards the lists behind the window's table: pages, who lacks something, who is next, and that an edit shows at once though
// everybody's standing is kept in memory.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldValue } from "../../shared/domain/entities";
import { officialCategories } from "../../shared/domain/values";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import {
  completenessByUnit,
  completenessOf,
  completenessPeople,
  type CompletenessQuestion,
  everybodysCompleteness,
} from "./completeness";
import type { OpenRoster } from "./open-roster";
import { saveOfficial } from "./records";

let place: TestPlace;
let roster: OpenRoster;
beforeAll(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
});
afterAll(async () => {
  await roster.close();
  place.remove();
});

const question: CompletenessQuestion = {
  form: "2c-bnv-2008",
  on: "2021-10-01",
  unitId: null,
  kinds: officialCategories,
};

async function quangYen(): Promise<CompletenessQuestion> {
  const { rows } = await completenessByUnit(roster, question);
  return {
    ...question,
    unitId: rows.find(({ unitCode }) => unitCode === "08173")?.unitId ?? "",
    unitOnly: true,
  };
}

function save(id: string, fields: Record<string, FieldValue>) {
  return saveOfficial(roster, place.environment, {
    action: "edit",
    reason: null,
    official: { id, isNew: false, fields },
    officialId: id,
    rows: [],
    removed: [],
  });
}

describe("the people behind a unit", () => {
  it("are paged in the order in which they are printed", async () => {
    const asked = await quangYen();
    const { count, rows } = await everybodysCompleteness(roster, asked);
    const everybody = [...rows];
    expect([count, everybody.length]).toEqual([33, 33]);
    const page = (offset: number) => completenessPeople(roster, asked, { lacking: false, offset, limit: 20 });
    const [first, second] = [await page(0), await page(20)];
    expect([...first.rows, ...second.rows]).toEqual(everybody);
    expect([first.total, first.rows.length, second.rows.length]).toEqual([33, 20, 13]);
  });
});

describe("one person after another", () => {
  it("goes round all who lack something and comes back to the first", async () => {
    const asked = await quangYen();
    const { rows } = await completenessPeople(roster, asked, { lacking: true, offset: 0, limit: 500 });
    const seen: string[] = [];
    let id = rows[0]?.id ?? "";
    for (let step = 0; step < rows.length; step++) {
      seen.push(id);
      const { next, lacking } = await completenessOf(roster, asked, id);
      expect(lacking).toBe(rows.length);
      id = next?.id ?? "";
    }
    expect(seen).toEqual(rows.map((row) => row.id));
    expect(id).toBe(seen[0]);
  });

  it("begins at the first for somebody whom the list does not hold", async () => {
    const asked = await quangYen();
    const elsewhere = (await completenessPeople(roster, question, { lacking: false, offset: 0, limit: 1 }))
      .rows[0];
    const { rows } = await completenessPeople(roster, asked, { lacking: true, offset: 0, limit: 1 });
    const { next } = await completenessOf(roster, asked, elsewhere?.id ?? "");
    expect(elsewhere?.unitCode).not.toBe("08173");
    expect(next?.id).toBe(rows[0]?.id);
  });

  it("says where to begin, and no longer what was filled in", async () => {
    const asked = await quangYen();
    const { rows } = await completenessPeople(roster, asked, { lacking: true, offset: 0, limit: 500 });
    const person = rows.find(({ missing }) => missing.includes("10") && missing.includes("23"));
    const id = person?.id ?? "";
    const before = await completenessOf(roster, asked, id);
    const gapOf = (number: string) => before.missing.find((item) => item.number === number)?.gap;
    expect(gapOf("10")).toEqual({ entity: "official", field: "occupationBefore" });
    expect(gapOf("23")).toEqual({ entity: "official", field: "health" });
    await save(id, { occupationBefore: "Nông dân", health: "Tốt" });
    const after = await completenessOf(roster, asked, id);
    expect(after.present).toBe(before.present + 1);
    expect(after.missing.find(({ number }) => number === "10")).toBeUndefined();
    expect(after.missing.find(({ number }) => number === "23")?.gap).toEqual({
      entity: "official",
      field: "height",
    });
    const listed = await completenessPeople(roster, asked, { lacking: true, offset: 0, limit: 500 });
    expect(listed.rows.find((row) => row.id === id)?.missing).toEqual(
      after.missing.map(({ number }) => number),
    );
  });

  it("counts alike what is kept in memory and what is read anew", async () => {
    const asked = await quangYen();
    const kept = await completenessByUnit(roster, asked);
    const anew = await completenessByUnit(roster, { ...asked, on: "2021-10-02" });
    const back = await completenessByUnit(roster, asked);
    expect([anew.total, back.total]).toEqual([kept.total, kept.total]);
  });

  it("refuses somebody and a unit that are not there", async () => {
    const nobody = "018f0000-0000-7000-8000-00000000dead";
    await expect(completenessOf(roster, question, nobody)).rejects.toMatchObject({ code: "row-unknown" });
    const unit = completenessByUnit(roster, { ...question, unitId: nobody });
    await expect(unit).rejects.toMatchObject({ code: "row-unknown" });
  });
});
