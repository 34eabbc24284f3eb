import { describe, expect, it } from "vitest";
import { entityDefinition } from "../domain/entities";
import { columnOfKey } from "./column";
import { exportColumns } from "./export-columns";

const isSensitive = (key: string) => {
  const column = columnOfKey(key);
  return (
    column !== null &&
    (column.definition.sensitive === true || entityDefinition(column.entity).sensitive === true)
  );
};

describe("a table of people for which nobody named columns", () => {
  it("has what somebody's record holds, and nothing sensitive", () => {
    const all = exportColumns(() => true);
    expect(all).toEqual(expect.arrayContaining(["official.phone", "salary.grade"]));
    expect(all.filter(isSensitive)).toEqual([]);
  });

  it("leaves what is sensitive to be named", () => {
    expect(["official.bloodGroup", "relative.fullName"].map(isSensitive)).toEqual([true, true]);
  });
});
