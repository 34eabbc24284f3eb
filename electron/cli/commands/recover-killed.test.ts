// A damaged roster beside which the journal of a killed write lies, or something else under its name: recovered all the same.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageSize } from "../../roster/file/journal";
import { killedInAWrite } from "../../testing/killed-write";
import { type Office, testOffices } from "../../testing/offices";

const offices = testOffices();
afterAll(() => offices.remove());

let office: Office;
let killed = "";
let journal = Buffer.alloc(0);
let operations = 0;

function rootOf(path: string, table: string): number {
  const db = new DatabaseConstructor(path, { readonly: true });
  try {
    const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").pluck().get(table);
    return Number(root);
  } finally {
    db.close();
  }
}

beforeAll(async () => {
  office = await offices.office("huyen", "232");
  for (let n = 0; n < 20; n++) await office.hires(`Người Giả Định ${n}`, "08203", "phone=0900000001");
  const { ops } = await office.json<{ ops: number }>("verify", office.roster);
  operations = ops;
  killed = join(dirname(office.roster), "killed.scb");
  killedInAWrite(office.roster, killed, "UPDATE official SET phone = '0'; UPDATE assignment SET note = 'x'");
  journal = readFileSync(`${killed}-journal`);
  const bytes = readFileSync(killed);
  bytes.fill(0xff, (rootOf(office.roster, "unit") - 1) * pageSize, rootOf(office.roster, "unit") * pageSize);
  writeFileSync(killed, bytes);
});

describe("recovery of a damaged roster with something under its journal's name", () => {
  const beside: readonly (readonly [string, () => Buffer])[] = [
    ["its own journal", () => journal],
    ["its own journal, cut off", () => journal.subarray(0, journal.length - 1000)],
    [
      "a journal of which only the head is left",
      () => Buffer.concat([journal.subarray(0, 8), Buffer.alloc(3000, 7)]),
    ],
    ["bytes that are no journal", () => Buffer.alloc(5000, 0x5a)],
    ["nothing but zeros", () => Buffer.alloc(5000)],
  ];
  it.each(beside)("gives back every operation beside %s, and leaves both files alone", async (_, bytes) => {
    writeFileSync(`${killed}-journal`, bytes());
    const before = [readFileSync(killed), readFileSync(`${killed}-journal`)];
    const to = join(offices.folder, "new.scb");
    rmSync(to, { force: true });
    const { code, stdout, stderr } = await office.run("recover", killed, "--to", to);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain(`${operations} thao tác`);
    const { ops } = await office.json<{ ops: number }>("verify", to);
    expect(ops).toBe(operations);
    expect([readFileSync(killed), readFileSync(`${killed}-journal`)]).toEqual(before);
  });
});
