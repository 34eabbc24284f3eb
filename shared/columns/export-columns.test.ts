import { describe, expect, it } from "vitest";
import { columnOfKey, isSensitive as isSensitiveColumn } from "./column";
import { isComputed, tableColumnOf } from "./table-column";
import { shippedViews } from "./shipped-views";
import { exportColumns } from "./export-columns";

const isSensitive = (key: string) => {
  const column = columnOfKey(key);
  return column !== null && isSensitiveColumn(column);
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

  it("is without what is sensitive in every view that is shipped", () => {
    const keys = Object.values(shippedViews).flatMap(({ columns }) => columns.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(0);
    const sensitive = keys.filter((key) => {
      const column = tableColumnOf(key);
      return column !== null && !isComputed(column) && isSensitiveColumn(column);
    });
    expect(sensitive).toEqual([]);
  });
});
