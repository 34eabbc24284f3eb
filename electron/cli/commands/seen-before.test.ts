/** What a line of the log says stood before is what its author saw, whatever of others came by file since. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import { rowHistory } from "../../roster/read/changes";
import { changeDetails } from "../../services/changes";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";

let offices: Offices;
let commune: Office;
let district: Office;
let person: string;

beforeEach(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  person = await commune.hires("Nguyễn Văn Mười", "08173", "birth=1971-12-04", "phone=1");
  await district.receives(await commune.sends());
  // Of the two the commune has written more since, so that what the district writes stands before it by its stamps.
  const other = await commune.hires("Người Khác", "08173");
  for (const phone of [1, 2, 3]) await commune.edits("official", other, `phone=${phone}`);
});
afterEach(() => offices.remove());

const lines = async ({ json, roster }: Office, ...words: string[]) =>
  (await json<{ changes: ChangeRow[] }>("log", roster, ...words)).changes;
const newest = async (office: Office) => {
  const [line] = await lines(office, "--limit", "1");
  if (line === undefined) throw new Error("Nothing was written");
  return line;
};
/** The district's files come to the commune, and the other way round. */
const meet = async () => {
  await commune.receives(await district.sends("--for", await commune.fingerprint()));
  await district.receives(await commune.sends());
};
const lineOf = async (office: Office, { user, at }: ChangeRow) =>
  (await lines(office, "--official", person)).find((one) => one.user === user && one.at === at);
const detailsAt = async (office: Office, { id }: ChangeRow) =>
  office.opened(
    (roster) => changeDetails(roster, roster.catalog(), office.environment.t, id, person).details,
  );

describe("a line of the log", () => {
  it("keeps the value that its author had before them, in line, details and history, at both offices", async () => {
    await district.edits("official", person, "birth=1971-12-14");
    await commune.edits("official", person, "birth=1971-12");
    const written = await newest(commune);
    expect(written.summary).toBe("Ngày sinh: 04/12/1971 → 12/1971");
    await meet();
    for (const office of [commune, district]) {
      const line = await lineOf(office, written);
      expect(line?.summary).toBe(written.summary);
      expect((await detailsAt(office, line ?? written))[0]?.fields).toEqual([
        { field: "birth", before: "04/12/1971", after: "12/1971" },
      ]);
      const history = await office.opened(({ db }) => rowHistory(db, person));
      expect(history.filter(({ field, before }) => field === "birth" && before !== null)).toMatchObject([
        { before: "1971-12-04", after: "1971-12-14" },
        { before: "1971-12-04", after: "1971-12" },
      ]);
    }
  });

  it("stays a removal where somebody else edited what they did not know to be removed", async () => {
    await district.edits("official", person, "birth=1971-12-14");
    await commune.json("remove", commune.roster, "official", person, "--reason", "Nhập trùng");
    const written = await newest(commune);
    const before = await detailsAt(commune, written);
    expect(before.map(({ kind }) => kind)).toEqual(before.map(() => "removed"));
    expect(before.map(({ entity }) => entity)).toContain("official");
    await meet();
    expect((await lineOf(commune, written))?.summary).toBe(written.summary);
    expect(await detailsAt(commune, written)).toEqual(before);
  });

  it("stays an edit where somebody else had removed the record meanwhile", async () => {
    await district.json("remove", district.roster, "official", person, "--reason", "Nhập trùng");
    await commune.edits("official", person, "birth=1971-12");
    const written = await newest(commune);
    await meet();
    expect((await lineOf(commune, written))?.summary).toBe("Ngày sinh: 04/12/1971 → 12/1971");
  });

  it("names whoever edited later, with their office, where undo is refused", async () => {
    await commune.edits("official", person, "birth=1971-12");
    const { id } = await newest(commune);
    await district.receives(await commune.sends());
    await district.edits("official", person, "birth=1971-11");
    await commune.receives(await district.sends("--for", await commune.fingerprint()));
    const { code, stderr } = await commune.run("undo", commune.roster, String(id));
    expect(code).toBe(1);
    expect(stderr).toMatch(/vì Văn phòng huyen \(UBND huyện .+\) đã sửa tiếp dữ liệu này vào/);
  });
});

describe("a settled conflict", () => {
  const settles = async (pick: "shown" | "other") => {
    await commune.receives(await district.sends("--for", await commune.fingerprint()));
    const [open] = await commune.conflicts();
    const value = open?.values.find((one) => one.shown === (pick === "shown"));
    await commune.json("sync", "resolve", commune.roster, open?.id ?? "", "--keep", value?.id ?? "");
    return newest(commune);
  };

  it("says which field was settled by the value that was shown", async () => {
    await district.edits("official", person, "birth=1971-12-14");
    await commune.edits("official", person, "birth=1971-12");
    const line = await settles("shown");
    expect(line).toMatchObject({ action: "settle", summary: "Ngày sinh: giữ 12/1971 như đang hiện" });
    expect((await detailsAt(commune, line))[0]?.fields).toEqual([
      { field: "birth", before: "12/1971", after: "12/1971 (giữ như đang hiện)" },
    ]);
  });

  it("says both values where the other one was chosen", async () => {
    await district.edits("official", person, "birth=1971-12-14");
    await commune.edits("official", person, "birth=1971-12");
    expect((await settles("other")).summary).toBe("Ngày sinh: 12/1971 → 14/12/1971");
  });

  it("says that a record was kept", async () => {
    await district.json("remove", district.roster, "official", person, "--reason", "Nhập trùng");
    await commune.edits("official", person, "birth=1971-12");
    await commune.receives(await district.sends("--for", await commune.fingerprint()));
    const [open] = await commune.conflicts();
    const value = open?.values.find((one) => one.value === null);
    await commune.json("sync", "resolve", commune.roster, open?.id ?? "", "--keep", value?.id ?? "");
    const line = await newest(commune);
    expect(line.summary).toMatch(/giữ lại hồ sơ, không xóa/);
    expect(await detailsAt(commune, line)).toContainEqual(
      expect.objectContaining({ entity: "official", kind: "kept", rowLabel: "Nguyễn Văn Mười" }),
    );
  });
});
