import { act, fireEvent, screen, within } from "@testing-library/react";
import { createRef, useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { nothingSelected, type Selection } from "./selection";
import type { RowTools } from "./types";
import type { GridSteps } from "./use-steps";
import { type GridColumn, VirtualGrid, type VirtualGridProps } from "./virtual-grid";

interface Person {
  readonly id: string;
  readonly name: string;
}

const columns: readonly GridColumn<Person>[] = [
  {
    key: "name",
    header: "Họ và tên",
    width: "1fr",
    sortable: true,
    rowHeader: true,
    cell: (row) => row.name,
  },
  { key: "met", header: "Đạt", group: "Chuyên môn", width: "60px", cell: () => "1" },
  { key: "rate", header: "Tỷ lệ", group: "Chuyên môn", width: "60px", cell: () => "50 %" },
];

beforeAll(() => {
  // jsdom lays nothing out; the grid needs a height to know which rows are on screen.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 800 });
});

type Given = Partial<VirtualGridProps<Person>>;

function Grid({ rowCount = 250_000, ...more }: Given) {
  const [active, setActive] = useState(-1);
  return (
    <VirtualGrid<Person>
      label="Danh sách"
      rowCount={rowCount}
      getRow={(index) => ({ id: String(index), name: `Người ${index}` })}
      rowId={(row) => row.id}
      columns={columns}
      sort={[{ column: "name", descending: true }]}
      activeIndex={active}
      onActiveIndex={setActive}
      {...more}
    />
  );
}

function show(given: Given = {}): HTMLElement {
  renderApp(<Grid {...given} />, { fake: fakeApi() });
  const grid = screen.getByRole("grid", { name: "Danh sách" });
  fireEvent.focus(grid);
  return grid;
}

const cellAt = (row: number, column = 0) =>
  document.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? document.body;

/** Five lines of which the first is that of a group, and what is chosen among them. */
function Chooser({ onKey }: { readonly onKey: RowTools<Person>["onKey"] }) {
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const tools: RowTools<Person> = { onKey, onMenu: () => Promise.resolve() };
  return (
    <>
      <Grid
        rowCount={5}
        groupAt={(index) => (index === 0 ? { text: "Xã", count: "4", folded: false } : null)}
        getRow={(index) => (index === 0 ? undefined : { id: String(index), name: `Người ${index}` })}
        selection={selection}
        onSelect={setSelection}
        rowTools={tools}
      />
      <output>{JSON.stringify(selection.ranges)}</output>
    </>
  );
}

describe("what is chosen in a grid", () => {
  const chosen = () => screen.getByRole("status").textContent;

  it("holds the line that was pressed before the first one that Ctrl takes in", () => {
    renderApp(<Chooser onKey={() => false} />, { fake: fakeApi() });
    fireEvent.mouseDown(cellAt(1));
    fireEvent.mouseDown(cellAt(3), { ctrlKey: true });
    expect(chosen()).toBe("[[1,1],[3,3]]");
    // Another press begins anew, from where it is.
    fireEvent.mouseDown(cellAt(4));
    fireEvent.mouseDown(cellAt(2), { ctrlKey: true });
    expect(chosen()).toBe("[[2,2],[4,4]]");
  });

  it("is what keys are about in the line of a group, of which nobody stands there", () => {
    const onKey = vi.fn<RowTools<Person>["onKey"]>(() => false);
    renderApp(<Chooser onKey={onKey} />, { fake: fakeApi() });
    const grid = screen.getByRole("grid", { name: "Danh sách" });
    fireEvent.focus(grid);
    fireEvent.keyDown(grid, { key: "c", ctrlKey: true });
    expect(onKey).not.toHaveBeenCalled();
    fireEvent.keyDown(grid, { key: "a", ctrlKey: true });
    onKey.mockClear();
    fireEvent.keyDown(grid, { key: "c", ctrlKey: true });
    expect(onKey).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ key: "c" }),
      expect.objectContaining({ index: 1, row: { id: "1", name: "Người 1" } }),
      true,
    );
  });
});

describe("VirtualGrid", () => {
  it("tells screen readers of all rows and holds only those on screen", () => {
    const grid = show();
    expect(grid.getAttribute("aria-rowcount")).toBe("250002");
    const rows = within(grid).getAllByRole("row");
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(60);
  });

  it("names sort order and groups in its head", () => {
    const grid = show();
    expect(
      within(grid)
        .getByRole("columnheader", { name: /Họ và tên/ })
        .getAttribute("aria-sort"),
    ).toBe("descending");
    expect(within(grid).getByRole("columnheader", { name: "Chuyên môn" }).getAttribute("aria-colspan")).toBe(
      "2",
    );
  });

  it("moves the active cell with the keys and opens it with Enter", () => {
    const onOpen = vi.fn();
    const grid = show({ onOpen });
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: "ArrowRight" });
    const cell = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    expect(cell?.closest("tr")?.textContent ?? "").toContain("Người 2");
    fireEvent.keyDown(grid, { key: "Enter" });
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: "2", name: "Người 2" }, 2, "met");
  });

  it("goes from cell to cell by Tab, on under the first of them, and is left after Escape and at its ends", () => {
    const steps = createRef<GridSteps>();
    const grid = show({ steps, rowCount: 3 });
    const at = () =>
      /r(\d+)c(\d+)$/
        .exec(grid.getAttribute("aria-activedescendant") ?? "")
        ?.slice(1)
        .join();
    const tab = (shiftKey = false) => {
      if (shiftKey) fireEvent.keyDown(grid, { key: "Shift" });
      // The browser goes on by itself where nobody keeps it from that.
      return !fireEvent.keyDown(grid, { key: "Tab", shiftKey });
    };
    expect([tab(true), at()]).toEqual([false, "0,0"]);
    fireEvent.keyDown(grid, { key: "ArrowRight" });
    expect([tab(), at()]).toEqual([true, "0,2"]);
    expect([tab(), at()]).toEqual([true, "1,0"]);
    act(() => steps.current?.go("down"));
    expect(at()).toBe("2,1");
    expect([tab(), tab(), at()]).toEqual([true, false, "2,2"]);
    expect([tab(true), at()]).toEqual([true, "2,1"]);
    fireEvent.keyDown(grid, { key: "Escape" });
    expect([tab(), at()]).toEqual([false, "2,1"]);
    fireEvent.keyDown(grid, { key: "Escape" });
    expect([tab(true), at()]).toEqual([false, "2,1"]);
  });

  it("begins in the column that it is told, or the first", () => {
    for (const [startColumn, at] of [
      ["met", 1],
      ["gone", 0],
    ] as const) {
      const onActiveColumn = vi.fn<(key: string) => void>();
      renderApp(<Grid startColumn={startColumn} onActiveColumn={onActiveColumn} />, { fake: fakeApi() });
      expect(onActiveColumn).toHaveBeenCalledExactlyOnceWith(columns[at]?.key);
    }
  });

  it("leaves Tab to the page where nothing goes from cell to cell", () => {
    const grid = show();
    expect(fireEvent.keyDown(grid, { key: "Tab" })).toBe(true);
  });

  it("hands on letters with the cell that they were typed in, and keeps commands", () => {
    const onType = vi.fn();
    const grid = show({ onType });
    fireEvent.keyDown(grid, { key: "n", ctrlKey: true });
    expect(onType).not.toHaveBeenCalled();
    fireEvent.keyDown(grid, { key: "n" });
    expect(onType).toHaveBeenCalledOnce();
    expect(onType.mock.calls[0]).toMatchObject(["n", { row: { id: "0" }, columnKey: "name" }]);
  });

  it("hands on letters without a cell where there are no rows", () => {
    const onType = vi.fn();
    fireEvent.keyDown(show({ onType, rowCount: 0 }), { key: "n" });
    expect(onType).toHaveBeenCalledExactlyOnceWith("n", null);
  });

  it("sorts by a column's button", () => {
    const onSort = vi.fn();
    const grid = show({ onSort });
    fireEvent.click(within(grid).getByRole("button", { name: /Họ và tên/ }));
    expect(onSort).toHaveBeenCalledExactlyOnceWith("name", false);
  });

  it("sorts by a press anywhere on a heading, once, and not by one that cannot sort", () => {
    const onSort = vi.fn();
    const grid = show({ onSort });
    fireEvent.click(within(grid).getByRole("columnheader", { name: /Họ và tên/ }), { shiftKey: true });
    expect(onSort).toHaveBeenCalledExactlyOnceWith("name", true);
    fireEvent.click(within(grid).getByRole("columnheader", { name: "Tỷ lệ" }));
    expect(onSort).toHaveBeenCalledOnce();
  });
});
