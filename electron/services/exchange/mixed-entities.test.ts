/**
 * One row id written as two entities, those of every kind over those of every other one, over rows that the forger began itself, a neighbour
 * began, the reader, or an office below the forger: no row stands in two tables, tables and log say the same, every figure
 * answers, and what is another office's, or the reader's own office, stays what it was.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EntityName, entities, entityDefinition, entityNames } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { sql } from "../../roster/file/sql";
import { projectionOrder, tableOf } from "../../roster/projection/columns";
import { officeRow } from "../../roster/read/office";
import { rowFields } from "../../roster/read/rows";
import { entityKinds, entityPairs } from "../../testing/entity-pairs";
import { type ForgedOp, type Forger, forger } from "../../testing/forged-files";
import { believing, type Office, packetsIn, testOffices } from "../../testing/offices";
import { kept } from "../../testing/put-back";
import { shownReading } from "../../testing/reading";
import { readingCalls } from "../../testing/reading-commands";
import { receivesWhole } from "../../testing/receive-whole";
import { makeRowOfAll, ownRows, plainFields, type RowsOfAll } from "../../testing/rows-of-all";

const offices = testOffices();
let province: Office;
let district: Office;
let commune: Office;
let neighbour: Office;
/** Whoever forges a file for the district, and what its rows are. */
let below: Forger;
let above: Forger;
/** Rows by who began them. */
let rows: Record<"commune" | "neighbour" | "district", RowsOfAll>;
let units: Record<keyof typeof rows, string>;
let neighboursFile: string;
/** Puts the district back to where it was before the neighbour's rows came, and after. */
let before: () => void;
let after: () => void;

/** Somebody's row written as an entity, with values that lead to rows of whoever writes it. */
function writtenAs(as: EntityName, row: string, who: keyof typeof rows, create: boolean): ForgedOp {
  const rowOf = (entity: EntityName) => (entity === "unit" ? units[who] : rows[who].get(entity));
  const { fields } = entityDefinition(as);
  const values = Object.entries(plainFields(as, rowOf));
  return {
    entity: entities[as].id,
    row,
    create,
    fields: new Map(values.map(([field, value]) => [fields[field]?.id ?? -1, value])),
  };
}

/** Rows of an office of each kind written as entities of every other one. */
function everyPair(whose: keyof typeof rows, who: keyof typeof rows, create: boolean): ForgedOp[] {
  return entityPairs.flatMap(([of, as]) => {
    const row = rows[whose].get(of);
    return row === undefined ? [] : [writtenAs(as, row, who, create)];
  });
}

/** An office's decision about what another one wrote of its person. */
async function decides(office: Office, other: Office, person: string): Promise<void> {
  const fields = new Map([[entities.official.fields.phone.id, "0900000001"]]);
  const edit = { entity: entities.official.id, row: person, create: false, fields };
  const { file } = await forger(other, office);
  await office.receives(await file(offices.stick(), [edit]));
  const { proposals } = await office.json<{ proposals: { id: string; rowId: string }[] }>(
    "sync",
    "proposals",
    office.roster,
  );
  const waiting = proposals.find(({ rowId }) => rowId === person)?.id ?? "";
  await office.json("sync", "decide", office.roster, waiting, "--accept");
}

beforeAll(async () => {
  province = await offices.office("tinh", "25");
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  neighbour = await offices.office("xa-khac", "08203");
  await believing(district, province);
  await believing(district, commune, neighbour);
  const all = { commune, neighbour, district } as const;
  const unitOf = (office: Office) => office.opened(({ db }) => String(officeRow(db)?.fields["unit"] ?? ""));
  const made = async (name: keyof typeof all, unit: string, other: Office) => {
    const office = all[name];
    const person = await office.hires(`Người ${name}`, unit);
    const own = await unitOf(office);
    await office.opened((roster) => makeRowOfAll(roster, own, office.environment.newId, name));
    await decides(office, other, person);
    return office.opened(ownRows);
  };
  rows = {
    commune: await made("commune", "08173", neighbour),
    neighbour: await made("neighbour", "08203", commune),
    district: await made("district", "08206", commune),
  };
  units = {
    commune: await unitOf(commune),
    neighbour: await unitOf(neighbour),
    district: await unitOf(district),
  };
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  before = kept(district, offices.folder);
  neighboursFile = packetsIn(await neighbour.sends("--for", await district.fingerprint()))[0] ?? "";
  await district.receives(neighboursFile);
  after = kept(district, offices.folder);
  below = await forger(commune, district);
  above = await forger(province, district);
});
afterAll(() => offices.remove());

const figures: readonly string[] = ["stats", "cross", "people"];

function figuresAsked(): string[][] {
  const people = Object.values(rows).map((some) => some.get("official") ?? "");
  const words = { roster: district.roster, file: neighboursFile, folder: offices.folder, people };
  return readingCalls(words).filter(([name = ""]) => figures.includes(name));
}

/** Whole, answering, each row in one table, the own office as it was. */
async function expectSound(calls: readonly (readonly string[])[]): Promise<void> {
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
  for (const call of calls) {
    const { code, stderr } = await district.run(...call);
    expect([call, code, stderr]).toEqual([call, 0, ""]);
  }
  await district.opened(({ db }) => {
    for (const row of Object.values(rows).flatMap((some) => [...some.values()])) {
      const tables = projectionOrder.filter((entity) => {
        const there = sql`SELECT 1 FROM ${sql.name(tableOf(entity))} WHERE id = ${uuidToBytes(row)}`;
        return db.value<number>(there) !== undefined;
      });
      expect(tables.length).toBeLessThan(2);
    }
    expect(officeRow(db)).toMatchObject({ id: rows.district.get("office") });
  });
}

describe("a row id of two entities", () => {
  it("is played for every entity by each office", () => {
    for (const some of Object.values(rows)) expect([...some.keys()].sort()).toEqual([...entityNames].sort());
  });

  it("is never taken from a neighbour or the reader, written or begun anew", async () => {
    after();
    const was = await district.opened(shownReading);
    for (const create of [false, true]) {
      const pairs = (whose: keyof typeof rows) => everyPair(whose, "commune", create);
      const path = await below.file(offices.stick(), [...pairs("neighbour"), ...pairs("district")]);
      await receivesWhole(district, path);
      expect(await district.opened(shownReading)).toEqual(was);
    }
    await expectSound(figuresAsked());
  });

  it("is the neighbour's also where the forger's file came first", async () => {
    const theirs = () =>
      district.opened(({ db }) =>
        [...rows.neighbour.values()].map((row) => entityNames.map((as) => rowFields(db, as, row)?.fields)),
      );
    after();
    const was = await theirs();
    before();
    await receivesWhole(district, await below.file(offices.stick(), everyPair("neighbour", "commune", true)));
    await receivesWhole(district, neighboursFile);
    expect(await theirs()).toEqual(was);
    await expectSound([]);
  });

  it("is what it was begun as, whatever its own office or one above writes into it later", async () => {
    after();
    const was = await district.opened(shownReading);
    await receivesWhole(district, await below.file(offices.stick(), everyPair("commune", "commune", false)));
    await receivesWhole(
      district,
      await above.file(offices.stick(), everyPair("district", "district", false)),
    );
    expect(await district.opened(shownReading)).toEqual(was);
    await expectSound([]);
  });

  it.each(entityKinds)("stands once where its own office or one above begins it again as %s", async (as) => {
    after();
    const office = await district.opened(({ db }) => officeRow(db));
    const begunAgain = (whose: keyof typeof rows) =>
      [...rows[whose]].flatMap(([entity, row]) => (entity === as ? [] : writtenAs(as, row, whose, true)));
    const files = [
      await below.file(offices.stick(), begunAgain("commune")),
      await above.file(offices.stick(), begunAgain("district")),
    ];
    await receivesWhole(district, ...files);
    await expectSound(figuresAsked());
    expect(await district.opened(({ db }) => officeRow(db))).toEqual(office);
  });
});
