// A page of the log that flipped: the recovery says what kind of change was lost, whose, of whom, and where the copy is.
import DatabaseConstructor from "better-sqlite3";
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RecoveredData } from "../../../shared/contract/schemas/roster";
import { type CliPlace, cliPlace } from "../../testing/command-line";

let place: CliPlace;
let path: string;
let person: string;
let post: string;
let whole: Buffer;
let copies = 0;
const name = "Nguyễn Thị Hương Giang";
const phone = "0977123456";

beforeAll(async () => {
  place = cliPlace();
  path = place.path("so.scb");
  await place.json("init", path, "--unit", "08173", "--on", "2021-10-01");
  const add = (...words: string[]) => place.json<{ id: string }>("add", path, ...words);
  ({ id: person } = await add("official", `fullName=${name}`));
  const service = ["unit=08173", "post=Văn phòng - thống kê", "from=2021-02", "main=có"];
  ({ id: post } = await add("assignment", `official=${person}`, ...service));
  await place.json("edit", path, "official", person, `phone=${phone}`);
  await place.json("edit", path, "assignment", post, "decisionNumber=17/QD-THU");
  await add("official", "fullName=Người Khác");
  whole = readFileSync(path);
});
afterAll(() => place.remove());
beforeEach(() => writeFileSync(path, whole));

/** Turns one bit of a text where it stands in a page of the log, and nowhere else. */
function flip(text: string): void {
  const db = new DatabaseConstructor(path, { readonly: true });
  const pages = db.prepare("SELECT pageno, pgsize FROM dbstat WHERE name = 'op'").all() as {
    pageno: number;
    pgsize: number;
  }[];
  db.close();
  const bytes = Buffer.from(whole);
  const at = pages
    .map(({ pageno, pgsize }) => ({ start: (pageno - 1) * pgsize, end: pageno * pgsize }))
    .flatMap(({ start, end }) => {
      const found = bytes.subarray(start, end).indexOf(text);
      return found < 0 ? [] : [start + found];
    });
  expect(at).toHaveLength(1);
  const [place = 0] = at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

async function recovered(): Promise<{ data: RecoveredData & { file: string }; printed: string }> {
  const to = () => place.path(`khoi-phuc-${++copies}.scb`);
  const data = await place.json<RecoveredData & { file: string }>("recover", path, "--to", to());
  const { code, stdout } = await place.run("recover", path, "--to", to());
  expect(code).toBe(0);
  return { data, printed: stdout };
}

describe("what a recovery tells of a page that flipped", () => {
  it.each([
    ["of the person's own row", phone, "edit"],
    ["of a row that belongs to the person", "17/QD-THU", "edit"],
  ])("names the kind of the change, who made it, the person and the copy: %s", async (_, text, action) => {
    flip(text);
    expect((await place.run("verify", path)).code).toBe(1);
    const { data, printed } = await recovered();
    expect(data.lost).toMatchObject([{ action, person: name, user: "Văn phòng", ops: 1 }]);
    expect(data.file).toBe(place.path(`khoi-phuc-${copies - 1}.scb`));
    expect(printed).toContain(place.path(`khoi-phuc-${copies}.scb`));
    const [line = ""] = printed.split("\n").filter((one) => one.includes(name));
    expect(line).toContain("Văn phòng");
    expect(line).toContain("Cập nhật");
    // What was lost is the change, and not the person.
    const shown = await place.run("show", data.file, person);
    expect(shown.stdout).toContain(name);
    expect(shown.stdout).not.toContain(text);
    expect(await place.json("verify", data.file)).toMatchObject({ ok: true, problems: [] });
  });

  it("names nobody where the person's own beginning is what was lost", async () => {
    flip(name);
    const { data, printed } = await recovered();
    expect(data.lost).toMatchObject([{ action: "add", person: null, ops: 1 }]);
    expect(printed).not.toContain(name);
    expect((await place.run("show", data.file, person)).code).toBe(1);
  });
});
