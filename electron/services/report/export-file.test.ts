import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import { addRow } from "../entity-editing";
import type { OpenRoster } from "../open-roster";
import { exportPeople } from "./export-file";

describe("exportPeople", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  beforeEach(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  const question = async (columns: readonly string[]) => {
    const { catalog } = await roster.index();
    const unit = catalog.units.find(({ code, name }) => code === "08173" && name === "Quảng Yên");
    return { moment: { on: "2021-10-01" }, unitId: unit?.id ?? null, officialId: null, list: { columns } };
  };
  const linesOf = (path: string) =>
    readFileSync(path, "utf8").replace("\uFEFF", "").split("\r\n").slice(0, -1);

  it("gives each of several rows of a person columns of its own, as many as somebody has", async () => {
    const asked = await question(["official.fullName", "relative.fullName"]);
    const path = join(place.folder, "ra.csv");
    const { file } = await exportPeople(roster, place.environment, path, asked, {});
    expect(linesOf(file.path)[0]).toBe("Mã cán bộ;Họ và tên");
    const id = linesOf(file.path)[1]?.split(";")[0] ?? "";
    for (const name of ["Hà Thị Thử", "Hà Văn Thử"]) {
      const texts = new Map([
        ["official", id],
        ["relation", "child"],
        ["fullName", name],
      ]);
      await addRow(roster, place.environment, { entity: "relative", texts, reason: null, yes: true });
    }
    const again = await exportPeople(roster, place.environment, path, asked, {});
    const lines = linesOf(again.file.path).map((line) => line.split(";"));
    expect(lines[0]).toEqual([
      "Mã cán bộ",
      "Họ và tên",
      "Họ và tên (Quan hệ gia đình) 1",
      "Họ và tên (Quan hệ gia đình) 2",
    ]);
    expect(
      lines
        .find(([first]) => first === id)
        ?.slice(2)
        .sort(),
    ).toEqual(["Hà Thị Thử", "Hà Văn Thử"]);
  });

  it("tells how far it is, and writes nothing when it is stopped", async () => {
    const told: number[] = [];
    const stopped = new AbortController();
    const asked = { ...(await question(["official.fullName"])), unitId: null };
    const work = exportPeople(roster, place.environment, join(place.folder, "dung.xlsx"), asked, {
      signal: stopped.signal,
      onProgress: (done) => {
        told.push(done);
        stopped.abort();
      },
    });
    await expect(work).rejects.toMatchObject({ code: "cancelled" });
    expect(told).toEqual([478]);
    expect(() => readFileSync(join(place.folder, "dung.xlsx"))).toThrow(/ENOENT/u);
  });
});
