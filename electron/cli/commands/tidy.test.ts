// `tidy`: documents that nothing names go, nothing else does, and the log says so.
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { believing, type Office, testOffices } from "../../testing/offices";

vi.mock(import("../../../shared/domain/entities/list"), async (original) => {
  const { withScans } = await import("../../testing/with-scans");
  return withScans(original);
});

const offices = testOffices();
let commune: Office;
let district: Office;
let person: string;
beforeAll(async () => {
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  const scan = join(offices.stick(), "quyet-dinh.pdf");
  writeFileSync(scan, randomBytes(5000));
  person = await commune.hires("Nguyễn Văn Dọn", "08173", "phone=1", `scan=@${scan}`);
  for (const phone of ["2", "3"]) await commune.edits("official", person, `phone=${phone}`);
});
afterAll(offices.remove);

const tidied = (office: Office) => office.json<{ documents: number; bytes: number }>("tidy", office.roster);
const changes = async (office: Office) =>
  (await office.json<{ changes: { id: number; action: string }[] }>("log", office.roster)).changes;
const tidyings = async (office: Office) =>
  (await changes(office)).filter(({ action }) => action === "tidy").length;

describe("tidy", () => {
  it("finds nothing while every document is named, and then notes nothing", async () => {
    await district.receives(await commune.sends());
    for (const office of [commune, district]) {
      expect(await tidied(office)).toEqual({ documents: 0, bytes: 0 });
      expect(await tidyings(office)).toBe(0);
    }
    const { stdout } = await district.run("tidy", district.roster);
    expect(stdout).toMatch(/^Không có gì để dọn/);
  });

  it("clears what came with a reception that was undone, once, and says so in the log", async () => {
    const reception = (await changes(district)).find(({ action }) => action === "receive");
    await district.json("undo", district.roster, String(reception?.id));
    expect((await tidied(district)).documents).toBe(1);
    expect(await tidied(district)).toEqual({ documents: 0, bytes: 0 });
    expect(await tidyings(district)).toBe(1);
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
  });

  it("is no step of undo, and what was cleared comes again with the file", async () => {
    expect((await district.run("undo", district.roster, "--json")).code).toBe(1);
    await district.receives(await commune.sends());
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, waitingDocuments: 0 });
    expect(await district.field(person, "phone")).toBe("3");
  });
});
