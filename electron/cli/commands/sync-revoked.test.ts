/** A key that was lost or stolen: what came with it before its office was heard of counts, what comes later waits. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type LostKey, lostKey } from "../../testing/lost-key";
import { type Office, type Offices, testOffices } from "../../testing/offices";
import { waitingAt } from "../../testing/proposing";

let offices: Offices = testOffices();
let commune: Office;
let friend: Office;
let district: Office;
let province: Office;
let person: string;
let stolen: LostKey["stolen"];
const dayMs = 86_400_000;

beforeEach(async () => {
  offices.remove();
  offices = testOffices();
  ({ commune, friend, district, province, person, stolen } = await lostKey(offices));
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
const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;
const phoneAt = (office: Office) => office.field(person, "phone");

describe("a revoked key", () => {
  it("counts with what came before, and not with what comes after, here and at offices that learn of it", async () => {
    expect(await revoke()).toMatchObject({ proposals: 0 });
    expect(await phoneAt(district)).toBe("1");
    await stolen("666");
    expect(await phoneAt(district)).toBe("1");
    expect(await waitingAt(district)).toMatchObject([
      { reason: "revokedKey", canDecide: true, author: { unitCode: "08173" } },
    ]);
    // The revocation and what it keeps out come in one file.
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect(await phoneAt(province)).toBe("1");
    expect(await waitingAt(province)).toMatchObject([{ reason: "revokedKey" }]);
    expect([await isWhole(district), await isWhole(province)]).toEqual([true, true]);
    // What the office itself says that it wrote may be accepted one by one.
    const [one] = await waitingAt(district);
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
    expect(await waitingAt(district)).toMatchObject([
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
    expect(await waitingAt(district)).toEqual([]);
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
    expect((await waitingAt(friend)).filter(({ reason }) => reason === "revokedKey")).toEqual([]);
    expect([await isWhole(district), await isWhole(friend)]).toEqual([true, true]);
  });

  it("is revoked in a row of the revoking office's own, so that it waits nowhere", async () => {
    const other = await offices.office("xa-khac", "08161");
    await province.trusts(other);
    await district.receives(await province.sends("--for", await district.fingerprint()));
    await district.trusts(other);
    await district.json("sync", "keys", district.roster, "--revoke", await other.fingerprint());
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect(await waitingAt(province)).toEqual([]);
    // Whoever compares the card again takes back its own revocation.
    await district.trusts(other, undefined, 1);
    await province.receives(await district.sends("--for", await province.fingerprint()));
    expect(await waitingAt(province)).toEqual([]);
    expect([await isWhole(district), await isWhole(province)]).toEqual([true, true]);
  });
});
