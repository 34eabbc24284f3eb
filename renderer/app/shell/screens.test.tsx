import { IconNotes } from "@tabler/icons-react";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { overview } from "../../testing/exchange-data";
import { fakeApi } from "../../testing/fake-api";
import { renderApp, testSession } from "../../testing/render";
import { homeOf, type ScreenEntry, screens } from "./screens";
import { Shell } from "./shell";

/** A screen that the program does not have: the entry and its folder's one component. */
const notes: ScreenEntry = {
  id: "notes",
  label: "Ghi chú",
  icon: IconNotes,
  keys: ["Alt+N"],
  routes: [
    {
      path: "/notes/:page?",
      screen: ({ page, official }) => (
        <h1>
          trang {page ?? "đầu"} của {official ?? "mọi người"}
        </h1>
      ),
    },
  ],
};

function show(hash: string, readOnly = false, counts: Partial<typeof overview> = {}) {
  window.requestIdleCallback ??= () => 0;
  window.cancelIdleCallback ??= () => undefined;
  const fake = fakeApi({
    undoState: () => ({ undo: null, redo: null, settled: false }),
    exchangeOverview: () => ({ ...overview, ...counts }),
  });
  return {
    fake,
    ...renderApp(<Shell />, {
      fake,
      hash,
      screens: [...screens, notes],
      session: { ...testSession, readOnly },
    }),
  };
}

describe("a screen's entry", () => {
  it("counts in the rail whatever waits for somebody, values that cannot be read too", async () => {
    const none = { conflicts: 0, proposals: 0, duplicates: 0, questions: 0 };
    show("#/notes", false, { ...none, unreadable: 3 });
    expect(await screen.findByTitle("3 việc cần xem")).toBeTruthy();
  });

  it("leads there by the rail, by its keys and by the window's menu", () => {
    const { fake, location } = show("#/notes");
    const rail = within(screen.getByRole("navigation", { name: "Các màn hình" }));
    const link = rail.getByRole("link", { name: "Ghi chú" });
    expect(link.getAttribute("href")).toBe("#/notes");
    expect(link.getAttribute("aria-current")).toBe("page");
    expect(screen.getByRole("heading", { name: "trang đầu của mọi người" })).toBeTruthy();

    act(() => void location.go("#/notes/2?official=An"));
    expect(screen.getByRole("heading", { name: "trang 2 của An" })).toBeTruthy();

    for (const there of [
      () => fireEvent.keyDown(document.body, { key: "n", altKey: true }),
      () => act(() => fake.emit("command", { name: "notes" })),
    ]) {
      act(() => void location.go("#/notes/2"));
      there();
      expect(window.location.hash).toBe("#/notes");
    }
    const told = JSON.stringify(fake.calls.findLast(({ name }) => name === "windowMenu")?.args);
    expect(told).toContain(JSON.stringify({ command: "notes", label: "Ghi chú", keys: "Alt+N" }));
  });

  it("stands in the help with its keys", async () => {
    show("#/notes");
    fireEvent.keyDown(document.body, { key: "/", ctrlKey: true });
    const help = within(await screen.findByRole("dialog", { name: "Phím tắt" }));
    expect(help.getByRole("row", { name: "Alt + N Đến Ghi chú" })).toBeTruthy();
    expect(help.getByRole("row", { name: "Alt + 3 Đến Nhật ký" })).toBeTruthy();
  });

  it("has an address and keys of its own", () => {
    const of = (part: (entry: ScreenEntry) => readonly string[]) => screens.flatMap(part);
    for (const part of [of(({ keys }) => keys), of((entry) => [homeOf(entry)]), of(({ id }) => [id])])
      expect(new Set(part).size).toBe(part.length);
    expect(homeOf(notes)).toBe("/notes");
  });
});

describe("commands of the shell", () => {
  it("that begin an edit do nothing where the roster can only be looked at", () => {
    show("#/notes", true);
    fireEvent.keyDown(document.body, { key: "n", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "r", ctrlKey: true });
    expect(window.location.hash).toBe("#/notes");
  });

  it("are told of in the menu beside the roster's name, parted into groups", async () => {
    show("#/notes");
    fireEvent.click(screen.getByRole("button", { name: "Thao tác với sổ này" }));
    const items = await screen.findAllByRole("menuitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Tạo sổ mới…",
      "Mở sổ…",
      "Lưu sổ thành tệp khác…",
      "Xuất báo cáo…",
      "Đóng sổ",
      "Đổi người đang làm việc…",
    ]);
  });
});
