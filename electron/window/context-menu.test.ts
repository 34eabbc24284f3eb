import type { ContextMenuParams } from "electron";
import { describe, expect, it, vi } from "vitest";
import { createTranslate } from "../../shared/i18n";

vi.mock("electron", () => ({ Menu: {} }));
const { contextMenuTemplate } = await import("./context-menu");

const t = createTranslate("vi");
const flags: ContextMenuParams["editFlags"] = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: false,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};

describe("the menu under the right button", () => {
  it("offers in a text field what can be done there now, in the user's language", () => {
    const items = contextMenuTemplate(t, { isEditable: true, editFlags: flags, selectionText: "An" });
    expect(items.map(({ type, label }) => type ?? label)).toEqual([
      "Hoàn tác",
      "Làm lại",
      "separator",
      "Cắt",
      "Sao chép",
      "Dán",
      "separator",
      "Chọn tất cả",
    ]);
    expect(items.filter(({ enabled }) => enabled === false).map(({ role }) => role)).toEqual([
      "redo",
      "paste",
    ]);
  });

  it("offers to copy chosen text, and nothing where there is nothing", () => {
    const over = (selectionText: string) =>
      contextMenuTemplate(t, { isEditable: false, editFlags: flags, selectionText }).map(({ role }) => role);
    expect(over("478")).toEqual(["copy"]);
    expect(over("  ")).toEqual([]);
  });
});
