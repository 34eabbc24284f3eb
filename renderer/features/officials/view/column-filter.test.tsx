import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { tableColumnOf } from "../../../../shared/columns/table-column";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ColumnFilter } from "./column-filter";

it("shows who has what was looked for, once Enter is pressed", async () => {
  const filters: (ViewFilter | null)[] = [];
  const column = tableColumnOf("official.fullName");
  if (column === null) throw new Error("The name is no column");
  const list = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
  const fake = fakeApi({ columnValues: () => ({ total: 0, people: 0, rows: [] }) });
  renderApp(
    <ColumnFilter column={column} filter={null} list={list} onChange={(filter) => filters.push(filter)} />,
    { fake },
  );
  const search = await screen.findByRole("searchbox");
  fireEvent.keyDown(search, { key: "Enter" });
  expect(filters).toEqual([]);
  fireEvent.change(search, { target: { value: " bi thu " } });
  fireEvent.keyDown(search, { key: "Enter" });
  expect(filters).toMatchObject([{ key: "official.fullName", contains: "bi thu", values: null }]);
});
