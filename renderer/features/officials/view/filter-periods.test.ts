import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPeriodOn, leavesOf, type PeriodTree, periodTurned, ticksOf } from "./filter-periods";

const key = "official.birth";
const tree: PeriodTree = {
  blank: 2,
  years: [
    {
      year: "1981",
      count: 3,
      months: [
        { period: "1981-02", count: 1 },
        { period: "1981-11", count: 1 },
        { period: "1981-", count: 1 },
      ],
    },
    { year: "1980", count: 4, months: [{ period: "1980-05", count: 4 }] },
  ],
};
const leaves = leavesOf(tree);
const turn = (filter: Parameters<typeof periodTurned>[1], period: string, none = false) =>
  periodTurned(key, filter, tree, period, none);

describe("ticking years and months", () => {
  it("turns round what is pressed and nothing else, and is no filter once all are ticked again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...leaves, "1980", "1981"), { maxLength: 12 }), (presses) => {
        const off = new Set<string>();
        let filter: ReturnType<typeof turn> = null;
        for (const pressed of presses) {
          const within = tree.years.find(({ year }) => year === pressed)?.months.map(({ period }) => period);
          const pressedLeaves = within ?? [pressed];
          const isOn = pressedLeaves.every((period) => !off.has(period));
          for (const period of pressedLeaves) {
            if (isOn) off.add(period);
            else off.delete(period);
          }
          filter = turn(filter, pressed);
          for (const period of leaves) expect(isPeriodOn(filter, period)).toBe(!off.has(period));
          expect(filter === null).toBe(off.size === 0);
        }
      }),
    );
  });

  it("names a year in place of all of its months", () => {
    expect(turn(null, "1981", true)).toMatchObject({ periods: ["1981"], except: false, values: null });
    const months = ["1981-02", "1981-11", "1981-"];
    const filter = months.reduce<ReturnType<typeof turn>>((before, period) => turn(before, period), null);
    expect(filter).toMatchObject({ periods: ["1981"], except: true });
  });

  it("tells how much of a year is ticked", () => {
    const filter = turn(null, "1981-02");
    expect(ticksOf(filter, ["1981-02", "1981-11", "1981-"])).toBe("some");
    expect(ticksOf(filter, ["1980-05"])).toBe("all");
    expect(ticksOf(turn(null, "1980"), ["1980-05"])).toBe("none");
  });

  it("keeps what another filter took out of sight", () => {
    const before = turn(null, "1999", true);
    expect(turn(before, "1980-05")?.periods).toEqual(["1999", "1980"]);
  });
});
