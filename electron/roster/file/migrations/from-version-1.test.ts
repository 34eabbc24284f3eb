// A roster of version 1, as it stands on PCs in the field, is opened by this program.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { uuidToBytes } from "../../../../shared/sync/bytes";
import type { FieldValue } from "../../../../shared/domain/entities";
import type { Op } from "../../../../shared/sync/op";
import { encodeBody, encodeOp } from "../../../../shared/sync/op-codec";
import { testOffice } from "../../../testing/log-offices";
import { sha256 } from "../sha256";
import { openRoster } from "../../roster";
import { testEnvironment, testFolder, testId } from "../../../testing/rosters";
import { verifyRoster } from "../../verify";
import { migrate, migrations, schemaVersion } from "./migrate";
import { sql } from "../sql";

const versionOne = migrations.slice(0, 1);
const writer = Buffer.alloc(48, 3);

/** A chain of four ops in two changes, as version 1 wrote them. */
function chain(): { op: Op; hash: Uint8Array }[] {
  const bodies = [
    {
      row: 1,
      entity: 2,
      fields: [
        [1, "08173"],
        [2, "Quảng Yên"],
        [3, "xa"],
        [4, "commune"],
      ] as const,
      create: true,
    },
    {
      row: 2,
      entity: 4,
      fields: [
        [1, "Nguyễn Văn An"],
        [4, "1980-05"],
      ] as const,
      create: true,
    },
    {
      row: 2,
      entity: 4,
      fields: [
        [1, "Nguyễn Văn Anh"],
        [77, "của bản mới"],
      ] as const,
      create: false,
    },
    { row: 9, entity: 60, fields: [[5, true]] as const, create: true },
  ];
  let prev: Uint8Array | null = null;
  return bodies.map(({ row, entity, fields, create }, place) => {
    const isFirst = place === 0 || place === 2;
    const op: Op = {
      writer,
      seq: place + 1,
      prev,
      lamport: place + 1,
      at: 1_600_000_000_000 + place,
      user: "Hoa",
      change: place < 2 ? 1 : 3,
      entity,
      row: uuidToBytes(testId(row)),
      create,
      body: encodeBody({
        fields: new Map<number, FieldValue>(fields),
        supersedes: new Map(),
        meta: isFirst ? { action: place === 0 ? "init" : "edit", reason: "như cũ", undoes: null } : null,
      }),
    };
    const hash = sha256(encodeOp(op));
    prev = hash;
    return { op, hash };
  });
}

/** Writes a file as the first release did: its tables, its columns, nothing else. */
function versionOneFile(path: string): void {
  const db = new DatabaseConstructor(path);
  migrate(db, path, versionOne);
  const ops = chain();
  const last = ops.at(-1);
  db.prepare("INSERT INTO author (id, name) VALUES (1, 'Hoa')").run();
  db.prepare(
    "INSERT INTO writer (id, identity, last_seq, last_hash, last_lamport) VALUES (1, ?, 4, ?, 4)",
  ).run(writer, last?.hash);
  db.prepare("INSERT INTO local_state (key, value) VALUES ('writer', ?), ('projection', 1)").run(writer);
  for (const { op, hash } of ops) {
    db.prepare(
      `INSERT INTO op (writer, seq, hash, lamport, at, author, change_seq, entity, row, created, body)
       VALUES (1, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
    ).run(op.seq, hash, op.lamport, op.at, op.change, op.entity, op.row, op.create ? 1 : 0, op.body);
  }
  db.exec(`
    INSERT INTO change (id, writer, first_seq, last_seq, at, author, action, reason, subject)
    VALUES (1, 1, 1, 2, 1600000000000, 1, 'init', 'như cũ', NULL), (3, 1, 3, 4, 1600000000002, 1, 'edit', 'như cũ', 2)`);
  db.prepare(
    "INSERT INTO unit (pk, id, code, name, type, level) VALUES (1, ?, '08173', 'Quảng Yên', 'xa', 'commune')",
  ).run(uuidToBytes(testId(1)));
  db.prepare(
    `INSERT INTO official (pk, id, full_name, birth, birth_packed, sex_code, sort_key)
     VALUES (2, ?, 'Nguyễn Văn Anh', '1980-05', 19800500, 0, 'x')`,
  ).run(uuidToBytes(testId(2)));
  db.close();
}

const untouched = [
  "SELECT id, writer, seq, hash, lamport, at, author, change_seq, entity, row, created, body FROM op ORDER BY id",
  "SELECT id, identity, branch, last_seq, last_hash, last_lamport FROM writer ORDER BY id",
  "SELECT * FROM author ORDER BY id",
  `SELECT id, writer, first_seq, last_seq, at, author, action, reason, subject, undoes, undone_by FROM change ORDER BY id`,
  "SELECT pk, id, code, name, type, level, parent, valid_from, valid_to FROM unit ORDER BY pk",
  "SELECT pk, id, full_name, birth, identity_number FROM official ORDER BY pk",
];

function read(path: string): unknown[][] {
  const db = new DatabaseConstructor(path, { readonly: true });
  try {
    return untouched.map((sql) => db.prepare(sql).raw().all());
  } finally {
    db.close();
  }
}

describe("a roster of version 1", () => {
  it("keeps log, changes and rows as they are, and is whole afterwards", async () => {
    const folder = testFolder();
    const path = join(folder, "so.scb");
    versionOneFile(path);
    const before = read(path);
    const roster = await openRoster(path, testEnvironment(join(folder, "home")));
    expect(roster.db.value(sql`SELECT count(*) FROM op WHERE prev IS NOT NULL OR compacted <> 0`)).toBe(0);
    expect(roster.db.all(sql`SELECT forked, first_seq, parent FROM writer`)).toEqual([
      { forked: 0, first_seq: 1, parent: null },
    ]);
    expect(roster.db.value(sql`SELECT count(*) FROM change WHERE reception IS NOT NULL`)).toBe(0);
    for (const list of ["conflict", "unresolved", "hidden", "waiting", "reception", "receipt", "sent"]) {
      expect({ list, rows: roster.db.all(sql`SELECT * FROM ${sql.name(list)}`) }).toEqual({ list, rows: [] });
    }
    expect(roster.db.value(sql`SELECT value FROM local_state WHERE key = 'projection'`)).toBe(schemaVersion);
    await roster.close();
    expect(read(path)).toEqual(before);
    expect(verifyRoster(path)).toMatchObject({ ok: true, ops: 4, problems: [] });
  });

  it("trades with others from then on, as one that was made today", async () => {
    const folder = testFolder();
    const path = join(folder, "so.scb");
    versionOneFile(path);
    const commune = await testOffice("xa", 1, folder);
    await commune.roster.close();
    copyFileSync(path, commune.path);
    commune.roster = await openRoster(commune.path, commune.environment);
    const district = await testOffice("huyen", 2, folder);
    commune.write([
      { kind: "update", entity: "official", id: testId(2), fields: { note: "sau khi nâng cấp" } },
    ]);
    await district.receive(commune.file());
    expect(district.roster.db.all(sql`SELECT full_name AS name, note FROM official`)).toEqual([
      { name: "Nguyễn Văn Anh", note: "sau khi nâng cấp" },
    ]);
    for (const office of [commune, district]) expect(verifyRoster(office.path)).toMatchObject({ ok: true });
  });

  it("stays a roster of version 1 where the upgrade fails", () => {
    const path = join(testFolder(), "so.scb");
    versionOneFile(path);
    const before = read(path);
    const db = new DatabaseConstructor(path);
    expect(() => migrate(db, path, [...migrations, "no SQL at all"])).toThrow(/syntax error/);
    expect(db.pragma("user_version", { simple: true })).toBe(1);
    db.close();
    expect(read(path)).toEqual(before);
  });
});
