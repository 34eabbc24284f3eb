import { describe, expect, it } from "vitest";
import { columnOfKey } from "./column";
import { unsaidOfNewRow } from "./new-row";

const unsaid = (key: string, ...said: string[]) => {
  const column = columnOfKey(key);
  return column === null ? null : unsaidOfNewRow(column, new Set([column.field, ...said]));
};

describe("what else a row says that a cell begins", () => {
  it("is what it cannot be without, and the day of one that people are counted by", () => {
    expect(unsaid("assignment.post")).toEqual(["unit", "from"]);
    expect(unsaid("assignment.from", "post")).toEqual(["unit"]);
    expect(unsaid("assignment.post", "unit")).toEqual(["from"]);
    expect(unsaid("qualification.professional.school")).toEqual(["level"]);
  });

  it("is nothing where the cell says all that is needed", () => {
    expect(unsaid("qualification.professional.level")).toEqual([]);
    expect(unsaid("official.birth")).toEqual([]);
  });
});
