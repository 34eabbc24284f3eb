// A roster that lost whose it is: recovered, it is its own office's again, or nobody's file is made.
import DatabaseConstructor from "better-sqlite3";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officeRow } from "../../roster/read/office";
import { OpenRoster } from "../../services/open-roster";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let commune: Office;
let district: Office;
let person: string;

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  person = await commune.hires("Nguyễn Văn Khôi", "08173", "phone=1");
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  const db = new DatabaseConstructor(district.roster);
  db.exec("DELETE FROM local_state WHERE key IN ('office', 'keys')");
  db.close();
});
afterAll(() => offices.remove());

const to = (name: string) => join(offices.folder, `${name}.scb`);

describe("recovering a roster that does not say whose it is", () => {
  it("takes the office that this machine's key made", async () => {
    await district.json("recover", district.roster, "--to", to("lai"));
    const roster = await OpenRoster.open(to("lai"), district.environment);
    expect(officeRow(roster.db)?.fields["name"]).toBe("UBND huyện Thanh Ba");
    await roster.close();
    // What it writes of the people below it counts, as before.
    await district.json("edit", to("lai"), "official", person, "phone=2");
    const { stdout } = await district.run("sync", "proposals", to("lai"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ count: 0 });
    expect((await district.json<{ ok: boolean }>("verify", to("lai"))).ok).toBe(true);
  });

  it("asks on another machine, and takes what it is told", async () => {
    const stranger = offices.machine("may-la");
    const { code, stderr } = await stranger.run("recover", district.roster, "--to", to("la"));
    expect(code).toBe(1);
    expect(stderr).toContain("UBND huyện Thanh Ba (232)");
    expect(stderr).toContain("UBND xã Quảng Yên (08173)");
    expect(existsSync(to("la"))).toBe(false);
    expect((await stranger.run("recover", district.roster, "--to", to("la"), "--office", "99999")).code).toBe(
      1,
    );
    await stranger.json("recover", district.roster, "--to", to("la"), "--office", "232");
    const roster = await OpenRoster.read(to("la"), stranger.environment);
    expect(officeRow(roster.db)?.fields["name"]).toBe("UBND huyện Thanh Ba");
    await roster.close();
    expect((await stranger.json<{ ok: boolean }>("verify", to("la"))).ok).toBe(true);
  });

  it("refuses an office that the roster itself says is not its own, and a code that no unit has", async () => {
    const other = await commune.run("recover", commune.roster, "--to", to("khac"), "--office", "232");
    expect(other).toMatchObject({ code: 1 });
    expect(other.stderr).toContain("UBND xã Quảng Yên (08173)");
    await commune.json("recover", commune.roster, "--to", to("dung"), "--office", "08173");
    expect(existsSync(to("khac"))).toBe(false);
  });

  it("makes the row of the own office anew where just that is lost, for the unit that is named", async () => {
    const db = new DatabaseConstructor(commune.roster);
    db.pragma("foreign_keys = OFF");
    db.exec("DELETE FROM op WHERE row = (SELECT value FROM local_state WHERE key = 'office')");
    db.close();
    const { code, stderr } = await commune.run("recover", commune.roster, "--to", to("mat"));
    expect(code).toBe(1);
    expect(stderr).toContain("có thể không còn trong số đó");
    const wrong = await commune.run("recover", commune.roster, "--to", to("mat"), "--office", "99999");
    expect(wrong.stderr).toContain("99999");
    expect(existsSync(to("mat"))).toBe(false);
    await commune.json("recover", commune.roster, "--to", to("mat"), "--office", "08173");
    const roster = await OpenRoster.open(to("mat"), commune.environment);
    expect(officeRow(roster.db)?.fields["name"]).toBe("UBND xã Quảng Yên");
    await roster.close();
    // Its own people are its own again, and it writes of them.
    await commune.json("edit", to("mat"), "official", person, "phone=3");
    const { stdout } = await commune.run("sync", "proposals", to("mat"), "--json");
    expect(JSON.parse(stdout)).toMatchObject({ count: 0 });
    expect((await commune.json<{ ok: boolean }>("verify", to("mat"))).ok).toBe(true);
  });
});
