/** Every command that looks at a moment answers by what was known when. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdirSync, readFileSync } from "node:fs";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { type CliPlace, cliPlace } from "../../testing/command-line";
import { believing, type Offices, testOffices } from "../../testing/offices";
import { commands } from "./commands";

const dayMs = 86_400_000;
const newName = "Đặng Văn Đổi Tên";

describe("what came by file", () => {
  let offices: Offices;
  beforeAll(() => (offices = testOffices()));
  afterAll(() => offices.remove());

  it("counts from the day on which it was received, whatever clock its author had, and is told with both", async () => {
    const commune = await offices.office("xa", "08173");
    const district = await offices.office("huyen", "232");
    await believing(commune, district);
    const id = await commune.hires("Trần Thị Về Sau", "08173");
    // The commune's PC believes that it is 2031.
    commune.waits(5 * 365 * dayMs);
    await commune.edits("official", id, "phone=0912345678");
    const stick = await commune.sends();
    district.waits(9 * dayMs);
    await district.receives(stick);
    district.waits(20 * dayMs);
    const count = async (day: string) =>
      (await district.json<{ count: number }>("people", district.roster, "--known-on", day)).count;
    expect(await count("2026-10-05")).toBe(0);
    expect(await count("2026-10-09")).toBe(0);
    expect(await count("2026-10-10")).toBe(1);
    const shown = await district.run("show", district.roster, id, "--known-on", "2026-10-10", "--json");
    expect(JSON.parse(shown.stdout)).toMatchObject({ official: { phone: "0912345678" } });
    expect(shown.stderr).toBe("");
    const { changes } = await district.json<{ changes: { at: string; receivedAt: string }[] }>(
      "log",
      district.roster,
      "--official",
      id,
    );
    expect(changes.map(({ at }) => at.slice(0, 4))).toEqual(["2031", "2026", "2026"]);
    expect(new Set(changes.map(({ receivedAt }) => receivedAt.slice(0, 10)))).toEqual(
      new Set(["2026-10-10"]),
    );
    const log = await district.run("log", district.roster, "--official", id);
    expect(log.stdout).toContain("vào sổ này lúc 10/10/2026");
  });

  it("is answered alike in whatever zone the PC is, and says where its own clock was wrong", async () => {
    const office = await offices.office("xa-le", "08203");
    const noon = 5 * 3_600_000;
    // 23:30 in Hà Nội, where it is another day in each of the zones.
    office.waits(11.5 * 3_600_000);
    await office.hires("Lê Văn Đêm Muộn", "08203");
    office.waits(noon);
    const id = await office.hires("Lê Văn Sáng Sớm", "08203");
    office.waits(-1000 * dayMs);
    await office.edits("official", id, "phone=0912345678");
    office.waits(1010 * dayMs);
    await office.edits("official", id, "phone=0987654321");
    office.waits(10 * dayMs);
    const zone = process.env["TZ"];
    const answers = new Set<string>();
    try {
      for (const name of ["America/Los_Angeles", "UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"]) {
        process.env["TZ"] = name;
        const seen: unknown[] = [];
        for (const day of ["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-13"]) {
          const { stdout, stderr } = await office.run("people", office.roster, "--known-on", day, "--json");
          seen.push([day, (JSON.parse(stdout) as { count: number }).count, stderr]);
        }
        const { stdout } = await office.run("log", office.roster, "--limit", "3");
        answers.add(JSON.stringify([seen, stdout.replaceAll(/\s+/g, " ")]));
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
    expect(answers.size).toBe(1);
    const [seen] = JSON.parse([...answers][0] ?? "[]") as [[string, number, string][]];
    expect(seen.map(([, people]) => people)).toEqual([0, 1, 2, 2]);
    expect(seen.map(([, , note]) => note.includes("Đồng hồ của máy này từng sai: 1 lần ghi"))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("--known-on", () => {
  let place: CliPlace;
  let roster: string;
  let id: string;
  let oldName: string;
  const past = ["--known-on", "2026-10-05"];
  beforeAll(async () => {
    let now = Date.UTC(2026, 9, 1, 5);
    place = cliPlace({ now: () => (now += 1000) });
    roster = await place.thanhBa();
    const { people } = await place.json<{ people: { id: string; name: string }[] }>("people", roster);
    const [first] = people;
    if (first === undefined) throw new Error("Nobody serves in the sample");
    id = first.id;
    oldName = first.name;
    now += 10 * dayMs;
    await place.json("edit", roster, "official", id, `fullName=${newName}`);
    await place.json("remove", roster, "official", people.at(-1)?.id ?? "", "--reason", "thử");
  });
  afterAll(() => place.remove());

  it("is an option of every command that has a day to look at and writes nothing", () => {
    // Where what it needs hangs on its options, one of them writes.
    const writes = ({ needs }: (typeof commands)[number]) => needs === "edit" || typeof needs === "function";
    const withDay = commands.filter((command) => "as-of" in command.options && !writes(command));
    expect(withDay.length).toBeGreaterThan(3);
    // What a write would do follows from what is known when it is written.
    const asked = withDay.filter(({ name }) => name !== "rules-preview");
    expect(asked.filter(({ options }) => !("known-on" in options))).toEqual([]);
  });

  it("lists and shows people as they were recorded then", async () => {
    const names = async (...words: string[]) =>
      (await place.json<{ people: { name: string }[] }>("people", roster, ...words)).people.map(
        ({ name }) => name,
      );
    const [before, now] = [await names(...past), await names()];
    expect([before.length, now.length]).toEqual([478, 477]);
    expect(before).toContain(oldName);
    expect(before).not.toContain(newName);
    expect(now).toContain(newName);
    const { official } = await place.json<OfficialRecord>("show", roster, id, ...past);
    expect(official["fullName"]).toBe(oldName);
  });

  it("counts by it in tables and reports, and says so under the title", async () => {
    const { total } = await place.json<{ total: { total: number } }>("stats", roster, ...past);
    expect(total.total).toBe(478);
    for (const command of ["stats", "people"]) {
      const { stdout } = await place.run(command, roster, ...past);
      expect(stdout.split("\n")[1]).toBe("Theo những gì đã có trong sổ đến hết ngày 05/10/2026");
    }
    const folder = place.path("usb");
    mkdirSync(folder);
    const { files } = await place.json<{ files: { path: string }[] }>(
      "report",
      roster,
      "--form",
      "standards-by-commune",
      "--format",
      "csv",
      "--out",
      folder,
      ...past,
    );
    expect(readFileSync(files[0]?.path ?? "", "utf8")).toMatch(/Tổng cộng.*478/);
  });
});
