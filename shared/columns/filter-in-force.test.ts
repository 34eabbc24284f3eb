import { describe, expect, it } from "vitest";
import { viewFilterSchema } from "../contract/schemas/views";
import { filterInForce, isRangeEnd, rangeEndSpan, rangeEndText } from "./filter-in-force";
import { tableColumnOf } from "./table-column";

const filter = (said: object) => viewFilterSchema.parse({ key: "official.birth", ...said });
const textOf = (key: string, end: string) => {
  const column = tableColumnOf(key);
  if (column === null) throw new Error(`${key} is no column`);
  return rangeEndText(column, end);
};

describe("an end of a range", () => {
  it.each([
    [
      "date",
      ["1980", "1980-05", "1980-05-12"],
      ["", "abc", "1800", "2500", "2021-02-31", "1985-13", "1980-"],
    ],
    [
      "number",
      ["30", "-3", "35.5", "3000", "0030"],
      ["", " ", "-", "1e1", "0x1e", "30–50", "Infinity", "35,5"],
    ],
    ["text", [], ["", "A", "1980", "30"]],
  ] as const)("of a column of %s", (measure, read, unread) => {
    expect(read.filter((end) => !isRangeEnd(measure, end))).toEqual([]);
    expect(unread.filter((end) => isRangeEnd(measure, end))).toEqual([]);
    expect(unread.filter((end) => rangeEndSpan(measure, end) !== null)).toEqual([]);
    expect(read.filter((end) => rangeEndSpan(measure, end) === null)).toEqual([]);
  });

  it("is not longer than a filter holds", () => {
    expect(isRangeEnd("number", "1".repeat(40))).toBe(true);
    expect(isRangeEnd("number", "1".repeat(41))).toBe(false);
  });

  it("is written as what it is", () => {
    expect(textOf("official.birth", "1985-06")).toBe("06/1985");
    expect(textOf("computed.age", "3000")).toBe("3.000");
    expect(textOf("computed.age", "0030")).toBe("30");
    expect(textOf("computed.age", "-35.50")).toBe("-35,50");
    expect(textOf("computed.age", `0.${"1".repeat(38)}`)).toMatch(/^0,1{15}\d{5}$/);
    expect(textOf("relative.birthYear", "1850")).toBe("1850");
  });
});

describe("a filter in force", () => {
  it("keeps what counts of it", () => {
    expect(filterInForce(filter({ from: "1970", to: "abc" }))).toEqual(filter({ from: "1970" }));
    expect(filterInForce(filter({ from: "abc", periods: ["1980"] }))).toEqual(filter({ periods: ["1980"] }));
  });

  it.each([{ from: "abc" }, { contains: "" }, {}, { key: "official.ofNewer", values: ["1"] }])(
    "is none where nobody is left out: %j",
    (said) => expect(filterInForce(filter(said))).toBeNull(),
  );
});
