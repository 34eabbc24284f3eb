// Guards that the command counts everybody once, names who is over the share, and refuses what is no year.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Counts {
  readonly people: number;
  readonly excellent: number;
  readonly good: number;
  readonly completed: number;
  readonly notCompleted: number;
  readonly ungraded: number;
}
interface Document extends Counts {
  readonly on: string;
  readonly units: readonly (Counts & { readonly unitCode: string; readonly unitName: string })[];
  readonly hasRule: boolean;
  readonly caps: readonly {
    readonly unitName: string;
    readonly category: string | null;
    readonly excellent: number;
    readonly most: number;
    readonly isOver: boolean;
  }[];
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

const ask = (...words: string[]) => place.json<Document>("evaluations", roster, ...words);
const sum = (counts: Counts) =>
  counts.excellent + counts.good + counts.completed + counts.notCompleted + counts.ungraded;

describe("evaluations", () => {
  it("counts everybody once, by unit as the figures do", async () => {
    const told = await ask("--year", "2020");
    expect([told.on, told.people, sum(told)]).toEqual(["2020-12-31", told.people, told.people]);
    expect(told.people).toBeGreaterThan(400);
    expect(told.good).toBeGreaterThan(0);
    expect(told.units.map(sum)).toEqual(told.units.map(({ people }) => people));
    expect(told.units.reduce((total, { people }) => total + people, 0)).toBe(told.people);
    const now = await ask("--year", "2021", "--unit", "08173");
    expect([now.on, now.people, now.units.map(({ unitCode }) => unitCode)]).toEqual([
      "2021-10-01",
      33,
      ["08173"],
    ]);
  });

  it("names the unit that is over the share, until as many are graded tốt as that needs", async () => {
    const asked = ["--year", "2024", "--unit", "08173"] as const;
    const { hasRule, caps } = await ask(...asked);
    expect([hasRule, caps.filter(({ isOver }) => isOver)]).toEqual([true, []]);
    const { people } = await place.json<{ people: readonly { id: string }[] }>(
      "people",
      roster,
      "--unit",
      "08173",
    );
    const grade = (id: string, key: string) =>
      place.run("add", roster, "evaluation", `official=${id}`, "year=2024", "period=year", `grade=${key}`);
    await grade(people[0]?.id ?? "", "excellent");
    const over = await ask(...asked);
    expect(over.excellent).toBe(1);
    expect(over.caps[0]).toMatchObject({ category: null, excellent: 1, most: 0, isOver: true });
    const { stdout } = await place.run("evaluations", roster, ...asked);
    expect(stdout).toContain("Vượt tỷ lệ xuất sắc");
    expect(stdout).toContain("chưa đối chiếu văn bản");
  });

  it("says where no rule sets a share", async () => {
    const { stdout } = await place.run("evaluations", roster, "--year", "2026", "--period", "q1");
    expect(stdout).toContain("Không có quy định về tỷ lệ xuất sắc cho kỳ này (ngày 31/03/2026).");
  });

  it("refuses what is no year", async () => {
    const refused = await place.run("evaluations", roster, "--year", "26");
    expect(refused.code).toBe(2);
    expectSentence(refused.stderr);
  });
});
