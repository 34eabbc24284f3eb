import { describe, expect, it } from "vitest";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import { fakeApi } from "../../../testing/fake-api";
import { filterByCell } from "./filter-by-cell";

const list = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });

function offering(rows: { value: string; text: string; count: number }[]) {
  const fake = fakeApi({ columnValues: () => ({ total: rows.length, people: 0, rows }) });
  Object.defineProperty(window, "api", { value: fake.api, configurable: true });
  return fake;
}

describe("filtering a column by what a cell says", () => {
  it("names the values that read so, and none that only hold the words", async () => {
    offering([
      { value: "u1", text: "Xã Đông", count: 2 },
      { value: "u2", text: "Xã Đông Lĩnh", count: 3 },
      { value: "u3", text: "Xã Đông", count: 1 },
    ]);
    expect(await filterByCell(list, "assignment.unit", "Xã Đông")).toMatchObject({
      key: "assignment.unit",
      values: ["u1", "u3"],
      except: false,
    });
  });

  it("takes a blank cell for those without a value", async () => {
    const fake = offering([]);
    expect(await filterByCell(list, "official.birth", "")).toMatchObject({ values: [""] });
    expect(fake.calls).toEqual([]);
  });

  it("looks for the text of a cell of several rows", async () => {
    offering([{ value: "Lê Văn A", text: "Lê Văn A", count: 1 }]);
    const found = await filterByCell(list, "relative.fullName", "Lê Văn A; Lê Thị B");
    expect(found).toMatchObject({ values: null, contains: "Lê Văn A; Lê Thị B" });
  });

  it("has nothing for a column without a filter", async () => {
    offering([]);
    expect(await filterByCell(list, "computed.number", "1")).toBeNull();
  });
});
