// Guards that the log tells a joining as one, with both names, what went along and what was left out, and never as a removal.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyChange, type ChangeRow } from "../../shared/contract/schemas/changes";
import { districtAndCommune, type Office, type Offices, type Row } from "../testing/offices";
import { changeDetails, changesPage, changeUndo } from "./changes";
import { joinDuplicate, keepApart } from "./exchange/duplicates";

let offices: Offices;
let district: Office;
let commune: Office;
let kept: string;
let joined: string;

beforeEach(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  kept = await commune.hires("Nguyễn Thị Hòa", "08173", "birth=1980-05-12", "hometown=Thanh Ba");
  joined = await commune.hires(
    "NGUYỄN THỊ HOÀ",
    "08173",
    "birth=1980-05-12",
    "hometown=Hạ Hòa",
    "note=ghi lại",
  );
  const degree = ["kind=politicalTheory", "level=intermediate"];
  await commune.json<Row>("add", commune.roster, "qualification", `official=${joined}`, ...degree);
  await district.receives(await commune.sends());
});
afterEach(() => offices.remove());

const newest = async (office: Office): Promise<ChangeRow> => {
  const page = await office.opened((roster) =>
    changesPage(roster, office.environment.t, {
      before: null,
      limit: 1,
      officialId: null,
      filter: anyChange,
    }),
  );
  return page.rows[0] ?? expect.fail("nothing was changed");
};
const detailsOf = async (office: Office, { id }: ChangeRow) =>
  (await office.opened((roster) => changeDetails(roster, roster.catalog(), office.environment.t, id)))
    .details;

describe("a joining in the log", () => {
  it("names both, and tells what went along and what was left out, also once it is undone", async () => {
    const { changeId } = await commune.opened((roster) => joinDuplicate(roster, kept, joined));
    const line = await newest(commune);
    expect(line).toMatchObject({
      action: "join",
      summary: "gộp NGUYỄN THỊ HOÀ vào Nguyễn Thị Hòa; 2 mục khác",
      about: [
        { id: joined, fullName: "NGUYỄN THỊ HOÀ", present: false },
        { id: kept, fullName: "Nguyễn Thị Hòa", present: true },
      ],
    });
    const told = {
      kind: "joined",
      line: "gộp NGUYỄN THỊ HOÀ vào Nguyễn Thị Hòa",
      along: ["Trình độ, văn bằng: Lý luận chính trị: Trung cấp"],
      left: ["Họ và tên: NGUYỄN THỊ HOÀ", "Quê quán: Hạ Hòa"],
    };
    const details = await detailsOf(commune, line);
    expect(details[0]).toMatchObject(told);
    expect(details.map((one) => one.line)).toContain(
      "nhập làm một quá trình công tác Văn phòng - thống kê, Xã Quảng Yên, từ 02/2021",
    );

    await commune.opened((roster) => changeUndo(roster, changeId));
    const undone = await newest(commune);
    expect(undone).toMatchObject({
      action: "undo",
      summary: expect.stringContaining("tách lại NGUYỄN THỊ HOÀ khỏi Nguyễn Thị Hòa"),
    });
    expect(undone.about.map(({ id, present }) => [id, present]).sort()).toEqual(
      [
        [joined, true],
        [kept, true],
      ].sort(),
    );
    expect(await detailsOf(commune, line)).toContainEqual(expect.objectContaining(told));
  });

  it("is told so where it comes by file", async () => {
    await commune.opened((roster) => joinDuplicate(roster, kept, joined));
    await district.receives(await commune.sends());
    const line = await newest(district);
    expect(line.summary ?? "").not.toContain("xóa hồ sơ");
    expect((await detailsOf(district, line)).map((one) => one.line)).toContain(
      "gộp NGUYỄN THỊ HOÀ vào Nguyễn Thị Hòa",
    );
  });
});

it("tells that two are kept apart, and that they are no more, by both names", async () => {
  const { changeId } = await commune.opened((roster) => keepApart(roster, kept, joined));
  const pair = expect.stringMatching(/(Nguyễn Thị Hòa và NGUYỄN THỊ HOÀ|NGUYỄN THỊ HOÀ và Nguyễn Thị Hòa)$/u);
  const line = await newest(commune);
  expect([line.summary, line.summary]).toEqual([pair, expect.stringMatching(/^để riêng/u)]);
  expect((await detailsOf(commune, line)).map((one) => one.line)).toEqual([line.summary]);
  await commune.opened((roster) => changeUndo(roster, changeId));
  expect((await newest(commune)).summary).toEqual(expect.stringMatching(/^thôi để riêng/u));
});
