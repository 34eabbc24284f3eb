// Guards that `planning` counts turns and people apart, judges each nominee by the title, says who could take a key post, and
// refuses a term that nobody is nominated for in one sentence.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace, expectSentence } from "../../testing/command-line";

interface Nominee {
  readonly person: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly status: string;
  readonly lacks: readonly { readonly standard: string }[];
  readonly barredUntil: string | null;
}
interface Planning {
  readonly term: string | null;
  readonly turns: number;
  readonly people: number;
  readonly nominees: readonly Nominee[];
  readonly posts: readonly {
    readonly title: string;
    readonly holders: readonly { readonly person: { readonly id: string } }[];
    readonly candidates: readonly Nominee[];
  }[];
}

let place: CliPlace;
let roster: string;
beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
});
afterAll(() => place.remove());

const planning = (...more: string[]) => place.json<Planning>("planning", roster, ...more);

describe("planning", () => {
  it("counts somebody who is nominated twice as one person and two turns", async () => {
    const { term, turns, people, nominees } = await planning("--term", "2021-2026");
    expect(term).toBe("2021-2026");
    expect(nominees).toHaveLength(turns);
    expect(new Set(nominees.map(({ person }) => person.id)).size).toBe(people);
    expect(turns).toBeGreaterThan(people);
  });

  it("says of each who is not ready what keeps them from the title", async () => {
    const { nominees } = await planning();
    const statuses = new Set(nominees.map(({ status }) => status));
    expect(statuses).toContain("ready");
    expect(statuses.size).toBeGreaterThan(1);
    for (const { status, lacks, barredUntil } of nominees) {
      if (status === "ready") expect([lacks, barredUntil]).toEqual([[], null]);
      if (status === "lacking") expect(lacks).not.toEqual([]);
      if (status === "barred") expect(barredUntil).not.toBeNull();
    }
  });

  it("says who holds each key post of a unit, and who could take it", async () => {
    const { posts } = await planning("--unit", "08173", "--term", "2021-2026");
    const chair = posts.find(({ title }) => title === "Chủ tịch UBND");
    expect(chair?.holders).toHaveLength(1);
    expect(chair?.candidates.length).toBeGreaterThan(0);
    expect(posts.some(({ title }) => title === "Tài chính - kế toán")).toBe(false);
  });

  it("takes a discipline into account as soon as it is written", async () => {
    const { nominees } = await planning("--unit", "08173", "--term", "2021-2026");
    const ready = nominees.find(({ status }) => status === "ready");
    const id = ready?.person.id ?? "";
    const row = [
      `official=${id}`,
      "side=government",
      "form=warning",
      "from=2021-09-01",
      "decisionNumber=1/QĐ",
    ];
    await place.run("add", roster, "discipline", ...row, "--user", "Thử");
    const after = await planning("--unit", "08173", "--term", "2021-2026");
    expect(after.nominees.find(({ person }) => person.id === id)).toMatchObject({
      status: "barred",
      barredUntil: "2022-08-31",
    });
  });

  it("refuses a term that nobody is nominated for", async () => {
    const refused = await place.run("planning", roster, "--term", "2030-2035");
    expect(refused.code).toBe(2);
    expectSentence(refused.stderr);
    expect(refused.stderr).toContain("2020-2025");
  });
});
