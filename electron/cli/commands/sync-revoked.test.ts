/** A key that was lost or stolen: what came with it before its office was heard of counts, what comes later waits. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { ProposalData } from "../../../shared/contract/schemas/proposals";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices = testOffices();
let commune: Office;
let friend: Office;
let district: Office;
let province: Office;
let person: string;
const dayMs = 86_400_000;

/** The commune's files reach the district by a friend too, who knows of no revocation. */
beforeEach(async () => {
  offices.remove();
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  friend = await offices.office("xa-ban", "08206");
  district = await offices.office("huyen", "232");
  province = await offices.office("tinh", "25");
  await believing(commune, district);
  await believing(friend, district);
  await believing(province, district);
  await commune.trusts(friend, "superior");
  await friend.trusts(commune);
  person = await commune.hires("Nguyễn Văn Mất Khóa", "08173", "phone=1");
  await district.receives(await commune.sends("--for", await district.fingerprint()));
});
afterAll(() => offices.remove());

const revoke = async (...words: string[]) =>
  district.json<{ proposals: number }>(
    "sync",
    "keys",
    district.roster,
    "--revoke",
    await commune.fingerprint(),
    ...words,
  );
const proposalsOf = async (office: Office) =>
  (await office.json<{ proposals: readonly ProposalData[] }>("sync", "proposals", office.roster)).proposals;
const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;
const phoneAt = (office: Office) => office.field(person, "phone");

/** The thief writes with the commune's key, and it comes to the district by way of the friend. */
async function stolen(phone: string): Promise<void> {
  await commune.edits("official", person, `phone=${phone}`);
  await friend.receives(await commune.sends("--for", await friend.fingerprint()));
  await district.receives(await friend.sends("--for", await district.fingerprint()));
}

describe("a revoked key", () => {
  it("counts with what came before, and not with what comes after, here and at offices that learn of it", async () => {
    expect(await revoke()).toMatchObject({ proposals: 0 });
    expect(await phoneAt(district)).toBe("1");
    await stolen("666");
    expect(await phoneAt(district)).toBe("1");
    expect(await proposalsOf(district)).toMatchObject([
      { reason: "revokedKey", canDecide: true, author: { unitCode: "08173" } },
    ]);
    // The revocation and what it keeps out come in one file.
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect(await phoneAt(province)).toBe("1");
    expect(await proposalsOf(province)).toMatchObject([{ reason: "revokedKey" }]);
    expect([await isWhole(district), await isWhole(province)]).toEqual([true, true]);
    // What the office itself says that it wrote may be accepted one by one.
    const [one] = await proposalsOf(district);
    await district.json("sync", "decide", district.roster, one?.id ?? "", "--accept");
    expect(await phoneAt(district)).toBe("666");
  });

  it("counts only with what came before a day that is chosen", async () => {
    commune.waits(3 * dayMs);
    district.waits(3 * dayMs);
    await commune.edits("official", person, "phone=666");
    await district.receives(await commune.sends("--for", await district.fingerprint()));
    expect(await phoneAt(district)).toBe("666");
    expect(await revoke("--from", "2026-10-03")).toMatchObject({ proposals: 1 });
    expect(await phoneAt(district)).toBe("1");
    expect(await proposalsOf(district)).toMatchObject([
      { reason: "revokedKey", values: [{ field: "phone", current: "1", proposed: "666" }] },
    ]);
    expect(await isWhole(district)).toBe(true);
  });

  it("counts again when its card is compared again", async () => {
    await revoke();
    await stolen("2");
    expect(await phoneAt(district)).toBe("1");
    await district.trusts(commune, undefined, 1);
    expect(await phoneAt(district)).toBe("2");
    expect(await proposalsOf(district)).toEqual([]);
    expect(await isWhole(district)).toBe(true);
  });

  it("revokes nobody above it", async () => {
    const theirs = await district.fingerprint();
    await commune.json("sync", "keys", commune.roster, "--revoke", theirs);
    await friend.receives(await commune.sends("--for", await friend.fingerprint()));
    await district.receives(await friend.sends("--for", await district.fingerprint()));
    const other = await district.hires("Trần Thị Huyện", "232");
    await friend.receives(await district.sends("--for", await friend.fingerprint()));
    expect(await district.field(other, "fullName")).toBe("Trần Thị Huyện");
    expect((await proposalsOf(friend)).filter(({ reason }) => reason === "revokedKey")).toEqual([]);
    expect([await isWhole(district), await isWhole(friend)]).toEqual([true, true]);
  });

  it("is revoked in a row of the revoking office's own, so that it waits nowhere", async () => {
    const other = await offices.office("xa-khac", "08161");
    await province.trusts(other);
    await district.receives(await province.sends("--for", await district.fingerprint()));
    await district.trusts(other);
    await district.json("sync", "keys", district.roster, "--revoke", await other.fingerprint());
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect(await proposalsOf(province)).toEqual([]);
    // Whoever compares the card again takes back its own revocation.
    await district.trusts(other, undefined, 1);
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect(await proposalsOf(province)).toEqual([]);
    expect([await isWhole(district), await isWhole(province)]).toEqual([true, true]);
  });
});
