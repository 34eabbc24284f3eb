// Guards that nothing is lost where one office joins two records of a person while the other goes on writing in the one that
// goes up: settling it as a joining takes along what only that record says, as joining two duplicates does.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";
import { changeUndo } from "../changes";
import { conflictsPage, settleConflict } from "./conflicts";
import { joinDuplicate } from "./duplicates";

let offices: Offices;
let commune: Office;
let district: Office;
let mine: string;
let theirs: string;

beforeEach(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  mine = await commune.hires("Nguyễn Thị Hòa", "08173", "birth=1980-05-12", "phone=0911");
  theirs = await district.hires("NGUYỄN THỊ HOÀ", "08173", "birth=1980-05-12", "phone=0912");
  await exchange();
  await commune.opened((roster) => joinDuplicate(roster, mine, theirs));
  await district.edits("official", theirs, "residence=Khu 3", "phone=0988");
  await district.receives(await commune.sends());
});
afterEach(() => offices.remove());

async function exchange(): Promise<void> {
  const [up, down] = [await commune.sends(), await district.sends()];
  await district.receives(up);
  await commune.receives(down);
}

const open = () =>
  district.opened((roster) => {
    const page = conflictsPage(roster, district.environment, { offset: 0, limit: 9, officialId: null });
    const found = page.rows.find(({ id }) => id === `${theirs}.presence`);
    return { found, joining: found?.values.find(({ joining }) => joining !== null) };
  });
const said = (office: Office, person: string, ...fields: string[]) =>
  Promise.all(fields.map((field) => office.field(person, field)));
async function settles(take: readonly string[] = []): Promise<number> {
  const { found, joining } = await open();
  const { changeId } = await district.opened((roster) =>
    settleConflict(roster, district.environment, {
      id: found?.id ?? "",
      keep: joining?.id ?? "",
      reason: null,
      take,
    }),
  );
  return changeId;
}

describe("a record that was joined into another while somebody went on writing in it", () => {
  it("is asked about as a joining, with both records", async () => {
    const { joining } = await open();
    expect(joining).toMatchObject({
      text: "Gộp vào hồ sơ Nguyễn Thị Hòa",
      joining: { a: { id: mine }, b: { id: theirs } },
    });
    expect(joining?.joining?.differing).toEqual([
      { field: "fullName", a: "Nguyễn Thị Hòa", b: "NGUYỄN THỊ HOÀ" },
      { field: "residence", a: null, b: "Khu 3" },
      { field: "phone", a: "0911", b: "0988" },
    ]);
  });

  it("takes along what only it says, and of what both say what is chosen; one undo takes all back", async () => {
    const change = await settles(["phone"]);
    await exchange();
    for (const office of [district, commune]) {
      expect(await said(office, mine, "fullName", "phone", "residence")).toEqual([
        "Nguyễn Thị Hòa",
        "0988",
        "Khu 3",
      ]);
      expect(await office.field(theirs, "fullName")).toBeUndefined();
      expect(await office.conflicts()).toEqual([]);
    }
    const undone = await district.opened((roster) => changeUndo(roster, change));
    expect(undone).toMatchObject({ staysSettled: true });
    await exchange();
    for (const office of [district, commune]) {
      expect(await said(office, mine, "phone", "residence")).toEqual(["0911", null]);
      expect(await said(office, theirs, "phone", "residence")).toEqual(["0988", "Khu 3"]);
    }
  });

  it("keeps what the other record says where nothing is chosen", async () => {
    await settles();
    expect(await said(district, mine, "phone", "residence")).toEqual(["0911", "Khu 3"]);
  });

  it("goes up in the one that took the other in where that went up in a third one since", async () => {
    const third = await commune.hires("Nguyễn Thị Hòa", "08173", "birth=1980-05-12");
    await commune.opened((roster) => joinDuplicate(roster, third, mine));
    await district.receives(await commune.sends());
    expect((await open()).joining?.joining).toMatchObject({ a: { id: third } });
    await settles();
    expect(await said(district, third, "phone", "residence")).toEqual(["0911", "Khu 3"]);
  });
});
