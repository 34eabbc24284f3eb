import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ViewFilter, viewLimits } from "../../../../shared/contract/schemas/views";
import { byValues, emptyFilter, isTicked, onlyOf, orNull, turned, withFilter } from "./filter-values";
import { sortedBy } from "./sorting";

const key = "official.ethnicity";
const values = ["Kinh", "Mường", "Tày", ""];
const only = (...on: readonly string[]): ViewFilter => ({ ...emptyFilter(key), values: [...on] });
/** What is left ticked of all values. */
const on = (filter: ReturnType<typeof turned>, all = values) => {
  if (typeof filter === "string") throw new Error(filter);
  return all.filter((value) => isTicked(filter, value));
};

describe("ticking the values of a column", () => {
  it("turns round what is pressed and nothing else, and is no filter once all are ticked again", () => {
    const presses = fc.array(fc.tuple(fc.subarray(values, { minLength: 1 }), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(presses, fc.boolean(), (pressed, fromOne) => {
        let filter: ViewFilter | null = fromOne ? only("Kinh") : null;
        let left = new Set(fromOne ? ["Kinh"] : values);
        for (const [some, isOn] of pressed) {
          const next = turned(key, filter, some, isOn);
          const wanted = new Set(values.filter((one) => (some.includes(one) ? isOn : left.has(one))));
          if (next === "nobody") {
            expect(wanted.size).toBe(0);
            continue;
          }
          expect(new Set(on(next))).toEqual(wanted);
          if (typeof next !== "string") filter = next;
          left = wanted;
        }
      }),
    );
    expect(turned(key, { ...only("Kinh"), except: true }, ["Kinh"], true)).toBeNull();
  });

  it("leaves the filter to what stands when nothing would be ticked, or more than it can name", () => {
    expect(turned(key, only("Kinh"), ["Kinh"], false)).toBe("nobody");
    const many = Array.from({ length: viewLimits.values + 1 }, (_none, at) => String(at));
    expect(turned(key, null, many, false)).toBe("tooMany");
    expect(turned(key, null, many.slice(1), false)).toMatchObject({ except: true });
  });

  it("keeps only what was found, or all others with it", () => {
    const found = { on: ["Tày"], off: ["Mường"] };
    expect(on(onlyOf(key, null, found, false))).toEqual(["Tày"]);
    expect(on(onlyOf(key, only("Tày"), found, true))).toEqual(["Kinh", "Tày", ""]);
    expect(onlyOf(key, only("Tày"), { on: ["Tày"], off: [] }, true)).toBeNull();
    expect(onlyOf(key, null, { on: [], off: ["Tày"] }, false)).toBe("nobody");
  });

  it("names days in place of years and months, the fewer of them, letting the same ones through", () => {
    const days = ["1980-05-01", "1980-05-20", "1981-02", "1981", "1982-01-01", ""];
    const periods = fc.subarray(["1980", "1981-02", "1981-", "1982", ""], { minLength: 1 });
    fc.assert(
      fc.property(periods, fc.boolean(), (some, except) => {
        const filter = { ...emptyFilter(key), periods: some, except };
        const named = byValues(filter, days);
        if (named === "nobody") expect(on(filter, days)).toEqual([]);
        else expect(on(named, days)).toEqual(on(filter, days));
        if (named !== null && typeof named !== "string") expect(named.values?.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("keeps the filters of other columns", () => {
    const other: ViewFilter = { ...emptyFilter("official.sex"), values: ["female"] };
    expect(withFilter([other], key, only("Kinh")).map((one) => one.key)).toEqual([other.key, key]);
    expect(withFilter([other], "official.sex", null)).toEqual([]);
    expect(orNull({ ...other, values: null })).toBeNull();
  });
});

describe("pressing a heading", () => {
  it("goes up, down and back to the usual order", () => {
    const up = sortedBy([], "official.birth", false);
    const down = sortedBy(up, "official.birth", false);
    expect([up, down, sortedBy(down, "official.birth", false)]).toEqual([
      [{ key: "official.birth", descending: false }],
      [{ key: "official.birth", descending: true }],
      [],
    ]);
  });

  it("goes on from the order in force where it is to", () => {
    const first = sortedBy([], "official.sex", false);
    const both = sortedBy(first, "official.birth", true);
    expect(both.map((one) => one.key)).toEqual(["official.sex", "official.birth"]);
    expect(sortedBy(both, "official.sex", true)).toEqual([
      { key: "official.sex", descending: true },
      { key: "official.birth", descending: false },
    ]);
    expect(sortedBy(both, "official.birth", false).map((one) => one.key)).toEqual(["official.birth"]);
  });
});
