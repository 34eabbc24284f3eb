/** What clerks do about received files, over rosters of two offices: duplicates, questions, undone receptions, removals. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";
import { changeUndo } from "../changes";
import { askAboutConflict, conflictsPage, settleConflict } from "./conflicts";
import { duplicatesPage, joinDuplicate, keepApart, pairsApartPage, reviewPair } from "./duplicates";
import { exchangeOverview } from "./overview";
import { answerQuestion, questionsList } from "./questions";
import { packetContents } from "./send";

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

async function exchange(): Promise<void> {
  const [up, down] = [await commune.sends(), await district.sends()];
  await district.receives(up);
  await commune.receives(down);
}

const assignmentsOf = async (office: Office, person: string) =>
  (await office.json<{ rows: { assignment: unknown[] } }>("show", office.roster, person)).rows.assignment
    .length;
const duplicatesOf = (office: Office) =>
  office.opened((roster) => duplicatesPage(roster, office.environment, 0, 100));
const isWhole = async (office: Office) => (await office.json<{ ok: boolean }>("verify", office.roster)).ok;

describe("likely duplicates", () => {
  async function twins(): Promise<{ mine: string; theirs: string }> {
    const mine = await commune.hires("Nguyễn Thị Hòa", "08173", "birth=1980-05-12");
    const theirs = await district.hires("NGUYỄN THỊ HOÀ", "08173", "birth=12/05/1980", "phone=0912");
    const { files } = await district.receives(await commune.sends());
    expect(files).toMatchObject([{ result: "applied", conflicts: 0, added: 1 }]);
    return { mine, theirs };
  }

  it("are shown side by side, with where they come from", async () => {
    const { mine, theirs } = await twins();
    const { total, rows } = await duplicatesOf(district);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id: [mine, theirs].sort().join("+"), why: "nameAndBirth" });
    expect([rows[0]?.a, rows[0]?.b].map((one) => [one?.id, one?.office, one?.unitName])).toEqual(
      [
        [mine, "UBND xã Quảng Yên", "Xã Quảng Yên"],
        [theirs, "UBND huyện Thanh Ba", "Xã Quảng Yên"],
      ].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    );
    expect(await district.opened((roster) => exchangeOverview(roster, district.environment))).toMatchObject({
      duplicates: 1,
    });
  });

  it("name the post by which somebody is counted first, and then what is held beside it", async () => {
    const { theirs } = await twins();
    const beside = ["post=Chủ tịch HĐND", "kind=concurrent", "from=2021-06", "main=có"];
    await district.json("add", district.roster, "assignment", `official=${theirs}`, "unit=08173", ...beside);
    const [pair] = (await duplicatesOf(district)).rows;
    const shown = [pair?.a, pair?.b].find((one) => one?.id === theirs);
    expect(shown?.postName).toBe("Văn phòng - thống kê, Chủ tịch HĐND");
  });

  it("joined are one person with both records' rows, here and there, until undone", async () => {
    const { mine, theirs } = await twins();
    const { changeId } = await district.opened((roster) => joinDuplicate(roster, mine, theirs));
    expect((await duplicatesOf(district)).total).toBe(0);
    expect(await district.field(theirs, "fullName")).toBeUndefined();
    // The post that both say alike is one.
    expect(await assignmentsOf(district, mine)).toBe(1);
    await exchange();
    expect([await commune.field(theirs, "fullName"), await assignmentsOf(commune, mine)]).toEqual([
      undefined,
      1,
    ]);

    await district.opened((roster) => changeUndo(roster, changeId));
    await exchange();
    for (const office of [commune, district]) {
      expect([await assignmentsOf(office, mine), await assignmentsOf(office, theirs)]).toEqual([1, 1]);
      expect(await office.field(theirs, "phone")).toBe("0912");
      expect(await isWhole(office)).toBe(true);
    }
    expect((await duplicatesOf(district)).total).toBe(1);
  });

  it("say of every field of the registry what differs, in words", async () => {
    const { mine, theirs } = await twins();
    await commune.edits("official", mine, "partyJoined=2001-03", "ethnicity=Kinh");
    await district.edits("official", theirs, "ethnicity=Kinh");
    await district.receives(await commune.sends());
    const [pair] = (await duplicatesOf(district)).rows;
    const ours = pair?.a.id === mine ? "a" : "b";
    const said = pair?.differing.map((one) => [one.field, one[ours], one[ours === "a" ? "b" : "a"]]);
    expect(said).toEqual([
      ["fullName", "Nguyễn Thị Hòa", "NGUYỄN THỊ HOÀ"],
      ["phone", null, "0912"],
      ["partyJoined", "03/2001", null],
    ]);
  });

  it("joined take what only the other record says, and of what both say what was chosen; one undo takes all back", async () => {
    const { mine, theirs } = await twins();
    await district.edits("official", mine, "hometown=Thanh Ba", "ethnicity=Kinh", "note=xa");
    await district.edits("official", theirs, "hometown=Hạ Hòa", "ethnicity=Tày", "religion=Công giáo");
    const said = async (office: Office, fields: readonly string[]) =>
      Promise.all(fields.map((field) => office.field(mine, field)));
    const asked = ["fullName", "phone", "hometown", "ethnicity", "religion", "note"];
    const before = await said(district, asked);
    const { changeId } = await district.opened((roster) =>
      // Of what the other record leaves blank nothing can be chosen.
      joinDuplicate(roster, mine, theirs, { take: ["hometown", "note"] }),
    );
    const after = ["Nguyễn Thị Hòa", "0912", "Hạ Hòa", "Kinh", "Công giáo", "xa"];
    expect(await said(district, asked)).toEqual(after);
    await exchange();
    expect(await said(commune, asked)).toEqual(after);
    await district.opened((roster) => changeUndo(roster, changeId));
    await exchange();
    for (const office of [commune, district]) {
      expect(await said(office, asked)).toEqual(before);
      expect(await office.field(theirs, "religion")).toBe("Công giáo");
      expect(await isWhole(office)).toBe(true);
    }
  });

  it("joined in opposite directions, each with the values of the other, both stay until somebody decides, the same everywhere", async () => {
    const { mine, theirs } = await twins();
    await district.edits("official", mine, "hometown=Thanh Ba");
    await exchange();
    await district.opened((roster) => joinDuplicate(roster, mine, theirs));
    await commune.opened((roster) => joinDuplicate(roster, theirs, mine));
    await exchange();
    const open = async (office: Office) =>
      office.opened((roster) =>
        conflictsPage(roster, office.environment, { offset: 0, limit: 9, officialId: null }),
      );
    for (const office of [commune, district]) {
      expect([await office.field(mine, "phone"), await office.field(theirs, "hometown")]).toEqual([
        "0912",
        "Thanh Ba",
      ]);
      expect((await open(office)).rows.map(({ id }) => id).sort()).toEqual(
        [`${mine}.presence`, `${theirs}.presence`].sort(),
      );
    }
    for (const [person, keeps] of [
      [theirs, false],
      [mine, true],
    ] as const) {
      const asked = (await open(district)).rows.find(({ id }) => id === `${person}.presence`);
      const answer = asked?.values.find(({ value }) => (value === null) === keeps);
      await district.opened((roster) =>
        settleConflict(roster, district.environment, {
          id: asked?.id ?? "",
          keep: answer?.id ?? "",
          reason: null,
        }),
      );
    }
    await exchange();
    for (const office of [commune, district]) {
      expect((await open(office)).total).toBe(0);
      expect([await office.field(mine, "phone"), await assignmentsOf(office, mine)]).toEqual(["0912", 1]);
      expect(await office.field(theirs, "fullName")).toBeUndefined();
      expect(await isWhole(office)).toBe(true);
    }
  });

  const apartOf = (office: Office) =>
    office.opened((roster) => pairsApartPage(roster, office.environment, 0, 100));

  it("kept apart are listed with who said so and where, and are asked about again when that is taken back", async () => {
    const { mine, theirs } = await twins();
    await district.opened((roster) => keepApart(roster, theirs, mine));
    await exchange();
    await commune.opened((roster) => keepApart(roster, mine, theirs));
    for (const [office, name] of [
      [district, "UBND huyện Thanh Ba"],
      [commune, "UBND xã Quảng Yên"],
    ] as const) {
      const { total, rows } = await apartOf(office);
      expect(total).toBe(1);
      expect(rows[0]).toMatchObject({
        id: [mine, theirs].sort().join("+"),
        why: "nameAndBirth",
        office: name,
        user: office.environment.caller().user,
        differing: expect.arrayContaining([expect.objectContaining({ field: "phone" })]),
      });
      expect(rows[0]?.at).toMatch(/^20\d\d-\d\d-\d\dT/u);
    }
    const { changeId, why } = await commune.opened((roster) => reviewPair(roster, theirs, mine));
    expect(why).toBe("nameAndBirth");
    await exchange();
    for (const office of [commune, district]) {
      expect((await duplicatesOf(office)).total).toBe(1);
      expect((await apartOf(office)).total).toBe(0);
      expect(await office.conflicts()).toEqual([]);
    }
    await commune.opened((roster) => changeUndo(roster, changeId));
    expect((await duplicatesOf(commune)).total).toBe(0);
    expect((await apartOf(commune)).total).toBe(1);
    expect(await isWhole(commune)).toBe(true);
  });

  it("kept apart and not alike any more are told so, and are no likely duplicate when that is taken back", async () => {
    const { mine, theirs } = await twins();
    await district.opened((roster) => keepApart(roster, theirs, mine));
    await district.edits("official", mine, "fullName=Nguyễn Thị Hòa Bình");
    expect((await apartOf(district)).rows.map(({ why }) => why)).toEqual([null]);
    await district.opened((roster) => {
      expect(reviewPair(roster, mine, theirs).why).toBeNull();
      expect(() => reviewPair(roster, mine, theirs)).toThrow(
        expect.objectContaining({ code: "row-unknown" }),
      );
    });
    expect((await duplicatesOf(district)).total).toBe(0);
  });

  it("kept apart are not asked about again, anywhere, until undone", async () => {
    const { mine, theirs } = await twins();
    const { changeId } = await district.opened((roster) => keepApart(roster, theirs, mine));
    expect((await duplicatesOf(district)).total).toBe(0);
    await exchange();
    expect((await duplicatesOf(commune)).total).toBe(0);
    await district.opened((roster) => changeUndo(roster, changeId));
    expect((await duplicatesOf(district)).total).toBe(1);
  });

  it("kept apart do not keep either from being removed, here and there, and are kept apart again after an undo", async () => {
    const { mine, theirs } = await twins();
    await district.opened((roster) => keepApart(roster, theirs, mine));
    await exchange();
    const removed = await district.run(
      "remove",
      district.roster,
      "official",
      theirs,
      "--reason",
      "Nhập trùng",
    );
    expect([removed.code, removed.stderr]).toEqual([0, ""]);
    await exchange();
    for (const office of [commune, district]) {
      expect(await office.field(theirs, "fullName")).toBeUndefined();
      expect(await office.conflicts()).toEqual([]);
      expect(await isWhole(office)).toBe(true);
    }
    await district.json("undo", district.roster);
    await exchange();
    for (const office of [commune, district]) {
      expect(await office.field(theirs, "phone")).toBe("0912");
      expect((await duplicatesOf(office)).total).toBe(0);
      expect(await isWhole(office)).toBe(true);
    }
  });

  const unknown = expect.objectContaining({ code: "row-unknown" });
  it("are joined only where both are there, and nobody with themselves", async () => {
    const { mine } = await twins();
    const nobody = "018f0000-0000-7000-8000-ffffffffffff";
    await district.opened((roster) => {
      expect(() => joinDuplicate(roster, mine, mine)).toThrow(unknown);
      expect(() => joinDuplicate(roster, mine, nobody)).toThrow(unknown);
      expect(() => joinDuplicate(roster, nobody, mine)).toThrow(unknown);
      expect(() => keepApart(roster, mine, nobody)).toThrow(unknown);
    });
  });

  it("are kept apart only where both are there, and none has gone up in the other", async () => {
    const { mine, theirs } = await twins();
    await district.opened((roster) => {
      joinDuplicate(roster, mine, theirs);
      expect(() => keepApart(roster, theirs, mine)).toThrow(unknown);
    });
  });
});

describe("questions", () => {
  it("go to the office that entered a value, and its answer comes back", async () => {
    const person = await commune.hires("Trần Văn Tư", "08173", "phone=1");
    await district.receives(await commune.sends());
    await commune.edits("official", person, "phone=0911");
    await district.edits("official", person, "phone=0922");
    await exchange();
    const id = `${person}.phone`;
    const theirs = await district.opened((roster) => {
      const { rows } = conflictsPage(roster, district.environment, {
        offset: 0,
        limit: 10,
        officialId: person,
      });
      return rows[0]?.values.find(({ office }) => office === "UBND xã Quảng Yên")?.n ?? 0;
    });
    await district.opened(async (roster) => {
      const ask = (n: number, text: string) =>
        askAboutConflict(roster, district.environment, { id, n, text });
      expect(() => ask(3, "Số nào đúng?")).toThrow(expect.objectContaining({ code: "conflict-choice" }));
      expect(() => ask(theirs, "  ")).toThrow(expect.objectContaining({ code: "validation" }));
      ask(theirs, "Số nào đúng?");
      const { rows } = conflictsPage(roster, district.environment, {
        offset: 0,
        limit: 10,
        officialId: null,
      });
      expect(rows[0]?.asked).toMatchObject({ office: "UBND xã Quảng Yên" });
      const communes = await packetContents(roster, district.environment, []);
      expect(communes).toMatchObject([{ questions: 1 }]);
    });
    await exchange();
    const [question] = await commune.opened((roster) => questionsList(roster, commune.environment));
    expect(question).toMatchObject({
      toUs: true,
      askedBy: "UBND huyện Thanh Ba",
      text: "Số nào đúng?",
      label: "Trần Văn Tư",
      officialId: person,
      field: "phone",
      answer: null,
    });
    await commune.opened((roster) => {
      expect(exchangeOverview(roster, commune.environment).questions).toBe(1);
      const answer = (text: string) => answerQuestion(roster, commune.environment, question?.id ?? "", text);
      expect(() => answer(" ")).toThrow(expect.objectContaining({ code: "value-invalid" }));
      answer("0911, mới đổi");
      expect(exchangeOverview(roster, commune.environment).questions).toBe(0);
    });
    await exchange();
    const [answered] = await district.opened((roster) => questionsList(roster, district.environment));
    expect(answered).toMatchObject({
      id: question?.id,
      toUs: false,
      answer: "0911, mới đổi",
      answeredBy: "UBND xã Quảng Yên",
    });
    await district.opened((roster) => {
      const { rows } = conflictsPage(roster, district.environment, {
        offset: 0,
        limit: 10,
        officialId: null,
      });
      expect(rows[0]?.asked).toBeNull();
    });
  });
});

describe("the conflicts of one person", () => {
  it("are those of the person and of the person's rows, and nobody else's", async () => {
    const people = [await commune.hires("Một", "08173"), await commune.hires("Hai", "08173")];
    await district.receives(await commune.sends());
    const rowOf = async (person: string) =>
      (await commune.json<{ rows: { assignment: { id: string }[] } }>("show", commune.roster, person)).rows
        .assignment[0]?.id ?? "";
    for (const person of people) {
      for (const [office, value] of [
        [commune, "1"],
        [district, "2"],
      ] as const) {
        await office.edits("official", person, `phone=091${value}`);
        await office.edits("assignment", await rowOf(person), `decisionNumber=${value}/QĐ`);
      }
    }
    await exchange();
    await district.opened((roster) => {
      const of = (officialId: string | null) =>
        conflictsPage(roster, district.environment, { offset: 0, limit: 10, officialId });
      expect(of(null).total).toBe(4);
      for (const person of people) {
        const { total, rows } = of(person);
        expect(total).toBe(2);
        expect(rows.map(({ officialId, field }) => [officialId, field]).sort()).toEqual([
          [person, "decisionNumber"],
          [person, "phone"],
        ]);
        expect(rows.find(({ field }) => field === "decisionNumber")).toMatchObject({
          rowLabel: "Văn phòng - thống kê, Xã Quảng Yên, từ 02/2021",
          values: [{ paper: expect.stringMatching(/^[12]\/QĐ$/) }, { paper: expect.any(String) }],
        });
      }
      expect(of("018f0000-0000-7000-8000-ffffffffffff").total).toBe(0);
      // From the window a value may be anything that travels; what the field cannot hold is no value.
      const settle = (value: string | number) =>
        settleConflict(roster, district.environment, {
          id: `${people[0]}.phone`,
          keep: null,
          value,
          reason: null,
        });
      for (const value of [7, "x".repeat(31)])
        expect(() => settle(value)).toThrow(expect.objectContaining({ code: "validation" }));
    });
  });
});
