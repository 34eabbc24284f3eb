import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { nothingSelected, type Selection } from "./selection";
import { type GridColumn, VirtualGrid } from "./virtual-grid";

const columns: readonly GridColumn<{ readonly id: string }>[] = ["a", "b", "c"].map((key) => ({
  key,
  header: key,
  width: "60px",
  cell: (row) => `${key}${row.id}`,
}));

beforeAll(() => {
  // jsdom lays nothing out; the grid needs a height to know which rows are on screen.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 800 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function Grid({ onSelection }: { readonly onSelection: (selection: Selection) => void }) {
  const [active, setActive] = useState(-1);
  const [selection, setSelection] = useState(nothingSelected);
  return (
    <VirtualGrid
      label="Danh sách"
      rowCount={40}
      getRow={(index) => ({ id: String(index) })}
      rowId={(row) => row.id}
      columns={columns}
      activeIndex={active}
      onActiveIndex={setActive}
      selection={selection}
      onSelect={(wanted) => {
        setSelection(wanted);
        onSelection(wanted);
      }}
    />
  );
}

/** @returns what was chosen last, and the cell of a text */
function show() {
  const onSelection = vi.fn<(selection: Selection) => void>();
  renderApp(<Grid onSelection={onSelection} />, { fake: fakeApi() });
  const chosen = () => {
    const { ranges, columns: wide } = onSelection.mock.lastCall?.[0] ?? nothingSelected;
    return { ranges, columns: wide };
  };
  return { chosen, onSelection, cell: (text: string) => screen.getByText(text) };
}

describe("a block drawn with the mouse", () => {
  it("reaches from where the button went down to where the mouse is, and shrinks with it", () => {
    const { chosen, cell } = show();
    fireEvent.mouseDown(cell("b5"));
    fireEvent.mouseMove(cell("c8"), { buttons: 1 });
    expect(chosen()).toEqual({ ranges: [[5, 8]], columns: [1, 2] });
    fireEvent.mouseMove(cell("a4"), { buttons: 1 });
    expect(chosen()).toEqual({ ranges: [[4, 5]], columns: [0, 1] });
  });

  it("leaves the keys where it began, and Shift goes on from where it ends", () => {
    const { chosen, cell } = show();
    const grid = screen.getByRole("grid");
    const standsIn = () =>
      document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent;
    fireEvent.mouseDown(cell("b5"));
    fireEvent.mouseMove(cell("c8"), { buttons: 1 });
    fireEvent.mouseUp(cell("c8"));
    expect(standsIn()).toBe("b5");
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    expect(chosen()).toEqual({ ranges: [[5, 9]], columns: [1, 2] });
    fireEvent.mouseDown(cell("c8"));
    fireEvent.mouseMove(cell("a4"), { buttons: 1 });
    fireEvent.mouseUp(cell("a4"));
    expect(standsIn()).toBe("c8");
    fireEvent.keyDown(grid, { key: "ArrowUp", shiftKey: true });
    expect(chosen()).toEqual({ ranges: [[3, 8]], columns: [0, 2] });
  });

  it("ends where the button is let go of, there or where no window hears it", () => {
    const { chosen, cell } = show();
    fireEvent.mouseDown(cell("a1"));
    fireEvent.mouseMove(cell("b2"), { buttons: 1 });
    fireEvent.mouseUp(cell("b2"));
    fireEvent.mouseMove(cell("c9"), { buttons: 1 });
    expect(chosen()).toEqual({ ranges: [[1, 2]], columns: [0, 1] });
    fireEvent.mouseDown(cell("a1"));
    fireEvent.mouseMove(cell("b3"), { buttons: 1 });
    fireEvent.mouseMove(cell("c9"), { buttons: 0 });
    fireEvent.mouseMove(cell("c9"), { buttons: 1 });
    expect(chosen()).toEqual({ ranges: [[1, 3]], columns: [0, 1] });
  });

  it("is begun by neither a plain press, the right button nor Ctrl", () => {
    const { chosen, onSelection, cell } = show();
    fireEvent.mouseDown(cell("a1"));
    fireEvent.mouseMove(cell("a1"), { buttons: 1 });
    fireEvent.mouseUp(cell("a1"));
    fireEvent.mouseDown(cell("a2"), { button: 2 });
    fireEvent.mouseMove(cell("a6"), { buttons: 3 });
    expect(onSelection).not.toHaveBeenCalled();
    fireEvent.mouseDown(cell("a2"), { ctrlKey: true });
    fireEvent.mouseMove(cell("a6"), { buttons: 1, ctrlKey: true });
    expect(chosen()).toEqual({ ranges: [[2, 2]], columns: null });
  });

  it("goes on from where a choice began with Shift", () => {
    const { chosen, cell } = show();
    fireEvent.mouseDown(cell("b2"));
    fireEvent.mouseUp(cell("b2"));
    fireEvent.mouseDown(cell("c4"), { shiftKey: true });
    expect(chosen()).toEqual({ ranges: [[2, 4]], columns: [1, 2] });
    fireEvent.mouseMove(cell("a6"), { buttons: 1 });
    expect(chosen()).toEqual({ ranges: [[2, 6]], columns: [0, 1] });
  });

  it("goes on by itself while the mouse is held beneath the lines, to the last one", () => {
    const { chosen, cell } = show();
    vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 800, 400));
    vi.useFakeTimers();
    fireEvent.mouseDown(cell("b5"));
    fireEvent.mouseMove(document.body, { buttons: 1, clientX: 20, clientY: 410 });
    act(() => void vi.advanceTimersByTime(60));
    expect(chosen()).toEqual({ ranges: [[5, 6]], columns: [1, 1] });
    act(() => void vi.advanceTimersByTime(60 * 60));
    expect(chosen()).toEqual({ ranges: [[5, 39]], columns: [1, 1] });
  });
});
