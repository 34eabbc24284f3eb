/** Other programs that have files open, as virus scanners and cloud programs do, and second programs at one roster. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { holding, newFolder, Office, Program } from "./office.mjs";

const { STORY_CLI } = process.env;

const office = new Office("bận").init("08173");
const id = office.hires("Nguyễn Văn Bận", "08173");

test("a file that somebody has open is neither replaced nor removed, which is what all this is about", async () => {
  const folder = newFolder("giữ");
  const [from, to] = [join(folder, "moi"), join(folder, "cu")];
  writeFileSync(from, "mới");
  writeFileSync(to, "cũ");
  const scanner = await holding([to], null);
  assert.throws(
    () => renameSync(from, to),
    ({ code }) => ["EPERM", "EBUSY", "EACCES"].includes(code),
  );
  await scanner.close();
  renameSync(from, to);
  assert.equal(readFileSync(to, "utf8"), "mới");
});

let phones = 0;
/** A change, another one each time. */
const edit = () => ["edit", office.roster, "official", id, `phone=0${++phones}`];

/** Each with the file and a command that writes it; the key comes last, as a new one writes under a new name. */
const files = {
  "what was written last": () => {
    const folder = join(office.home, "sentinels");
    return [join(folder, readdirSync(folder)[0]), edit];
  },
  "the key card": () => [office.card, () => ["sync", "keys", office.roster, "--card", office.card]],
  "the key": () => [
    join(office.home, "keys", "office.pem"),
    () => ["sync", "keys", office.roster, "--renew"],
  ],
};

for (const [what, choose] of Object.entries(files)) {
  test(`${what}: held for a moment nobody notices; held for longer, that is what is said`, async () => {
    const [path, command] = choose();
    const scanner = await holding([path], 1500);
    office.json(...command());
    await scanner.ended;

    const holder = await holding([path], null);
    const { code, params, message } = office.refusal(...command());
    assert.deepEqual([code, params.path], ["file-in-use", path]);
    assert.match(message, /^Một chương trình khác/);
    await holder.close();
  });
}

test("one program at a time writes; the others are told and may look", async () => {
  const window = await office.opens();
  assert.equal(window.said.code, "ok");
  assert.equal(office.refusal(...edit()).code, "roster-locked");
  assert.equal(office.field(id, "fullName"), "Nguyễn Văn Bận");
  await window.close();
  office.json(...edit());
});

test("a program that was killed keeps nobody out", async () => {
  const window = await office.opens();
  assert.equal(window.said.code, "ok");
  await window.kill();
  office.json(...edit());
  assert.equal(office.field(id, "phone"), `0${phones}`);
});

test("of programs that start at once, exactly one gets the roster", async () => {
  const all = await Promise.all([1, 2, 3].map(() => office.opens()));
  for (const one of all) await one.close();
  assert.deepEqual(all.map(({ said }) => said.code).sort(), ["ok", "roster-locked", "roster-locked"]);
});

test("after all that nothing lies beside the roster, and its log is whole", () => {
  assert.deepEqual(readdirSync(office.folder).sort(), ["Cài đặt", "Sổ cán bộ.scb", "the.scbkey"]);
  // A renewed key is a further writer; a file taken for another one would be one more.
  assert.equal(office.writers(), 2);
});

test("a command that is killed while it makes a roster leaves none that looks whole", async () => {
  const folder = newFolder("dở dang");
  for (const after of [200, 700, 1200]) {
    const child = await startSample(folder);
    await wait(after);
    await child.kill();
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".scb")))
      assert.equal(office.cli("verify", join(folder, name)).code, 0, `${name} after ${after} ms`);
  }
});

async function startSample(folder) {
  const script = `
    process.stdout.write("1\\n");
    process.argv.splice(1, 1, ${JSON.stringify(STORY_CLI)});
    import(require("node:url").pathToFileURL(${JSON.stringify(STORY_CLI)}).href);
  `;
  return Program.start(["-e", script, "x", "sample", join(folder, "so.scb")], {
    env: office.env,
    cwd: folder,
  });
}
