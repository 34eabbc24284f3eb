/** What two offices disagree on: seen in both, settled in one, at rest in both. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../testing/command-line";
import { believing, type Conflict, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let commune: Office;
let district: Office;
beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
});
afterAll(() => offices.remove());

const errorOf = async (office: Office, ...words: string[]) => {
  const { code, stdout, stderr } = await office.run(...words, "--json");
  return {
    exit: code,
    stdout,
    ...(JSON.parse(stderr) as { error: { code: string; message: string } }).error,
  };
};

/** Both send what they have, and receive what the other sent before. */
async function exchange(): Promise<void> {
  const [up, down] = [await commune.sends(), await district.sends()];
  await district.receives(up);
  await commune.receives(down);
}

/** Somebody of whom commune and district hold different values of some fields. */
async function disputed(here: readonly string[], there: readonly string[]): Promise<string> {
  const person = await commune.hires("Nguyễn Văn Thử", "08173", "phone=1", "birth=1980-01-01");
  await district.receives(await commune.sends());
  await commune.edits("official", person, ...here);
  await district.edits("official", person, ...there);
  await exchange();
  return person;
}

async function conflictOf(office: Office, person: string, field: string): Promise<Conflict> {
  const found = (await office.conflicts()).find(({ id }) => id === `${person}.${field}`);
  if (found === undefined) throw new Error(`No conflict about ${field}`);
  return found;
}

const settle = (office: Office, id: string, ...words: string[]) =>
  office.json<{ changeId: number }>("sync", "resolve", office.roster, id, ...words);

describe("sync conflicts", () => {
  it("shows the same on both sides, with who entered what", async () => {
    const person = await disputed(["phone=0911"], ["phone=0922"]);
    const here = await conflictOf(commune, person, "phone");
    expect(await conflictOf(district, person, "phone")).toEqual(here);
    expect(here).toMatchObject({
      kind: "field",
      entity: "official",
      label: "Nguyễn Văn Thử",
      field: "phone",
    });
    expect(
      here.values
        .map(({ n, value, office, user, clockSuspect }) => [n, value, office, user, clockSuspect])
        .sort(),
    ).toEqual([
      [1, here.values[0]?.value, here.values[0]?.office, here.values[0]?.user, false],
      [2, here.values[1]?.value, here.values[1]?.office, here.values[1]?.user, false],
    ]);
    expect(Object.fromEntries(here.values.map(({ value, office }) => [value, office]))).toEqual({
      "0911": "UBND xã Quảng Yên",
      "0922": "UBND huyện Thanh Ba",
    });
    expect(here.values.map(({ shown }) => shown)).toEqual([true, false]);
    expect(await commune.field(person, "phone")).toBe(here.values[0]?.value);
    const { stdout } = await commune.run("sync", "conflicts", commune.roster);
    expect(stdout).toMatch(/^Mã +Hồ sơ +Mục +Mã giá trị +Giá trị +Cơ quan +Thời điểm\n/);
    expect(stdout).toContain(here.id);
    expect(stdout).toContain("Điện thoại");
    expect((await commune.run("sync", "status", commune.roster)).stdout).toContain("Mâu thuẫn: 1;");
  });

  it("is none where both wrote the same", async () => {
    const before = (await commune.conflicts()).length;
    await disputed(["phone=0933"], ["phone=0933"]);
    expect(await commune.conflicts()).toHaveLength(before);
  });
});

describe("sync resolve", () => {
  it("keeps one of the values, here and with the next packet there", async () => {
    for (const keep of [1, 2]) {
      const person = await disputed(["phone=0911"], ["phone=0922"]);
      const { id, values } = await conflictOf(commune, person, "phone");
      await settle(commune, id, "--keep", values[keep - 1]?.id ?? "");
      const kept = values[keep - 1]?.value;
      expect(await commune.field(person, "phone")).toBe(kept);
      await exchange();
      for (const office of [commune, district]) {
        expect(await office.field(person, "phone")).toBe(kept);
        expect((await office.conflicts()).filter((one) => one.rowId === person)).toEqual([]);
      }
    }
  });

  it("keeps the value that was looked at, by its id, whatever came beside it meanwhile", async () => {
    const person = await disputed(["phone=0911"], ["phone=0922"]);
    const before = await conflictOf(commune, person, "phone");
    const [first, second] = before.values;
    // Alike in every office, and not by what came first.
    const there = await conflictOf(district, person, "phone");
    expect(there.values.map(({ n, id, value }) => [n, id, value])).toEqual(
      before.values.map(({ n, id, value }) => [n, id, value]),
    );
    const gone = await errorOf(commune, "sync", "resolve", commune.roster, before.id, "--keep", "00000000");
    expect([gone.exit, gone.code]).toEqual([1, "conflict-choice"]);
    await settle(commune, before.id, "--keep", second?.id ?? "");
    expect(await commune.field(person, "phone")).toBe(second?.value);
    expect(first?.value).not.toBe(second?.value);
  });

  it("writes another value, as a clerk writes it", async () => {
    const person = await disputed(["sex=nam", "birth=1980-02"], ["sex=nữ", "birth=1981"]);
    const birth = await conflictOf(district, person, "birth");
    const sex = await conflictOf(district, person, "sex");
    // Capital letters in a row's id are the same row; so is the name of a field.
    await settle(
      district,
      birth.id.toUpperCase(),
      "--value",
      "12/05/1982",
      "--reason",
      "Theo giấy khai sinh",
    );
    await settle(district, sex.id, "--value", "Nữ");
    await exchange();
    for (const office of [commune, district]) {
      expect(await office.field(person, "birth")).toBe("1982-05-12");
      expect(await office.field(person, "sex")).toBe("female");
    }
    const { changes } = await commune.json<{ changes: { reason: string; action: string }[] }>(
      "log",
      commune.roster,
      "--official",
      person,
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ action: "settle", reason: "Theo giấy khai sinh" }),
    );
  });

  it("reads post, unit and level as they are written on the command line", async () => {
    const person = await commune.hires("Trần Thị Hai", "08173");
    const owner = `official=${person}`;
    const degree = await commune.json<{ id: string }>(
      "add",
      commune.roster,
      "qualification",
      owner,
      "kind=Chuyên môn",
      "level=Cao đẳng",
    );
    await district.receives(await commune.sends());
    await commune.edits("qualification", degree.id, "level=Đại học");
    await district.edits("qualification", degree.id, "level=Trung cấp");
    await exchange();
    const { id } = await conflictOf(commune, degree.id, "level");
    const { stdout } = await commune.run("sync", "conflicts", commune.roster);
    expect(stdout).toContain("Đại học");
    await settle(commune, id, "--value", "Thạc sĩ");
    const shown = await commune.run("show", commune.roster, person);
    expect(shown.stdout).toContain("Thạc sĩ");
  });

  it("refuses a wrong number, an unknown or settled conflict and a wrong value, with nothing changed", async () => {
    const person = await disputed(["birth=1980-02"], ["birth=1981"]);
    const { id, values } = await conflictOf(commune, person, "birth");
    const first = values[0]?.id ?? "";
    const resolve = (...words: string[]) => errorOf(commune, "sync", "resolve", commune.roster, ...words);
    const before = hashOf(commune.roster);
    const nobody = "018f0000-0000-7000-8000-ffffffffffff.birth";
    const cases: [number, string, string[]][] = [
      [2, "usage", [id]],
      [2, "usage", [id, "--keep", "1", "--value", "1980"]],
      // Its place in the list is another value's once a file came.
      [2, "usage", [id, "--keep", "1"]],
      [2, "usage", [id, "--keep", "một"]],
      [1, "conflict-choice", [id, "--keep", "00000000"]],
      [1, "conflict-unknown", [nobody, "--keep", first]],
      [1, "conflict-unknown", [`${person}.phone`, "--keep", first]],
      [1, "conflict-unknown", ["' OR 1=1", "--keep", first]],
      [1, "date-impossible", [id, "--value", "31/02/1980"]],
      [1, "date-impossible", [id, "--value", "năm Canh Thân"]],
    ];
    for (const [exit, code, words] of cases) {
      const refused = await resolve(...words);
      expect([words, refused.exit, refused.stdout, refused.code]).toEqual([words, exit, "", code]);
    }
    expect((await resolve(id, "--keep", "00000000")).message).toContain("chọn theo mã giá trị");
    expect((await resolve(id, "--keep", "1")).message).toContain("số thứ tự có thể đổi");
    expect(hashOf(commune.roster)).toBe(before);
    await settle(district, id, "--keep", first);
    await exchange();
    expect(await resolve(id, "--keep", first)).toMatchObject({ exit: 1, code: "conflict-unknown" });
  });

  it("differs again where two settle it in two ways, until somebody has seen both", async () => {
    const person = await disputed(["phone=0911"], ["phone=0922"]);
    const { id } = await conflictOf(commune, person, "phone");
    await settle(commune, id, "--value", "0933");
    await settle(district, id, "--value", "0944");
    await exchange();
    const again = await conflictOf(commune, person, "phone");
    expect(again.values.map(({ value }) => value).sort()).toEqual(["0933", "0944"]);
    await settle(district, again.id, "--keep", again.values[0]?.id ?? "");
    await exchange();
    expect(await commune.field(person, "phone")).toBe(again.values[0]?.value);
    expect((await commune.conflicts()).filter(({ rowId }) => rowId === person)).toEqual([]);
  });

  it("can be undone: what was shown before is shown again, as a decision", async () => {
    const person = await disputed(["phone=0911"], ["phone=0922"]);
    const { id } = await conflictOf(commune, person, "phone");
    const shown = await commune.field(person, "phone");
    const { changeId } = await settle(commune, id, "--value", "0999");
    await commune.json("undo", commune.roster, String(changeId));
    expect(await commune.field(person, "phone")).toBe(shown);
    expect((await commune.conflicts()).filter(({ rowId }) => rowId === person)).toEqual([]);
  });
});

describe("removed in one office, changed in another", () => {
  async function removedHere(): Promise<{ person: string; id: string; kept: string; removed: string }> {
    const person = await commune.hires("Lê Văn Ba", "08173");
    await district.receives(await commune.sends());
    await commune.json("remove", commune.roster, "official", person, "--reason", "Ghi trùng");
    await district.edits("official", person, "phone=0955");
    await exchange();
    const { id, values } = await conflictOf(commune, person, "presence");
    const [kept = "", removed = ""] = values.map((value) => value.id);
    return { person, id, kept, removed };
  }
  const assignmentsOf = async (office: Office, person: string) =>
    (await office.json<{ rows: { assignment: unknown[] } }>("show", office.roster, person)).rows.assignment
      .length;

  it("stays in view in both, with a decision to make", async () => {
    const { person, id } = await removedHere();
    for (const office of [commune, district]) {
      const conflict = await conflictOf(office, person, "presence");
      expect(conflict).toMatchObject({ id, kind: "removed", label: "Lê Văn Ba" });
      expect(conflict.values.map(({ value, office: by }) => [value, by])).toEqual([
        [null, "UBND huyện Thanh Ba"],
        ["Ghi trùng", "UBND xã Quảng Yên"],
      ]);
      expect(await office.field(person, "phone")).toBe("0955");
    }
    expect(await errorOf(commune, "sync", "resolve", commune.roster, id, "--value", "x")).toMatchObject({
      exit: 2,
      code: "usage",
    });
  });

  it("kept: the whole record is back in both", async () => {
    const { person, id, kept } = await removedHere();
    await settle(commune, id, "--keep", kept);
    await exchange();
    for (const office of [commune, district]) {
      expect((await office.conflicts()).filter((one) => one.id === id)).toEqual([]);
      expect([await office.field(person, "phone"), await assignmentsOf(office, person)]).toEqual(["0955", 1]);
    }
  });

  it("removed: it is gone in both", async () => {
    const { person, id, removed } = await removedHere();
    await settle(district, id, "--keep", removed);
    await exchange();
    for (const office of [commune, district]) {
      expect(await office.field(person, "fullName")).toBeUndefined();
      expect((await office.conflicts()).filter((one) => one.id === id)).toEqual([]);
      expect((await office.json<{ ok: boolean }>("verify", office.roster)).ok).toBe(true);
    }
  });
});
