/** Rosters that come back from a backup or go on twice, and files that never arrive: nothing is lost, all is told. */
import { copyFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { exchangeOffices } from "../../services/exchange/offices";
import { OpenRoster } from "../../services/open-roster";
import { sendPackets } from "../../services/exchange/send";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";

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
  readonly waiting: number;
  readonly gaps: readonly {
    unitCode: string;
    fromFile: number | null;
    toFile: number | null;
    missing: number;
  }[];
  readonly forks: readonly { unitCode: string }[];
  readonly copies: readonly { current: boolean; branches: number }[];
  readonly offices: readonly { unitCode: string; waiting: number; branches: number }[];
}
const statusOf = (office: Office) => office.json<Status>("sync", "status", office.roster);
const namesIn = async (office: Office) =>
  (await office.json<{ people: { name: string }[] }>("people", office.roster, "--as-of", "2021-10-01")).people
    .map(({ name }) => name)
    .sort();
const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;

async function exchange(): Promise<void> {
  await district.receives(await commune.sends());
  await commune.receives(await district.sends());
}

/** Everything of an office's PC as it is now. */
function imageOf(office: Office, name: string): { back: () => void } {
  const image = join(offices.folder, name);
  cpSync(office.environment.home, join(image, "home"), { recursive: true });
  copyFileSync(office.roster, join(image, "so.scb"));
  return {
    back: () => {
      rmSync(office.environment.home, { recursive: true });
      cpSync(join(image, "home"), office.environment.home, { recursive: true });
      copyFileSync(join(image, "so.scb"), office.roster);
    },
  };
}

describe("a roster taken to another PC", () => {
  it("shows the PC that made it as our own office, with its unit", async () => {
    const copy = join(offices.folder, "chep.scb");
    copyFileSync(commune.roster, copy);
    const { environment } = await offices.office("may-khac", "08173");
    const roster = await OpenRoster.open(copy, environment);
    const { offices: found } = exchangeOffices(roster, environment);
    await roster.close();
    expect(found.filter(({ standing }) => standing === "ownElsewhere")).toEqual([
      expect.objectContaining({ unitCode: "08173", fingerprint: null }),
    ]);
    expect(found.filter(({ standing }) => standing === "unknown")).toEqual([]);
  });
});

describe("a roster that came back from a backup", () => {
  it("goes on under a new name and gets back from above what it lost", async () => {
    await commune.hires("Người Một", "08173");
    await district.receives(await commune.sends());
    const backup = join(offices.folder, "sao-luu.scb");
    copyFileSync(commune.roster, backup);
    await commune.hires("Người Hai", "08173");
    await exchange();
    copyFileSync(backup, commune.roster);
    expect(await namesIn(commune)).toEqual(["Người Một"]);
    await commune.hires("Người Ba", "08173");
    await exchange();
    for (const office of [commune, district]) {
      expect(await namesIn(office)).toEqual(["Người Ba", "Người Hai", "Người Một"]);
      expect(await isWhole(office)).toBe(true);
      expect(await office.conflicts()).toEqual([]);
    }
    const status = await statusOf(commune);
    expect(status.copies.map(({ current, branches }) => [current, branches]).sort()).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect((await commune.run("sync", "status", commune.roster)).stdout).toContain(
      "Bản sao của chính sổ này",
    );
    expect((await statusOf(district)).forks).toEqual([]);
  });

  it("takes its own packet in again, where nobody else has what it lost", async () => {
    const backup = join(offices.folder, "sao-luu.scb");
    copyFileSync(commune.roster, backup);
    await commune.hires("Người Một", "08173");
    const stick = await commune.sends();
    copyFileSync(backup, commune.roster);
    expect((await commune.receives(stick)).files).toMatchObject([{ result: "applied", added: 1 }]);
    await commune.hires("Người Hai", "08173");
    expect(await namesIn(commune)).toEqual(["Người Hai", "Người Một"]);
    await district.receives(await commune.sends());
    expect(await namesIn(district)).toEqual(["Người Hai", "Người Một"]);
    expect(await isWhole(commune)).toBe(true);
  });
});

describe("a PC that was cloned", () => {
  it("and went on twice under one name: both lines are kept everywhere, and told", async () => {
    const shared = await commune.hires("Người Chung", "08173");
    await district.receives(await commune.sends());
    const before = imageOf(commune, "truoc");
    await commune.hires("Người Máy Một", "08173");
    await commune.edits("official", shared, "phone=0911");
    const first = await commune.sends();
    const machineOne = imageOf(commune, "may-mot");
    before.back();
    await commune.hires("Người Máy Hai", "08173");
    await commune.edits("official", shared, "phone=0922");
    const second = await commune.sends();
    machineOne.back();

    await district.receives(first);
    await district.receives(second);
    const all = ["Người Chung", "Người Máy Hai", "Người Máy Một"];
    expect(await namesIn(district)).toEqual(all);
    expect((await statusOf(district)).forks).toMatchObject([{ unitCode: "08173" }]);
    expect((await statusOf(district)).offices).toMatchObject([{ unitCode: "08173", branches: 2 }]);
    expect((await district.run("sync", "status", district.roster)).stdout).toContain(
      "Hai bản sao cùng dùng một tên",
    );
    // What both wrote over the same value is a conflict as between any two offices.
    expect((await district.conflicts()).map(({ rowId, field }) => [rowId, field])).toEqual([
      [shared, "phone"],
    ]);
    expect(await isWhole(district)).toBe(true);

    await commune.receives(await district.sends());
    expect(await namesIn(commune)).toEqual(all);
    expect((await statusOf(commune)).copies.map(({ branches }) => branches)).toContain(2);
    await commune.hires("Người Sau", "08173");
    await exchange();
    for (const office of [commune, district]) {
      expect(await namesIn(office)).toEqual([...all, "Người Sau"].sort());
      expect(await isWhole(office)).toBe(true);
    }
    expect((await statusOf(commune)).copies.filter(({ current }) => current)).toMatchObject([
      { branches: 1 },
    ]);
  });
});

describe("a file that never came", () => {
  /** Sends only what the district says that it lacks, as a large roster does. */
  const sendsLacked = (office: Office) =>
    office.opened(async (roster) => {
      const folder = offices.stick();
      const whole = { ops: 0, bytes: 0 };
      await sendPackets(roster, office.environment, [], { folder, whole });
      return folder;
    });
  /** The district received file 2, said so, and set it aside: file 3 goes on from what is not there any more. */
  async function withGap(): Promise<{ lost: string; person: string }> {
    await commune.hires("Người Một", "08173");
    await exchange();
    const person = await commune.hires("Người Hai", "08173");
    const lost = await sendsLacked(commune);
    await district.receives(lost);
    await commune.receives(await district.sends());
    const { changes } = await district.json<{ changes: { id: number }[] }>(
      "log",
      district.roster,
      "--limit",
      "1",
    );
    await district.json("undo", district.roster, String(changes[0]?.id));
    await commune.edits("official", person, "phone=0922");
    const { files } = await district.receives(await sendsLacked(commune));
    expect(files).toMatchObject([{ result: "waiting", waiting: 1 }]);
    return { lost, person };
  }

  it("is named by its number, and what goes on from it waits in sight", async () => {
    const { lost, person } = await withGap();
    const status = await statusOf(district);
    expect(status.gaps).toMatchObject([{ unitCode: "08173", fromFile: 2, toFile: 2, missing: 2 }]);
    expect(status).toMatchObject({ waiting: 1, offices: [{ unitCode: "08173", waiting: 1 }] });
    const { stdout } = await district.run("sync", "status", district.roster);
    expect(stdout).toContain("thiếu tệp số 2");
    expect(await district.field(person, "fullName")).toBeUndefined();
    expect(await isWhole(district)).toBe(true);

    expect((await district.receives(lost)).files).toMatchObject([{ result: "applied", added: 1 }]);
    expect(await district.field(person, "phone")).toBe("0922");
    expect(await statusOf(district)).toMatchObject({ gaps: [], waiting: 0 });
  });

  it("is made up for by the next one once the district said again what it has", async () => {
    const { person } = await withGap();
    await commune.receives(await district.sends());
    const next = await sendsLacked(commune);
    expect(packetsIn(next)).toHaveLength(1);
    await district.receives(next);
    expect(await district.field(person, "phone")).toBe("0922");
    expect(await statusOf(district)).toMatchObject({ gaps: [], waiting: 0 });
  });
});
