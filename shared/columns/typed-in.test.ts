import { describe, expect, it } from "vitest";
import { standards } from "../domain/values";
import { missingKey, statusKey } from "./computed";
import { isComputed, tableColumnOf, tableColumns } from "./table-column";
import { levelColumn, typedElsewhere, typedInPlace, writtenKeys, writtenSideBySide } from "./typed-in";

const columnOf = (key: string) => {
  const column = tableColumnOf(key);
  if (column === null) throw new Error(`No column ${key}`);
  return column;
};
const keys = (columns: readonly { readonly key: string }[]) => columns.map(({ key }) => key);

describe("where a worked out column is typed", () => {
  it("is the level of its kind, of every standard", () => {
    for (const standard of standards) {
      const level = levelColumn(standard);
      expect(level?.key).toBe(`qualification.${standard}.level`);
      expect(typedInPlace(columnOf(statusKey(standard)))).toBe(level);
      expect(keys(typedElsewhere(columnOf(missingKey(standard)), []))).toEqual([level?.key]);
    }
  });

  it("is in no one cell of all standards together, but in those that count", () => {
    expect(typedInPlace(columnOf(statusKey("all")))).toBeNull();
    expect(keys(typedElsewhere(columnOf(statusKey("all")), ["professional", "it"]))).toEqual([
      "qualification.professional.level",
      "qualification.it.level",
    ]);
  });

  it("is itself for a field, and for what is worked out of a birth or a unit that column", () => {
    for (const column of tableColumns) if (!isComputed(column)) expect(typedInPlace(column)).toBe(column);
    expect(keys(typedElsewhere(columnOf("computed.age"), []))).toEqual(["official.birth"]);
    expect(keys(typedElsewhere(columnOf("computed.parentUnit"), []))).toEqual(["assignment.unit"]);
  });

  it("is written once though a list shows both, and in its own cell where a block lies over both", () => {
    const [status, level, age] = [statusKey("it"), "qualification.it.level", "computed.age"];
    expect(writtenKeys([age, status, level])).toEqual([age, level]);
    expect(writtenSideBySide([age, status])).toEqual([age, level]);
    expect(writtenSideBySide([status, level])).toEqual([status, level]);
  });
});
