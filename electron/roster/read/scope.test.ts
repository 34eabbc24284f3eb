import { describe, expect, it } from "vitest";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { FieldValue } from "../../../shared/domain/entities";
import type { Edit } from "../edit/edits";
import { keyOf, testOffice, type TestOffice } from "../../testing/log-offices";
import { catalogEdits, otherUnitId, postId, testFolder, testId, unitId } from "../../testing/rosters";
import { permitted } from "../log/outgoing";
import { opsInScope, unitsInScope } from "./scope";
import { sql } from "../file/sql";

const today = 20260101;
const nobody = new Uint8Array(32);

function person(number: number, assignments: readonly Record<string, FieldValue>[]): Edit[] {
  const official = testId(number);
  return [
    { kind: "create", entity: "official", id: official, fields: { fullName: `Người ${number}` } },
    ...assignments.map(
      (fields, place): Edit => ({
        kind: "create",
        entity: "assignment",
        id: testId(number + 1 + place),
        fields: { official, unit: unitId, post: postId, from: "2015", ...fields },
      }),
    ),
    {
      kind: "create",
      entity: "qualification",
      id: testId(number + 9),
      fields: { official, kind: "professional", level: "university" },
    },
  ];
}

async function district(): Promise<TestOffice> {
  const office = await testOffice("huyen", 1, testFolder());
  office.write(catalogEdits());
  return office;
}

/** Row ids (last three digits) of the ops that the commune may know, and how many ops of each. */
function known(office: TestOffice, signKey: Uint8Array = nobody): Record<string, number> {
  const { db } = office.roster;
  const { ops } = opsInScope(db, unitsInScope(db, unitId), [signKey], today);
  const rows: Record<string, number> = {};
  for (const [id, row] of db.raw<[number, Buffer]>(
    sql`SELECT id, row FROM op WHERE entity IN (4, 5, 6, 9, 10)`,
  )) {
    if (!ops.has(id)) continue;
    const name = bytesToUuid(row).slice(-3);
    rows[name] = (rows[name] ?? 0) + 1;
  }
  return rows;
}

describe("what a commune may know", () => {
  it("is its own people with all that belongs to them, and nobody of the neighbour's", async () => {
    const office = await district();
    office.write([...person(0x100, [{}]), ...person(0x200, [{ unit: otherUnitId }])]);
    expect(known(office)).toEqual({ "100": 1, "101": 1, "109": 1 });
    const { db } = office.roster;
    expect(opsInScope(db, unitsInScope(db, unitId), [nobody], today).people).toBe(1);
  });

  it("is the assignments there of those who went elsewhere, and their name as it was, but nothing later", async () => {
    const office = await district();
    office.write(person(0x100, [{ to: "2020" }, { unit: otherUnitId, from: "2021" }]));
    office.write([{ kind: "update", entity: "official", id: testId(0x100), fields: { phone: "0912" } }]);
    expect(known(office)).toEqual({ "100": 1, "101": 1 });
  });

  it("is also the post elsewhere that was begun before they left, since it decides where they counted", async () => {
    const office = await district();
    office.write(person(0x100, [{ to: "2020" }, { unit: otherUnitId, from: "2020-06" }]));
    office.write(
      person(0x200, [
        { unit: otherUnitId, from: "2010", to: "2012" },
        { to: "2014" },
        { unit: otherUnitId, from: "2015" },
      ]),
    );
    expect(known(office)).toEqual({ "100": 1, "101": 1, "102": 1, "200": 1, "201": 1, "202": 1 });
  });

  it("is the record of somebody who left as it was then, on whatever day it is asked", async () => {
    const office = await district();
    office.write(person(0x100, [{ from: "2010" }]));
    office.write([{ kind: "update", entity: "official", id: testId(0x100), fields: { phone: "0911" } }]);
    office.write([
      { kind: "update", entity: "official", id: testId(0x100), fields: { phone: "0912" } },
      { kind: "update", entity: "assignment", id: testId(0x101), fields: { to: "2014" } },
      {
        kind: "create",
        entity: "assignment",
        id: testId(0x105),
        fields: { official: testId(0x100), unit: otherUnitId, post: postId, from: "2015" },
      },
    ]);
    office.write([
      {
        kind: "create",
        entity: "qualification",
        id: testId(0x108),
        fields: { official: testId(0x100), kind: "professional", level: "master", granted: "2012" },
      },
      { kind: "update", entity: "qualification", id: testId(0x109), fields: { level: "college" } },
      { kind: "update", entity: "official", id: testId(0x100), fields: { birth: "1975" } },
      { kind: "update", entity: "official", id: testId(0x100), fields: { sex: "male", phone: "0913" } },
    ]);
    // Not the number that came with the transfer or later, nor the diploma entered since; but what is corrected of the
    // level and of the birth date that stood there.
    expect(known(office)).toEqual({ "100": 3, "101": 2, "109": 2 });
  });

  it("holds the diplomas of those whose time there was only entered later, as far as they had them then", async () => {
    const office = await district();
    const studied = (id: number, granted: string): Edit => ({
      kind: "create",
      entity: "qualification",
      id: testId(id),
      fields: { official: testId(0x100), kind: "professional", level: "university", granted },
    });
    office.write([
      ...person(0x100, [
        { unit: otherUnitId, from: "2015" },
        { unit: otherUnitId, from: "2010", to: "2012" },
      ]),
      studied(0x107, "2009"),
      studied(0x108, "2013"),
    ]);
    expect(known(office)).toEqual({});
    office.write([{ kind: "update", entity: "assignment", id: testId(0x102), fields: { unit: unitId } }]);
    expect(known(office)).toEqual({ "100": 1, "102": 2, "107": 1 });
  });

  it("is the whole record of somebody whose last post was there", async () => {
    const office = await district();
    office.write(
      person(0x100, [
        { unit: otherUnitId, from: "2010", to: "2012" },
        { from: "2012", to: "2020" },
      ]),
    );
    expect(known(office)).toEqual({ "100": 1, "101": 1, "102": 1, "109": 1 });
  });

  it("follows a unit that was corrected: the person is the other commune's from then on", async () => {
    const office = await district();
    office.write(person(0x100, [{ unit: otherUnitId }]));
    expect(known(office)).toEqual({});
    office.write([{ kind: "update", entity: "assignment", id: testId(0x101), fields: { unit: unitId } }]);
    expect(known(office)).toEqual({ "100": 1, "101": 2, "109": 1 });
  });

  it("keeps what the office wrote itself and the assignments that it filed, whoever moved them since", async () => {
    const folder = testFolder();
    const commune = await testOffice("xa", 2, folder);
    const above = await testOffice("tren", 3, folder);
    commune.write([...catalogEdits(), ...person(0x100, [{}])]);
    await above.receive(commune.file());
    expect(known(above, keyOf(commune))).toEqual({ "100": 1, "101": 1, "109": 1 });
    above.write([
      { kind: "update", entity: "assignment", id: testId(0x101), fields: { unit: otherUnitId } },
      { kind: "update", entity: "official", id: testId(0x100), fields: { phone: "0912" } },
    ]);
    expect(known(above, keyOf(commune))).toEqual({ "100": 1, "101": 2, "109": 1 });
  });

  it("holds the answer to what the office asked of others", async () => {
    const folder = testFolder();
    const commune = await testOffice("xa", 2, folder);
    const above = await testOffice("tren", 3, folder);
    const fields = { about: testId(0x100), to: "ab".repeat(32), text: "Ngày nào đúng?" };
    commune.write([...catalogEdits(), { kind: "create", entity: "question", id: testId(0x500), fields }]);
    await above.receive(commune.file());
    above.write([{ kind: "settle", entity: "question", id: testId(0x500), fields: { answer: "Ngày 01" } }]);
    expect(known(above, keyOf(commune))).toEqual({ "500": 2 });
  });

  it("holds removed people and assignments, so that a removal arrives", async () => {
    const office = await district();
    office.write([...person(0x100, [{}]), ...person(0x200, [{}, { unit: otherUnitId }])]);
    office.write([
      { kind: "remove", entity: "official", id: testId(0x100), reason: "nhầm" },
      { kind: "remove", entity: "assignment", id: testId(0x201), reason: "nhầm" },
    ]);
    // Of somebody who has a post elsewhere only that this one was none.
    expect(known(office)).toEqual({ "100": 2, "101": 2, "109": 2, "201": 2 });
  });

  it("holds records that were joined into one of its people, with what they had", async () => {
    const office = await district();
    office.write([
      ...person(0x100, [{}]),
      ...person(0x200, [{ unit: otherUnitId, from: "2010", to: "2012" }]),
    ]);
    office.write([{ kind: "join", entity: "official", id: testId(0x200), into: testId(0x100) }]);
    expect(known(office)).toEqual({ "100": 1, "101": 1, "109": 1, "200": 2, "201": 1, "209": 1 });
  });

  it("holds what joins a record to somebody who went elsewhere, also by way of a third, and no more", async () => {
    const office = await district();
    office.write([...person(0x100, [{ to: "2012" }]), ...person(0x200, [{ to: "2020" }])]);
    office.write(person(0x300, [{ unit: otherUnitId, from: "2021" }]));
    office.write([{ kind: "update", entity: "official", id: testId(0x100), fields: { phone: "0912" } }]);
    office.write([{ kind: "join", entity: "official", id: testId(0x100), into: testId(0x200) }]);
    office.write([{ kind: "join", entity: "official", id: testId(0x200), into: testId(0x300) }]);
    for (const id of [0x100, 0x200, 0x300])
      office.write([
        {
          kind: "create",
          entity: "qualification",
          id: testId(id + 8),
          fields: { official: testId(0x300), kind: "it", level: "certificate" },
        },
      ]);
    // Two records as they were when they went up in the third, with their joining; of the third that it is there.
    expect(known(office)).toEqual({ "100": 3, "101": 1, "109": 1, "200": 2, "201": 1, "209": 1, "300": 1 });
  });

  it("reaches into the communes that it was formed from", async () => {
    const office = await district();
    office.write(person(0x200, [{ unit: otherUnitId }]));
    office.write([{ kind: "update", entity: "unit", id: unitId, fields: { predecessors: otherUnitId } }]);
    expect(known(office)).toEqual({ "200": 1, "201": 1, "209": 1 });
  });

  it("leaves no gap behind: what is held back is named, and nothing else is", async () => {
    const office = await district();
    office.write([...person(0x100, [{}]), ...person(0x200, [{ unit: otherUnitId }]), ...person(0x300, [{}])]);
    const { db } = office.roster;
    const { ops } = opsInScope(db, unitsInScope(db, unitId), [nobody], today);
    const { runs, withheld } = permitted(db, ops, () => false);
    const sent = [...runs].flatMap((run) => [...run.ops].map(({ op }) => op.seq));
    const back = withheld.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, n) => first + n),
    );
    expect([...sent, ...back].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(back).toEqual([7, 8, 9]);
  });
});
