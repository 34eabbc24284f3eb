/** What the cells of a column tell of how its dates are written. */
import { describe, expect, it } from "vitest";
import { DateColumns } from "./date-columns";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import type { ColumnRole } from "./column-role";

const birth: ColumnRole = { kind: "column", key: "official.birth" };

function orderTold(texts: readonly string[], roles: readonly ColumnRole[] = [birth]): string | null {
  const matches = roles.map(
    (role, column): ColumnMatch => ({
      column,
      parts: [],
      role,
      suggestion: null,
      twiceOf: null,
      isTicked: false,
    }),
  );
  const rows = texts.map((text, place): DataRow => {
    const cell = {
      column: 0,
      content: { kind: "text", runs: [{ text, font: null }] },
      formula: false,
    } as const;
    const seen = { text, row: place + 1, column: 0, merge: null, cell };
    return { number: place + 1, cells: new Map([[0, seen]]), groups: [], continues: null };
  });
  return new DateColumns("Sheet1", matches, rows, false, { get: () => undefined }).settings(0).order;
}

describe("the order of day and month", () => {
  it("is told by a day that only one of them has", () => {
    expect(orderTold(["01/02/1991", "25/12/1990"])).toBe("dmy");
    expect(orderTold(["01/02/1991", "12/25/1990"])).toBe("mdy");
    expect(orderTold(["25/12/1990", "12/25/1990"])).toBeNull();
  });
  it("is not told by what is a day in neither", () => {
    expect(orderTold(["01/02/1991", "2/30/1990"])).toBeNull();
    expect(orderTold(["01/02/1991", "31/11/1990"])).toBeNull();
    expect(orderTold(["01/02/1991", "29/2/1990"])).toBe("dmy");
  });
  it("is the program's own where the table bears the ids of records, whatever somebody typed into it", () => {
    const ids: ColumnRole = { kind: "person" };
    expect(orderTold(["01/02/1991", "1/13/1999", "25/12/1990"], [birth, ids])).toBe("dmy");
  });
});
