import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTicked, onlyValue, orNull, ticked, withFilter } from "./filter-values";
import { sortedBy } from "./sorting";

const key = "official.ethnicity";
const values = ["Kinh", "Mường", "Tày", ""];

describe("ticking the values of a column", () => {
  it("turns round one value at a time, and is no filter once all are ticked again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...values), { maxLength: 12 }), (presses) => {
        const off = new Set<string>();
        let filter = ticked(key, null, "Kinh");
        off.add("Kinh");
        for (const value of presses) {
          filter = ticked(key, filter, value);
          if (!off.delete(value)) off.add(value);
          for (const one of values) expect(isTicked(filter, one)).toBe(!off.has(one));
          expect(filter === null).toBe(off.size === 0);
        }
      }),
    );
  });

  it("begins with one where all were unticked before", () => {
    const only = onlyValue(key, null, "Mường");
    expect(values.filter((value) => isTicked(only, value))).toEqual(["Mường"]);
    const two = ticked(key, only, "Tày");
    expect(values.filter((value) => isTicked(two, value))).toEqual(["Mường", "Tày"]);
  });

  it("keeps the filters of other columns", () => {
    const other = onlyValue("official.sex", null, "female");
    expect(withFilter([other], key, onlyValue(key, null, "Kinh")).map((one) => one.key)).toEqual([
      other.key,
      key,
    ]);
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
