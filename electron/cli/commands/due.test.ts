// Guards that `due` finds what was written through the command line, in the order of a printed list, says of whom it knows
// nothing, forgets who left, and refuses a question that cannot be meant in one sentence.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly unitCode: string;
}
interface Due {
  readonly items: readonly {
    readonly person: Person;
    readonly kind: string;
    readonly on: string;
    readonly why: string;
  }[];
  readonly unknown: readonly { readonly person: Person; readonly kind: string; readonly missing: string[] }[];
}

let place: CliPlace;
let roster: string;
let people: readonly Person[];
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
  people = (await place.json<{ people: readonly Person[] }>("people", roster, "--unit", "08173")).people;
});
afterAll(() => place.remove());

const due = (from: string, to: string, ...more: string[]) =>
  place.json<Due>("due", roster, "--from", from, "--to", to, ...more);

describe("due", () => {
  it("finds each retirement on the last day of a month, notice and decision before it", async () => {
    const { items } = await due("2021-10-01", "2022-09-30", "--kind", "retirement");
    expect(items.length).toBeGreaterThan(0);
    for (const { on, why } of items) {
      const next = new Date(`${on}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(next.getUTCDate()).toBe(1);
      expect(why).toContain(`hết ngày ${on.split("-").reverse().join("/")} – hưởng lương hưu từ 01/`);
    }
    const days = items.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    const [first] = items;
    const all = await due("2021-01-01", "2022-09-30", "--kind", "retirementNotice,retirementDecision");
    const ofFirst = all.items.filter(({ person }) => person.id === first?.person.id).map(({ kind }) => kind);
    expect(ofFirst).toEqual(["retirementNotice", "retirementDecision"]);
  });

  it("finds the end of grace of as many people as the figures have in grace", async () => {
    const days = ["--as-of", "2024-01-01"] as const;
    const people = await place.json<{ count: number }>(
      "people",
      roster,
      "--standard",
      "professional",
      "--status",
      "grace",
      ...days,
    );
    const { items } = await due("2024-01-01", "2099-12-31", "--kind", "grace", ...days);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ why }) => why.endsWith(": Chuyên môn"))).toHaveLength(people.count);
  });

  it("finds what was written, says what is missing, and forgets who left", async () => {
    const [one] = people;
    const id = one?.id ?? "";
    const salary = ["add", roster, "salary", `official=${id}`, "from=2022-03-01", "grade=01.003"];
    await place.run(...salary, "step=3", "coefficient=3,00", "--user", "Thử");
    const asked = ["--kind", "salaryStep", "--unit", "08173"] as const;
    const all = await due("1990-01-01", "2099-12-31", ...asked);
    expect(all.items.filter(({ person }) => person.id === id)).toMatchObject([
      { person: { id, unitCode: "08173" }, on: "2025-03-01", why: "lên bậc 4, hệ số 3,33 (ngạch 01.003)" },
    ]);
    const [known, unknown] = [all.items, all.unknown].map((list) => list.map(({ person }) => person.id));
    expect(new Set([...(known ?? []), ...(unknown ?? [])]).size).toBe(people.length);
    const lacking = ["add", roster, "salary", `official=${id}`, "from=2022-03-02", "step=3"];
    await place.run(...lacking, "--user", "Thử");
    const now = await due("1990-01-01", "2099-12-31", ...asked);
    expect(now.items).toHaveLength(all.items.length - 1);
    expect(now.unknown.filter(({ person }) => person.id === id)).toMatchObject([{ missing: ["grade"] }]);
    const before = await due("2024-03-01", "2024-03-31", ...asked, "--as-of", "1990-01-01");
    expect(before).toEqual({ items: [], unknown: [] });
  });

  it("prints tables of each kind with those who are not known", async () => {
    const asked = ["--from", "2021-10-01", "--to", "2024-12-31", "--kind", "salaryStep"] as const;
    const { items, unknown } = await due("2021-10-01", "2024-12-31", ...asked.slice(4), "--unit", "08173");
    const { stdout } = await place.run("due", roster, ...asked, "--unit", "08173");
    expect(stdout).toContain(`Nâng bậc lương: ${items.length}`);
    expect(stdout).toContain(`Nâng bậc lương, chưa tính được: ${unknown.length}`);
    expect(stdout).toContain("chưa ghi ngạch");
    const month = ["--from", "2024-03-01", "--to", "2024-03-31"] as const;
    const nothing = await place.run("due", roster, ...month, "--kind", "rotation");
    expect(nothing.stdout).toContain("Không có việc nào đến hạn");
  });
});

describe("a question that cannot be meant", () => {
  it.each([
    [
      "days the wrong way round",
      ["--from", "2026-02-01", "--to", "2026-01-01"],
      "hãy đổi chỗ --from và --to",
    ],
    ["an unknown kind", ["--from", "2026-01-01", "--to", "2026-02-01", "--kind", "holiday"], "holiday"],
    ["no last day", ["--from", "2026-01-01"], "--to"],
    ["a month in place of a day", ["--from", "2026-01", "--to", "2026-02-01"], "--from cần đủ ngày"],
  ])("%s ends with 2 and one sentence", async (_what, options, said) => {
    const { code, stdout, stderr } = await place.run("due", roster, ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expectSentence(stderr);
    expect(stderr).toContain(said);
  });

  it("an unknown unit is refused with 1", async () => {
    const { code } = await place.run(
      "due",
      roster,
      "--from",
      "2026-01-01",
      "--to",
      "2026-02-01",
      "--unit",
      "x",
    );
    expect(code).toBe(1);
  });
});
