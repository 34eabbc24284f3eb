/**
 * Packets that are valid, signed and from a trusted superior, with content that no program of ours would write: every
 * field with values that are none, rows made twice and as another entity, references in circles, changes that undo
 * themselves, removals and joins of anything (invariant 19).
 *
 * Whatever comes so, each command that looks answers with its result or one known sentence, people are entered and
 * corrected as before, `verify` finds the roster whole, and taking the reception back leaves what was there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type EntityName,
  entities,
  entityDefinition,
  entityNames,
  presenceField,
} from "../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../shared/sync/bytes";
import { joinedInto } from "../../shared/sync/fold";
import { highestLamport } from "../../shared/sync/op-codec";
import { propertySeed } from "../../shared/testing/property-seed";
import { chained, type LooseOp } from "../../shared/testing/packets";
import { AppError, errorCodes } from "../../shared/contract/errors";
import { readMassCount } from "../../shared/domain/mass-change";
import { officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import { sha256 } from "../files/exchange/verify-signature";
import { sql } from "../roster/file/sql";
import { projectionOrder, tableOf } from "../roster/projection/columns";
import { lists } from "../roster/projection/rebuild";
import type { OpenRoster } from "../services/open-roster";
import { rounds } from "../testing/attack";
import { type Forging, packetOfOps } from "../testing/forged-packets";
import { everyField, hostileBody, hostileValue, plainValue, type WireValue } from "../testing/hostile-values";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../testing/offices";
import { kept } from "../testing/put-back";
import { readingCalls } from "../testing/reading-commands";

let offices: Offices;
let province: Office;
let district: Office;
let forging: Forging;
let putBack: () => void;
let goodPath: string;
let person: string;
/** Rows of the district's roster by entity, those that the steps of a round make included. */
let rows: ReadonlyMap<EntityName, readonly string[]>;

beforeAll(async () => {
  offices = testOffices();
  province = await offices.office("tinh", "25");
  district = await offices.office("huyen", "232");
  await believing(province, district);
  person = await district.hires("Nguyễn Văn Thử", "08173", "birth=1980-05-12", "phone=0911222333");
  await district.hires("Trần Thị Hai", "08203");
  await province.hires("Lê Văn Ba", "08173");
  [goodPath = ""] = packetsIn(await province.sends());
  await district.receives(goodPath);
  putBack = kept(district, offices.folder);
  const keys = officeKeys(district.environment.home);
  const like = await openPacket(readFileSync(goodPath), keys, goodPath);
  forging = { by: officeKeys(province.environment.home), sealKey: keys.sealKey, like };
  rows = await district.opened(rowsOf);
});
afterAll(() => offices.remove());

function rowsOf({ db }: OpenRoster): ReadonlyMap<EntityName, readonly string[]> {
  const newRow = (place: number) => `0000000${place % 10}-00aa-7000-8000-0000000000aa`;
  return new Map(
    entityNames.map((entity, place) => {
      const found = db.raw<[Buffer]>(
        sql`SELECT id FROM ${sql.name(tableOf(entity))} ORDER BY id DESC LIMIT 3`,
      );
      return [
        entity,
        [...found.map(([id]) => bytesToUuid(id)), `a${newRow(place).slice(1)}`, `b${newRow(place).slice(1)}`],
      ];
    }),
  );
}

/** The tables and lists as they are read from the log. */
function reading({ db }: OpenRoster): string[] {
  const names = [...projectionOrder.map(tableOf), ...Object.keys(lists)];
  return names.flatMap((name) =>
    db
      .raw(sql`SELECT * FROM ${sql.name(name)}`)
      .map(
        (row) =>
          `${name} ${row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell)).join("|")}`,
      )
      .sort(),
  );
}

/** One op, its rows by place among those of the roster, so that a shrunk find can be read. */
interface Step {
  readonly entity: number;
  readonly row: string;
  readonly create: boolean;
  readonly fields: ReadonlyMap<number, WireValue>;
  readonly lamport: number;
  readonly at: number;
  readonly user: string;
  readonly changeBack: number;
  readonly meta: readonly unknown[] | null;
}

const clocks = [0, -1, 1_800_000_000_000, 8.64e15, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];

function steps(): fc.Arbitrary<readonly Step[]> {
  const allRows = [...rows.values()].flat();
  const anyRow = fc.constantFrom(...allRows);
  const newRow = fc.constantFrom(
    "c0000000-00cc-7000-8000-0000000000cc",
    "d0000000-00cc-7000-8000-0000000000cc",
  );
  const rowIn = (entity: EntityName) => fc.constantFrom(...(rows.get(entity) ?? []));
  const value = hostileValue(allRows);
  const around = {
    lamport: fc.constantFrom(1, 1000, highestLamport),
    at: fc.constantFrom(...clocks),
    user: fc.constantFrom("Văn phòng tỉnh", "", "x".repeat(200)),
    changeBack: fc.constantFrom(0, 1, 5),
    meta: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      fc.constantFrom<readonly unknown[]>(
        ["edit", "x".repeat(60_000)],
        ["\u202eundo", null],
        ["compact", null],
        ["undo", null, forging.like.manifest.holds[0]?.writer ?? new Uint8Array(48), 1],
        ["undo", null, new Uint8Array(48), 2 ** 53 - 1],
      ),
    ),
  };
  const of = (step: fc.Arbitrary<Pick<Step, "entity" | "row" | "create" | "fields">>): fc.Arbitrary<Step> =>
    fc.tuple(step, fc.record(around)).map(([one, other]) => ({ ...one, ...other }));
  const edit = fc.constantFrom(...everyField).chain(({ entity, field }) =>
    fc.record({ row: rowIn(entity), written: value }).map(({ row, written }) => ({
      entity: entities[entity].id,
      row,
      create: false,
      fields: new Map([[field.id, written]]),
    })),
  );
  const rowOf = (entity: EntityName) => rows.get(entity)?.[0];
  const whole = (entity: EntityName) =>
    new Map<number, WireValue>(
      Object.values(entityDefinition(entity).fields).map((field) => [field.id, plainValue(field, rowOf)]),
    );
  const creation = fc.constantFrom(...everyField).chain(({ entity, field }) =>
    fc.record({ row: rowIn(entity), written: value, plain: fc.boolean() }).map(({ row, written, plain }) => ({
      entity: entities[entity].id,
      row,
      create: true,
      fields: plain ? whole(entity) : new Map([...whole(entity), [field.id, written]]),
    })),
  );
  const reason = fc.oneof(
    anyRow.map((id): WireValue => joinedInto(id)),
    fc.constantFrom<WireValue>("thôi", "", "x".repeat(501), null, 5, true, new Uint8Array(3)),
  );
  const presence = fc.constantFrom(...entityNames).chain((entity) =>
    fc.record({ row: rowIn(entity), said: reason }).map(({ row, said }) => ({
      entity: entities[entity].id,
      row,
      create: false,
      fields: new Map([[presenceField, said]]),
    })),
  );
  const circle = fc
    .constantFrom(...everyField.filter(({ entity, field }) => field.entity === entity))
    .chain(({ entity, field }) =>
      fc.record({ row: rowIn(entity), to: rowIn(entity) }).map(({ row, to }) => ({
        entity: entities[entity].id,
        row,
        create: false,
        fields: new Map<number, WireValue>([[field.id, to]]),
      })),
    );
  const newer = fc
    .record({
      entity: fc.constantFrom(200, 2 ** 31, 2 ** 40),
      row: newRow,
      create: fc.boolean(),
      written: value,
    })
    .map(({ entity, row, create, written }) => ({ entity, row, create, fields: new Map([[1, written]]) }));
  const newerField = fc.constantFrom(...entityNames).chain((entity) =>
    fc.record({ row: rowIn(entity), written: value }).map(({ row, written }) => ({
      entity: entities[entity].id,
      row,
      create: false,
      fields: new Map([[2 ** 53 - 1, written]]),
    })),
  );
  return fc.array(
    fc.oneof(
      { weight: 6, arbitrary: of(edit) },
      { weight: 5, arbitrary: of(creation) },
      { weight: 2, arbitrary: of(presence) },
      { weight: 3, arbitrary: of(circle) },
      of(newer),
      of(newerField),
    ),
    { minLength: 1, maxLength: 40 },
  );
}

let writers = 0;

async function packetWith(list: readonly Step[]): Promise<string> {
  const writer = new Uint8Array(48);
  writer.set(forging.by.signing.publicKey);
  new DataView(writer.buffer).setUint32(40, ++writers);
  const ops = list.map(({ row, fields, meta, changeBack, ...step }, place): LooseOp => {
    const back = Math.min(changeBack, place);
    return {
      ...step,
      changeBack: back,
      row: uuidToBytes(row),
      body: hostileBody(fields, [], back === 0 ? meta : null),
    };
  });
  const run = chained({ writer, first: 1, prev: new Uint8Array(32), ops }, sha256);
  const path = join(offices.stick(), "tep.scbsync");
  writeFileSync(path, await packetOfOps(forging, [run], { number: 100 + writers }));
  return path;
}

/** Exit code and, of a refusal, whether its code is one that the program knows. */
async function answered(...argv: string[]): Promise<void> {
  const { code, stderr } = await district.run(...argv, "--json");
  if (code === 0) return;
  const lines = stderr.trim().split("\n");
  const { error } = JSON.parse(lines.at(-1) ?? "") as { error: { code: string } };
  expect([argv.join(" "), errorCodes.includes(error.code as never) && error.code !== "internal"]).toEqual([
    argv.join(" "),
    true,
  ]);
}

/** Takes a file in as a clerk does who types every number that is asked for. */
async function receivesWhole(path: string): Promise<void> {
  const words = ["sync", "receive", district.roster, path, "--json"];
  const first = await district.run(...words);
  if (first.code === 0) return;
  const { error } = JSON.parse(first.stderr.trim().split("\n").at(-1) ?? "") as {
    error: { code: string; params: { asked?: string } };
  };
  expect(error.code).toBe("mass-unconfirmed");
  const asked = (error.params.asked ?? "").split(/[\s,]+/);
  const again = await district.run(...words, ...asked.flatMap((one) => ["--confirm", one]));
  expect([again.code, again.stderr]).toEqual([0, ""]);
}

async function expectSurvived(list: readonly Step[]): Promise<void> {
  putBack();
  const path = await packetWith(list);
  const before = await district.opened(reading);
  await receivesWhole(path);
  const people = [...(rows.get("official") ?? []), person];
  const words = { roster: district.roster, file: path, folder: offices.stick(), people };
  for (const call of readingCalls(words)) {
    await answered(...call);
    expect((await district.run(...call)).code).toBeLessThan(2);
  }
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
  await district.opened(async (roster) => {
    const reception = roster.db.value<number>(sql`SELECT max(id) FROM reception`) ?? 0;
    try {
      await roster.undoReception(reception, []);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "mass-unconfirmed") throw error;
      const asked = String(Reflect.get(error.params, "asked")).split(/[\s,]+/);
      await roster.undoReception(
        reception,
        asked.flatMap((one) => readMassCount(one) ?? []),
      );
    }
  });
  expect(await district.opened(reading)).toEqual(before);
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });

  // Once more for good, and the office goes on working.
  await receivesWhole(await packetWith(list));
  await answered("sync", "resolve", district.roster, `${person}.phone`, "--keep", "1");
  const added = await district.hires("Phạm Văn Mới", "08173", "birth=1990-01-02");
  await district.edits("official", added, "phone=0988777666");
  expect(await district.field(added, "phone")).toBe("0988777666");
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
}

it("of valid, trusted packets with hostile content none stops anything", async () => {
  await fc.assert(fc.asyncProperty(steps(), expectSurvived), { numRuns: rounds(1, 120) });
});

/** One op a field of an entity and value. */
function everyFieldOf(entity: EntityName, values: readonly WireValue[]): Step[] {
  const row = rows.get(entity)?.[0] ?? "";
  const around = { lamport: 1000, at: 0, user: "Tỉnh", changeBack: 0, meta: null };
  return everyField
    .filter((one) => one.entity === entity)
    .flatMap(({ field: { id } }) =>
      values.map((written) => ({
        ...around,
        entity: entities[entity].id,
        row,
        create: false,
        fields: new Map([[id, written]]),
      })),
    );
}

it("every field takes every kind of value that is none", async () => {
  const allRows = [...rows.values()].flat();
  const values = fc.sample(hostileValue(allRows), { numRuns: rounds(20, 200), seed: propertySeed });
  // All at once, and in the long part each entity also by itself, since one wrong value may hide another.
  await expectSurvived(entityNames.flatMap((entity) => everyFieldOf(entity, values)));
  for (const entity of entityNames.slice(0, rounds(0, entityNames.length)))
    await expectSurvived(everyFieldOf(entity, values));
});

it("lists what it did not read, with who wrote it, until somebody writes over it", async () => {
  putBack();
  const birth = entities.official.fields.birth.id;
  const around = { lamport: 1000, at: 0, user: "Tỉnh", changeBack: 0, meta: null, create: false };
  const step = { ...around, entity: entities.official.id, row: person };
  const written = (value: WireValue): Step => ({ ...step, fields: new Map([[birth, value]]) });
  await district.receives(await packetWith([written("9999-99-99\u202e")]));
  expect(await district.field(person, "birth")).toBe("1980-05-12");
  const listed = () =>
    district.json<{ total: number; values: readonly object[] }>("sync", "unreadable", district.roster);
  expect(await listed()).toMatchObject({
    total: 1,
    values: [{ entity: "official", rowId: person, field: "birth", text: "9999-99-99", user: "Tỉnh" }],
  });
  expect(await district.json("sync", "status", district.roster)).toMatchObject({ unreadable: 1 });
  await district.edits("official", person, "birth=1980-05-13");
  expect(await listed()).toMatchObject({ total: 0 });
  await district.receives(await packetWith([written([1, 2])]));
  expect(await listed()).toMatchObject({ total: 1, values: [{ text: null, shown: "13/05/1980" }] });
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
});
