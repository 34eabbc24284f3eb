import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { tableColumnOf } from "../../../../shared/columns/table-column";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ColumnFilter } from "./column-filter";

const list = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const filters: (ViewFilter | null)[] = [];

function Field() {
  const [filter, setFilter] = useState<ViewFilter | null>(null);
  const column = tableColumnOf("official.birth");
  const change = (changed: ViewFilter | null) => {
    filters.push(changed);
    setFilter(changed);
  };
  return column === null ? null : (
    <ColumnFilter column={column} filter={filter} list={list} onChange={change} />
  );
}

async function open(): Promise<HTMLElement> {
  const fake = fakeApi({
    columnPeriods: () => ({
      blank: 2,
      years: [
        {
          year: "1981",
          count: 3,
          months: [
            { period: "1981-02", count: 2 },
            { period: "1981-", count: 1 },
          ],
        },
        { year: "1980", count: 4, months: [{ period: "1980-05", count: 4 }] },
      ],
    }),
  });
  filters.length = 0;
  renderApp(<Field />, { fake });
  await screen.findByRole("treeitem", { name: /^1981/ });
  return screen.getByRole("tree");
}

const lines = () =>
  screen.getAllByRole("treeitem").map((line) => `${line.textContent} ${line.getAttribute("aria-checked")}`);
const press = (tree: HTMLElement, ...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(tree, { key });
};

describe("years and months of a column", () => {
  it("open and close by Right and Left, and are ticked by Space", async () => {
    const tree = await open();
    expect(lines()).toEqual(["19813 true", "19804 true", "(Để trống)2 true"]);
    press(tree, "ArrowRight", "ArrowDown", " ");
    expect(lines()).toEqual([
      "19813 mixed",
      "Tháng 22 false",
      "Chưa rõ tháng1 true",
      "19804 true",
      "(Để trống)2 true",
    ]);
    expect(filters.at(-1)).toMatchObject({ periods: ["1981-02"], except: true });
    press(tree, "ArrowLeft", "ArrowLeft");
    expect(lines()).toHaveLength(3);
    press(tree, "End", "Enter");
    expect(filters.at(-1)).toMatchObject({ periods: ["1981-02", ""], except: true });
  });

  it("are ticked one by one after all were unticked", async () => {
    const tree = await open();
    fireEvent.click(screen.getByRole("checkbox", { name: "Bỏ chọn tất cả" }));
    expect(lines()).toEqual(["19813 false", "19804 false", "(Để trống)2 false"]);
    press(tree, " ");
    await waitFor(() => expect(filters.at(-1)).toMatchObject({ periods: ["1981"], except: false }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Chọn tất cả" }));
    expect(filters.at(-1)).toBeNull();
  });

  it("open by a press on the arrow, and are ticked by one elsewhere", async () => {
    await open();
    const [year] = screen.getAllByRole("treeitem");
    fireEvent.click(year?.querySelector("[data-arrow]") ?? document.body);
    expect(lines()).toHaveLength(5);
    expect(filters).toEqual([]);
    fireEvent.click(screen.getByText("Chưa rõ tháng"));
    expect(filters.at(-1)).toMatchObject({ periods: ["1981-"], except: true });
  });
});
