// Guards which catalogs take a row from an answer, and that only a whole and valid row is one.
import { describe, expect, it } from "vitest";
import { entityNames } from "../domain/entities";
import { askedOfNewRow, newRowAnswer, newRowKey, newRowOf } from "./new-rows";

const fields = { name: "Văn thư", group: "civilServant", category: "congChuc" };
const answer = newRowAnswer({ entity: "post", fields });

describe("rows that answers add", () => {
  it("go into catalogs whose rows are their maker's, and ask for what the program cannot know", () => {
    expect(entityNames.filter((entity) => askedOfNewRow(entity) !== null)).toEqual([
      "post",
      "listItem",
      "trainingClass",
    ]);
    expect(askedOfNewRow("listItem")).toEqual(["name", "list"]);
    expect(askedOfNewRow("post")).toEqual(["name", "group", "category"]);
  });

  it("are read back from their answer, with what they are called cleaned", () => {
    expect(newRowOf("post", answer)).toEqual({ entity: "post", fields });
    const spaced = newRowAnswer({ entity: "post", fields: { ...fields, name: " Văn  thư " } });
    expect(newRowOf("post", spaced)).toEqual({ entity: "post", fields });
  });

  it("are none where something is missing, is no answer of its list, or is meant for another catalog", () => {
    expect(newRowOf("unit", answer)).toBe(null);
    expect(newRowOf("post", "Văn thư")).toBe(null);
    expect(newRowOf("post", "new:{")).toBe(null);
    expect(newRowOf("post", "new:null")).toBe(null);
    for (const wrong of [{ name: "" }, { group: "vua" }, { category: null }])
      expect(newRowOf("post", newRowAnswer({ entity: "post", fields: { ...fields, ...wrong } }))).toBe(null);
  });

  it("are one row, however its name is spelt", () => {
    const other = { entity: "post", fields: { ...fields, name: "VĂN THƯ" } } as const;
    expect(newRowKey(other)).toBe(newRowKey({ entity: "post", fields }));
  });
});
