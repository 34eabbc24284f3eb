/** Small stories of real packets: a commune hears of whatever takes somebody out of its figures, and counts as the district does. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, type Row, testOffices } from "../../testing/offices";
import { duplicatesPage, joinDuplicate, keepApart } from "./duplicates";

const offices: Offices = testOffices();
let a: Office;
let b: Office;
let district: Office;
beforeAll(async () => {
  a = await offices.office("quang-yen", "08173");
  b = await offices.office("hoang-cuong", "08203");
  district = await offices.office("huyen", "232");
  await believing(a, district);
  await believing(b, district);
});
afterAll(() => offices.remove());

async function down(office: Office): Promise<void> {
  await office.receives(await district.sends("--for", await office.fingerprint()));
}

/** People of a unit on some days, as an office counts them. */
async function counts(office: Office, unit: string): Promise<number[]> {
  const found: number[] = [];
  for (const day of ["2021-06-30", "2022-06-30", "2026-10-01"])
    found.push(
      (await office.json<{ count: number }>("people", office.roster, "--unit", unit, "--as-of", day)).count,
    );
  return found;
}

/** The communes' own figures, each told and then compared with the district's. */
async function expectAlike(): Promise<void> {
  for (const [office, unit] of [
    [a, "08173"],
    [b, "08203"],
  ] as const) {
    await district.receives(await office.sends());
    await down(office);
    expect([office.name, await counts(office, unit)]).toEqual([office.name, await counts(district, unit)]);
  }
}

const postsOf = async (person: string) =>
  (await district.json<{ rows: { assignment: Row[] } }>("show", district.roster, person)).rows.assignment;

async function postAt(person: string, unit: string, ...fields: string[]): Promise<void> {
  const service = ["post=Văn phòng - thống kê", ...fields];
  await district.json("add", district.roster, "assignment", `official=${person}`, `unit=${unit}`, ...service);
}

describe("a commune that was told of somebody", () => {
  it("hears that the unit was wrong, and that it was not", async () => {
    const person = await district.hires("Nguyễn Văn Nhầm", "08173");
    await expectAlike();
    const [post] = await postsOf(person);
    await district.edits("assignment", post?.id ?? "", "unit=08203");
    await expectAlike();
    await district.edits("assignment", post?.id ?? "", "unit=08173");
    await expectAlike();
  });

  it("hears that a post was none, and that it is back", async () => {
    const person = await district.hires("Nguyễn Thị Bỏ", "08173");
    await postAt(person, "08203", "from=2021-03");
    await expectAlike();
    const wrong = (await postsOf(person)).find(({ fields }) => fields["main"] === true);
    await district.json("remove", district.roster, "assignment", wrong?.id ?? "", "--reason", "Ghi nhầm");
    await expectAlike();
    await district.json("undo", district.roster);
    await expectAlike();
  });

  it("hears of a second post that became the main one, also when the first has ended since", async () => {
    const person = await district.hires("Trần Văn Kiêm", "08173");
    await expectAlike();
    const [first] = await postsOf(person);
    await postAt(person, "08203", "from=2021-09", "main=có");
    await district.edits("assignment", first?.id ?? "", "main=không");
    await district.edits("assignment", first?.id ?? "", "to=2023-01-31", "endReason=Điều động");
    await expectAlike();
  });

  it("hears of a join into another commune's record, and of its undoing", async () => {
    const one = await district.hires("Lê Văn Gộp", "08173", "birth=1980-01-01");
    const other = await district.hires("Lê Văn Gộp", "08203", "birth=1980-01-01");
    await expectAlike();
    const { changeId } = await district.opened((roster) => joinDuplicate(roster, other, one));
    await expectAlike();
    await district.json("undo", district.roster, String(changeId));
    await expectAlike();
  });

  it("hears that two are kept apart of whom one was removed, and is not asked again when they are back", async () => {
    const one = await district.hires("Phạm Thị Riêng", "08173", "birth=1985-02-02");
    const other = await district.hires("Phạm Thị Riêng", "08173", "birth=1985-02-02");
    await down(a);
    await district.opened((roster) => keepApart(roster, one, other));
    await district.json("remove", district.roster, "official", other, "--reason", "Ghi nhầm");
    await expectAlike();
    const { changes } = await district.json<{ changes: { id: number; action: string }[] }>(
      "log",
      district.roster,
    );
    const removal = changes.find(({ action }) => action === "remove");
    await district.json("undo", district.roster, String(removal?.id));
    await expectAlike();
    const pairs = await a.opened((roster) => duplicatesPage(roster, a.environment, 0, 50).rows);
    expect(pairs.filter(({ a: person }) => [one, other].includes(person.id))).toEqual([]);
  });
});
