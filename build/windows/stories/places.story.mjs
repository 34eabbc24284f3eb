/** How paths can be written on Windows, and which names it lets nobody give. */
import assert from "node:assert/strict";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { join, toNamespacedPath } from "node:path";
import { test } from "node:test";
import { newFolder, Office, stick } from "./office.mjs";

const report = (office, out) => [
  "report",
  office.roster,
  "--form",
  "standards-by-commune",
  "--format",
  "csv",
  "--out",
  out,
];

const here = new Office("ở đây").init("08173");
const id = here.hires("Đỗ Văn Đọc", "08173");
const onStick = new Office("USB");
onStick.roster = `${stick}Sổ xã.scb`;
onStick.init("08173");
const there = onStick.hires("Trần Văn Ổ", "08173");

test("a drive's letter may be written large or small, with either slash, and is the same file", () => {
  let phone = 100;
  for (const path of [
    onStick.roster.toLowerCase(),
    onStick.roster.toUpperCase(),
    onStick.roster.replaceAll("\\", "/"),
    toNamespacedPath(onStick.roster),
  ]) {
    onStick.json("edit", path, "official", there, `phone=0${++phone}`);
    assert.equal(onStick.field(there, "phone"), `0${phone}`);
  }
});

test("a roster held under one way of writing is held under all of them", async () => {
  const window = await onStick.opens();
  assert.equal(window.said.code, "ok");
  for (const path of [onStick.roster.toLowerCase(), onStick.roster.replaceAll("\\", "/")])
    assert.equal(onStick.refusal("undo", path).code, "roster-locked");
  await window.close();
  // A file taken for another one would be written under a further name.
  assert.equal(onStick.writers(), 1);
});

test("paths may begin at the folder or the drive one is in", () => {
  mkdirSync(join(here.folder, "bao cao"));
  for (const out of ["bao cao", ".\\bao cao\\", `${here.folder.slice(2)}\\bao cao`])
    here.json(...report(here, out));
  assert.equal(readdirSync(join(here.folder, "bao cao")).length, 3);
  assert.equal(here.json("verify", "Sổ cán bộ.scb").ok, true);
  assert.ok(here.json(...report(here, stick)).files[0].path.startsWith(stick));
  rmSync(join(here.folder, "bao cao"), { recursive: true });
});

test("letters with marks are found as they are written, in both of Unicode's ways", () => {
  const names = ["NFC", "NFD"].map((form) => "Xã Hòa Bình ở giữa.scb".normalize(form));
  const folder = newFolder("Sổ huyện".normalize("NFD"));
  const office = new Office("dấu", folder);
  for (const name of names) {
    office.roster = join(folder, name);
    office.json("init", office.roster, "--unit", "08173", "--on", "2021-10-01");
    const person = office.json(
      "add",
      office.roster,
      "official",
      `fullName=${"Nguyễn Thị Hòa".normalize("NFD")}`,
    ).id;
    assert.equal(office.field(person, "fullName"), "Nguyễn Thị Hòa".normalize("NFC"));
    office.json(...report(office, folder));
  }
  const rosters = readdirSync(folder).filter((name) => name.endsWith(".scb"));
  assert.deepEqual(rosters.sort(), [...names].sort());
});

test("names that Windows keeps for devices, or cannot hold, are refused before anything is made", () => {
  const folder = newFolder("tên");
  const names = ["CON.scb", "nul.scb", "COM1.scb", "lpt9.abc.scb", "so. ", "so.scb.", "a:b.scb", "a|b?.scb"];
  for (const name of names) {
    const path = join(folder, name);
    const { code, message } = here.refusal("init", path, "--unit", "08173", "--on", "2021-10-01");
    assert.deepEqual([name, code], [name, "name-refused"]);
    assert.match(message, /Windows/);
  }
  assert.equal(here.refusal("sample", join(folder, "aux")).code, "name-refused");
  const card = ["sync", "keys", here.roster, "--card", join(folder, "PRN.scbkey")];
  assert.equal(here.refusal(...card).code, "name-refused");
  assert.deepEqual(readdirSync(folder), []);
});

test("a roster that is marked read-only is read, and is refused for writing in words of that", () => {
  const before = readFileSync(here.roster);
  chmodSync(here.roster, 0o444);
  assert.equal(here.field(id, "fullName"), "Đỗ Văn Đọc");
  const { code } = here.refusal("edit", here.roster, "official", id, "phone=1");
  assert.ok(readFileSync(here.roster).equals(before));
  chmodSync(here.roster, 0o666);
  assert.equal(code, "roster-readonly");
  here.json("edit", here.roster, "official", id, "phone=1");
  assert.deepEqual(readdirSync(here.folder).sort(), ["Cài đặt", "Sổ cán bộ.scb", "the.scbkey"]);
});

test("folders cannot be flushed here, and nothing asks for it", () => {
  const folder = newFolder("thư mục");
  assert.throws(() => {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
  here.json(...report(here, folder));
  assert.equal(readdirSync(folder).length, 1);
});
