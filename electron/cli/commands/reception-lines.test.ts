/** A reception in the log: whom it came from, how many people it brought, and who took it back, also when nothing is left. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import { newestReception, receptionsList } from "../../roster/read/receptions";
import { changeDetails } from "../../services/changes";
import { officeOfWriter } from "../../services/exchange/log-offices";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let commune: Office;
let district: Office;
const sender = "UBND xã Quảng Yên";

beforeEach(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
});
afterEach(() => offices.remove());

const lines = async ({ json, roster }: Office, ...words: string[]) =>
  (await json<{ changes: ChangeRow[] }>("log", roster, ...words)).changes;
const newest = async (office: Office) => (await lines(office, "--limit", "1"))[0];
const takesBack = (office: Office) =>
  office.opened((roster) => roster.undoReception(newestReception(roster.db) ?? 0, []));

describe("a reception that stands", () => {
  it("names its sender as such, and counts the people first", async () => {
    for (const n of [1, 2, 3]) await commune.hires(`Người ${n}`, "08173");
    await district.receives(await commune.sends());
    const line = await newest(district);
    expect(line).toMatchObject({ action: "receive", reason: null, from: sender, official: null });
    expect(line?.summary).toMatch(/^thêm 3 người/);
    const { stdout } = await district.run("log", district.roster, "--limit", "1");
    expect(stdout).toContain(`từ ${sender}`);
  });

  it("names the one person whom it is about", async () => {
    const person = await commune.hires("Đỗ Thị Sáu", "08173", "phone=1");
    await district.receives(await commune.sends());
    expect((await newest(district))?.official).toMatchObject({ fullName: "Đỗ Thị Sáu" });
    expect((await newest(district))?.summary).toMatch(/^thêm hồ sơ/);
    await commune.edits("official", person, "phone=22");
    await district.receives(await commune.sends());
    expect(await newest(district)).toMatchObject({
      official: { fullName: "Đỗ Thị Sáu" },
      summary: "Điện thoại: 1 → 22",
    });
  });
});

describe("a reception that was taken back", () => {
  beforeEach(async () => {
    for (const n of [1, 2]) await commune.hires(`Người ${n}`, "08173");
    await district.receives(await commune.sends());
    await takesBack(district);
  });

  it("keeps whom it came from, how many files it had, and who took it back when", async () => {
    const [row] = await district.opened(({ db }) => receptionsList(db, 5));
    expect(row).toMatchObject({
      offices: [sender],
      files: 1,
      canUndo: false,
      undone: { user: "Văn phòng huyen" },
    });
    expect(row?.undone?.at).toBeGreaterThan(row?.at ?? 0);
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
  });

  it("stays in the log, marked so, also where later changes have the numbers of its own", async () => {
    const gone = {
      action: "receive",
      from: sender,
      inForce: false,
      reception: null,
      summary: expect.stringMatching(/^thêm 2 người/) as string,
      takenBack: { user: "Văn phòng huyen", at: expect.stringMatching(/^2026-/) as string },
    };
    expect((await lines(district))[0]).toMatchObject(gone);
    const { stdout } = await district.run("log", district.roster, "--limit", "1");
    expect(stdout).toMatch(/đã bỏ lúc .+, người bỏ: Văn phòng huyen/);
    for (const n of [1, 2, 3]) await district.hires(`Cán bộ ${n}`, "08203");
    await district.receives(await commune.sends());
    const all = await lines(district);
    expect(all.filter(({ action }) => action === "receive")).toMatchObject([{ takenBack: null }, gone]);
    // Page by page it is told once, at its place.
    const paged: ChangeRow[] = [];
    for (let before: string[] = []; ; ) {
      const page = await district.json<{ changes: ChangeRow[]; more: boolean }>(
        "log",
        district.roster,
        "--limit",
        "1",
        ...before,
      );
      paged.push(...page.changes);
      if (!page.more) break;
      before = ["--before", String(page.changes.at(-1)?.id)];
    }
    expect(paged).toEqual(all);
  });

  it("is among what was undone, by whoever received it, and in nobody's own history", async () => {
    const isGone = ({ takenBack }: ChangeRow) => takenBack !== null;
    const listed = async (...words: string[]) => (await lines(district, ...words)).filter(isGone).length;
    expect(await listed("--undone")).toBe(1);
    expect(await listed("--by", "Văn phòng huyen")).toBe(1);
    expect(await listed("--by", "Người khác")).toBe(0);
    expect(await listed("--to", "2026-09-01")).toBe(0);
    expect(await listed("--entity", "official")).toBe(0);
  });
});

it("says whose a key is without the key's digits or the id of a unit", async () => {
  const trusted = (await lines(district)).find(({ action }) => action === "trust");
  const details = await district.opened((roster) => {
    const officeOf = officeOfWriter(roster, district.environment);
    const id = trusted?.id ?? 0;
    return changeDetails(roster, roster.catalog(), district.environment.t, id, null, officeOf).details;
  });
  const [credential] = details.filter(({ entity }) => entity === "credential");
  const after = Object.fromEntries((credential?.fields ?? []).map((field) => [field.field, field.after]));
  expect(after).toMatchObject({ key: sender, unit: "Xã Quảng Yên" });
  expect(JSON.stringify(details.map(({ fields }) => fields))).not.toMatch(/[0-9a-f]{8}/);
});
