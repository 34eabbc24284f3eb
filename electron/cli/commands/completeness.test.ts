// Guards that the command counts whom `stats` counts, that an item that is filled in leaves the list and no other does, and
// that a form that there is not is refused before the roster is opened.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Document {
  readonly form: string;
  readonly asOf: string;
  readonly people: number;
  readonly complete: number;
  readonly units: readonly {
    readonly unitCode: string;
    readonly people: number;
    readonly complete: number;
    readonly asked: number;
    readonly present: number;
  }[];
  readonly list: readonly {
    readonly person: string;
    readonly name: string;
    readonly unitCode: string;
    readonly present: number;
    readonly asked: number;
    readonly missing: readonly string[];
  }[];
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

const ask = (form: string, ...more: string[]) =>
  place.json<Document>("completeness", roster, "--form", form, ...more);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Takes off what the sample knows of somebody's pay. */
async function unpay(id: string): Promise<void> {
  const { rows } = await place.json<{ rows: { salary: readonly { id: string }[] } }>("show", roster, id);
  for (const row of rows.salary) await place.run("remove", roster, "salary", row.id, "--reason", "Thử");
}

describe("completeness", () => {
  it.each(["tt06-2023", "2c-bnv-2008", "2c-tctw-98"])("counts by %s whom the figures count", async (form) => {
    const { asOf, people, complete, units, list } = await ask(form);
    const stats = await place.json<{ rows: { unitCode: string; total: number }[] }>("stats", roster);
    expect([asOf, people, list.length]).toEqual(["2021-10-01", 478, 478]);
    expect(units.map(({ unitCode, people: count }) => [unitCode, count])).toEqual(
      stats.rows.map(({ unitCode, total }) => [unitCode, total]),
    );
    for (const unit of units) {
      const own = list.filter(({ unitCode }) => unitCode === unit.unitCode);
      expect([unit.unitCode, unit.people, unit.asked, unit.present, unit.complete]).toEqual([
        unit.unitCode,
        own.length,
        sum(own.map(({ asked }) => asked)),
        sum(own.map(({ present }) => present)),
        own.filter(({ missing }) => missing.length === 0).length,
      ]);
    }
    expect(complete).toBe(sum(units.map((unit) => unit.complete)));
    expect(list.filter(({ asked, present, missing }) => asked !== present + missing.length)).toEqual([]);
  });

  it("shows one unit, in lines whose last columns name the items", async () => {
    const { list } = await ask("tt06-2023", "--unit", "08173");
    expect(list).toHaveLength(33);
    const { stdout } = await place.run("completeness", roster, "--form", "tt06-2023", "--unit", "08173");
    const first = list[0];
    const line = stdout.split("\n").find((one) => one.endsWith(first?.person ?? "nobody"));
    expect(line).toContain(first?.missing.join(", "));
    expect(line).toContain(`${first?.present}/${first?.asked}`);
  });

  it("lists an item no more once it is filled in", async () => {
    const { list } = await ask("2c-bnv-2008");
    const id = list.find(({ missing }) => missing.includes("10"))?.person ?? "";
    await unpay(id);
    const now = async () => (await ask("2c-bnv-2008")).list.find((one) => one.person === id);
    const person = await now();
    expect(person?.missing).toEqual(expect.arrayContaining(["10", "14", "31"]));
    const left = (...gone: string[]) => person?.missing.filter((item) => !gone.includes(item));
    await place.run("edit", roster, "official", id, "occupationBefore=Nông dân");
    expect(await now()).toMatchObject({ asked: person?.asked, missing: left("10") });
    await place.run("add", roster, "salary", `official=${id}`, "from=2020-01-01", "coefficient=3,33");
    expect(await now()).toMatchObject({ asked: person?.asked, missing: left("10", "31") });
    await place.run(
      "add",
      roster,
      "salary",
      `official=${id}`,
      "from=2023",
      "grade=01.003",
      "step=4",
      "coefficient=3.33",
    );
    expect(await now()).toMatchObject({ missing: left("10", "14", "31") });
    await place.run("undo", roster);
    expect(await now()).toMatchObject({ missing: left("10", "31") });
  });

  it("is no longer asked of somebody of whom it is not asked", async () => {
    const id = (await ask("tt06-2023")).list[0]?.person ?? "";
    await unpay(id);
    const person = (await ask("tt06-2023")).list.find((one) => one.person === id);
    expect(person?.missing).toEqual(expect.arrayContaining(["30.1", "37.1"]));
    await place.run("edit", roster, "official", id, "payroll=allowance");
    const after = (await ask("tt06-2023")).list.find((one) => one.person === id);
    expect(after?.asked).toBe((person?.asked ?? 0) - 2);
    expect(after?.missing).toEqual(person?.missing.filter((item) => item !== "30.1" && item !== "37.1"));
  });

  it("is refused for a form that there is not, and without one", async () => {
    const stranger = await place.run("completeness", place.path("khong-co.scb"), "--form", "2c-2008");
    expect(stranger.code).toBe(2);
    expect(stranger.stderr).toContain("tt06-2023, 2c-bnv-2008, 2c-tctw-98");
    expectSentence(stranger.stderr);
    expect((await place.run("completeness", roster)).code).toBe(2);
    const unit = await place.run("completeness", roster, "--form", "tt06-2023", "--unit", "99999");
    expect(unit.code).toBe(1);
    expectSentence(unit.stderr);
  });
});
