import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { tableColumnOf } from "../../../../shared/columns/table-column";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { foldSearch } from "../../../../shared/text/fold";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ColumnFilter } from "./column-filter";
import { isTicked } from "./filter-values";

const list = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });

/** The filter of a column with these values. */
function open(key: string, values: readonly string[], first: ViewFilter | null = null) {
  const filters: (ViewFilter | null)[] = [first];
  const column = tableColumnOf(key);
  if (column === null) throw new Error(`${key} is no column`);
  function Field({ of }: { readonly of: NonNullable<typeof column> }) {
    const [filter, setFilter] = useState(first);
    const change = (changed: ViewFilter | null) => {
      filters.push(changed);
      setFilter(changed);
    };
    return <ColumnFilter column={of} filter={filter} list={list} onChange={change} />;
  }
  const fake = fakeApi({
    columnValues: ({ search = "", offset, limit }) => {
      const found = values.filter((value) => foldSearch(value).includes(foldSearch(search)));
      const rows = found.slice(offset, offset + limit).map((value) => ({ value, text: value, count: 1 }));
      return { total: found.length, people: found.length, rows };
    },
    columnPeriods: () => ({ blank: 0, years: [] }),
  });
  renderApp(<Field of={column} />, { fake });
  const shown = () => {
    const filter = filters.at(-1) ?? null;
    return values.filter((value) => isTicked(filter, value));
  };
  return { filters, shown };
}

const posts = ["Bí thư", "Chủ tịch", "Phó Bí thư", "Văn phòng", ""];
const look = async (typed: string, found: number) => {
  fireEvent.change(await screen.findByRole("searchbox"), { target: { value: typed } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(found));
};
const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const ticked = () =>
  screen
    .getAllByRole("option")
    .flatMap((row) => (row.getAttribute("aria-selected") === "true" ? [row.textContent] : []));

describe("what is looked for in the values of a column", () => {
  it("is what the list shows, once Enter is pressed", async () => {
    const { filters } = open("official.fullName", []);
    const search = await screen.findByRole("searchbox");
    fireEvent.keyDown(search, { key: "Enter" });
    expect(filters).toEqual([null]);
    fireEvent.change(search, { target: { value: " bi thu " } });
    fireEvent.keyDown(search, { key: "Enter" });
    expect(filters.at(-1)).toMatchObject({ key: "official.fullName", contains: "bi thu", values: null });
  });

  it("is left out when it is unticked, one by one or all at once, and all others stay", async () => {
    const { shown } = open("assignment.post", posts);
    await look("bi thu", 2);
    expect([box("Bỏ chọn tất cả giá trị tìm thấy").checked, box("Giữ cả các giá trị khác").checked]).toEqual([
      true,
      true,
    ]);
    fireEvent.click(screen.getByText("Phó Bí thư"));
    expect(shown()).toEqual(["Bí thư", "Chủ tịch", "Văn phòng", ""]);
    fireEvent.click(box("Chọn tất cả giá trị tìm thấy"));
    await waitFor(() => expect(shown()).toEqual(posts));
    fireEvent.click(box("Bỏ chọn tất cả giá trị tìm thấy"));
    await waitFor(() => expect(shown()).toEqual(["Chủ tịch", "Văn phòng", ""]));
    expect(ticked()).toEqual([]);
    // Found otherwise, and not at all, they are as they were left.
    await look("", 5);
    expect(ticked()).toEqual(["Chủ tịch1", "Văn phòng1", "(Để trống)1"]);
  });

  it("is all that is left when the others are left out", async () => {
    const { shown } = open("assignment.post", posts);
    await look("bi thu", 2);
    fireEvent.click(box("Giữ cả các giá trị khác"));
    await waitFor(() => expect(shown()).toEqual(["Bí thư", "Phó Bí thư"]));
    fireEvent.click(screen.getByText("Bí thư"));
    expect(shown()).toEqual(["Phó Bí thư"]);
    fireEvent.click(box("Giữ cả các giá trị khác"));
    await waitFor(() => expect(shown()).toEqual(["Chủ tịch", "Phó Bí thư", "Văn phòng", ""]));
  });

  it("is ticked alone after everything was unticked before", async () => {
    const { filters, shown } = open("assignment.post", posts);
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(5));
    fireEvent.click(box("Bỏ chọn tất cả"));
    await look("bi thu", 2);
    expect([ticked(), filters]).toEqual([[], [null]]);
    fireEvent.click(box("Chọn tất cả giá trị tìm thấy"));
    await waitFor(() => expect(shown()).toEqual(["Bí thư", "Phó Bí thư"]));
  });

  it("is left out to the last one where more is found than is shown", async () => {
    const many = Array.from({ length: 450 }, (_none, at) => `Người ${at}`);
    const { shown } = open("official.fullName", [...many, "Ai khác"]);
    await look("nguoi", 100);
    fireEvent.click(await screen.findByRole("checkbox", { name: "Bỏ chọn tất cả giá trị tìm thấy" }));
    await waitFor(() => expect(shown()).toEqual(["Ai khác"]));
  });

  it("is named day by day in a list by years, and said where it cannot be", async () => {
    const days = ["1980-05-01", "1980-06-01", "1981-01-01"];
    const within: ViewFilter = {
      ...({ key: "official.birth", values: null, from: null, to: null, contains: null } as const),
      periods: ["1980"],
      except: false,
    };
    const { shown } = open("official.birth", days, within);
    await look("1980", 2);
    expect(ticked()).toEqual(["1980-05-011", "1980-06-011"]);
    fireEvent.click(screen.getByText("1980-05-01"));
    await waitFor(() => expect(shown()).toEqual(["1980-06-01"]));
  });

  it("stays as it is, with a word, where it is more than a filter can name", async () => {
    const many = Array.from({ length: 2_001 }, (_none, at) => `Người ${at}`);
    const { filters } = open("official.fullName", many);
    await look("nguoi", 100);
    fireEvent.click(await screen.findByRole("checkbox", { name: "Bỏ chọn tất cả giá trị tìm thấy" }));
    expect(await screen.findByText(/^Quá nhiều giá trị để chọn hay bỏ từng giá trị/)).toBeDefined();
    expect(filters).toEqual([null]);
  });
});

describe("a range of a column", () => {
  const boxOf = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
  const type = (name: string, value: string) => {
    fireEvent.change(boxOf(name), { target: { value } });
    fireEvent.blur(boxOf(name));
  };
  const saidOf = () => screen.queryAllByRole("status").map(({ textContent }) => textContent);

  it("filters by what stands in its boxes, and says of one that cannot be read that it does not filter", () => {
    const { filters } = open("official.birth", []);
    type("Từ", "1970");
    type("Đến", "1975");
    expect(filters.at(-1)).toMatchObject({ from: "1970", to: "1975" });
    type("Đến", "31/2/1985");
    expect(filters.at(-1)).toMatchObject({ from: "1970", to: null });
    expect(boxOf("Đến").value).toBe("31/2/1985");
    expect(saidOf()).toEqual(["Ô “Đến” chưa đọc được nên chưa dùng để lọc."]);
    type("Đến", "28/2/1985");
    expect(filters.at(-1)).toMatchObject({ from: "1970", to: "1985-02-28" });
    expect(saidOf()).toEqual([]);
  });

  it("says of a text that it is no number", () => {
    const { filters } = open("computed.age", []);
    type("Từ", "35,5");
    expect(filters.at(-1)).toMatchObject({ from: "35.5" });
    type("Từ", "35,5x");
    expect(filters.at(-1)?.from ?? null).toBeNull();
    expect(boxOf("Từ").getAttribute("aria-invalid")).toBe("true");
    expect(saidOf()).toEqual(["Ô “Từ” chưa đọc được nên chưa dùng để lọc."]);
  });

  it.each([
    ["official.birth", "1980", "1975", "Ngày ở ô “Từ” sau ngày ở ô “Đến” nên không ai khớp."],
    ["official.birth", "6/1980", "1980", null],
    ["computed.age", "30", "20", "Số ở ô “Từ” lớn hơn số ở ô “Đến” nên không ai khớp."],
    ["computed.age", "9", "20", null],
  ])("says of %s from %s to %s whether anybody can fit", (key, from, to, said) => {
    open(key, []);
    type("Từ", from);
    type("Đến", to);
    expect(saidOf()).toEqual(said === null ? [] : [said]);
  });
});
