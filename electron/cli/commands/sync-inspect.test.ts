/** Looking at packets and at who has what, between a commune, its neighbour, their district and their province. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../testing/command-line";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";

let offices: Offices;
let commune: Office;
let other: Office;
let district: Office;
let province: Office;
beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("quang-yen", "08173");
  other = await offices.office("hoang-cuong", "08203");
  district = await offices.office("huyen", "232");
  province = await offices.office("tinh", "25");
  await believing(commune, district);
  await district.trusts(province);
  await commune.hires("Nguyễn Văn Thử", "08173");
  await district.receives(await commune.sends());
});
afterAll(() => offices.remove());

interface Inspected {
  readonly number: number;
  readonly sender: { unitCode: string; fingerprint: string };
  readonly trusted: boolean;
  readonly code: string | null;
  readonly ops: number;
  readonly rows: Record<string, number>;
  readonly held?: number;
  readonly new?: number;
}

describe("sync inspect", () => {
  it("shows a trusted sender's packet, and with a roster what is new in it", async () => {
    const person = await commune.hires("Vũ Văn Năm", "08173");
    const [path = ""] = packetsIn(await commune.sends());
    const before = hashOf(district.roster);
    const shown = await district.json<Inspected>("sync", "inspect", path, "--roster", district.roster);
    expect(shown).toMatchObject({
      trusted: true,
      code: null,
      sender: { unitCode: "08173", fingerprint: await commune.fingerprint() },
      rows: { office: 1, official: 2, assignment: 2 },
      new: 2,
      held: shown.ops - 2,
    });
    expect(hashOf(district.roster)).toBe(before);
    expect(await district.field(person, "fullName")).toBeUndefined();
    const { stdout } = await district.run("sync", "inspect", path, "--roster", district.roster);
    expect(stdout).toMatch(/^Tệp số \d+ của UBND xã Quảng Yên \(mã 08173\)\n/);
    expect(stdout).toContain("Nơi gửi được tin cậy.");
    expect(stdout).toContain("2 thay đổi chưa có");
  });

  it("shows a stranger's packet, of which nothing can be applied", async () => {
    await other.trusts(district);
    const stick = await other.sends("--for", await district.fingerprint());
    const [path = ""] = packetsIn(stick);
    const shown = await district.json<Inspected>("sync", "inspect", path);
    expect(shown).toMatchObject({ trusted: false, code: "sender-unknown", rows: { office: 1 } });
    const { stdout } = await district.run("sync", "inspect", path);
    expect(stdout).toContain("chưa được tin cậy");
    const before = hashOf(district.roster);
    const refused = await district.run("sync", "receive", district.roster, path, "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      files: [{ result: "refused", code: "sender-unknown" }],
    });
    expect(refused.stderr).toContain(await other.fingerprint());
    expect(hashOf(district.roster)).toBe(before);
    await district.trusts(other);
    expect((await district.receives(stick)).files).toMatchObject([{ result: "applied", code: null }]);
  });
});

describe("sync status", () => {
  it("names each office with its last packets", async () => {
    interface Status {
      readonly own: { unitCode: string };
      readonly trusted: number;
      readonly offices: readonly {
        unitCode: string;
        standing: string;
        role: string;
        lastReceived: { number: number } | null;
        lastSent: { number: number } | null;
        notYetThere: number | null;
        gaps: unknown[];
        branches: number;
      }[];
    }
    await district.sends("--for", await province.fingerprint());
    const status = await district.json<Status>("sync", "status", district.roster);
    expect(status).toMatchObject({ own: { unitCode: "232" }, trusted: 3 });
    const byCode = Object.fromEntries(status.offices.map((one) => [one.unitCode, one]));
    expect(Object.keys(byCode).sort()).toEqual(["08173", "08203", "25"]);
    expect(byCode["08173"]).toMatchObject({
      standing: "trusted",
      role: "subordinate",
      lastReceived: { number: expect.any(Number) },
      lastSent: null,
      gaps: [],
      branches: 1,
    });
    expect(byCode["25"]).toMatchObject({ role: "superior", lastReceived: null, lastSent: { number: 1 } });
    const { stdout } = await district.run("sync", "status", district.roster);
    expect(stdout).toMatch(
      /^Cơ quan +Mã +Nhận gần nhất +Gửi gần nhất +Còn thiếu +Đang chờ +Bản sổ song song\n/,
    );
    const alone = await offices.office("le-loi", "08200");
    expect((await alone.run("sync", "status", alone.roster)).stdout).toBe("Chưa trao đổi với cơ quan nào.\n");
  });
});
