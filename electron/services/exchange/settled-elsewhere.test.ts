// A settlement reaches whoever has a say in what it settles, also an office that the person left meanwhile: without it that
// office would keep a conflict, and show a value, of which everybody else knows that it is over.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices = testOffices();
let commune: Office;
let district: Office;
let person: string;

const phones = (office: Office) =>
  Promise.all([office.field(person, "phone"), office.conflicts().then((open) => open.length)]);
const down = async () => commune.receives(await district.sends("--for", await commune.fingerprint()));

/** Both offices entered another number, and the district recorded that the post in the commune had ended. */
beforeEach(async () => {
  offices.remove();
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  person = await commune.hires("Nguyễn Văn Rời", "08173", "phone=1");
  const up = async () => district.receives(await commune.sends("--for", await district.fingerprint()));
  await up();
  await down();
  await commune.edits("official", person, "phone=22");
  await district.edits("official", person, "phone=33");
  await up();
  const shown = await district.json<{ rows: { assignment: { id: string }[] } }>(
    "show",
    district.roster,
    person,
  );
  await district.edits("assignment", shown.rows.assignment[0]?.id ?? "", "to=2022-01-31");
  const elsewhere = ["unit=08206", "post=Văn phòng - thống kê", "from=2022-02-01", "main=có"];
  await district.json("add", district.roster, "assignment", `official=${person}`, ...elsewhere);
  await down();
});
afterAll(() => offices.remove());

describe("settling toward an overruled office", () => {
  it.each(["22", "33"])("ends the conflict there too, where %s is kept", async (kept) => {
    expect((await phones(commune))[1]).toBe(1);
    const [open] = await district.conflicts();
    const value = open?.values.find((one) => one.value === kept);
    const words = ["sync", "resolve", district.roster, open?.id ?? "", "--keep", value?.id ?? ""];
    await district.json(...words);
    await down();
    expect(await phones(commune)).toEqual([kept, 0]);
    // What is entered of somebody who left is not told.
    await district.edits("official", person, "phone=44");
    await down();
    expect(await phones(commune)).toEqual([kept, 0]);
  });
});
