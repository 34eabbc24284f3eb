import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import { VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { useRowCommands } from "./row-commands";

interface Person {
  readonly id: string;
  readonly name: string;
}

const people: readonly Person[] = [
  { id: "a", name: "Nguyễn Văn An" },
  { id: "b", name: "Trần Thị Bình" },
];

const columns: GridColumn<Person>[] = [
  { key: "name", header: "Họ và tên", width: "1fr", rowHeader: true, cell: ({ name }) => name },
  {
    key: "post",
    header: "Chức danh",
    width: "1fr",
    cell: () => (
      <>
        <span>Công chức</span>
        <span className="visually-hidden">và một chức danh nữa</span>
        <span>+1</span>
      </>
    ),
  },
];

function Grid(props: { readonly onOpen: (id: string) => void; readonly onChanges: (id: string) => void }) {
  const rowTools = useRowCommands<Person>("officialRow", {
    openRow: ({ row }) => props.onOpen(row.id),
    rowChanges: ({ row }) => props.onChanges(row.id),
  });
  return (
    <VirtualGrid
      label="people"
      rowCount={2}
      getRow={(index) => people[index]}
      rowId={({ id }) => id}
      columns={columns}
      activeIndex={1}
      onActiveIndex={() => undefined}
      rowTools={rowTools}
    />
  );
}

beforeEach(() => {
  // jsdom lays nothing out; the grid needs a height to know which rows are on screen.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 800 });
});

function show(chosen: string | null) {
  const onOpen = vi.fn<(id: string) => void>();
  const onChanges = vi.fn<(id: string) => void>();
  const fake: FakeApi = fakeApi({ windowPopup: () => chosen, textCopy: () => null });
  renderApp(<Grid onOpen={onOpen} onChanges={onChanges} />, { fake });
  const grid = screen.getByRole("grid", { name: "people" });
  act(() => grid.focus());
  const last = (name: string) => fake.calls.findLast((one) => one.name === name)?.args;
  return { grid, onOpen, onChanges, last };
}

describe("a row's menu", () => {
  it("offers the list's commands of rows at the pointer, and does what was chosen with the row under it", async () => {
    const { onChanges, last } = show("rowChanges");
    fireEvent.contextMenu(screen.getByText("Nguyễn Văn An"));
    await waitFor(() => expect(onChanges).toHaveBeenCalledExactlyOnceWith("a"));
    expect(last("windowPopup")).toMatchObject({
      at: null,
      groups: [
        {
          items: [
            { command: "openRow", label: "Mở", keys: "Enter" },
            { command: "rowChanges", label: "Xem nhật ký của người này" },
          ],
        },
        {
          items: [
            { command: "copyCell", keys: "Ctrl+C" },
            { command: "copyRow", keys: "Ctrl+Shift+C" },
          ],
        },
      ],
    });
  });

  it("opens at the active cell by the menu key, and nothing happens when nothing is chosen", async () => {
    const { grid, onOpen, last } = show(null);
    fireEvent.contextMenu(grid);
    await waitFor(() => expect(last("windowPopup")).toMatchObject({ at: { x: 0, y: 0 } }));
    expect(onOpen).not.toHaveBeenCalled();
  });
});

describe("the keys of a row", () => {
  it("copy the cell as it is read, and the row one cell a column", async () => {
    const { grid, last } = show(null);
    fireEvent.keyDown(grid, { key: "c", ctrlKey: true });
    await waitFor(() => expect(last("textCopy")).toEqual({ text: "Trần Thị Bình" }));
    fireEvent.keyDown(grid, { key: "C", ctrlKey: true, shiftKey: true });
    await waitFor(() =>
      expect(last("textCopy")).toEqual({
        text: "Họ và tên\tChức danh\r\nTrần Thị Bình\tCông chức +1",
      }),
    );
  });

  it("do nothing to it where they are in no row and about all that is chosen", async () => {
    const onOpen = vi.fn<() => void>();
    const copied = vi.fn<() => void>();
    function Tools() {
      const { onKey } = useRowCommands<Person>("officialRow", { openRow: onOpen, copyCell: copied });
      const [row] = people;
      if (row === undefined) return null;
      const at = { row, index: 0, column: 0, columnKey: "name", texts: [], headings: [] };
      return <button type="button" onKeyDown={(event) => onKey(event, at, true)} />;
    }
    renderApp(<Tools />, { fake: fakeApi() });
    fireEvent.keyDown(screen.getByRole("button"), { key: "Enter" });
    fireEvent.keyDown(screen.getByRole("button"), { key: "c", ctrlKey: true });
    await waitFor(() => expect(copied).toHaveBeenCalledOnce());
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("open it", () => {
    const { grid, onOpen } = show(null);
    fireEvent.keyDown(grid, { key: "Enter" });
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("b");
  });
});

describe("a key that would change a row where nothing can be changed", () => {
  it.each(["F2", "Ctrl+D"])("%s says why, and copying goes on", async (key) => {
    const fake = fakeApi({ textCopy: () => null });
    renderApp(<Grid onOpen={() => undefined} onChanges={() => undefined} />, {
      fake,
      session: { ...testSession, readOnly: true },
    });
    const grid = screen.getByRole("grid");
    grid.focus();
    fireEvent.keyDown(grid, { key: key.split("+").at(-1) ?? "", ctrlKey: key.startsWith("Ctrl") });
    expect(await screen.findByText("Sổ đang mở ở chế độ chỉ xem nên không sửa được.")).toBeTruthy();
    fireEvent.keyDown(grid, { key: "c", ctrlKey: true });
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "textCopy")).toBe(true));
  });
});
