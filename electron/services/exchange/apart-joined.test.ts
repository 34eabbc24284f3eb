// Guards that an office which kept two people apart hears of it by name when a file makes them one, before it is kept and after.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReceiveSummary } from "../../../shared/contract/schemas/exchange";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";
import { joinDuplicate, keepApart, pairsApartPage, reviewPair } from "./duplicates";

let offices: Offices;
let district: Office;
let commune: Office;
let mine: string;
let theirs: string;

beforeEach(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  mine = await commune.hires("Nguyễn Thị Hòa", "08173", "birth=1980-05-12");
  theirs = await district.hires("NGUYỄN THỊ HOÀ", "08173", "birth=1980-05-12");
  const [up, down] = [await commune.sends(), await district.sends()];
  await district.receives(up);
  await commune.receives(down);
});
afterEach(() => offices.remove());

type Told = Pick<ReceiveSummary, "apartJoined">["apartJoined"];
const receives = async (folder: string, ...words: string[]): Promise<Told> =>
  ((await district.receives(folder, ...words)) as unknown as { apartJoined: Told }).apartJoined;

describe("a pair that was kept apart here and joined elsewhere", () => {
  it("is told by name, in the preview, in the result and in words; once", async () => {
    await district.opened((roster) => keepApart(roster, mine, theirs));
    await commune.opened((roster) => joinDuplicate(roster, mine, theirs));
    const folder = await commune.sends();
    const told = [
      { office: "UBND xã Quảng Yên", joined: "NGUYỄN THỊ HOÀ", into: "Nguyễn Thị Hòa", officialId: mine },
    ];
    expect(await receives(folder, "--dry-run")).toEqual(told);
    const { stdout } = await district.run("sync", "receive", district.roster, folder, "--dry-run");
    expect(stdout).toContain(
      "UBND xã Quảng Yên đã gộp hai hồ sơ mà ở đây đã để riêng: NGUYỄN THỊ HOÀ vào Nguyễn Thị Hòa.",
    );
    expect(await receives(folder)).toEqual(told);
    expect(await receives(folder)).toEqual([]);
    // Nor is the one who stands told as a pair with themselves.
    const apart = await district.opened((roster) => pairsApartPage(roster, district.environment, 0, 9));
    expect(apart.total).toBe(0);
  });

  it("is nobody's news where it was not kept apart, or is not joined", async () => {
    await district.opened((roster) => keepApart(roster, mine, theirs));
    await commune.edits("official", mine, "phone=0912");
    expect(await receives(await commune.sends())).toEqual([]);
    await district.opened((roster) => reviewPair(roster, mine, theirs));
    await commune.opened((roster) => joinDuplicate(roster, mine, theirs));
    expect(await receives(await commune.sends())).toEqual([]);
  });
});
