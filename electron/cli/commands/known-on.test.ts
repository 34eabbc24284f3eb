/** Every command that looks at a moment answers by what was known when. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdirSync, readFileSync } from "node:fs";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { type CliPlace, cliPlace } from "../../testing/command-line";
import { commands } from "./commands";

const dayMs = 86_400_000;
const newName = "Đặng Văn Đổi Tên";

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

  it("is an option of every command that has a day to look at", () => {
    const withDay = commands.filter(({ options }) => "as-of" in options);
    expect(withDay.length).toBeGreaterThan(3);
    expect(withDay.filter(({ options }) => !("known-on" in options))).toEqual([]);
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
      expect(stdout.split("\n")[1]).toBe("Theo những gì đã ghi trong sổ đến hết ngày 05/10/2026");
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
