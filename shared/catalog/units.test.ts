// Guards the shipped list: codes and names that come back for other units, the merger days, and the search.

import { describe, expect, it } from "vitest";
import {
  ancestorsOf,
  childrenOf,
  predecessorsOf,
  type ShippedUnit,
  searchUnits,
  shippedUnit,
  shippedUnits,
  successorsOf,
  unitOnDate,
  unitPath,
} from "./units";

function onDay(code: string, day: number): ShippedUnit {
  const unit = unitOnDate(code, day);
  if (unit === null) throw new Error(`No unit ${code} on ${day}`);
  return unit;
}
const names = (units: readonly ShippedUnit[]) => units.map((unit) => unit.name).sort();

describe("shippedUnits", () => {
  it("has 34 provinces and 3,321 communes since 07/2025, and no district", () => {
    const today = shippedUnits().filter((unit) => unit.validTo === null);
    const count = (level: string) => today.filter((unit) => unit.level === level).length;
    expect([count("province"), count("district"), count("commune")]).toEqual([34, 0, 3321]);
    expect(new Set(today.map((unit) => unit.code)).size).toBe(today.length);
  });

  it("gives every unit an id of its own, the same on every machine", () => {
    const ids = new Set(shippedUnits().map((unit) => unit.id));
    expect(ids.size).toBe(shippedUnits().length);
    expect(onDay("08173", 20211001).id).toBe("4bfbb5b7-4455-56b6-8555-e955eab29671");
  });

  it("places every commune below a unit that is of the same time", () => {
    for (const unit of shippedUnits()) {
      if (unit.parentId === null) {
        expect(unit.level).toBe("province");
        continue;
      }
      const parent = shippedUnit(unit.parentId);
      expect(parent).not.toBeNull();
      expect((parent?.validTo ?? "9999") >= (unit.validTo ?? "9999")).toBe(true);
      expect((parent?.validFrom ?? "") <= (unit.validFrom ?? "")).toBe(true);
    }
  });

  it("never gives one code to two units on one day", () => {
    const sorted = [...shippedUnits()].sort(
      (a, b) => a.code.localeCompare(b.code) || (a.validFrom ?? "").localeCompare(b.validFrom ?? ""),
    );
    const overlapping = sorted.filter((unit, place) => {
      const next = sorted[place + 1];
      return next?.code === unit.code && (unit.validTo ?? "9999") >= (next.validFrom ?? "");
    });
    expect(overlapping).toEqual([]);
  });
});

describe("Thanh Ba", () => {
  const district = onDay("232", 20211001);

  it("had 27 communes before the merger of 2020, 19 after it, and is gone from 07/2025", () => {
    expect(childrenOf(district.id, 20191231)).toHaveLength(27);
    expect(childrenOf(district.id, 20200101)).toHaveLength(19);
    expect(childrenOf(district.id, 20250630)).toHaveLength(19);
    expect(childrenOf(district.id, 20250701)).toHaveLength(0);
    expect(unitOnDate("232", 20250701)).toBeNull();
  });

  it("reads code 08173 as three communes, each in its time", () => {
    expect(onDay("08173", 20191231).name).toBe("Năng Yên");
    const merged = onDay("08173", 20211001);
    expect(merged.name).toBe("Quảng Yên");
    expect(names(predecessorsOf(merged.id))).toEqual(
      names([onDay("08173", 20191231), onDay("08167", 20191231), onDay("08182", 20191231)]),
    );
    const today = onDay("08173", 20250701);
    expect(names(today.predecessors.flatMap((id) => shippedUnit(id) ?? []))).toEqual(
      ["Quảng Yên", "Đại An", "Đông Lĩnh"].sort(),
    );
    expect(predecessorsOf(today.id)).toHaveLength(6);
    expect(names(successorsOf(onDay("08167", 20191231).id))).toEqual(["Quảng Yên", "Quảng Yên"]);
  });

  it("reads code 08203 as Thanh Xá, then Hoàng Cương, then the larger Hoàng Cương", () => {
    expect([20191231, 20200101, 20250701].map((day) => onDay("08203", day).name)).toEqual([
      "Thanh Xá",
      "Hoàng Cương",
      "Hoàng Cương",
    ]);
    expect(names(predecessorsOf(onDay("08203", 20200101).id))).toEqual(["Hoàng Cương"]);
    expect(unitOnDate("08212", 20200101)).toBeNull();
  });

  it("links every commune of 2021 to the one commune of 2025 whose source text names it", () => {
    for (const unit of childrenOf(district.id, 20211001)) {
      const successors = successorsOf(unit.id);
      expect(successors).toHaveLength(1);
      const type = unit.type === "thiTran" ? "Thị trấn" : "Xã";
      expect((successors[0]?.formedFrom ?? "").split(", ")).toContain(`${type} ${unit.name}`);
    }
  });

  it("lies in the former province, which is another unit than the one of 2025 with its code", () => {
    expect(ancestorsOf(onDay("08173", 20211001).id).map((unit) => unit.code)).toEqual(["232", "25"]);
    const before = onDay("25", 20250630);
    const after = onDay("25", 20250701);
    expect(after.id).not.toBe(before.id);
    expect(after.predecessors).toEqual([before.id]);
    expect(childrenOf(after.id, null)).toHaveLength(148);
  });
});

describe("unitPath", () => {
  it("names the unit and all above it", () => {
    expect(unitPath(onDay("08173", 20211001))).toBe("xã Quảng Yên, huyện Thanh Ba, tỉnh Phú Thọ");
    expect(unitPath(onDay("08173", 20250701))).toBe("xã Quảng Yên, tỉnh Phú Thọ");
    expect(unitPath(onDay("08152", 20211001))).toBe("thị trấn Thanh Ba, huyện Thanh Ba, tỉnh Phú Thọ");
  });
});

describe("searchUnits", () => {
  const paths = (query: string, day: number | null, limit = 10) =>
    searchUnits(query, day, limit).map(({ path }) => path);

  it("finds without marks, only units of the day, and each of several of one name", () => {
    const found = paths("quang yen", 20261001);
    expect(found).toContain("xã Quảng Yên, tỉnh Phú Thọ");
    expect(found.filter((path) => path.includes("Quảng Yên,"))).toHaveLength(3);
    expect(found).not.toContain("xã Quảng Yên, huyện Thanh Ba, tỉnh Phú Thọ");
    expect(paths("quảng yên", 20211001)).toEqual(["xã Quảng Yên, huyện Thanh Ba, tỉnh Phú Thọ"]);
    expect(paths("quang yen", null, 99).filter((path) => path.includes("Quảng Yên,"))).toHaveLength(4);
  });

  it("narrows by what the unit lies in, in any order of words", () => {
    expect(paths("quang yen phu tho", 20261001)[0]).toBe("xã Quảng Yên, tỉnh Phú Thọ");
    expect(paths("Quảng Yên, Phú Thọ", 20261001)[0]).toBe("xã Quảng Yên, tỉnh Phú Thọ");
    expect(paths("phu tho xa quang yen", 20261001)[0]).toBe("xã Quảng Yên, tỉnh Phú Thọ");
  });

  it("finds the unit of an office, and what is meant by short forms", () => {
    expect(paths("UBND xã Quảng Yên Phú Thọ", 20261001)[0]).toBe("xã Quảng Yên, tỉnh Phú Thọ");
    expect(paths("tp ho chi minh", 20261001)[0]).toBe("thành phố Hồ Chí Minh");
  });

  it("finds by code, exact before longer ones", () => {
    expect(paths("08173", 20211001)).toEqual(["xã Quảng Yên, huyện Thanh Ba, tỉnh Phú Thọ"]);
    expect(paths("25", 20261001, 1)).toEqual(["tỉnh Phú Thọ"]);
  });

  it("puts the exact marks first and keeps to the limit", () => {
    const found = searchUnits("Đông Thành", 20261001, 3);
    expect(found).toHaveLength(3);
    expect(found[0]?.unit.name).toBe("Đông Thành");
  });

  it("finds nothing for blank or foreign text", () => {
    expect(searchUnits("  ", null, 5)).toEqual([]);
    expect(searchUnits("zzzz", null, 5)).toEqual([]);
  });
});
