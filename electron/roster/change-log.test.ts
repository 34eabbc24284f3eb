import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AppError } from "../../shared/contract/errors";
import { officialPk, officialRecord } from "./read/officials";
import { rowFields } from "./read/rows";
import {
  catalogEdits,
  otherUnitId,
  personEdits,
  postId,
  testId,
  testRoster,
  unitId,
} from "../testing/rosters";
import type { Edit, EditFields } from "./edit/edits";
import { sql } from "./file/sql";

const user = "Lê Thị Hoa";

async function filled() {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user, edits: catalogEdits() });
  made.roster.log.write({ action: "add", user, edits: personEdits(100) });
  return made;
}

function refusal(work: () => unknown): { code: string; params: Readonly<Record<string, string | number>> } {
  try {
    work();
  } catch (error) {
    const { code, params } = error as AppError;
    return { code, params };
  }
  throw new Error("nothing was refused");
}

describe("change log", () => {
  it("puts a new person into the tables, with what is derived, and into the log", async () => {
    const { roster } = await filled();
    const record = officialRecord(roster.db, testId(100));
    expect(record?.fields).toMatchObject({
      fullName: "Nguyễn Văn An",
      sex: "male",
      birth: "1980-05",
      phone: null,
    });
    expect(record?.rows.assignment[0]?.fields).toMatchObject({
      official: testId(100),
      unit: unitId,
      post: postId,
      main: true,
    });
    expect(record?.rows.qualification[0]?.fields).toMatchObject({
      kind: "professional",
      level: "university",
    });
    expect(roster.db.raw(sql`SELECT birth_packed, sex_code FROM official`)).toEqual([[19800500, 1]]);
    expect(roster.db.raw(sql`SELECT from_packed, to_packed FROM assignment`)).toEqual([[20150000, 0]]);
    expect(roster.db.raw(sql`SELECT kind_code, level_rank, granted_packed FROM qualification`)).toEqual([
      [1, 5, 20090700],
    ]);
    expect(roster.db.raw(sql`SELECT seq, lamport, change_seq, created FROM op ORDER BY id`)).toEqual([
      [1, 1, 1, 1],
      [2, 2, 1, 1],
      [3, 3, 1, 1],
      [4, 4, 4, 1],
      [5, 5, 4, 1],
      [6, 6, 4, 1],
    ]);
    expect(officialPk(roster.db, testId(100))).toBe(4);
  });

  it("writes only what differs, and nothing at all where nothing does", async () => {
    const { roster } = await filled();
    const edits: Edit[] = [
      {
        kind: "update",
        entity: "official",
        id: testId(100),
        fields: { fullName: "Nguyễn Văn An", phone: "0912345678" },
      },
    ];
    const first = roster.log.write({ action: "edit", user, edits });
    expect(first).toMatchObject({ changeId: 7, opCount: 1, touched: { officials: [4] } });
    const body = roster.db.value<Buffer>(sql`SELECT body FROM op WHERE id = 7`);
    expect(body?.includes(Buffer.from("0912345678"))).toBe(true);
    expect(body?.includes(Buffer.from("Nguyễn"))).toBe(false);
    expect(roster.log.write({ action: "edit", user, edits })).toMatchObject({ changeId: null, opCount: 0 });
    expect(roster.db.value(sql`SELECT count(*) FROM change`)).toBe(3);
  });

  it("says which people and tables a change touched, on both sides of a move", async () => {
    const { roster } = await filled();
    roster.log.write({ action: "add", user, edits: personEdits(200) });
    const moved = roster.log.write({
      action: "correct",
      user,
      edits: [
        { kind: "update", entity: "qualification", id: testId(102), fields: { official: testId(200) } },
      ],
    });
    const pks = [officialPk(roster.db, testId(100)), officialPk(roster.db, testId(200))];
    expect([...moved.touched.officials].sort()).toEqual(pks);
    expect([...moved.touched.entities]).toEqual(["qualification"]);
  });

  it("takes a person's rows along when the person is removed, and keeps all of them in the log", async () => {
    const { roster } = await filled();
    const removed = roster.log.write({
      action: "remove",
      user,
      edits: [{ kind: "remove", entity: "official", id: testId(100), reason: "nhập trùng" }],
    });
    expect(removed.opCount).toBe(3);
    for (const table of ["official", "assignment", "qualification"]) {
      expect(roster.db.value(sql`SELECT count(*) FROM ${sql.name(table)}`)).toBe(0);
    }
    expect(roster.db.value(sql`SELECT count(*) FROM op`)).toBe(9);
    roster.log.undo(removed.changeId ?? 0, { user });
    const record = officialRecord(roster.db, testId(100));
    expect(record?.pk).toBe(4);
    expect(record?.rows.assignment).toHaveLength(1);
    expect(record?.rows.qualification).toHaveLength(1);
  });

  it("refuses to remove what others still point at, and writes nothing of that change", async () => {
    const { roster } = await filled();
    const edits: Edit[] = [
      { kind: "update", entity: "official", id: testId(100), fields: { phone: "1" } },
      { kind: "remove", entity: "unit", id: unitId, reason: "sáp nhập" },
    ];
    expect(refusal(() => roster.log.write({ action: "edit", user, edits })).code).toBe("row-in-use");
    expect(rowFields(roster.db, "official", testId(100))?.fields["phone"]).toBe(null);
    expect(roster.db.value(sql`SELECT count(*) FROM op`)).toBe(6);
  });

  it("refuses a reference that leads nowhere and a row that is not there", async () => {
    const { roster } = await filled();
    const assignment = { official: testId(100), unit: testId(999), post: postId };
    const lost = refusal(() =>
      roster.log.write({
        action: "add",
        user,
        edits: [{ kind: "create", entity: "assignment", id: testId(300), fields: assignment }],
      }),
    );
    expect(lost).toEqual({
      code: "reference-missing",
      params: { entity: "assignment", field: "unit", id: testId(999) },
    });
    const unknown = { kind: "update", entity: "official", id: testId(999), fields: { phone: "1" } } as const;
    expect(refusal(() => roster.log.write({ action: "edit", user, edits: [unknown] })).code).toBe(
      "row-unknown",
    );
    const otherKind = { ...unknown, id: unitId };
    expect(refusal(() => roster.log.write({ action: "edit", user, edits: [otherKind] })).code).toBe(
      "row-unknown",
    );
  });

  it.each([
    ["a field that does not exist", { shoeSize: 42 }],
    ["a date that does not exist", { birth: "1980-02-30" }],
    ["a key that is not in the list", { sex: "other" }],
    ["text for nothing", { note: "" }],
    ["half a character", { note: "\ud800" }],
    ["text that is not composed", { note: "Huệ".normalize("NFD") }],
    ["text beyond its length", { identityNumber: "1".repeat(201) }],
    ["nothing where something is required", { fullName: null }],
  ])("takes %s for a bug", async (_what, fields) => {
    const { roster } = await filled();
    const edits: Edit[] = [{ kind: "update", entity: "official", id: testId(100), fields }];
    expect(() => roster.log.write({ action: "edit", user, edits })).toThrow(/official/);
    expect(roster.db.value(sql`SELECT count(*) FROM op`)).toBe(6);
  });

  it("takes a second row with one id for a bug, also after the first was removed", async () => {
    const { roster } = await filled();
    expect(() => roster.log.write({ action: "add", user, edits: personEdits(100) })).toThrow(
      /created before/,
    );
    roster.log.write({
      action: "remove",
      user,
      edits: [{ kind: "remove", entity: "official", id: testId(100), reason: "x" }],
    });
    expect(() => roster.log.write({ action: "add", user, edits: personEdits(100) })).toThrow(
      /created before/,
    );
    expect(roster.db.value(sql`SELECT count(*) FROM official`)).toBe(0);
  });

  it("goes on after a refused change as if it had not been tried", async () => {
    const { roster } = await filled();
    const bad: Edit[] = [...personEdits(400), { kind: "remove", entity: "unit", id: unitId, reason: "x" }];
    expect(() => roster.log.write({ action: "add", user, edits: bad })).toThrow("row-in-use");
    roster.log.write({ action: "add", user, edits: personEdits(500) });
    expect(roster.db.raw(sql`SELECT seq, change_seq FROM op WHERE id > 6`)).toEqual([
      [7, 7],
      [8, 7],
      [9, 7],
    ]);
    expect(roster.writer.outcome).toBe("first");
  });

  it("takes edits from a generator and tells how far it is", async () => {
    const { roster } = await filled();
    const told: number[] = [];
    function* many(): Generator<Edit> {
      for (let i = 0; i < 10_050; i++) {
        yield {
          kind: "create",
          entity: "official",
          id: roster.log.newId(),
          fields: { fullName: `Người ${i}` },
        };
      }
    }
    const result = roster.log.write({
      action: "sample",
      user,
      edits: many(),
      onProgress: (count) => told.push(count),
    });
    expect(result.opCount).toBe(10_050);
    expect(result.touched.officials).toHaveLength(10_050);
    expect(told).toEqual([10_000]);
  });

  it("names the values it saw only where they are another writer's", async () => {
    const made = await filled();
    const edit = (roster: typeof made.roster, fields: EditFields) =>
      roster.log.write({
        action: "edit",
        user,
        edits: [{ kind: "update", entity: "official", id: testId(100), fields }],
      });
    const creation = made.roster.db.value<Buffer>(sql`SELECT hash FROM op WHERE id = 4`) as Buffer;
    edit(made.roster, { phone: "1" });
    rmSync(join(made.folder, "home", "sentinels"), { recursive: true });
    const again = await made.reopen();
    expect(again.writer.outcome).toBe("noSentinel");
    edit(again, { birth: "1981" });
    edit(again, { birth: "1982" });
    const ops = again.db.raw<[number, number, number, Buffer]>(
      sql`SELECT writer, seq, lamport, body FROM op WHERE id > 6`,
    );
    expect(ops.map(([writer, seq, lamport]) => [writer, seq, lamport])).toEqual([
      [1, 7, 7],
      [2, 1, 8],
      [2, 2, 9],
    ]);
    // The last one too: where the one between is lost, it still says what its author knew.
    expect(ops.map(([, , , body]) => body.includes(creation))).toEqual([false, true, true]);
    expect(rowFields(again.db, "official", testId(100))?.fields["birth"]).toBe("1982");
  });

  it("follows a unit's change of every kind of value", async () => {
    const { roster } = await filled();
    const fields = {
      parent: otherUnitId,
      areaFlags: "border mountain",
      predecessors: otherUnitId,
      validTo: "2025-06-30",
    };
    roster.log.write({
      action: "edit",
      user,
      edits: [{ kind: "update", entity: "unit", id: unitId, fields }],
    });
    expect(rowFields(roster.db, "unit", unitId)?.fields).toMatchObject(fields);
    roster.log.write({
      action: "edit",
      user,
      edits: [{ kind: "update", entity: "unit", id: unitId, fields: { parent: null } }],
    });
    expect(rowFields(roster.db, "unit", unitId)?.fields).toMatchObject({ ...fields, parent: null });
  });
});
