/** Keys that are renewed, revoked, lost or kept for the worst case. */
import { rmSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../testing/command-line";
import {
  believing,
  type Keys,
  type Office,
  type Offices,
  packetsIn,
  testOffices,
} from "../../testing/offices";

let offices: Offices = testOffices();
let commune: Office;
let district: Office;
beforeEach(async () => {
  offices.remove();
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
});
afterAll(() => offices.remove());

interface Status {
  readonly offices: readonly {
    unitCode: string;
    fingerprint: string | null;
    standing: string;
    branches: number;
  }[];
}
const statusOf = (office: Office) => office.json<Status>("sync", "status", office.roster);
const trustedBy = async (office: Office) => (await office.json<Keys>("sync", "keys", office.roster)).trusted;
const renew = (office: Office) => office.json<Keys>("sync", "keys", office.roster, "--renew");

describe("a renewed key", () => {
  it("is believed because the old one signed for it, and packets on their way stay good", async () => {
    const first = await commune.hires("Người Một", "08173");
    const onItsWay = await commune.sends();
    const sealedForOld = await district.sends("--for", await commune.fingerprint());
    const old = await commune.fingerprint();
    const { fingerprint } = await renew(commune);
    expect(fingerprint).not.toBe(old);
    expect(await commune.fingerprint()).toBe(fingerprint);

    const second = await commune.hires("Người Hai", "08173");
    const signedByNew = await commune.sends();
    // A look does not pass trust on, only receiving does.
    await district.receives(signedByNew, "--dry-run");
    expect((await trustedBy(district)).map((one) => one.fingerprint)).toEqual([old]);
    expect((await district.receives(signedByNew)).files).toMatchObject([{ result: "applied", added: 2 }]);
    expect(await trustedBy(district)).toMatchObject([
      { unitCode: "08173", fingerprint, role: "subordinate" },
    ]);
    expect((await district.receives(onItsWay)).files).toMatchObject([{ result: "already" }]);
    expect((await commune.receives(sealedForOld)).files).toMatchObject([{ result: "applied" }]);
    for (const person of [first, second]) expect(await district.field(person, "fullName")).toBeDefined();

    const back = await district.sends("--for", fingerprint);
    // It brings the district's word for the new key, and a second one nothing more.
    expect((await commune.receives(back)).files).toMatchObject([{ result: "applied" }]);
    const again = await district.sends("--for", fingerprint);
    expect((await commune.receives(again)).files).toMatchObject([{ result: "already" }]);
    expect((await statusOf(district)).offices.map((one) => one.fingerprint)).toEqual([fingerprint]);
    const words = ["sync", "export", district.roster, "--to", offices.stick(), "--for", old, "--json"];
    const { code, stderr } = await district.run(...words);
    expect([code, (JSON.parse(stderr) as { error: { code: string } }).error.code]).toEqual([
      1,
      "office-unknown",
    ]);
  });

  it("of a stranger or of a revoked key is not believed", async () => {
    const stick = await commune.sends();
    await district.json("sync", "keys", district.roster, "--revoke", await commune.fingerprint());
    await renew(commune);
    const before = hashOf(district.roster);
    for (const [folder, errorCode] of [
      [stick, "sender-revoked"],
      [await commune.sends(), "sender-unknown"],
    ] as const) {
      const { code, stdout } = await district.run("sync", "receive", district.roster, folder, "--json");
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ files: [{ result: "refused", code: errorCode }] });
    }
    expect(hashOf(district.roster)).toBe(before);
    expect(await trustedBy(district)).toEqual([]);
    expect((await statusOf(district)).offices).toMatchObject([{ unitCode: "08173", standing: "revoked" }]);
  });
});

describe("a revoked key", () => {
  it("is refused by those below too, once they heard of it from above; believed again once compared again", async () => {
    const neighbour = await offices.office("xa-ben", "08203");
    await neighbour.trusts(district);
    await neighbour.trusts(commune);
    await district.trusts(neighbour);
    await commune.trusts(neighbour);
    await commune.hires("Người Một", "08173");
    const stolen = await commune.sends("--for", await neighbour.fingerprint());
    await district.json(
      "sync",
      "keys",
      district.roster,
      "--revoke",
      (await commune.fingerprint()).replaceAll("-", " "),
    );
    const word = await district.sends("--for", await neighbour.fingerprint());

    await neighbour.receives(word, "--dry-run");
    expect((await trustedBy(neighbour)).map(({ unitCode }) => unitCode).sort()).toEqual(["08173", "232"]);
    // In one reception the word from above counts already.
    const { code, stdout } = await neighbour.run("sync", "receive", neighbour.roster, word, stolen, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ result: "applied" }, { result: "refused", code: "sender-revoked" }],
    });
    expect((await trustedBy(neighbour)).map(({ unitCode }) => unitCode)).toEqual(["232"]);
    // Whoever goes against the word from above is told of it first.
    await expect(neighbour.trusts(commune)).rejects.toThrow("key-revoked");
    await neighbour.trusts(commune, undefined, 1);
    expect((await neighbour.receives(stolen)).files).toMatchObject([{ result: "applied" }]);
  });

  it("stays revoked, and a trusted one trusted, whatever undo is asked for", async () => {
    const person = await district.hires("Người Một", "08173", "phone=1");
    await district.edits("official", person, "phone=2");
    await district.json("sync", "keys", district.roster, "--revoke", await commune.fingerprint());
    const log = () => district.json<{ changes: { id: number; action: string }[] }>("log", district.roster);
    const before = await log();
    for (const action of ["revoke", "trust"]) {
      const change = before.changes.find((one) => one.action === action);
      const { code, stderr } = await district.run("undo", district.roster, String(change?.id), "--json");
      expect([code, (JSON.parse(stderr) as { error: { code: string } }).error.code]).toEqual([
        1,
        "undo-trust",
      ]);
    }
    expect(await log()).toEqual(before);
    // Passed over: what was done before it is what is taken back.
    await district.json("undo", district.roster);
    expect(await district.field(person, "phone")).toBe("1");
    expect((await statusOf(district)).offices).toMatchObject([{ unitCode: "08173", standing: "revoked" }]);
  });

  it("is not revoked here because an office below says so", async () => {
    const neighbour = await offices.office("xa-ben", "08203");
    await believing(district, neighbour);
    await commune.json("sync", "keys", commune.roster, "--revoke", await district.fingerprint());
    await commune.trusts(district, undefined, 1);
    await commune.trusts(neighbour);
    await commune.json("sync", "keys", commune.roster, "--revoke", await neighbour.fingerprint());
    await district.receives(await commune.sends());
    expect((await trustedBy(district)).map(({ unitCode }) => unitCode).sort()).toEqual(["08173", "08203"]);
  });
});

describe("a recovery key", () => {
  it("opens every packet, also one that was written for an office that is no more", async () => {
    const recovery = await offices.office("phuc-hoi", "25");
    await commune.trusts(recovery, "recovery");
    await recovery.trusts(commune);
    const person = await commune.hires("Người Một", "08173");
    const stick = await commune.sends();
    expect(packetsIn(stick)).toHaveLength(1);
    expect(packetsIn(stick)[0]).toMatch(/08173 gui 232 /);
    expect((await recovery.receives(stick)).files).toMatchObject([{ result: "applied", added: 1 }]);
    expect(await recovery.field(person, "fullName")).toBe("Người Một");
    expect((await district.receives(stick)).files).toMatchObject([{ result: "applied", added: 1 }]);
  });
});

describe("a PC that is lost", () => {
  it("gets its people back from above, under a new key that was compared with its paper", async () => {
    const served = await commune.hires("Người Một", "08173", "phone=0911");
    const { id: unplaced } = await commune.json<{ id: string }>(
      ...(["add", commune.roster, "official", "fullName=Chưa Phân Công"] as const),
    );
    await district.receives(await commune.sends());
    await district.edits("official", served, "phone=0922");
    rmSync(commune.environment.home, { recursive: true });
    rmSync(commune.roster);
    await district.json(
      "sync",
      "keys",
      district.roster,
      "--revoke",
      (await trustedBy(district))[0]?.fingerprint ?? "",
    );

    const fresh = await offices.office("xa-may-moi", "08173");
    await believing(fresh, district);
    const folder = await district.sends("--for", await fresh.fingerprint());
    expect((await fresh.receives(folder)).files).toMatchObject([{ result: "applied", added: 2, waiting: 0 }]);
    expect(await fresh.field(served, "phone")).toBe("0922");
    expect(await fresh.field(unplaced, "fullName")).toBe("Chưa Phân Công");
    expect((await fresh.json<{ ok: boolean }>("verify", fresh.roster)).ok).toBe(true);
    await fresh.edits("official", served, "phone=0933");
    await district.receives(await fresh.sends());
    expect(await district.field(served, "phone")).toBe("0933");
    expect(await district.conflicts()).toEqual([]);
  });
});
