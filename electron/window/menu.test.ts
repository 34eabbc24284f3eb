import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { createTranslate } from "../../shared/i18n";
import { menuTemplate } from "./menu";

const t = createTranslate("vi");
const lines = (items: readonly MenuItemConstructorOptions[]) =>
  items.map(({ type, role, label }) => type ?? role ?? label);

describe("the window's menu", () => {
  it("has the system's own commands before the page has told its", () => {
    expect(menuTemplate(t, [], () => undefined).map(({ label }) => label)).toEqual([
      "Tệp",
      "Sửa",
      "Xem",
      "Trợ giúp",
    ]);
  });

  it("puts the page's groups between the system's, sends what was chosen, and leaves the keys to the page", () => {
    const send = vi.fn<(command: string) => void>();
    const item = (command: string, keys: string | null = null) => ({ command, label: `(${command})`, keys });
    const [, edit] = menuTemplate(
      t,
      [
        { menu: "edit", group: 3, items: [item("find")] },
        { menu: "edit", group: 1, items: [item("undo", "Ctrl+Z"), item("redo")] },
      ],
      send,
    );
    const items = edit?.submenu;
    if (!Array.isArray(items)) throw new Error("no menu");
    expect(lines(items)).toEqual([
      "(undo)",
      "(redo)",
      "separator",
      "cut",
      "copy",
      "paste",
      "selectAll",
      "separator",
      "(find)",
    ]);
    expect(items[0]).toMatchObject({ accelerator: "CmdOrCtrl+Z", registerAccelerator: false });
    for (const { label, click } of items) if (label === "(undo)") (click as () => void)();
    expect(send).toHaveBeenCalledWith("undo");
  });
});
