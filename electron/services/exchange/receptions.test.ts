/** Receptions over rosters of two offices: taken back, received again, and asked about where they remove many. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../testing/command-line";
import { believing, type Office, type Offices, type Received, testOffices } from "../../testing/offices";
import { changeDetails, changesPage } from "../changes";

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

const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;

describe("a packet that was received before", () => {
  it("changes nothing, also when newer ones came since", async () => {
    const person = await commune.hires("Người Một", "08173", "phone=1");
    const old = await commune.sends();
    await district.receives(old);
    await commune.edits("official", person, "phone=0911");
    await district.receives(await commune.sends());
    const people = () => district.json("people", district.roster, "--as-of", "2021-10-01");
    const before = await people();
    expect((await district.receives(old)).files).toMatchObject([
      { result: "already", added: 0, changed: 0, conflicts: 0 },
    ]);
    expect(await people()).toEqual(before);
    expect(await district.field(person, "phone")).toBe("0911");
  });
});

describe("a reception", () => {
  it("is named by the entry that takes it back, and told of one person as that person's part", async () => {
    await commune.hires("Người Không", "08173");
    await district.receives(await commune.sends());
    const first = await commune.hires("Người Một", "08173");
    await commune.hires("Người Hai", "08173");
    await district.receives(await commune.sends());
    await district.opened(async (roster) => {
      const { t } = district.environment;
      const of = async (officialId: string | null) =>
        (await changesPage(roster, t, { before: null, limit: 20, officialId })).rows;
      const [entry] = await of(null);
      expect(entry).toMatchObject({ action: "receive", reception: 2 });
      const line = (await of(first)).find(({ id }) => id === entry?.id);
      expect(line).toMatchObject({ action: "add", reception: 2 });
      const told = (person: string | null) =>
        new Set(
          changeDetails(roster, roster.catalog(), t, line?.id ?? 0, person).details.map(
            ({ rowLabel }) => rowLabel,
          ),
        );
      expect(told(null)).toContain("Người Hai");
      expect(told(first)).toEqual(new Set(["Người Một"]));
    });
  });

  it("is taken back through log and undo, and can be received again", async () => {
    const person = await commune.hires("Đỗ Thị Sáu", "08173");
    const stick = await commune.sends();
    await district.receives(stick);
    const { changes } = await district.json<{ changes: { id: number; action: string; from: string }[] }>(
      "log",
      district.roster,
    );
    expect(changes[0]).toMatchObject({ action: "receive", reason: null, from: "UBND xã Quảng Yên" });
    const words = ["undo", district.roster, String(changes[0]?.id)];
    const { stdout } = await district.run(...words);
    expect(stdout).toMatch(/^Đã bỏ lần nhận tệp số \d+; .+\n$/);
    expect(await district.field(person, "fullName")).toBeUndefined();
    expect(await isWhole(district)).toBe(true);
    const again = await district.run(...words, "--json");
    expect([again.code, again.stdout]).toEqual([1, ""]);
    // Nothing of that travels: the commune keeps its people, whatever the district sends.
    await commune.receives(await district.sends());
    expect(await commune.field(person, "fullName")).toBe("Đỗ Thị Sáu");
    expect((await district.receives(stick)).files).toMatchObject([{ result: "applied", added: 1 }]);
    expect(await district.field(person, "fullName")).toBe("Đỗ Thị Sáu");
    expect(await isWhole(district)).toBe(true);
  });

  it("once taken back, comes again also with a later file that brought nothing new at its time", async () => {
    const person = await commune.hires("Đỗ Thị Sáu", "08173");
    await district.receives(await commune.sends());
    const later = await commune.sends();
    expect((await district.receives(later)).files).toMatchObject([{ result: "already" }]);
    const { changes } = await district.json<{ changes: { id: number }[] }>(
      "log",
      district.roster,
      "--limit",
      "1",
    );
    await district.json("undo", district.roster, String(changes[0]?.id));
    expect(await district.field(person, "fullName")).toBeUndefined();
    expect((await district.receives(later)).files).toMatchObject([{ result: "applied", added: 1 }]);
    expect(await district.field(person, "fullName")).toBe("Đỗ Thị Sáu");
  });

  it("stays where something goes on from it", async () => {
    const person = await commune.hires("Đỗ Thị Sáu", "08173");
    await district.receives(await commune.sends());
    const id = await district.opened(async (roster) => {
      const page = { before: null, limit: 1, officialId: null };
      return (await changesPage(roster, district.environment.t, page)).rows[0]?.id;
    });
    await district.edits("official", person, "phone=1");
    const { code, stderr } = await district.run("undo", district.roster, String(id), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "reception-undo-blocked" } });
    expect(await district.field(person, "phone")).toBe("1");
  });
});

describe("many removals at once", () => {
  async function removedByCommune(count: number): Promise<string> {
    const people: string[] = [];
    for (let n = 1; n <= count + 1; n++) people.push(await commune.hires(`Người ${n}`, "08173"));
    await district.receives(await commune.sends());
    for (const person of people.slice(1))
      await commune.json("remove", commune.roster, "official", person, "--reason", "Xóa nhầm hàng loạt");
    return commune.sends();
  }
  const count = async (office: Office) =>
    (await office.json<{ count: number }>("people", office.roster, "--as-of", "2021-10-01")).count;

  it("are asked about by their number, which must be given exactly", async () => {
    const stick = await removedByCommune(10);
    const before = hashOf(district.roster);
    const words = ["sync", "receive", district.roster, stick, "--json"];
    for (const more of [
      [],
      ["--confirm-removals", "9"],
      ["--confirm", "removed=11"],
      ["--confirm", "ended=10"],
    ]) {
      const { code, stdout, stderr } = await district.run(...words, ...more);
      expect([code, stdout]).toEqual([1, ""]);
      expect(JSON.parse(stderr)).toMatchObject({
        error: {
          code: "mass-unconfirmed",
          params: { asked: "removed=10" },
          message: expect.stringContaining("10 hồ sơ bị xóa"),
        },
      });
    }
    expect(hashOf(district.roster)).toBe(before);
    const shown = await district.receives(stick, "--dry-run");
    expect(shown.files).toMatchObject([{ result: "applied", removed: 10 }]);
    expect(hashOf(district.roster)).toBe(before);
    expect(await count(district)).toBe(11);
    const taken = await district.json<Received>(...words.slice(0, -1), "--confirm-removals", "10");
    expect(taken.files).toMatchObject([{ result: "applied", removed: 10 }]);
    expect(await count(district)).toBe(1);
  });

  it("are not asked about where they are few", async () => {
    const stick = await removedByCommune(9);
    expect((await district.receives(stick)).files).toMatchObject([{ result: "applied", removed: 9 }]);
    expect(await count(district)).toBe(1);
  });
});
