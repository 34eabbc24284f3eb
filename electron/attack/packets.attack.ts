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
import { type EntityName, entities, entityNames } from "../../shared/domain/entities";
import { bytesToUuid } from "../../shared/sync/bytes";
import { propertySeed } from "../../shared/testing/property-seed";
import { AppError, errorCodes } from "../../shared/contract/errors";
import { readMassCount } from "../../shared/domain/mass-change";
import { officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import { sql } from "../roster/file/sql";
import { tableOf } from "../roster/projection/columns";
import { keepShown, unreadablePage } from "../services/exchange/unreadable";
import type { OpenRoster } from "../services/open-roster";
import { rounds } from "../testing/attack";
import type { Forging } from "../testing/forged-packets";
import { everyField, hostileValue, type WireValue } from "../testing/hostile-values";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../testing/offices";
import { HostileSteps, packetOfSteps, type Step } from "../testing/hostile-steps";
import { kept } from "../testing/put-back";
import { receivesWhole } from "../testing/receive-whole";
import { reading, shownReading } from "../testing/reading";
import { readingCalls } from "../testing/reading-commands";

let offices: Offices;
let province: Office;
let district: Office;
let forging: Forging;
/** A commune's, which the district trusts and which is below it. */
let fromBelow: Forging;
let steps: HostileSteps;
let putBack: () => void;
let goodPath: string;
let person: string;
/** Rows of the district's roster by entity, those that the steps of a round make included. */
let rows: ReadonlyMap<EntityName, readonly string[]>;
/** Those that are there before anything of the commune is. */
let standing: ReadonlyMap<EntityName, readonly string[]>;

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
  standing = await district.opened(standingRows);
  const commune = await offices.office("xa", "08173");
  await believing(commune, district);
  const [lowPath = ""] = packetsIn(await commune.sends());
  await district.receives(lowPath);
  putBack = kept(district, offices.folder);
  const keys = officeKeys(district.environment.home);
  const like = await openPacket(readFileSync(goodPath), keys, goodPath);
  forging = { by: officeKeys(province.environment.home), sealKey: keys.sealKey, like };
  fromBelow = {
    ...forging,
    by: officeKeys(commune.environment.home),
    like: await openPacket(readFileSync(lowPath), keys, lowPath),
  };
  rows = withNewRows(standing);
  steps = new HostileSteps(rows, standing, forging.like.manifest.holds[0]?.writer);
});
afterAll(() => offices.remove());

/** With rows that no roster has yet. */
function withNewRows(known: ReadonlyMap<EntityName, readonly string[]>): typeof known {
  const newRow = (place: number) => `000000${place % 10}-00aa-7000-8000-0000000000aa`;
  return new Map(
    [...known].map(([entity, ids], place) => [entity, [...ids, `a${newRow(place)}`, `b${newRow(place)}`]]),
  );
}

function standingRows({ db }: OpenRoster): ReadonlyMap<EntityName, readonly string[]> {
  return new Map(
    entityNames.map((entity) => [
      entity,
      db
        .raw<[Buffer]>(sql`SELECT id FROM ${sql.name(tableOf(entity))} ORDER BY id DESC LIMIT 3`)
        .map(([id]) => bytesToUuid(id)),
    ]),
  );
}

let written = 0;

async function packetWith(list: readonly Step[], by: Forging = forging): Promise<string> {
  const path = join(offices.stick(), "tep.scbsync");
  writeFileSync(path, await packetOfSteps(by, list, ++written));
  return path;
}

const shown = () => district.opened(shownReading);

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

async function expectSurvived(list: readonly Step[]): Promise<void> {
  putBack();
  const path = await packetWith(list);
  const before = await district.opened(reading);
  await receivesWhole(district, path);
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
  await receivesWhole(district, await packetWith(list));
  const open = (await district.conflicts()).find(({ id }) => id === `${person}.phone`);
  const first = open?.values[0]?.id ?? "00000000";
  await answered("sync", "resolve", district.roster, `${person}.phone`, "--keep", first);
  const added = await district.hires("Phạm Văn Mới", "08173", "birth=1990-01-02");
  await district.edits("official", added, "phone=0988777666");
  expect(await district.field(added, "phone")).toBe("0988777666");
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
}

it("of valid, trusted packets with hostile content none stops anything", async () => {
  await fc.assert(fc.asyncProperty(steps.any(), expectSurvived), { numRuns: rounds(1, 120) });
});

it("a file that makes a row again has no more say of other rows", async () => {
  putBack();
  const before = await shown();
  const own = standing.get("office")?.[0] ?? "";
  const unit = standing.get("unit")?.[0] ?? "";
  const others = standing.get("official")?.[0] ?? "";
  const around = { lamport: 1, at: 0, user: "Xã", changeBack: 0, meta: null };
  const renamed = (entity: EntityName, row: string, field: number) => ({
    ...around,
    entity: entities[entity].id,
    row,
    create: false,
    fields: new Map<number, WireValue>([[field, "Tên Khác"]]),
  });
  const again = { ...around, row: own, create: true, fields: steps.whole("credential") };
  const { name } = entities.unit.fields;
  const { files } = await district.receives(
    await packetWith(
      [
        { ...again, entity: entities.credential.id },
        renamed("unit", unit, name.id),
        renamed("official", others, entities.official.fields.fullName.id),
        renamed("official", own, entities.official.fields.fullName.id),
      ],
      fromBelow,
    ),
  );
  expect(files).toMatchObject([{ result: "applied", changed: 0, catalog: 0, conflicts: 0 }]);
  expect(await shown()).toEqual(before);
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
});

// The row's entity is that of the creation by the highest office (decision 34), so whoever stands above may choose it.
it("rows that an office below makes or writes once more as another entity show nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps.mixUp(), { minLength: 1, maxLength: 20 }), async (list) => {
      putBack();
      const before = await shown();
      const { files } = await district.receives(await packetWith(list, fromBelow));
      const nothing = { added: 0, changed: 0, ended: 0, removed: 0, conflicts: 0 };
      expect(files).toMatchObject([{ result: "applied", ...nothing }]);
      expect(await shown()).toEqual(before);
      expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
      await answered("sync", "status", district.roster);
      expect(await district.field(person, "phone")).toBe("0911222333");
    }),
    { numRuns: rounds(3, 150) },
  );
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
  const values = fc.sample(hostileValue(allRows), { numRuns: rounds(8, 60), seed: propertySeed });
  // All at once, and in the long part each entity also by itself, since one wrong value may hide another.
  await expectSurvived(entityNames.flatMap((entity) => everyFieldOf(entity, values)));
  for (const entity of entityNames.slice(0, rounds(0, entityNames.length)))
    await expectSurvived(everyFieldOf(entity, values));
});

/** The id of somebody who is not in the roster. */
const nobody = "018f0000-0000-7000-8000-0000000000ff";

it("lists what it did not read, with who wrote it, until somebody writes over it", async () => {
  putBack();
  const birth = entities.official.fields.birth.id;
  const around = { lamport: 1000, at: 0, user: "Tỉnh", changeBack: 0, meta: null, create: false };
  const step = { ...around, entity: entities.official.id, row: person };
  const written = (value: WireValue): Step => ({ ...step, fields: new Map([[birth, value]]) });
  const came = await district.receives(await packetWith([written("9999-99-99\u202e")]));
  expect(came.files).toMatchObject([{ unreadable: 1 }]);
  expect(await district.field(person, "birth")).toBe("1980-05-12");
  const listed = () =>
    district.json<{ total: number; values: readonly object[] }>("sync", "unreadable", district.roster);
  expect(await listed()).toMatchObject({
    total: 1,
    values: [{ entity: "official", rowId: person, field: "birth", text: "9999-99-99", user: "Tỉnh" }],
  });
  expect(await district.json("sync", "status", district.roster)).toMatchObject({ unreadable: 1 });
  // On the person's own screen, and on nobody else's.
  const totalOf = (officialId: string) =>
    district.opened(
      (roster) => unreadablePage(roster, district.environment, { offset: 0, limit: 1, officialId }).total,
    );
  expect([await totalOf(person), await totalOf(nobody)]).toEqual([1, 0]);
  await district.edits("official", person, "birth=1980-05-13");
  expect(await listed()).toMatchObject({ total: 0 });
  await district.receives(await packetWith([written([1, 2])]));
  expect(await listed()).toMatchObject({ total: 1, values: [{ text: null, shown: "13/05/1980" }] });
  const which = { entity: "official" as const, rowId: person, field: "birth" };
  await district.opened((roster) => keepShown(roster, which));
  expect(await listed()).toMatchObject({ total: 0 });
  expect(await district.field(person, "birth")).toBe("1980-05-13");
  await expect(district.opened((roster) => keepShown(roster, which))).rejects.toThrow("row-unknown");
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
});
