// Guards that the guide opens at what it says of where one is, over a dialog too, and that what is looked for is gone to.

import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { chapters } from "../../../docs/huong-dan.md";
import { Dialog } from "../../components/dialog";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { screens } from "./screens";

let shown: Element[] = [];
beforeEach(() => {
  shown = [];
  Element.prototype.scrollIntoView = function scrollIntoView() {
    shown.push(this);
  };
});

const f1 = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "F1" });
const guide = async () => within(await screen.findByRole("dialog", { name: "Hướng dẫn sử dụng" }));
const chapterRead = async () => (await guide()).getByRole("article").getAttribute("aria-label");
const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });

async function openAt(hash: string) {
  const { unmount } = renderApp(<p>a screen</p>, { fake: fakeApi(), hash });
  f1();
  const chapter = await chapterRead();
  const to = shown.at(-1)?.textContent;
  unmount();
  return [chapter, to];
}

describe("the guide in the window", () => {
  it("speaks of every screen", () => {
    const known = chapters.flatMap((chapter) => [chapter.id, ...chapter.sections.map(({ id }) => id)]);
    const named = screens.flatMap(({ routes }) =>
      routes.map(({ path, chapter = "" }) => ({ path, chapter })),
    );
    expect(named.filter(({ chapter }) => !known.includes(chapter))).toEqual([]);
  });

  it.each([
    ["#/statistics", "2. Bảng tiêu chuẩn", "2. Bảng tiêu chuẩn"],
    ["#/officials/some-id", "4. Hồ sơ một người", "4. Hồ sơ một người"],
    ["#/import", "1. Buổi sáng đầu tiên", "Đưa danh sách cũ vào"],
    ["#/exchange/conflicts", "8. Trao đổi với cơ quan khác", "Mâu thuẫn"],
    ["#/exchange/card", "8. Trao đổi với cơ quan khác", "Thẻ khóa: làm một lần với mỗi cơ quan"],
    ["#/catalog/standards", "7. Danh mục", "7. Danh mục"],
  ])("opens for %s at what it says of it", async (hash, chapter, heading) => {
    expect(await openAt(hash)).toEqual([chapter, heading]);
  });

  it("opens over a dialog, and leaves it as it was", async () => {
    const inside = (
      <Dialog title="a dialog" dirty onClose={() => undefined}>
        <input aria-label="typed" data-autofocus />
      </Dialog>
    );
    renderApp(inside, { fake: fakeApi(), hash: "#/catalog/standards" });
    const field = await screen.findByLabelText<HTMLInputElement>("typed");
    act(() => field.focus());
    fireEvent.change(field, { target: { value: "Điều 9" } });
    f1();
    expect(await chapterRead()).toBe("7. Danh mục");
    escape();
    await waitFor(() => expect(screen.getAllByRole("dialog")).toHaveLength(1));
    expect(field.value).toBe("Điều 9");
  });

  it("finds a line without marks and goes there; Escape first empties the search", async () => {
    renderApp(<p>a screen</p>, { fake: fakeApi(), hash: "#/statistics" });
    f1();
    const { getByRole, findByText, getByText } = await guide();
    const search = getByRole<HTMLInputElement>("textbox", { name: "Tìm trong hướng dẫn" });
    fireEvent.change(search, { target: { value: "khoa phuc hoi" } });
    await findByText(/^\d+ chỗ$/);
    fireEvent.keyDown(search, { key: "Enter" });
    await waitFor(() => expect(shown.at(-1)?.textContent).toBe("Khóa phục hồi"));
    expect(await chapterRead()).toBe("8. Trao đổi với cơ quan khác");
    fireEvent.change(search, { target: { value: "xyzt" } });
    await waitFor(() => expect(getByText(/Không thấy “xyzt” trong hướng dẫn/)).toBeTruthy());
    act(() => search.focus());
    escape();
    expect(search.value).toBe("");
    escape();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is gone through by keys, from the search down its contents", async () => {
    renderApp(<p>a screen</p>, { fake: fakeApi(), hash: "#/statistics" });
    f1();
    const { getByRole } = await guide();
    act(() => getByRole("textbox").focus());
    const down = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
    down();
    down();
    const entry = getByRole("button", { name: "2. Bảng tiêu chuẩn" });
    expect(document.activeElement).toBe(entry);
    expect(entry.getAttribute("aria-current")).toBe("true");
    fireEvent.click(getByRole("button", { name: "3. Danh sách cán bộ" }));
    expect(await chapterRead()).toBe("3. Danh sách cán bộ");
  });
});
