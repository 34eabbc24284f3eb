// Guards that a cross table from the command line sums to the published figures and that `people --cell` opens each of
// its cells, and that a question that cannot be read is refused in one sentence.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellText } from "../../../shared/statistics/cross";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Cross {
  readonly asOf: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (readonly string[])[];
  readonly cells: readonly (readonly number[])[];
  readonly totals: {
    readonly rows: readonly number[];
    readonly columns: readonly number[];
    readonly all: number;
  };
}
interface People {
  readonly count: number;
  readonly people: readonly {
    readonly unitCode: string;
    readonly findings: readonly Record<string, unknown>[];
  }[];
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

describe("cross", () => {
  it("comes out at the published figures", async () => {
    const table = await place.json<Cross>(
      "cross",
      roster,
      "--rows",
      "unit",
      "--columns",
      "standard:professional",
    );
    expect(table.asOf).toBe("2021-10-01");
    expect(table.totals.all).toBe(478);
    expect(table.rows).toHaveLength(19);
    const met = table.columns.findIndex(([key]) => key === "met");
    expect(table.totals.columns[met]).toBe(386);
    const quangYen = table.rows.findIndex(([key]) => key === "08173");
    expect([table.totals.rows[quangYen], table.cells[quangYen]?.[met]]).toEqual([33, 31]);
    const theory = await place.json<Cross>(
      "cross",
      roster,
      "--rows",
      "unit",
      "--columns",
      "sex",
      "--measure",
      "met:politicalTheory",
    );
    expect(theory.totals.all).toBe(461);
  });

  it("counts by a column of the list as by the dimension that says the same, and opens its cells", async () => {
    const by = async (rows: string) => place.json<Cross>("cross", roster, "--rows", rows, "--columns", "sex");
    for (const [dimension, column] of [
      ["sex", "official.sex"],
      ["ethnicity", "official.ethnicity"],
      ["post", "assignment.post"],
    ]) {
      const [told, read] = [await by(dimension ?? ""), await by(`column:${column}`)];
      expect([column, [...read.totals.rows].sort(), read.totals.all]).toEqual([
        column,
        told.totals.rows.filter((count) => count > 0).sort(),
        478,
      ]);
    }
    const question = ["--rows", "column:gioi tinh", "--columns", "column:Dân tộc", "--filter", "sex=female"];
    const table = await place.json<Cross>("cross", roster, ...question);
    expect(table.rows).toEqual([["female"]]);
    const women = await place.json<People>("people", roster, ...question, "--cell", "Nữ/*");
    expect(women.count).toBe(table.totals.all);
  });

  it.each(["column:official.khong-co", "column:workHistory.unit", "column:official.note", "column:"])(
    "refuses %s, which gives no answer of one to each person",
    async (dimension) => {
      const { code, stderr } = await place.run("cross", roster, "--rows", dimension, "--columns", "sex");
      expect(code).toBe(2);
      expectSentence(stderr);
    },
  );

  it("opens every cell and total with as many people as it says", async () => {
    const question = ["--rows", "category,sex", "--columns", "ageBand", "--filter", "party=member"];
    const table = await place.json<Cross>("cross", roster, ...question, "--age-bands", "35,45");
    const rows = [...table.rows, null];
    const columns = [...table.columns, null];
    for (const [at, row] of rows.entries()) {
      for (const [nth, column] of columns.entries()) {
        const said =
          row === null
            ? column === null
              ? table.totals.all
              : table.totals.columns[nth]
            : column === null
              ? table.totals.rows[at]
              : table.cells[at]?.[nth];
        const cell = ["--cell", cellText({ row, column }), "--age-bands", "35,45"];
        const { count, people } = await place.json<People>("people", roster, ...question, ...cell);
        expect([row, column, count]).toEqual([row, column, said]);
        expect(people).toHaveLength(count);
      }
    }
  });

  it("takes cells and filters in the words that the table prints, with or without marks", async () => {
    const bands = ["--age-bands", "30,45"];
    const question = ["--rows", "postGroup,sex", "--columns", "ageBand", ...bands];
    const byKeys = await place.json<People>(
      "people",
      roster,
      ...question,
      "--cell",
      "civilServant,female/31-45",
    );
    for (const cell of ["Công chức chuyên môn,Nữ/31–45", "cong chuc chuyen mon, nu / 31-45"]) {
      expect(await place.json<People>("people", roster, ...question, "--cell", cell)).toEqual(byKeys);
    }
    const women = await place.json<Cross>("cross", roster, ...question, "--filter", "sex=Nữ");
    const total = await place.json<People>(
      "people",
      roster,
      ...question,
      "--filter",
      "sex=nu",
      "--cell",
      "*/*",
    );
    expect(total.count).toBe(women.totals.all);
    expect(women.totals.all).toBe(211);
    const none = await place.run("people", roster, ...question, "--cell", "Nữ/31–45");
    expect(none.code).toBe(1);
  });

  it("prints means with one decimal place, whole ones too", async () => {
    const { stdout } = await place.run(
      "cross",
      roster,
      "--rows",
      "postGroup",
      "--columns",
      "sex",
      "--measure",
      "meanAge",
    );
    const [, last = ""] = /^Tổng cộng(.*)$/mu.exec(stdout) ?? [];
    expect(last.trim().split(/\s+/u)).toEqual(["43,8", "40,9", "42,6"]);
    const [, first = ""] = /^Bí thư Đảng ủy(.*)$/mu.exec(stdout) ?? [];
    expect(first.trim().split(/\s+/u)).toEqual(["49,3", "46,0", "48,6"]);
  });

  it("filters by a unit with all that is below it, and by any of several values of one dimension", async () => {
    const base = ["cross", roster, "--rows", "unit", "--columns", "sex"];
    const district = await place.json<Cross>(...base, "--filter", "unit=232");
    expect(district.totals.all).toBe(478);
    const two = await place.json<Cross>(...base, "--filter", "unit=08173", "unit=08203");
    expect(two.rows.map(([key]) => key).sort()).toEqual(["08173", "08203"]);
    const women = await place.json<Cross>(...base, "--filter", "unit=08173", "--filter", "sex=female");
    expect(women.columns).toEqual([["female"]]);
    expect(women.totals.all).toBeLessThan(33);
  });

  it("counts as known on a day, and the people who meet what they are opened for", async () => {
    const nobody = await place.json<Cross>(
      "cross",
      roster,
      "--rows",
      "unit",
      "--columns",
      "sex",
      "--known-on",
      "2020-01-01",
    );
    expect(nobody).toMatchObject({ rows: [], columns: [], cells: [], totals: { all: 0 } });
    const met = await place.json<People>(
      "people",
      roster,
      "--rows",
      "unit",
      "--columns",
      "sex",
      "--measure",
      "met:professional",
      "--cell",
      "08173/*",
    );
    expect(met.count).toBe(31);
    for (const { unitCode, findings } of met.people) {
      expect(unitCode).toBe("08173");
      expect(findings).toContainEqual(expect.objectContaining({ standard: "professional", status: "met" }));
    }
  });

  it("prints a table in words, whose last row is the total", async () => {
    const { code, stdout, stderr } = await place.run(
      "cross",
      roster,
      "--rows",
      "category",
      "--columns",
      "sex,ageBand",
    );
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("Số người tại ngày 01/10/2021");
    expect(lines[1]).toBe("Tính: Cán bộ, Công chức");
    expect(lines[3]).toMatch(/Nam +Nữ/);
    expect(lines[4]).toMatch(/^Loại cán bộ +Từ 30 trở xuống +31–40/);
    expect(lines.at(-1)).toMatch(/^Tổng cộng .* 478$/);
    const mean = await place.run(
      "cross",
      roster,
      "--rows",
      "category",
      "--columns",
      "sex",
      "--measure",
      "meanAge",
    );
    expect(mean.stdout).toMatch(/^Tuổi trung bình tại ngày/);
    expect(mean.stdout.trimEnd().split("\n").at(-1)).toMatch(/ \d\d(,\d)?$/);
  });

  it.each([
    ["an unknown dimension", 2, ["--rows", "salary", "--columns", "sex"]],
    ["a dimension twice", 2, ["--rows", "sex,sex", "--columns", "unit"]],
    ["one side only", 2, ["--rows", "sex"]],
    ["an unknown measure", 2, ["--rows", "sex", "--columns", "unit", "--measure", "salary"]],
    ["a filter without a value", 2, ["--rows", "sex", "--columns", "unit", "--filter", "sex="]],
    ["a filter by an unknown dimension", 2, ["--rows", "sex", "--columns", "unit", "--filter", "x=y"]],
    ["ages that do not ascend", 2, ["--rows", "ageBand", "--columns", "unit", "--age-bands", "40,30"]],
    ["ages that are none", 2, ["--rows", "ageBand", "--columns", "unit", "--age-bands", "già"]],
    ["a value that nobody has", 1, ["--rows", "sex", "--columns", "unit", "--filter", "ethnicity=Tayy"]],
  ])("refuses %s in one sentence", async (_what, exit, options) => {
    const { code, stdout, stderr } = await place.run("cross", roster, ...options);
    expect([code, stdout]).toEqual([exit, ""]);
    expectSentence(stderr);
  });

  it.each([
    ["a cell of no table", 2, ["--cell", "male/08173"]],
    ["a table without a cell", 2, ["--rows", "sex", "--columns", "unit"]],
    [
      "a cell beside another number",
      2,
      ["--rows", "sex", "--columns", "unit", "--cell", "male/*", "--unit", "08173"],
    ],
    ["a cell that the table has not", 1, ["--rows", "sex", "--columns", "unit", "--cell", "male/00000"]],
  ])("refuses to open %s", async (_what, exit, options) => {
    const { code, stdout, stderr } = await place.run("people", roster, ...options);
    expect([code, stdout]).toEqual([exit, ""]);
    expectSentence(stderr);
  });
});
