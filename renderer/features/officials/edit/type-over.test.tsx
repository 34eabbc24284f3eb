import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { shippedViews } from "../../../../shared/columns/shipped-views";
import type { SessionData } from "../../../../shared/contract/schemas/roster";
import { type FakeApi, fakeApi } from "../../../testing/fake-api";
import { renderApp, testSession } from "../../../testing/render";
import { OfficialsScreen } from "../officials-screen";

const id = "018f0000-0000-7000-8000-0000000000a1";
const values: Readonly<Record<string, string>> = {
  "official.fullName": "Trần Thị Bình",
  "official.birth": "1970-05-12",
  "qualification.professional.level": "college",
};

beforeAll(() => {
  // jsdom lays nothing out; the grid needs a height to know which rows are on screen.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 800 });
});

/** A list of one person, with the keys in the column of a key. */
async function standIn(
  columnKey: string,
  session: SessionData = testSession,
  written: () => Promise<void> = () => Promise.resolve(),
) {
  const shown = [
    ...shippedViews.list.columns.filter(({ key }) => key !== columnKey),
    { key: columnKey, width: null },
  ];
  const fake: FakeApi = fakeApi({
    viewsGet: () => ({ named: [], last: { ...shippedViews.list, columns: shown } }),
    officialsPage: ({ filter, columns }) => ({
      total: filter.serving === "current" ? 1 : 0,
      version: 1,
      rows: [
        {
          id,
          fullName: "Trần Thị Bình",
          birth: null,
          unitCode: null,
          unitName: null,
          postName: null,
          outside: null,
          cells: (columns ?? []).map((key) => {
            const value = values[key];
            if (key.startsWith("computed.status")) return { text: "Đạt", status: "met", note: `cell ${key}` };
            return value === undefined ? { text: `cell ${key}` } : { text: `cell ${key}`, value, row: id };
          }),
        },
      ],
    }),
    officialsIndexOf: () => -1,
    postsList: () => [],
    cellSave: async () => {
      await written();
      return { changeId: 1, proposed: null, warnings: [] };
    },
  });
  renderApp(<OfficialsScreen />, { fake, session, hash: "#/officials" });
  fireEvent.mouseDown(await screen.findByText(`cell ${columnKey}`));
  const grid = screen.getByRole("grid");
  act(() => grid.focus());
  const saved = () => fake.calls.filter(({ name }) => name === "cellSave").map(({ args }) => args);
  return { fake, grid, saved };
}

/** The field that has the focus, and what of it a letter would replace. */
function heldField() {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) throw new Error("No field has the focus");
  return { field, chosen: field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) };
}

describe("typing over a cell of the list", () => {
  it("has the focus in its field, all of it chosen, before the letter is written", async () => {
    const { grid, saved } = await standIn("official.birth");
    // Nothing may keep the browser from writing the letter where the focus is now.
    expect(fireEvent.keyDown(grid, { key: "2" })).toBe(true);
    const { field, chosen } = heldField();
    expect(screen.getByRole("form", { name: "Sửa Ngày sinh của Trần Thị Bình" })).toBeDefined();
    expect([field.value, chosen]).toEqual(["12/05/1970", "12/05/1970"]);
    fireEvent.change(field, { target: { value: "2/1971" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(saved()).toMatchObject([{ id, key: "official.birth", value: "1971-02" }]));
  });

  it("keeps who is changed at their place in the list that comes after", async () => {
    const { fake, grid, saved } = await standIn("official.birth");
    fireEvent.keyDown(grid, { key: "1" });
    const { field } = heldField();
    fireEvent.change(field, { target: { value: "1971" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(saved()).toHaveLength(1));
    const asked = () => fake.calls.filter(({ name }) => name === "officialsPage").map(({ args }) => args);
    const before = asked().length;
    act(() => fake.emit("changed", { version: 2, session: false, parts: ["official"], officials: [id] }));
    await waitFor(() => expect(asked().length).toBeGreaterThan(before));
    expect(asked().slice(before)).toContainEqual(
      expect.objectContaining({
        order: expect.objectContaining({ held: [{ id, after: null }] }) as unknown,
      }),
    );
  });

  it("leaves words to an input method that composes them, and Enter too while it does", async () => {
    const { grid, saved } = await standIn("official.fullName");
    fireEvent.keyDown(grid, { key: "Đ" });
    const { field } = heldField();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: "Đo" } });
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    fireEvent.change(field, { target: { value: "Đỗ" } });
    fireEvent.compositionEnd(field, { data: "Đỗ" });
    expect(document.activeElement).toBe(field);
    expect(saved()).toEqual([]);
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(saved()).toMatchObject([{ key: "official.fullName", value: "Đỗ" }]));
  });

  it("leaves the value as it was where the letter never comes", async () => {
    const { grid, saved } = await standIn("official.birth");
    fireEvent.keyDown(grid, { key: "2" });
    fireEvent.keyDown(heldField().field, { key: "Enter" });
    await waitFor(() => expect(screen.queryByRole("form", { name: /^Sửa Ngày sinh/ })).toBeNull());
    expect(saved()).toEqual([]);
  });

  it("keeps the keys pressed while a cell is written for the cells after it", async () => {
    const written: (() => void)[] = [];
    const { grid, saved } = await standIn(
      "official.fullName",
      testSession,
      () => new Promise<void>((resolve) => written.push(resolve)),
    );
    fireEvent.keyDown(grid, { key: "V" });
    const { field } = heldField();
    fireEvent.change(field, { target: { value: "Vũ Hai" } });
    fireEvent.keyDown(field, { key: "Tab" });
    await waitFor(() => expect(written).toHaveLength(1));
    // Neither letter is written where the cell is closing.
    for (const key of ["1", "9", "Backspace", "9", "7", "2", "Enter"])
      expect(fireEvent.keyDown(field, { key })).toBe(false);
    act(() => written[0]?.());
    await waitFor(() => expect(saved()).toHaveLength(2));
    expect(saved()).toMatchObject([
      { key: "official.fullName", value: "Vũ Hai" },
      { key: "official.birth", value: "1972" },
    ]);
  });

  it("says where to look for somebody when the cell is none to type in", async () => {
    const { grid } = await standIn("computed.number");
    fireEvent.keyDown(grid, { key: "n" });
    expect(await screen.findByText(/Muốn tìm người, bấm Ctrl\+F rồi gõ\.$/)).toBeDefined();
    expect(document.activeElement).toBe(grid);
    expect(screen.queryByRole("form", { name: /^Sửa/ })).toBeNull();
  });

  it("types the level by which a standard is judged where the list shows how it is met", async () => {
    const { grid } = await standIn("computed.status.professional");
    expect(fireEvent.keyDown(grid, { key: "F2" })).toBe(false);
    const form = await screen.findByRole("form", { name: "Sửa Trình độ chuyên môn của Trần Thị Bình" });
    expect(form.querySelector("input")?.value).toBe("Cao đẳng");
  });

  it("says in which columns that is typed which a cell is worked out of, and shows them", async () => {
    const { grid } = await standIn("computed.missing.all");
    fireEvent.keyDown(grid, { key: "n" });
    expect(await screen.findByText(/Hãy gõ ở cột “Trình độ chuyên môn”/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: /^Hiện cột “Trình độ chuyên môn”/ }));
    expect(await screen.findByText("cell qualification.professional.level")).toBeDefined();
  });

  it("goes the same way for many people and Delete", async () => {
    const { grid, fake } = await standIn("computed.status.professional");
    fireEvent.keyDown(grid, { key: "e", ctrlKey: true, shiftKey: true });
    expect(await screen.findByRole("combobox", { name: /^Mục cần sửa/ })).toHaveProperty(
      "value",
      "Trình độ chuyên môn",
    );
    fireEvent.keyDown(document.activeElement ?? grid, { key: "Escape" });
    expect(fake.calls.some(({ name }) => name === "manySave")).toBe(false);
  });

  it("says of Delete where a cell is worked out in which columns that is typed", async () => {
    const { grid } = await standIn("computed.missing.all");
    fireEvent.keyDown(grid, { key: "Delete" });
    expect(await screen.findByText(/Hãy gõ ở cột “Trình độ chuyên môn”/)).toBeDefined();
  });

  it("says why nothing can be changed in a roster that is only read", async () => {
    const { grid } = await standIn("official.birth", { ...testSession, readOnly: true });
    fireEvent.keyDown(grid, { key: "2" });
    expect(await screen.findByText(/chỉ để đọc|chỉ đọc|chỉ xem/)).toBeDefined();
    expect(screen.queryByRole("form", { name: /^Sửa/ })).toBeNull();
  });
});
