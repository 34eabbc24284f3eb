/**
 * The menu under the right mouse button, Shift+F10 and the menu key: in text fields what every program offers there, over
 * chosen text to copy it. What rows of a table offer is the page's business, which keeps the event to itself there.
 */
import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from "electron";
import type { Translate } from "../../shared/i18n";

type Place = Pick<ContextMenuParams, "isEditable" | "editFlags" | "selectionText">;

/** @returns nothing where there is nothing to offer */
export function contextMenuTemplate(t: Translate, place: Place): MenuItemConstructorOptions[] {
  const { editFlags: can } = place;
  const copy = { role: "copy", label: t("menu:copy"), enabled: can.canCopy } as const;
  if (!place.isEditable) return place.selectionText.trim() === "" ? [] : [copy];
  return [
    { role: "undo", label: t("command:undo"), enabled: can.canUndo },
    { role: "redo", label: t("command:redo"), enabled: can.canRedo },
    { type: "separator" },
    { role: "cut", label: t("menu:cut"), enabled: can.canCut },
    copy,
    { role: "paste", label: t("menu:paste"), enabled: can.canPaste },
    { type: "separator" },
    { role: "selectAll", label: t("menu:selectAll"), enabled: can.canSelectAll },
  ];
}

/** Shows it over a window from here on. */
export function offerContextMenu(window: BrowserWindow, t: Translate): void {
  window.webContents.on("context-menu", (_event, params) => {
    const template = contextMenuTemplate(t, params);
    if (template.length === 0) return;
    // By the mouse it stands at the pointer, by keys at the text.
    const at = params.menuSourceType === "keyboard" ? { x: params.x, y: params.y } : {};
    Menu.buildFromTemplate(template).popup({
      window,
      ...(params.frame === null ? {} : { frame: params.frame }),
      ...at,
    });
  });
}
