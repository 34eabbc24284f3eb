// Guards that `classes` counts turns and people apart from what the command line itself wrote, and refuses bad questions and
// bad rows in one sentence.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Classes {
  readonly classes: number;
  readonly turns: number;
  readonly elsewhere: number;
  readonly people: number;
  readonly list: readonly { readonly name: string; readonly turns: number; readonly people: number }[];
}

let place: CliPlace;
let roster: string;
let people: readonly { readonly id: string }[];
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
  people = (await place.json<{ people: readonly { id: string }[] }>("people", roster, "--unit", "08173"))
    .people;
});
afterAll(() => place.remove());

const asked = ["--from", "2015-01-01", "--to", "2015-12-31"];
const classes = (...more: string[]) => place.json<Classes>("classes", roster, ...asked, ...more);
const open = (name: string, ...more: string[]) =>
  place.json("add", roster, "trainingClass", `name=${name}`, "kind=defence", "from=2015-03", ...more);
const enrol = (n: number, name: string, ...more: string[]) =>
  place.run("add", roster, "enrolment", `official=${people[n]?.id ?? ""}`, `trainingClass=${name}`, ...more);

describe("classes", () => {
  it("counts turns and people apart", async () => {
    expect(await classes()).toMatchObject({ classes: 0, turns: 0, people: 0, list: [] });
    await open("QP-AN lớp 1", "learnersElsewhere=40");
    await open("QP-AN lớp 2");
    for (const n of [0, 1, 2]) expect((await enrol(n, "QP-AN lớp 1")).code).toBe(0);
    for (const n of [2, 3]) expect((await enrol(n, "QP-AN lớp 2", "result=passed")).code).toBe(0);
    expect(await classes()).toMatchObject({ classes: 2, turns: 45, elsewhere: 40, people: 4 });
    expect((await classes("--kind", "it")).classes).toBe(0);
    const { stdout } = await place.run("classes", roster, ...asked);
    expect(stdout).toContain("2 lớp; 45 lượt người (trong đó 40 lượt ngoài sổ); 4 người trong sổ");
  });

  it("writes no row that cannot be, and says why", async () => {
    const backwards = await place.run("classes", roster, "--from", "2015-12-31", "--to", "2015-01-01");
    expect(backwards.code).not.toBe(0);
    expectSentence(backwards.stderr);
    const reversed = await place.run(
      "add",
      roster,
      "trainingClass",
      "name=Lớp ngược",
      "kind=it",
      "from=2015-05",
      "to=2015-03",
    );
    expect([reversed.code, reversed.stderr]).toEqual([1, expect.stringContaining("trước ngày khai giảng")]);
    await open("QP-AN lớp giảng");
    const teach = (...fields: string[]) =>
      place.run("add", roster, "classTeacher", "trainingClass=QP-AN lớp giảng", ...fields);
    for (const [words, said] of [
      [[], "ghi họ tên"],
      [[`official=${people[0]?.id ?? ""}`, "name=Lê Thị Giảng"], "không ghi cả hai"],
      [["name=Lê Thị Giảng", "hours=0"], "lớn hơn 0"],
      [["name=Lê Thị Giảng", "hours=10001"], "10000"],
    ] as const) {
      const { code, stderr } = await teach(...words);
      expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
    }
    expect((await teach("name=Lê Thị Giảng", "hours=40")).code).toBe(0);
    await open("QP-AN lớp đủ", "seats=20", "learnersElsewhere=19");
    expect((await enrol(0, "QP-AN lớp đủ")).code).toBe(0);
    const full = await enrol(1, "QP-AN lớp đủ");
    expect([full.code, full.stderr]).toEqual([1, expect.stringContaining("1 người trong sổ, 19 lượt")]);
    const twice = await enrol(0, "QP-AN lớp đủ");
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining("đã có trong danh sách")]);
    const nowhere = await enrol(4, "lớp không có");
    expect(nowhere.code).toBe(1);
  });
});
