// Guards that what a clerk reads of a damaged or rolled back roster is Vietnamese, with days as an office writes them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
beforeAll(() => (offices = testOffices()));
afterAll(() => offices.remove());

it("tells of changes that an older copy lacks with their number and local time", async () => {
  const office = await offices.office("xa-cu", "08173");
  const before = readFileSync(office.roster);
  await office.hires("Trần Thị Mẫu", "08173");
  writeFileSync(office.roster, before);
  const { stdout } = await office.run("verify", office.roster);
  expect(stdout).toMatch(/Bản cũ +Thiếu \d+ thay đổi đã lưu trên máy này đến \d\d\/\d\d\/\d{4} \d\d:\d\d/);
  expect(stdout).not.toMatch(/rolled-back|changes saved/);
});

it("names what was done in a change that lost operations by the words of the log", async () => {
  const office = await offices.office("xa-hong", "08173");
  await office.hires("Trần Thị Mẫu", "08173");
  const db = new DatabaseConstructor(office.roster);
  db.exec("UPDATE op SET body = zeroblob(length(body)) WHERE id = (SELECT max(id) FROM op)");
  db.close();
  const { stdout } = await office.run("recover", office.roster, "--to", join(office.roster, "..", "moi.scb"));
  expect(stdout).toContain("Cập nhật");
  expect(stdout).not.toMatch(/\bedit\b/);
});
