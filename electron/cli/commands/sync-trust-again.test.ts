/** A key that others revoked is trusted again only by a clerk who was told who revoked it, when and why. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCard } from "../../services/exchange/cards";
import { lostKey } from "../../testing/lost-key";
import { type Office, type Offices, testOffices } from "../../testing/offices";
import { waitingAt } from "../../testing/proposing";

let offices: Offices;
let commune: Office;
let friend: Office;
let district: Office;
let province: Office;
let person: string;
const reason = "Máy bị lấy cắp";

const waiting = async (office: Office) =>
  (await waitingAt(office)).filter((one) => one.reason === "revokedKey");
const trustAgain = async (office: Office, ...words: string[]) =>
  office.run(
    "sync",
    "keys",
    office.roster,
    "--trust",
    commune.card,
    "--fingerprint",
    await commune.fingerprint(),
    ...words,
  );

/** The province revokes the commune's key; then it is used by a thief, whose file reaches the district by a friend. */
beforeAll(async () => {
  offices = testOffices();
  const played = await lostKey(offices);
  ({ commune, friend, district, province, person } = played);
  await province.trusts(commune);
  await province.receives(await district.sends("--for", await province.fingerprint()));
  const theirs = await commune.fingerprint();
  await province.json("sync", "keys", province.roster, "--revoke", theirs, "--reason", reason);
  await district.receives(await province.sends("--for", await district.fingerprint()));
  await played.stolen("666");
});
afterAll(() => offices.remove());

describe("a key that another office revoked", () => {
  it("stays revoked while files are traded, although its card is trusted here", async () => {
    expect(await waiting(district)).toHaveLength(1);
    await district.sends("--for", await friend.fingerprint());
    await district.receives(await friend.sends("--for", await district.fingerprint()));
    expect(await waiting(district)).toHaveLength(1);
    expect(await district.field(person, "phone")).toBe("1");
  });

  it("is trusted again only against what the clerk was told", async () => {
    const said = await district.opened((roster) => readCard(roster, district.environment, commune.card));
    expect(said.revocations).toMatchObject([{ office: "UBND tỉnh Phú Thọ", user: "Văn phòng tinh", reason }]);
    for (const words of [[], ["--confirm", "revoked=2"]]) {
      const { code, stderr } = await trustAgain(district, ...words);
      expect(code).toBe(1);
      expect(stderr).toMatch(/UBND tỉnh Phú Thọ, lúc \d\d\/10\/2026 .*, lý do: Máy bị lấy cắp/);
      expect(stderr).toContain("--confirm revoked=1");
    }
    expect(await district.field(person, "phone")).toBe("1");
    expect((await trustAgain(district, "--confirm", "revoked=1")).code).toBe(0);
    expect(await district.field(person, "phone")).toBe("666");
  });

  it("is told also where an office beside or below revoked it, whose word counts for itself alone", async () => {
    await friend.json("sync", "keys", friend.roster, "--revoke", await commune.fingerprint());
    await district.receives(await friend.sends("--for", await district.fingerprint()));
    const { code, stderr } = await trustAgain(district);
    expect(code).toBe(1);
    expect(stderr).toContain("UBND xã");
    expect(await district.field(person, "phone")).toBe("666");
    expect((await trustAgain(district, "--confirm", "revoked=1")).code).toBe(0);
    expect((await district.json<{ ok: boolean }>("verify", district.roster)).ok).toBe(true);
  });
});
