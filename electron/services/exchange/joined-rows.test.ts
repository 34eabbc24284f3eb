// Guards that what two records of one person say alike is one row once they are joined, that one post stays the main one
// without a question between offices, and that neither is lost where offices join, edit or undo without seeing each other.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { districtAndCommune, type Office, type Offices, type Row, testOffices } from "../../testing/offices";
import { changeUndo } from "../changes";
import { conflictsPage, settleConflict } from "./conflicts";
import { duplicatesPage, joinDuplicate } from "./duplicates";

type Rows = Readonly<Record<"assignment" | "qualification" | "relative", readonly Row[]>>;

let offices: Offices;
let district: Office;
let commune: Office;

beforeEach(async () => {
  ({ offices, district, commune } = await districtAndCommune());
});
afterEach(() => offices.remove());

const birth = "birth=1980-05-12";
const rowsOf = async (office: Office, person: string): Promise<Rows> =>
  (await office.json<{ rows: Rows }>("show", office.roster, person)).rows;
const idsOf = async (office: Office, person: string) =>
  (await rowsOf(office, person)).assignment.map(({ id }) => id);
const mainsOf = async (office: Office, person: string) =>
  (await rowsOf(office, person)).assignment
    .filter(({ fields }) => fields["main"] === true)
    .map(({ id }) => id);
const adds = async (office: Office, entity: string, person: string, ...fields: string[]) =>
  (await office.json<Row>("add", office.roster, entity, `official=${person}`, ...fields)).id;
const pairOf = async (office: Office) =>
  (await office.opened((roster) => duplicatesPage(roster, office.environment, 0, 9))).rows[0];
const joins = async (office: Office, kept: string, joined: string, main: string | null = null) =>
  (await office.opened((roster) => joinDuplicate(roster, kept, joined, { main }))).changeId;
const undoes = (office: Office, change: number) => office.opened((roster) => changeUndo(roster, change));
const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;
async function exchange(): Promise<void> {
  const [up, down] = [await commune.sends(), await district.sends()];
  await district.receives(up);
  await commune.receives(down);
}

/** Two records of one office, the second with a post of its own. */
async function ofOneOffice() {
  const one = await commune.hires("Nguyễn Thị Hòa", "08173", birth);
  const { id: other } = await commune.json<Row>(
    "add",
    commune.roster,
    "official",
    "fullName=Nguyễn Thị Hòa",
    birth,
  );
  const post = await adds(
    commune,
    "assignment",
    other,
    "unit=08173",
    "post=Chủ tịch UBND",
    "from=2022-01",
    "main=có",
  );
  return { one, other, post, posts: await idsOf(commune, one) };
}

describe("main posts of two records of one office", () => {
  it("are told before the two are joined, and the kept record's stays without a question", async () => {
    const { one, other, post, posts } = await ofOneOffice();
    const sideOf = async (id: string) => ((await pairOf(commune))?.a.id === id ? "a" : "b");
    const [told] = [(await pairOf(commune))?.mainPosts ?? []];
    expect(new Map(told.map(({ id, of, text }) => [id, [of, text]]))).toEqual(
      new Map([
        [posts[0], [await sideOf(one), "Văn phòng - thống kê, Xã Quảng Yên, từ 02/2021"]],
        [post, [await sideOf(other), "Chủ tịch UBND, Xã Quảng Yên, từ 01/2022"]],
      ]),
    );
    const change = await joins(commune, one, other);
    expect(await mainsOf(commune, one)).toEqual(posts);
    expect(await commune.conflicts()).toEqual([]);
    await undoes(commune, change);
    expect([await mainsOf(commune, one), await mainsOf(commune, other)]).toEqual([posts, [post]]);
    expect(await isWhole(commune)).toBe(true);
  });

  it("give way to the one that was chosen", async () => {
    const { one, other, post } = await ofOneOffice();
    await joins(commune, one, other, post);
    expect(await mainsOf(commune, one)).toEqual([post]);
    expect(await commune.conflicts()).toEqual([]);
  });

  it("are chosen among those of the two", async () => {
    const { one, other } = await ofOneOffice();
    await expect(joins(commune, one, other, one)).rejects.toMatchObject({ code: "row-unknown" });
  });
});

describe("rows that two records say alike", () => {
  it("are one, the fuller of the two, until the joining is undone; what fits several stays", async () => {
    const one = await commune.hires("Nguyễn Thị Hòa", "08173", birth);
    const other = await commune.hires("Nguyễn Thị Hòa", "08173", birth);
    const poor = await adds(commune, "qualification", one, "kind=politicalTheory", "level=intermediate");
    const full = await adds(
      commune,
      "qualification",
      other,
      "kind=politicalTheory",
      "level=intermediate",
      "granted=2011",
    );
    const degree = ["kind=professional", "level=university"];
    const vague = await adds(commune, "qualification", one, ...degree);
    const law = await adds(commune, "qualification", other, ...degree, "major=Luật");
    const economy = await adds(commune, "qualification", other, ...degree, "major=Kinh tế");
    const child = ["relation=child", "fullName=Trần Văn Bé"];
    const kept = await adds(commune, "relative", one, ...child);
    await adds(commune, "relative", other, ...child);
    const [post] = await idsOf(commune, one);
    const before = [await rowsOf(commune, one), await rowsOf(commune, other)];

    expect((await pairOf(commune))?.same.map(({ entity, text }) => [entity, text])).toEqual([
      ["assignment", "Văn phòng - thống kê, Xã Quảng Yên, từ 02/2021"],
      ["qualification", "Lý luận chính trị: Trung cấp"],
      ["relative", expect.stringContaining("Trần Văn Bé")],
    ]);
    const change = await joins(commune, one, other);
    const after = await rowsOf(commune, one);
    expect(after.assignment.map(({ id }) => id)).toEqual([post]);
    expect(after.qualification.map(({ id }) => id).sort()).toEqual([full, vague, law, economy].sort());
    expect(after.qualification.map(({ id }) => id)).not.toContain(poor);
    expect(after.relative.map(({ id }) => id)).toEqual([kept]);

    await undoes(commune, change);
    expect([await rowsOf(commune, one), await rowsOf(commune, other)]).toEqual(before);
    expect(await isWhole(commune)).toBe(true);
  });

  it("are two where one says that the post is over and the other that it is held", async () => {
    const one = await commune.hires("Nguyễn Thị Hòa", "08173", birth);
    const other = await commune.hires("Nguyễn Thị Hòa", "08173", birth);
    const [ended] = await idsOf(commune, other);
    await commune.edits("assignment", ended ?? "", "to=2023-01", "main=không");
    expect((await pairOf(commune))?.same).toEqual([]);
    await joins(commune, one, other);
    expect(await idsOf(commune, one)).toHaveLength(2);
  });
});

describe("rows alike of two offices", () => {
  let mine: string;
  let theirs: string;
  const bothWithDegree = async () => {
    const degree = ["kind=politicalTheory", "level=intermediate"];
    const kept = await adds(commune, "qualification", mine, ...degree);
    const joined = await adds(district, "qualification", theirs, ...degree);
    await exchange();
    return { kept, joined };
  };
  beforeEach(async () => {
    mine = await commune.hires("Nguyễn Thị Hòa", "08173", birth);
    theirs = await district.hires("NGUYỄN THỊ HOÀ", "08173", birth);
    await exchange();
  });

  it("leave one and not none where both join, in opposite directions", async () => {
    await joins(commune, mine, theirs);
    await joins(district, theirs, mine);
    await exchange();
    const shown = async (office: Office) =>
      (await Promise.all([mine, theirs].map((id) => idsOf(office, id).catch(() => [])))).flat();
    expect(await shown(commune)).toHaveLength(1);
    expect(await shown(district)).toEqual(await shown(commune));
    for (const office of [commune, district]) expect(await isWhole(office)).toBe(true);
  });

  it("stand with each record again where one of them is kept, since it was edited meanwhile", async () => {
    const posts = await idsOf(district, theirs);
    await joins(commune, mine, theirs);
    await district.edits("official", theirs, "phone=0988");
    await exchange();
    for (const office of [commune, district]) expect(await idsOf(office, theirs)).toEqual(posts);
    await district.opened((roster) => {
      const { rows } = conflictsPage(roster, district.environment, { offset: 0, limit: 9, officialId: null });
      expect(rows.map(({ id }) => id)).toEqual([`${theirs}.presence`]);
      const keep = rows[0]?.values.find(({ value }) => value === null)?.id ?? "";
      settleConflict(roster, district.environment, { id: rows[0]?.id ?? "", keep, reason: null });
    });
    await exchange();
    for (const office of [commune, district]) {
      expect(await idsOf(office, theirs)).toEqual(posts);
      expect(await idsOf(office, mine)).toHaveLength(1);
      expect([await office.conflicts(), await isWhole(office)]).toEqual([[], true]);
    }
  });

  /** Settles what is open about a row being there, by the value that is meant. */
  const settles = (office: Office, row: string, isMeant: (value: unknown) => boolean) =>
    office.opened((roster) => {
      const { rows } = conflictsPage(roster, office.environment, { offset: 0, limit: 9, officialId: null });
      const open = rows.find(({ id }) => id === `${row}.presence`);
      const keep = open?.values.find(({ value }) => isMeant(value))?.id ?? "";
      settleConflict(roster, office.environment, { id: open?.id ?? "", keep, reason: "đã xem" });
    });
  const degrees = async (office: Office) => (await rowsOf(office, mine)).qualification.map(({ id }) => id);

  it("are asked about where one of them was removed by who did not know of the joining", async () => {
    for (const keeps of [true, false]) {
      const { kept } = await bothWithDegree();
      const change = await joins(commune, mine, theirs);
      await district.json("remove", district.roster, "qualification", kept, "--reason", "trùng");
      await exchange();
      for (const office of [commune, district]) {
        expect(await degrees(office)).toContain(kept);
        expect(await office.conflicts()).toHaveLength(1);
      }
      await settles(district, kept, (value) => (value === null) === keeps);
      await exchange();
      for (const office of [commune, district]) {
        expect((await degrees(office)).includes(kept)).toBe(keeps);
        expect([await office.conflicts(), await isWhole(office)]).toEqual([[], true]);
      }
      if (!keeps) return;
      await undoes(commune, change);
      await exchange();
    }
  });

  it("are asked about with their record where it was removed by who did not know of the joining", async () => {
    const { kept } = await bothWithDegree();
    await joins(commune, mine, theirs);
    await district.json("remove", district.roster, "official", mine, "--reason", "trùng");
    await exchange();
    for (const office of [commune, district]) {
      expect(await degrees(office)).toEqual([kept]);
      expect((await rowsOf(office, mine)).assignment).toHaveLength(1);
      // Its rows went with it, and are no decisions of their own.
      expect(await office.conflicts()).toHaveLength(1);
      expect((await office.run("show", office.roster, theirs)).code).toBe(1);
    }
    await settles(district, mine, (value) => value === null);
    await exchange();
    for (const office of [commune, district]) {
      expect(await degrees(office)).toEqual([kept]);
      expect((await rowsOf(office, mine)).assignment).toHaveLength(1);
      expect([await office.conflicts(), await isWhole(office)]).toEqual([[], true]);
    }
  });

  it("come along where a record that one office joined and the other one removed is joined after all", async () => {
    const own = await adds(district, "qualification", theirs, "kind=professional", "level=university");
    await exchange();
    const [post] = await idsOf(commune, mine);
    await joins(commune, mine, theirs);
    await district.json("remove", district.roster, "official", theirs, "--reason", "trùng");
    await exchange();
    await settles(district, theirs, (value) => String(value).startsWith("joined into"));
    await exchange();
    for (const office of [commune, district]) {
      expect(await degrees(office)).toEqual([own]);
      expect(await idsOf(office, mine)).toEqual([post]);
      expect([await office.conflicts(), await isWhole(office)]).toEqual([[], true]);
    }
  });

  it("go with the record that is kept where somebody who knows removes it, and come back with it", async () => {
    const { kept } = await bothWithDegree();
    await joins(commune, mine, theirs);
    await exchange();
    const { changeId } = await district.json<{ changeId: number }>(
      "remove",
      district.roster,
      "official",
      mine,
      "--reason",
      "nhập nhầm",
    );
    await exchange();
    for (const office of [commune, district])
      for (const id of [mine, theirs]) expect((await office.run("show", office.roster, id)).code).toBe(1);
    await undoes(district, changeId);
    await exchange();
    for (const office of [commune, district]) {
      expect((await rowsOf(office, mine)).qualification.map(({ id }) => id)).toEqual([kept]);
      expect((await rowsOf(office, mine)).assignment).toHaveLength(1);
      expect((await office.run("show", office.roster, theirs)).code).toBe(1);
      expect(await isWhole(office)).toBe(true);
    }
  });

  it("stand as they are while the joining only waits for somebody with authority", async () => {
    const neighbours = testOffices();
    const above = await neighbours.office("huyen", "232");
    const below = await neighbours.office("xa", "08173");
    // All people go down, as if the commune were above.
    await above.trusts(below, "superior");
    await below.trusts(above);
    const ours = await below.hires("Trần Văn Ba", "08173", birth);
    const others = await above.hires("Trần Văn Ba", "08203", birth, "phone=0912");
    const same = ["kind=politicalTheory", "level=intermediate"];
    await adds(below, "qualification", ours, ...same);
    await adds(above, "qualification", others, ...same);
    await below.receives(await above.sends());
    const { proposed } = await below.opened((roster) => joinDuplicate(roster, others, ours));
    expect(proposed).not.toBeNull();
    for (const id of [ours, others]) expect((await rowsOf(below, id)).qualification).toHaveLength(1);
    neighbours.remove();
  });
});
