/** What a preview says of people, over rosters of a commune and its district. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";
import { previewOf } from "../../testing/previews";

const offices: Offices = testOffices();
let commune: Office;
let district: Office;
beforeAll(async () => {
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
});
afterAll(() => offices.remove());

describe("a preview", () => {
  it("tells where an office changed a record that another one made", async () => {
    const person = await commune.hires("Người Một", "08173");
    expect(await previewOf(district, await commune.sends())).toMatchObject([
      { id: person, name: "Người Một", kind: "added", changedBy: null },
    ]);
    await commune.edits("official", person, "phone=0911");
    expect(await previewOf(district, await commune.sends())).toMatchObject([
      { id: person, kind: "changed", changedBy: null },
    ]);
    await district.edits("official", person, "note=Đã đối chiếu");
    const sent = await district.sends("--for", await commune.fingerprint());
    expect(await previewOf(commune, sent)).toMatchObject([
      { id: person, kind: "changed", changedBy: "UBND huyện Thanh Ba" },
    ]);
  });
});

/** A field of a person's own row, as a preview shows it. */
function fieldOf(rows: Awaited<ReturnType<typeof previewOf>>, id: string, field: string) {
  const row = rows.find((person) => person.id === id)?.rows.find(({ rowId }) => rowId === id);
  return row?.fields.find((one) => one.field === field);
}

describe("a preview of values that part", () => {
  it("shows both values and the one that will be shown, and counts nobody as changed where it stays", async () => {
    const person = await commune.hires("Người Hai", "08173", "phone=0911111111");
    await previewOf(district, await commune.sends());
    // The district writes later, so that its value goes on being shown.
    await commune.edits("official", person, "phone=0922222222");
    await district.edits("official", person, "note=x");
    await district.edits("official", person, "phone=0933333333");
    const stick = await commune.sends();
    const dry = await district.json<{ changed: number; conflicts: number; people: { id: string }[] }>(
      "sync",
      "receive",
      district.roster,
      stick,
      "--dry-run",
    );
    expect(dry).toMatchObject({ added: 0, changed: 0, conflicts: 1, settled: 0, catalog: 0 });
    expect(dry.people).toMatchObject([{ id: person, name: "Người Hai", kind: "same", conflicts: 1 }]);
    const { stdout } = await district.run("sync", "receive", district.roster, stick, "--dry-run");
    expect(stdout.replaceAll(/ +/g, " ")).toMatch(
      /Người Hai Xã Quảng Yên Giữ nguyên Sửa Cán bộ, công chức – Điện thoại 0933333333 0922222222 0933333333 mâu thuẫn/,
    );
    const rows = await previewOf(district, stick);
    expect(rows).toEqual(dry.people);
    expect(fieldOf(rows, person, "phone")).toEqual({
      field: "phone",
      here: "0933333333",
      coming: ["0922222222"],
      after: "0933333333",
      conflict: true,
      settled: false,
    });
    expect(await district.field(person, "phone")).toBe("0933333333");
  });

  it("shows beside a harmless field the one in which values part, and a conflict that comes settled", async () => {
    const person = await commune.hires("Người Ba", "08173", "phone=0911111111");
    await previewOf(district, await commune.sends());
    await district.edits("official", person, "phone=0933333333");
    await commune.edits("official", person, "note=ghi chú mới");
    await commune.edits("official", person, "phone=0922222222");
    const rows = await previewOf(district, await commune.sends());
    expect(rows).toMatchObject([{ id: person, kind: "changed", conflicts: 1, settled: 0 }]);
    expect(fieldOf(rows, person, "note")).toMatchObject({
      here: null,
      after: "ghi chú mới",
      conflict: false,
    });
    expect(fieldOf(rows, person, "phone")).toMatchObject({
      here: "0933333333",
      coming: ["0922222222"],
      after: await district.field(person, "phone"),
      conflict: true,
    });
    await previewOf(commune, await district.sends("--for", await commune.fingerprint()));
    const [conflict] = (await commune.conflicts()).filter(({ rowId }) => rowId === person);
    const kept = conflict?.values.find(({ value }) => value === "0933333333")?.id ?? "";
    await commune.json("sync", "resolve", commune.roster, conflict?.id ?? "", "--keep", kept);
    const settled = await previewOf(district, await commune.sends());
    expect(settled).toMatchObject([{ id: person, conflicts: 0, settled: 1 }]);
    expect(fieldOf(settled, person, "phone")).toMatchObject({
      coming: ["0933333333"],
      after: "0933333333",
      conflict: false,
      settled: true,
    });
    expect((await district.conflicts()).filter(({ rowId }) => rowId === person)).toEqual([]);
  });

  it("shows a removal that meets an edit, with both and what goes on being shown", async () => {
    const person = await commune.hires("Người Bốn", "08173");
    await previewOf(district, await commune.sends());
    await district.edits("official", person, "phone=0944444444");
    await commune.json("remove", commune.roster, "official", person, "--reason", "Nhập nhầm");
    const rows = await previewOf(district, await commune.sends());
    expect(rows).toMatchObject([{ id: person, name: "Người Bốn", conflicts: 1 }]);
    expect(fieldOf(rows, person, "presence")).toMatchObject({
      here: "Giữ hồ sơ",
      coming: ["Xóa (lý do: Nhập nhầm)"],
      after: "Giữ hồ sơ",
      conflict: true,
    });
  });
});
