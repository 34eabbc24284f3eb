// Guards that the shipped code lists tell a people by its name: a code of the wrong system is another people.

import { describe, expect, it } from "vitest";
import { codeLists } from "../domain/entities/definition";
import { foldName } from "../text/fold";
import { shippedListItems } from "./list-items";
import { shippedScales } from "./pay";

const inList = (list: string) => shippedListItems.filter((item) => item.list === list);
const aliasesOf = (item: { readonly aliases: string | null }) => item.aliases?.split("; ") ?? [];

describe("dân tộc", () => {
  const peoples = inList("ethnicity");
  const codeOf = (name: string) => peoples.find((people) => people.name === name);

  it("are 54, with codes 01 to 54 in both systems, of which 37 differ", () => {
    const all = Array.from({ length: 54 }, (_, place) => String(place + 1).padStart(2, "0"));
    expect(peoples.map(({ code }) => code)).toEqual(all);
    expect(peoples.map(({ oldCode }) => oldCode).sort()).toEqual(all);
    expect(peoples.filter(({ code, oldCode }) => code !== oldCode)).toHaveLength(37);
  });

  it("have under 04 Mường since 2008 and Hoa before", () => {
    expect(codeOf("Mường")).toMatchObject({ code: "04", oldCode: "06" });
    expect(codeOf("Hoa")).toMatchObject({ code: "06", oldCode: "04" });
    expect(codeOf("Thổ")).toMatchObject({ code: "21", oldCode: "24" });
  });

  it("do not take Thổ for another way to write Tày or Khơ me", () => {
    expect(peoples.filter((people) => aliasesOf(people).includes("Thổ"))).toEqual([]);
  });
});

describe("code lists", () => {
  it("are all begun, and number what they offer from 1", () => {
    for (const list of codeLists) {
      const items = inList(list);
      expect(items.length).toBeGreaterThan(3);
      expect(items.map(({ order }) => order)).toEqual(items.map((_, place) => place + 1));
    }
  });

  it.each(codeLists)("%s: names, codes and other ways to write are of one entry each", (list) => {
    const items = inList(list);
    const codes = items.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    const words = items.flatMap((item) => [...new Set([item.name, ...aliasesOf(item)].map(foldName))]);
    expect(new Set(words).size).toBe(words.length);
  });

  it("keep the three kinds of merit apart", () => {
    const kinds = ["honour", "emulationTitle", "rewardForm"] as const;
    const codes = kinds.flatMap((list) => inList(list).flatMap(({ code }) => code ?? []));
    expect(new Set(codes).size).toBe(codes.length);
    const found = (name: string) => shippedListItems.find((item) => item.name === name)?.list;
    expect(found("Huân chương Lao động hạng Ba")).toBe("honour");
    expect(found("Chiến sĩ thi đua cơ sở")).toBe("emulationTitle");
    expect(found("Giấy khen")).toBe("rewardForm");
  });

  it("name for each grade a scale of pay that is shipped", () => {
    const scales = new Set(shippedScales.map(({ key }) => key));
    const grades = inList("grade");
    expect(grades.filter(({ scale }) => scale === null || !scales.has(scale))).toEqual([]);
    expect(grades.find(({ code }) => code === "01.003")).toMatchObject({ name: "Chuyên viên", scale: "A1" });
  });

  it("tell no religion from what is not known", () => {
    const religions = inList("religion");
    expect(religions.find(({ code }) => code === "99")?.name).toBe("Không");
    expect(religions.some(({ code }) => code === "00")).toBe(false);
  });
});
