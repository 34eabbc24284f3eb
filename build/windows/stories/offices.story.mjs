/** Two offices of one district go about their work on Windows: everything that the command line does, from making rosters to settling what they disagree on. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newFolder, Office, share, stick, typed } from "./office.mjs";

const { STORY_FIGURES, STORY_LINUX_ROSTER, STORY_LEFT_ROSTER } = process.env;

test("the sample has the figures that it has on Linux, and verifies", () => {
  const office = new Office("mẫu");
  office.json("sample", office.roster);
  assert.deepEqual(office.json("stats", office.roster), JSON.parse(readFileSync(STORY_FIGURES, "utf8")));
  assert.equal(office.writers(), 1);
  const { stdout } = office.cli("stats", office.roster);
  assert.match(stdout, /^Mức độ đạt chuẩn theo đơn vị tại ngày 01\/10\/2021\n/);
});

test("a roster that Linux made opens, is edited, and verifies", () => {
  const office = new Office("từ Linux");
  office.roster = STORY_LINUX_ROSTER;
  assert.equal(office.json("verify", office.roster).ok, true);
  const { people } = office.json("people", office.roster);
  office.json("edit", office.roster, "official", people[0].id, "phone=0912");
  assert.equal(office.field(people[0].id, "phone"), "0912");
  // Another machine writes under a name of its own.
  assert.equal(office.writers(), 2);
});

test("people are added, edited, undone, and read in the log", () => {
  const office = new Office("xã").init("08173");
  const id = office.hires("Nguyễn Thị Hòa", "08173", "phone=0900", "birth=12/05/1980");
  office.json("edit", office.roster, "official", id, "phone=0911");
  assert.equal(office.field(id, "phone"), "0911");
  office.json("undo", office.roster);
  assert.equal(office.field(id, "phone"), "0900");
  const { changes } = office.json("log", office.roster);
  assert.deepEqual(
    changes.slice(0, 2).map(({ action }) => action),
    ["undo", "edit"],
  );
  assert.equal(office.writers(), 1);
  assert.deepEqual(readdirSync(office.folder).sort(), ["Cài đặt", "Sổ cán bộ.scb", "the.scbkey"]);
});

test("reports are written as Excel and CSV, in words of Vietnamese, and never over one another", () => {
  const office = new Office("báo cáo");
  office.json("sample", office.roster);
  const out = newFolder("Báo cáo quý");
  const words = ["report", office.roster, "--form", "standards-by-commune", "--out", out];
  const first = office.json(...words, "--format", "xlsx");
  const second = office.json(...words, "--format", "xlsx");
  const csv = office.json(...words, "--format", "csv");
  assert.equal(new Set([first, second].map(({ files }) => files[0].path)).size, 2);
  assert.equal(readFileSync(first.files[0].path).subarray(0, 2).toString(), "PK");
  assert.match(readFileSync(csv.files[0].path, "utf8"), /Chí Tiên/);
  assert.equal(readdirSync(out).length, 3);
  assert.equal(
    office.refusal(...words.slice(0, -1), join(out, "không có"), "--format", "csv").code,
    "folder-missing",
  );
});

test("offices exchange keys and changes by a stick, and settle what they disagree on", () => {
  const commune = new Office("xã").init("08173");
  const district = new Office("huyện").init("232");
  commune.trusts(district);
  district.trusts(commune);
  const person = commune.hires("Nguyễn Văn Thử", "08173", "phone=0900");
  const sends = (office) =>
    office.json("sync", "export", office.roster, "--to", stick).files.map(({ file }) => file);
  const receives = (office, files) => office.json("sync", "receive", office.roster, ...files).files;
  const first = sends(commune);
  assert.ok(
    first.every((file) => file.startsWith(stick)),
    first.join(),
  );
  assert.deepEqual(
    receives(district, first).map(({ result }) => result),
    ["applied"],
  );
  assert.equal(district.field(person, "phone"), "0900");

  commune.json("edit", commune.roster, "official", person, "phone=0911");
  district.json("edit", district.roster, "official", person, "phone=0922");
  const [up, down] = [sends(commune), sends(district)];
  receives(district, up);
  receives(commune, down);
  const [conflict] = district.json("sync", "conflicts", district.roster).conflicts;
  assert.deepEqual(commune.json("sync", "conflicts", commune.roster).conflicts, [conflict]);
  assert.deepEqual(conflict.values.map(({ value }) => value).sort(), ["0911", "0922"]);
  const { id } = conflict.values.find(({ value }) => value === "0922");
  district.json("sync", "resolve", district.roster, conflict.id, "--keep", id);
  receives(commune, sends(district));
  assert.equal(commune.field(person, "phone"), "0922");
  assert.deepEqual(commune.json("sync", "conflicts", commune.roster).conflicts, []);
  for (const office of [commune, district]) office.writers();
});

test("a roster is left for Linux to verify", () => {
  const office = new Office("sang Linux");
  office.roster = STORY_LEFT_ROSTER;
  office.init("08173");
  office.hires("Phạm Thị Chuyển", "08173", "birth=1980-05");
  assert.equal(office.writers(), 1);
});

test("what belongs to the program lies under %APPDATA%, where nothing else is said", () => {
  const folder = newFolder("mặc định");
  const roster = join(folder, "so.scb");
  const env = { ...process.env, SO_CAN_BO_HOME: "" };
  for (const words of [
    ["init", roster, "--unit", "08173", "--on", "2021-10-01"],
    ["sync", "keys", roster],
  ])
    assert.equal(typed(words, { env, cwd: folder }).code, 0);
  const home = join(process.env.APPDATA, "so-can-bo");
  assert.ok(existsSync(join(home, "keys", "office.pem")));
  assert.deepEqual(readdirSync(folder), ["so.scb"]);
});

test("a folder on a server is as good as a drive", () => {
  const office = new Office("máy chủ", share);
  office.home = newFolder("máy này");
  office.env.SO_CAN_BO_HOME = office.home;
  office.init("08173");
  const id = office.hires("Lê Thị Xa", "08173");
  office.json("edit", office.roster, "official", id, "phone=0933");
  assert.equal(office.writers(), 1);
  const report = [
    "report",
    office.roster,
    "--form",
    "standards-by-commune",
    "--format",
    "csv",
    "--out",
    share,
  ];
  assert.ok(office.json(...report).files[0].path.startsWith(share));
});
