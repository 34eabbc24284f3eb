/** What sending says before a file is written, after it, and on the command line: one count, of what is new. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, type Sent, testOffices } from "../../testing/offices";
import { packetContents, sendPackets } from "./send";

const offices: Offices = testOffices();
let commune: Office;
let district: Office;
let person: string;
beforeAll(async () => {
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  person = await commune.hires("Người Một", "08173");
  await commune.hires("Người Hai", "08173");
});
afterAll(() => offices.remove());

/** What the dialog says before, and the result after. @param to none: those above */
function sentBy(office: Office, to: readonly string[] = []) {
  return office.opened(async (roster) => {
    const [before] = await packetContents(roster, office.environment, to);
    const folder = offices.stick();
    const [after] = await sendPackets(roster, office.environment, to, { folder });
    return { before, after, folder };
  });
}

const counts = (of: { people: number; fresh: unknown } | undefined) => ({
  people: of?.people,
  fresh: of?.fresh,
});

describe("what is sent", () => {
  it("is said to be the first file where none was written before", async () => {
    const { before, after, folder } = await sentBy(commune);
    expect(counts(before)).toEqual({ people: 2, fresh: null });
    expect(counts(after)).toEqual(counts(before));
    await district.receives(folder);
  });

  it("is two fields of one person for somebody who changed two, before and after, and here and there alike", async () => {
    await commune.edits("official", person, "phone=0911111111");
    await commune.edits("official", person, "phone=0922222222");
    await commune.edits("official", person, "ethnicity=Kinh");
    const told = await commune.opened((roster) => packetContents(roster, commune.environment, []));
    expect(told.map(counts)).toEqual([{ people: 2, fresh: { values: 2, people: 1 } }]);
    const before = await commune.json<Sent & { files: { people: number; fresh: unknown }[] }>(
      "sync",
      "export",
      commune.roster,
      "--to",
      offices.stick(),
    );
    expect(before.files.map(counts)).toEqual(told.map(counts));
    const { before: nothing, after } = await sentBy(commune);
    expect(counts(nothing)).toEqual({ people: 2, fresh: { values: 0, people: 0 } });
    expect(counts(after)).toEqual(counts(nothing));
    await commune.edits("official", person, "note=x");
    const { stdout } = await commune.run("sync", "export", commune.roster, "--to", offices.stick());
    expect(stdout).toContain("mới so với lần gửi trước: 1 mục của 1 người");
    const { stdout: again } = await commune.run("sync", "export", commune.roster, "--to", offices.stick());
    expect(again).toContain("không có gì mới so với lần gửi trước");
  });

  it("leaves out what came from the receiver itself", async () => {
    const { folder } = await sentBy(commune);
    await district.receives(folder);
    const down = [await commune.fingerprint()];
    expect(counts((await sentBy(district, down)).before).fresh).toBeNull();
    await commune.edits("official", person, "phone=0933333333");
    await district.receives((await sentBy(commune)).folder);
    await district.edits("official", person, "religion=Không");
    const { before, after } = await sentBy(district, down);
    expect(counts(before)).toEqual({ people: 2, fresh: { values: 1, people: 1 } });
    expect(counts(after)).toEqual(counts(before));
  });

  it("is still counted where a reception that was sent on was set aside, and others took its place", async () => {
    const down = [await commune.fingerprint()];
    await commune.edits("official", person, "phone=0955555555");
    await district.receives((await sentBy(commune)).folder);
    await sentBy(district, down);
    const { changes } = await district.json<{ changes: { id: number }[] }>(
      "log",
      district.roster,
      "--limit",
      "1",
    );
    await district.json("undo", district.roster, String(changes[0]?.id));
    await district.edits("official", person, "note=ghi sau khi bỏ");
    expect(counts((await sentBy(district, down)).before).fresh).toEqual({ values: 1, people: 1 });
    await district.receives((await sentBy(commune)).folder);
    await sentBy(district, down);
  });

  it("counts somebody who comes into the receiver's scope with an older record", async () => {
    const down = [await commune.fingerprint()];
    const other = await district.hires("Người Ở Xa", "08203", "phone=0944444444");
    expect(counts((await sentBy(district, down)).after).fresh).toEqual({ values: 0, people: 0 });
    await district.json(
      "add",
      district.roster,
      "assignment",
      `official=${other}`,
      "unit=08173",
      "post=Văn phòng - thống kê",
      "from=2021-03",
      "main=có",
    );
    const { before, after } = await sentBy(district, down);
    expect(before).toMatchObject({ people: 3, fresh: { people: 1 } });
    // Name and phone, the post there and the one before.
    expect(before?.fresh?.values).toBeGreaterThan(2 + 2 * 4);
    expect(counts(after)).toEqual(counts(before));
  });
});
