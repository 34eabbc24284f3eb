import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { changeRow } from "../../testing/change-row";
import { type FakeHandlers, fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { TopBar } from "./top-bar";

const officialId = "00000000-0000-4000-8000-000000000040";
const change = changeRow({
  id: 7,
  official: { id: officialId, fullName: "Nguyễn Văn An", present: true },
});

function show(handlers: FakeHandlers = {}, session = testSession) {
  const fake = fakeApi({
    undoState: () => ({ undo: change, redo: null, settled: false }),
    changeUndo: () => ({
      changeId: 8,
      proposed: null,
      staysRemoved: false,
      staysSettled: false,
      staysEdited: 0,
      edited: { names: [], count: 0 },
      people: null,
    }),
    ...handlers,
  });
  renderApp(<TopBar />, { fake, session });
  return fake;
}

describe("undo", () => {
  it("says what it takes back, and takes it back by key, button and menu", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Hoàn tác: Cập nhật: Nguyễn Văn An" }));
    await screen.findByText("Đã hoàn tác: Cập nhật: Nguyễn Văn An");
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    act(() => fake.emit("command", { name: "undo" }));
    await waitFor(() =>
      expect(fake.calls.filter(({ name }) => name === "changeUndo").length).toBeGreaterThanOrEqual(2),
    );
    expect(fake.calls.find(({ name }) => name === "changeUndo")?.args).toEqual({ id: 7 });
  });

  const people = { names: ["Trần Thị Ánh", "Lê Văn Bình", "Vũ Thị Cúc"], count: 6, more: false };
  const ofMany = (count: number, action = "edit") => ({
    undoState: () => ({
      undo: { ...change, action, official: null, people: { ...people, count } },
      redo: null,
      settled: false,
    }),
    undoEffect: () => ({
      people: count,
      more: false,
      action: "import",
      entered: 4,
      staying: 0,
      edited: { names: ["Lê Văn Bình"], count: 1 },
    }),
  });

  it.each([
    ["edit", "Cập nhật"],
    ["import", "Nhập từ bảng tính"],
  ])(
    "names the first people of a change of a few (%s), and how many more there are, without a question",
    async (action, called) => {
      const fake = show(ofMany(6, action));
      fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác: / }));
      expect(
        await screen.findByText(
          `Đã hoàn tác: ${called}: Trần Thị Ánh, Lê Văn Bình, Vũ Thị Cúc và 3 người nữa`,
        ),
      ).toBeTruthy();
      expect(fake.calls.some(({ name }) => name === "undoEffect")).toBe(false);
    },
  );

  it.each([
    [15, "edit"],
    [10, "import"],
  ])(
    "asks before a change of %i people (%s) is taken back, with who leaves and who was edited since",
    async (count, action) => {
      const fake = show(ofMany(count, action));
      const undo = await screen.findByRole("button", { name: /^Hoàn tác: / });
      fireEvent.click(undo);
      const dialog = await screen.findByRole("dialog");
      expect(dialog.textContent).toContain(`Lần này ghi vào hồ sơ của ${count} người.`);
      expect(dialog.textContent).toContain("4 người được thêm mới sẽ không còn trong sổ.");
      expect(dialog.textContent).toContain(`${count - 4} người trở lại như trước lần này.`);
      expect(dialog.textContent).toContain("1 người đã được sửa sau đó (Lê Văn Bình)");
      fireEvent.click(within(dialog).getByRole("button", { name: "Hủy" }));
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      expect(fake.calls.some(({ name }) => name === "changeUndo")).toBe(false);
      fireEvent.click(undo);
      fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Hoàn tác" }));
      await screen.findByText(/^Đã hoàn tác: /);
      expect(fake.calls.filter(({ name }) => name === "changeUndo")).toHaveLength(1);
    },
  );

  it("says of an undo of nobody's record what is done again, and not that it is undone", async () => {
    const undone = { ...change, action: "undo", official: null };
    show({ undoState: () => ({ undo: null, redo: undone, settled: false }) });
    fireEvent.click(await screen.findByRole("button", { name: "Làm lại: việc vừa hoàn tác" }));
    expect(await screen.findByText("Đã làm lại: việc vừa hoàn tác")).toBeTruthy();
  });

  it("names what of the catalog it takes back and does again, cut where that is long", async () => {
    const of = {
      ...change,
      action: "catalog",
      official: null,
      summary: "chức danh Văn thư, Hiệu lực đến: 2027",
    };
    const again = { ...of, action: "undo", summary: `quy định ${"dài ".repeat(60)}` };
    show({ undoState: () => ({ undo: of, redo: again, settled: false }) });
    fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác: / }));
    expect(
      await screen.findByText("Đã hoàn tác: Sửa danh mục: chức danh Văn thư, Hiệu lực đến: 2027"),
    ).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Làm lại: quy định (dài ){20,40}\S*…$/ })).toBeTruthy();
  });

  it("says of a settled conflict what came back and that the question stays closed", async () => {
    show({
      changeUndo: () => ({
        changeId: 8,
        proposed: null,
        staysRemoved: false,
        staysSettled: true,
        staysEdited: 0,
        edited: { names: [], count: 0 },
        people: null,
      }),
    });
    fireEvent.click(await screen.findByRole("button", { name: /^Hoàn tác: / }));
    const said = await screen.findByText(/mâu thuẫn vẫn coi như đã giải quyết, muốn đổi thì sửa trong hồ sơ/);
    expect(said.textContent).toContain("Đã trả lại như trước khi chọn");
  });

  it("says why a conflict that was settled by what is shown is not taken back, and sends nothing", async () => {
    const fake = show({ undoState: () => ({ undo: null, redo: null, settled: true }) });
    const button = await screen.findByRole("button", { name: "Hoàn tác" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await screen.findByText(/giải quyết mâu thuẫn theo giá trị đang hiện, không có gì để hoàn tác/);
    expect(fake.calls.some(({ name }) => name === "changeUndo")).toBe(false);
  });

  it("is not offered where the roster can only be looked at", async () => {
    const fake = show({}, { ...testSession, readOnly: true });
    const button = await screen.findByRole("button", { name: "Hoàn tác" });
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "undoState")).toBe(true));
    expect(button.getAttribute("aria-disabled")).toBe("true");
  });
});

describe("the bar", () => {
  it("keeps each label with its date field when it wraps", () => {
    show();
    for (const label of ["Tính đến ngày", "Theo sổ ngày"]) {
      const pair = screen.getByText(label).parentElement;
      expect(pair?.querySelectorAll("label")).toHaveLength(1);
      expect(pair?.contains(screen.getByLabelText(label))).toBe(true);
    }
  });
});

describe("as-of day", () => {
  it("takes a real day only", () => {
    show();
    const field = screen.getByLabelText<HTMLInputElement>("Tính đến ngày");
    expect(field.value).toBe("01/10/2021");
    fireEvent.change(field, { target: { value: "31/2/2022" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(screen.getByText("Tháng 2 năm 2022 chỉ có 28 ngày")).toBeTruthy();
    fireEvent.change(field, { target: { value: "28/2/2022" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(field.value).toBe("28/02/2022");
  });
});
