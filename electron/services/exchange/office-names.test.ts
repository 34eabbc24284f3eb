// An office is called what somebody compared with its paper, wherever it is named, and never what it writes about itself.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesToUuid } from "../../../shared/sync/bytes";
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
