import { describe, expect, it } from "vitest";
import {
  isConfirmed,
  isMassFigure,
  massOf,
  massText,
  readMassCount,
  readMassText,
  type MassCounts,
} from "./mass-change";

const asked = (counts: MassCounts, people = 100) => massText(massOf(counts, people));

describe("a large change", () => {
  it("begins at ten people, of each kind by itself", () => {
    expect(asked({ removed: 9, ended: 9, moved: 9 })).toBe("");
    expect(asked({ ended: 10 })).toBe("ended=10");
    expect(asked({ moved: 10 })).toBe("moved=10");
    expect(asked({ removed: 10 })).toBe("removed=10");
  });

  it("is not ten removals where they are a twentieth of the people or less", () => {
    expect(asked({ removed: 10 }, 200)).toBe("");
    expect(asked({ removed: 10 }, 199)).toBe("removed=10");
    expect(asked({ removed: 11 }, 200)).toBe("removed=11");
  });

  it("is one unit whose figure changes much, and names every kind in one order", () => {
    expect(asked({ figures: 1 })).toBe("figures=1");
    expect(asked({ figures: 3, moved: 12, ended: 11, removed: 10 })).toBe(
      "removed=10,ended=11,moved=12,figures=3",
    );
  });

  it("is a file with a thousand new people where there were fewer, a crowded row, and a file that grows much", () => {
    expect(asked({ added: 999 })).toBe("");
    expect(asked({ added: 1000 })).toBe("added=1000");
    expect(asked({ added: 1000 }, 1000)).toBe("");
    expect(asked({ crowded: 1, megabytes: 99 })).toBe("crowded=1");
    expect([asked({ uncounted: 1_999 }), asked({ uncounted: 2_000 })]).toEqual(["", "uncounted=2000"]);
    expect(asked({ megabytes: 122, added: 1500, removed: 10 })).toBe("removed=10,added=1500,megabytes=122");
  });

  it("is agreed to by every number of it, and by nothing else", () => {
    const mass = massOf({ ended: 12, figures: 3 }, 100);
    expect(isConfirmed(mass, [])).toBe(false);
    expect(isConfirmed(mass, readMassText("ended=12"))).toBe(false);
    expect(isConfirmed(mass, readMassText("ended=12,figures=2"))).toBe(false);
    expect(isConfirmed(mass, readMassText("figures=3,ended=12,removed=5"))).toBe(true);
    expect(isConfirmed([], [])).toBe(true);
  });

  it("is read as it is written, and refuses what is none", () => {
    expect(readMassText(massText([{ kind: "moved", count: 10 }]))).toEqual([{ kind: "moved", count: 10 }]);
    for (const text of ["moved", "moved=", "moved=-1", "moved=1.5", "all=10", "=10", "moved=10 "])
      expect(readMassCount(text)).toBeNull();
  });
});

describe("a figure", () => {
  it.each([
    // served before, met before, met after
    [33, 30, 27, true],
    [33, 30, 33, true],
    [33, 31, 28, false],
    [33, 31, 27, true],
    [33, 31, 34, false],
    // A tenth of a small unit is one or two people, which is every file.
    [12, 10, 8, false],
    [12, 10, 12, false],
    [12, 10, 7, true],
    [8, 0, 2, false],
    [8, 0, 3, true],
    [3, 3, 0, true],
    // A unit that only begins loses and gains nothing.
    [0, 0, 24, false],
    [300, 300, 271, false],
    [300, 300, 270, true],
  ])("of %i people that goes from %i to %i: asked about %s", (people, before, after, is) => {
    expect(isMassFigure(people, before, after)).toBe(is);
  });
});
