// One office removes somebody while another one, unseen, goes on with something of theirs: the whole record stays in view
// as one decision, which the tables, the figures and the conflict show alike, and which ends everywhere once it is taken.
import { describe, expect, it } from "vitest";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { testOffice, type TestOffice } from "../../testing/log-offices";
import {
  catalogEdits,
  otherUnitId,
  personEdits,
  postId,
  testFolder,
  testId,
  unitId,
} from "../../testing/rosters";
import { beginReceiving, knowWriters, packetOf } from "../../testing/op-files";
import { partOf } from "../../testing/proof-parts";
import type { Edit } from "../edit/edits";
import { sql } from "../file/sql";
import { conflictDetail, conflictKeys } from "../read/conflicts";
import { receivedRow } from "../receive/received-rows";
import { verifyRoster } from "../verify";

const person = 0x100;
const an = testId(person);
const post = testId(person + 1);
const diploma = testId(person + 2);
const added = testId(person + 9);

const remove: Edit = { kind: "remove", entity: "official", id: an, reason: "nhập trùng" };
/** What the other office does to the record without knowing of the removal. */
const unseen: readonly (readonly [string, Edit])[] = [
  ["her name", { kind: "update", entity: "official", id: an, fields: { fullName: "Tên khác" } }],
  ["her post", { kind: "update", entity: "assignment", id: post, fields: { from: "2019" } }],
  ["the end of her post", { kind: "update", entity: "assignment", id: post, fields: { to: "2020" } }],
  ["her diploma", { kind: "update", entity: "qualification", id: diploma, fields: { granted: "2010" } }],
  [
    "another post",
    {
      kind: "create",
      entity: "assignment",
      id: added,
      fields: { official: an, unit: otherUnitId, post: postId, from: "2021" },
    },
  ],
];

async function offices(): Promise<[TestOffice, TestOffice, TestOffice]> {
  const folder = testFolder();
  const district = await testOffice("huyen", 1, folder);
  const province = await testOffice("tinh", 2, folder);
  const commune = await testOffice("xa", 3, folder);
  district.write([...catalogEdits(), ...personEdits(person)]);
  for (const one of [province, commune]) await one.receive(district.file());
  return [district, province, commune];
}

/** Everything of her that stands in the tables. */
function standing(office: TestOffice): string[] {
  return ["official", "assignment", "qualification"].flatMap((table) =>
    office.roster.db
      .raw<[Buffer]>(sql`SELECT id FROM ${sql.name(table)} ORDER BY id`)
      .map(([id]) => bytesToUuid(id)),
  );
}

/** The conflict of whether she is there, as it is listed: each value once, the shown one first. */
function decision(office: TestOffice): unknown[] | null {
  const { db } = office.roster;
  const key = conflictKeys(db).find(({ rowId }) => rowId === an);
  return key === undefined ? null : (conflictDetail(db, key)?.voices.map(({ value }) => value) ?? null);
}

async function exchange(all: readonly TestOffice[]): Promise<void> {
  for (const one of all) for (const other of all) if (one !== other) await one.receive(other.file());
}

function checkSame(all: readonly TestOffice[]): void {
  for (const office of all) {
    expect(standing(office)).toEqual(standing(all[0] as TestOffice));
    expect(conflictKeys(office.roster.db)).toEqual(conflictKeys((all[0] as TestOffice).roster.db));
    expect(verifyRoster(office.path)).toMatchObject({ ok: true, problems: [] });
  }
}

describe.each(unseen)("somebody removed by one office while another, unseen, changed %s", (_, edit) => {
  const others = edit.kind === "create" ? [added] : [];

  it.each([
    ["removal", false],
    ["change", true],
  ])("stays in view with all that is hers, where the %s came last", async (_last, removalFirst) => {
    const [district, province, commune] = await offices();
    district.write([remove]);
    province.write([edit]);
    const files = [district.file(), province.file()];
    for (const file of removalFirst ? files : files.toReversed()) await commune.receive(file);
    await exchange([district, province, commune]);
    for (const office of [district, province, commune]) {
      expect(standing(office)).toEqual([an, post, ...others, diploma]);
      expect(decision(office)).toEqual([null, "nhập trùng"]);
      // One decision, also where the row that was gone on with was removed in the same breath.
      expect(conflictKeys(office.roster.db)).toHaveLength(1);
    }
    checkSame([district, province, commune]);
  });

  it("takes corrections and their undoing while it is open, and stays one decision", async () => {
    const [district, province, commune] = await offices();
    const fix: Edit = { kind: "update", entity: "assignment", id: post, fields: { from: "2012" } };
    const early = commune.roster.log.write({ action: "edit", user: "xa", edits: [fix] }).changeId ?? 0;
    await district.receive(commune.file());
    await province.receive(commune.file());
    district.write([remove]);
    province.write([edit]);
    await exchange([district, province, commune]);
    commune.write([
      { kind: "update", entity: "qualification", id: diploma, fields: { school: "Trường khác" } },
    ]);
    const keys = [{ rowId: an, entity: "official", field: "presence" }];
    expect(conflictKeys(commune.roster.db)).toEqual(keys);
    // What somebody else went on from is not taken back.
    const isGoneOn = edit.kind === "update" && "from" in edit.fields;
    if (!isGoneOn) commune.roster.log.undo(early, { user: "xa" });
    await exchange([district, province, commune]);
    expect(conflictKeys(commune.roster.db)).toEqual(keys);
    checkSame([district, province, commune]);
    commune.write([{ kind: "decide", entity: "official", id: an, removed: null }]);
    await exchange([district, province, commune]);
    for (const office of [district, province, commune]) expect(conflictKeys(office.roster.db)).toEqual([]);
    checkSame([district, province, commune]);
  });

  it.each([
    ["kept", null],
    ["removed", "đã xem cả hai"],
  ])("is %s everywhere, with all that is hers, once somebody decides so", async (_decided, removed) => {
    const all = await offices();
    const [district, province, commune] = all;
    district.write([remove]);
    province.write([edit]);
    await exchange(all);
    commune.write([{ kind: "decide", entity: "official", id: an, removed }]);
    await exchange(all);
    for (const office of all) {
      expect(standing(office)).toEqual(removed === null ? [an, post, ...others, diploma] : []);
      expect(conflictKeys(office.roster.db)).toEqual([]);
    }
    // Whoever goes on without having seen that decision opens the whole record once more.
    if (removed === null) return;
    checkSame(all);
  });

  it("goes whole into the record that it is joined into while that is open", async () => {
    const all = await offices();
    const [district, province, commune] = all;
    district.write(personEdits(person + 0x100));
    for (const one of [province, commune]) await one.receive(district.file());
    district.write([remove]);
    province.write([edit]);
    await exchange(all);
    const into = testId(person + 0x100);
    commune.write([{ kind: "join", entity: "official", id: an, into }]);
    await exchange(all);
    for (const office of all) {
      const { db } = office.roster;
      expect(standing(office)).not.toContain(an);
      expect(standing(office)).toEqual(expect.arrayContaining([post, ...others, diploma]));
      const owners = db.value<number>(
        sql`SELECT count(DISTINCT official) FROM assignment WHERE id IN (${uuidToBytes(post)}, ${uuidToBytes(testId(person + 0x101))})`,
      );
      expect(owners).toBe(1);
      expect(conflictKeys(db)).toEqual([]);
    }
    checkSame(all);
  });

  it("stays in view as a whole where a third office had not seen the decision either", async () => {
    const all = await offices();
    const [district, province, commune] = all;
    district.write([remove]);
    province.write([edit]);
    await exchange([district, province]);
    district.write([{ kind: "decide", entity: "official", id: an, removed: "đã xem" }]);
    commune.write([{ kind: "update", entity: "official", id: an, fields: { note: "việc ở xã" } }]);
    await exchange(all);
    for (const office of all) {
      expect(standing(office)).toEqual([an, post, ...others, diploma]);
      expect(decision(office)).toEqual([null, "đã xem"]);
    }
    checkSame(all);
  });
});

describe("one more removal that comes into an open decision", () => {
  it("is told in the preview of the file that brings it", async () => {
    const [district, province, commune] = await offices();
    commune.write([{ kind: "update", entity: "official", id: an, fields: { fullName: "Tên khác" } }]);
    district.write([remove]);
    province.write([{ kind: "remove", entity: "official", id: an, reason: "nhầm người" }]);
    await commune.receive(district.file());
    expect(decision(commune)).toEqual([null, "nhập trùng"]);
    const { log } = commune.roster;
    knowWriters({ log }, [province.file()]);
    const session = beginReceiving({ log, name: "xa", now: commune.environment.now });
    await session.add(packetOf(province.file()));
    const rows = session.effects.touched(0, 10).flatMap((person) => person.rows);
    const told = rows.map((row) => receivedRow(session.db, row, session.firstOp ?? 0));
    log.discardReceived();
    const ofAn = told.find(({ rowId }) => rowId === an);
    expect(ofAn?.fields.map(({ field, conflict }) => [field, conflict])).toEqual([["presence", true]]);
  });
});

describe("a unit removed by one office while another, unseen, entered somebody there", () => {
  it("stays in view until somebody decides, and the person with it", async () => {
    const all = await offices();
    const [district, province] = all;
    district.write([{ kind: "remove", entity: "unit", id: otherUnitId, reason: "nhầm" }]);
    province.write([{ kind: "update", entity: "assignment", id: post, fields: { unit: otherUnitId } }]);
    await exchange(all);
    for (const office of all) {
      expect(standing(office)).toEqual([an, post, diploma]);
      expect(conflictKeys(office.roster.db)).toEqual([
        { rowId: otherUnitId, entity: "unit", field: "presence" },
      ]);
    }
    province.write([{ kind: "update", entity: "assignment", id: post, fields: { unit: unitId } }]);
    await exchange(all);
    for (const office of all) {
      expect(conflictKeys(office.roster.db)).toEqual([]);
      const row = uuidToBytes(otherUnitId);
      expect(office.roster.db.value(sql`SELECT count(*) FROM unit WHERE id = ${row}`)).toBe(0);
    }
    checkSame(all);
  });
});

describe("removing somebody of whom a post waits for its unit", () => {
  it("takes the post along, and makes no conflict of the office with itself", async () => {
    const [district, province] = await offices();
    const unit = testId(0x300);
    province.write([
      {
        kind: "create",
        entity: "unit",
        id: unit,
        fields: { code: "9", name: "Mới", type: "xa", level: "commune" },
      },
    ]);
    province.write([{ kind: "update", entity: "assignment", id: post, fields: { unit } }]);
    const file = province.file();
    const held = file.runs.map((run) => ({ ...run, ops: run.ops.filter(({ op }) => op.entity !== 2) }));
    await district.receive(partOf(file, held));
    expect(standing(district)).toEqual([an, diploma]);
    district.write([remove]);
    expect(standing(district)).toEqual([]);
    expect(conflictKeys(district.roster.db)).toEqual([]);
  });
});
