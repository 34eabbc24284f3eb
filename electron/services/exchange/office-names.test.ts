// An office is called what somebody compared with its paper, wherever it is named, and never what it writes about itself.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officeKeys } from "../../files/exchange/office-keys";
import { creditedKeys } from "../../roster/read/proposals";
import type { OpenRoster } from "../open-roster";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import { sql } from "../../roster/file/sql";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let district: Office;
let province: Office;
let commune: Office;
let friend: Office;
let stranger: Office;
let person: string;
const boast = "UBND tỉnh Phú Thọ";

/** The commune hands its files to a friend too, who takes whatever card it shows and passes all on to the district. */
beforeAll(async () => {
  offices = testOffices();
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  province = await offices.office("tinh", "25");
  friend = await offices.office("xa-ban", "08206");
  stranger = await offices.office("xa-la", "08209");
  await believing(district, commune);
  await believing(district, province);
  await believing(district, friend);
  await commune.trusts(friend, "superior");
  await friend.trusts(stranger);
  await stranger.trusts(friend, "superior");
  person = await commune.hires("Nguyễn Văn Chuyển", "08173", "phone=1");
  const office = await commune.opened(({ db }) => db.value<Buffer>(sql`SELECT id FROM office`));
  await commune.edits("office", bytesToUuid(office ?? Buffer.alloc(16)), `name=${boast}`);
  await commune.json("sync", "keys", commune.roster, "--card", `${commune.card}.2`);
  await friend.trusts({ ...commune, card: `${commune.card}.2` });
  await stranger.hires("Trần Thị Lạ", "08209");
  await friend.receives(await commune.sends("--for", await friend.fingerprint()));
  await friend.receives(await stranger.sends("--for", await friend.fingerprint()));
  await district.receives(await friend.sends("--for", await district.fingerprint()));
  await province.receives(await district.sends("--for", await province.fingerprint()));
});
afterAll(() => offices.remove());

interface Logged {
  readonly changes: readonly { readonly office: string | null; readonly action: string }[];
}
const officesIn = async (office: Office, ...words: string[]) => [
  ...new Set(
    (await office.json<Logged>("log", office.roster, ...words)).changes.map((change) => change.office),
  ),
];

describe("the name of an author", () => {
  it("is the one that was vouched for, at whoever never saw the card", async () => {
    const confirmed = "UBND xã Quảng Yên";
    expect(await province.field(person, "phone")).toBe("1");
    const own = sql`SELECT 1 FROM office WHERE name = ${boast}`;
    expect(await province.opened(({ db }) => db.value<number>(own))).toBe(1);
    expect(await officesIn(province, "--official", person)).toContain(confirmed);
    expect(await officesIn(province, "--official", person)).not.toContain(boast);
  });

  it("is none where nobody compared the card: the beginning of the key stands there", async () => {
    const { proposals } = await district.json<{ proposals: { author: object | null; key: string }[] }>(
      "sync",
      "proposals",
      district.roster,
    );
    const unknown = proposals.filter(({ author }) => author === null);
    expect(new Set(unknown.map(({ key }) => key)).size).toBe(1);
    const nameless = `Nơi chưa đối chiếu (${unknown[0]?.key.slice(0, 8) ?? ""}…)`;
    expect((await district.run("sync", "proposals", district.roster)).stdout).toContain(nameless);
    expect((await district.run("sync", "status", district.roster)).stdout).toContain(nameless);
  });
});

describe("the name of a neighbour", () => {
  it("is none of what it says in a row of its own, although that repeats whose the key is", async () => {
    const lie = "ĐÃ GIẢI THỂ";
    const other = await offices.office("xa-hai", "08161");
    const late = await offices.office("tinh-moi", "25");
    await believing(district, other);
    await believing(late, district);
    await believing(late, friend);
    const key = toHex(officeKeys(other.environment.home).ownSignKeys[0] ?? new Uint8Array());
    const named = ({ db }: OpenRoster) => creditedKeys(db).get(key);
    const truth = await district.opened(named);
    expect(truth?.office).toBe("UBND xã Đại An");
    await friend.opened((roster) => {
      const fields = { key, unit: truth?.unitId ?? "", office: lie };
      const edit = { kind: "create", entity: "credential", id: roster.newId(), fields } as const;
      roster.write({ action: "trust", reason: null, edits: [edit] });
    });
    // The lie is there before anything that the offices above say.
    await late.receives(await friend.sends("--for", await late.fingerprint()));
    expect(await late.opened(named)).toBeUndefined();
    await late.receives(await district.sends("--for", await late.fingerprint()));
    await district.receives(await friend.sends("--for", await district.fingerprint()));
    for (const office of [late, district]) expect(await office.opened(named)).toEqual(truth);
    expect(await officesIn(late)).not.toContain(lie);
  });
});
