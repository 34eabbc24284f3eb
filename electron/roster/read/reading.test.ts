import { describe, expect, it } from "vitest";
import { levelRank, qualificationKinds } from "../../../shared/domain/levels";
import {
  catalogEdits,
  otherUnitId,
  personEdits,
  postId,
  testId,
  testRoster,
  unitId,
} from "../../testing/rosters";
import * as facts from "./facts";
import { officeRow } from "./office";
import * as officials from "./officials";
import * as posts from "./posts";
import { rowFields } from "./rows";
import { allStandardSets } from "./standards";
import * as units from "./units";
import { sql } from "../file/sql";

const user = "Lê Thị Hoa";
const names = ["Trần Thị Ánh", "Đặng Văn Bình", "Nguyễn An", "Dương Văn Bình"];

async function filled() {
  const { roster } = await testRoster();
  roster.log.write({ action: "init", user, edits: catalogEdits() });
  names.forEach((fullName, index) => {
    const identityNumber = `0250${index % 2}000000${index}`;
    roster.log.write({
      action: "add",
      user,
      edits: personEdits(0x100 * (index + 1), { fullName, identityNumber }),
    });
  });
  return roster;
}

describe("officials", () => {
  it("are found both ways, counted and put in Vietnamese order", async () => {
    const { db } = await filled();
    const pks = officials.officialOrder(db);
    expect(officials.officialGridRows(db, pks).map((row) => row.fullName)).toEqual([
      "Nguyễn An",
      "Trần Thị Ánh",
      "Dương Văn Bình",
      "Đặng Văn Bình",
    ]);
    const before = (pk: number) => pks.filter((other) => officials.isBefore(db, other, pk)).length;
    expect(pks.map(before)).toEqual([0, 1, 2, 3]);
    expect(officials.isBefore(db, pks[0] ?? 0, 9999)).toBe(false);
    expect(officials.officialCount(db)).toBe(4);
    const ids = officials.officialIds(db, [...pks, 9999]);
    expect(ids.size).toBe(4);
    for (const [pk, id] of ids) {
      expect(officials.officialPk(db, id)).toBe(pk);
      expect(officials.officialId(db, pk)).toBe(id);
    }
    expect(officials.officialPk(db, "nonsense")).toBe(null);
    expect(officials.officialId(db, 9999)).toBe(null);
  });

  it("come in the order asked for, without those who are not there", async () => {
    const { db } = await filled();
    const [first = 0, second = 0] = officials.officialOrder(db);
    expect(officials.officialGridRows(db, [second, 9999, first, second]).map((row) => row.pk)).toEqual([
      second,
      first,
      second,
    ]);
    expect(() =>
      officials.officialGridRows(
        db,
        Array.from({ length: 501 }, () => first),
      ),
    ).toThrow(RangeError);
  });

  it("are found by the beginning of an identity number", async () => {
    const { db } = await filled();
    const found = (prefix: string) =>
      officials
        .officialGridRows(db, officials.officialsByIdentityPrefix(db, prefix, 10))
        .map((row) => row.identityNumber);
    expect(found("0250")).toEqual(["025000000000", "025000000002", "025010000001", "025010000003"]);
    expect(found("02501")).toEqual(["025010000001", "025010000003"]);
    expect(found("03")).toEqual([]);
    expect(officials.officialsByIdentityPrefix(db, "0250", 1)).toHaveLength(1);
  });

  it("give their names in slices", async () => {
    const { db } = await filled();
    const first = officials.officialNames(db, 0, 3);
    const rest = officials.officialNames(db, first[2]?.[0] ?? 0, 3);
    expect([...first, ...rest].map(([, fullName]) => fullName)).toEqual(names);
    expect(officials.officialNamesOf(db, first[0]?.[0] ?? 0)).toEqual(first[0]);
    expect(officials.officialNamesOf(db, 9999)).toBe(null);
  });
});

describe("catalog", () => {
  it("gives units, posts, sets and the office as they stand", async () => {
    const roster = await filled();
    const set = testId(0x900);
    const rule = { set, standard: "professional", postGroups: "civilServant policeChief", clause: "khoản 1" };
    roster.log.write({
      action: "edit",
      user,
      edits: [
        {
          kind: "update",
          entity: "unit",
          id: unitId,
          fields: { areaFlags: "mountain", parent: otherUnitId },
        },
        {
          kind: "create",
          entity: "office",
          id: testId(0x901),
          fields: { unit: unitId, name: "UBND xã Quảng Yên" },
        },
        {
          kind: "create",
          entity: "standardSet",
          id: testId(0x902),
          fields: { key: "b", name: "B", validFrom: "2023-08-01" },
        },
        {
          kind: "create",
          entity: "standardSet",
          id: set,
          fields: { key: "a", name: "A", validFrom: "2019-12-25", verified: false },
        },
        {
          kind: "create",
          entity: "standardRule",
          id: testId(0x903),
          fields: { ...rule, order: 2, verified: true },
        },
        { kind: "create", entity: "standardRule", id: testId(0x904), fields: { ...rule, order: 1 } },
      ],
    });
    const { db } = roster;
    expect(units.allUnits(db)).toMatchObject([
      {
        pk: 1,
        id: unitId,
        code: "08173",
        name: "Quảng Yên",
        type: "xa",
        level: "commune",
        parentPk: 2,
        areaFlags: "mountain",
        validFrom: null,
      },
      { pk: 2, id: otherUnitId, parentPk: null, areaFlags: "" },
    ]);
    expect(units.unitById(db, otherUnitId)?.code).toBe("08203");
    expect(units.unitById(db, testId(999))).toBe(null);
    expect(units.unitsByCode(db, "08173").map((unit) => unit.id)).toEqual([unitId]);
    expect(units.unitCount(db)).toBe(2);
    expect(posts.allPosts(db)).toEqual([
      {
        pk: 3,
        id: postId,
        key: "congAn",
        name: "Trưởng Công an",
        group: "policeChief",
        category: "congChuc",
        order: 1,
        validFrom: null,
        validTo: null,
      },
    ]);
    expect(posts.postById(db, postId)?.key).toBe("congAn");
    expect(officeRow(db)?.fields).toMatchObject({
      unit: unitId,
      name: "UBND xã Quảng Yên",
      signerName: null,
    });
    expect(
      allStandardSets(db).map(({ fields, rules }) => [
        fields["key"],
        fields["verified"],
        rules.map((one) => one.fields["order"]),
      ]),
    ).toEqual([
      ["a", false, [1, 2]],
      ["b", null, []],
    ]);
    expect(rowFields(db, "standardRule", testId(0x903))?.fields).toMatchObject({
      set,
      verified: true,
      minimumLevel: null,
    });
    expect(rowFields(db, "standardRule", "nonsense")).toBe(null);
  });
});

describe("facts", () => {
  it("are numbers, two answers and a field of study, in slices by pk, the same for one person", async () => {
    const { db } = await filled();
    const proof = expect.any(Number) as number;
    expect(facts.lastRow(db)).toBe(db.value(sql`SELECT max(id) FROM op`));
    expect(facts.officialFacts(db, 0, 2)).toEqual([
      [4, 19800500, 1, 0, null, null, proof],
      [7, 19800500, 1, 0, null, null, proof],
    ]);
    expect(facts.officialFacts(db, 7, 9)).toHaveLength(2);
    expect(facts.officialFacts(db, 99, 9)).toEqual([]);
    expect(facts.assignmentFacts(db, 0, 1)).toEqual([[5, 4, 1, 3, 20150000, 0, 1, proof]]);
    const kind = qualificationKinds.indexOf("professional");
    const rank = levelRank("professional", "university");
    expect(facts.qualificationFacts(db, 0, 1)).toEqual([[6, 4, kind, rank, null, 20090700, 20211001, proof]]);
    expect(facts.officialFactsOf(db, 4)).toEqual([4, 19800500, 1, 0, null, null, proof]);
    expect(facts.officialFactsOf(db, 999)).toBe(null);
    expect(facts.assignmentFactsOf(db, 4)).toEqual(facts.assignmentFacts(db, 0, 1));
    expect(facts.qualificationFactsOf(db, 4)).toEqual(facts.qualificationFacts(db, 0, 1));
  });
});
