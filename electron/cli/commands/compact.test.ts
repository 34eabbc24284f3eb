// `compact`: what every office acknowledged is dropped, nothing else, and the log says so.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { believing, type Office, testOffices } from "../../testing/offices";

interface Compacted {
  readonly ops: number;
  readonly bytes: number;
  readonly documents: number;
  readonly offices: readonly { readonly office: string; readonly acknowledged: boolean }[];
}

const offices = testOffices();
let commune: Office;
let other: Office;
let district: Office;
let person: string;
let neighbour: string;
beforeAll(async () => {
  commune = await offices.office("xa", "08173");
  other = await offices.office("xa-khac", "08203");
  district = await offices.office("huyen", "232");
});
afterAll(offices.remove);

const compacted = (office: Office) => office.json<Compacted>("compact", office.roster);
const refusal = async (office: Office) => {
  const { code, stderr, stdout } = await office.run("compact", office.roster, "--json");
  return {
    code,
    error: (JSON.parse(stdout === "" ? stderr : stdout) as { error: { code: string } }).error.code,
  };
};
const actions = async (office: Office) =>
  (await office.json<{ changes: { action: string }[] }>("log", office.roster)).changes.map(
    ({ action }) => action,
  );

describe("compact", () => {
  it("is refused while the roster is traded with nobody, or nobody said anything", async () => {
    expect(await refusal(commune)).toEqual({ code: 1, error: "compact-alone" });
    await believing(commune, district);
    await believing(other, district);
    expect(await refusal(district)).toEqual({ code: 1, error: "compact-unacknowledged" });
  });

  it("drops at the district what the one commune that may know it has acknowledged", async () => {
    person = await commune.hires("Nguyễn Văn An", "08173", "phone=1");
    neighbour = await other.hires("Lê Thị Bình", "08203", "phone=1");
    for (const phone of ["2", "3", "4"]) {
      await commune.edits("official", person, `phone=${phone}`);
      await other.edits("official", neighbour, `phone=${phone}`);
    }
    await district.receives(await commune.sends());
    expect(await compacted(district)).toMatchObject({
      // The first value is the making of the row, the last one stands.
      ops: 2,
      documents: 0,
      offices: expect.arrayContaining([expect.objectContaining({ acknowledged: false })]) as unknown,
    });
    expect(await compacted(district)).toMatchObject({ ops: 0, bytes: 0 });
    expect(await district.field(person, "phone")).toBe("4");
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
    expect((await actions(district)).filter((action) => action === "compact")).toHaveLength(1);
  });

  it("waits for an office that may know a row and has not acknowledged what was written over", async () => {
    await district.receives(await other.sends());
    await compacted(district);
    await district.edits("official", neighbour, "phone=5");
    await district.edits("official", neighbour, "phone=6");
    expect(await compacted(district)).toMatchObject({ ops: 0 });
    for (const office of [other, commune])
      await office.receives(await district.sends("--for", await office.fingerprint()));
    await district.receives(await commune.sends());
    expect(await compacted(district)).toMatchObject({ ops: 0 });
    await district.receives(await other.sends());
    const done = await compacted(district);
    expect(done).toMatchObject({ ops: 2 });
    expect(done.offices.map(({ acknowledged }) => acknowledged)).toEqual([true, true]);
    expect(await district.field(neighbour, "phone")).toBe("6");
  });

  it("leaves a newcomer and everybody else with the same records", async () => {
    const province = await offices.office("tinh", "25");
    await believing(province, district);
    await province.receives(await district.sends("--for", await province.fingerprint()));
    for (const [id, phone] of [
      [person, "4"],
      [neighbour, "6"],
    ] as const) {
      expect(await province.field(id, "phone")).toBe(phone);
    }
    expect(await province.json("verify", province.roster)).toMatchObject({ ok: true });
    expect(await other.field(neighbour, "phone")).toBe("6");
  });

  it("is said in words, and is no step of undo", async () => {
    const { code, stdout } = await district.run("compact", district.roster);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Không có gì để dọn/) });
    const undone = await district.run("undo", district.roster, "--json");
    expect(undone.code).toBe(1);
    expect(await district.field(neighbour, "phone")).toBe("6");
  });
});
