/**
 * The window's menu in the user's language. Its commands go to the page as events, where the keyboard's go too,
 * so that a command exists once.
 */
import { Menu, type MenuItemConstructorOptions } from "electron";
import type { Translate } from "../../shared/i18n";

/** The screens in the order of the rail and of their keys. */
const screens = ["statistics", "officials", "log", "catalog", "exchange"] as const;

/** @param send receives the command's name, e.g. "newOfficial" */
export function buildMenu(t: Translate, send: (command: string) => void): Menu {
  const command = (name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: t(`menu:${name}`),
    click: () => send(name),
    // The page handles the keys itself, where it knows whether somebody is typing; the menu only shows them.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const role = (
    name: NonNullable<MenuItemConstructorOptions["role"]>,
    key: string,
  ): MenuItemConstructorOptions => ({
    role: name,
    label: t(`menu:${key}`),
  });
  return Menu.buildFromTemplate([
    {
      label: t("menu:file"),
      submenu: [
        command("newRoster"),
        command("openRoster", "CmdOrCtrl+O"),
        command("closeRoster"),
        { type: "separator" },
        command("report", "CmdOrCtrl+P"),
        command("send", "CmdOrCtrl+G"),
        command("receive", "CmdOrCtrl+R"),
        { type: "separator" },
        role("quit", "quit"),
      ],
    },
    {
      label: t("menu:edit"),
      submenu: [
        command("undo", "CmdOrCtrl+Z"),
        command("redo", "CmdOrCtrl+Y"),
        { type: "separator" },
        role("cut", "cut"),
        role("copy", "copy"),
        role("paste", "paste"),
        role("selectAll", "selectAll"),
        { type: "separator" },
        command("find", "CmdOrCtrl+F"),
        command("newOfficial", "CmdOrCtrl+N"),
      ],
    },
    {
      label: t("menu:view"),
      submenu: [
        ...screens.map(
          (name, place): MenuItemConstructorOptions => ({
            ...command(name, `Alt+${place + 1}`),
            label: t(`screen-app:rail.${name}`),
          }),
        ),
        { type: "separator" },
        role("zoomIn", "zoomIn"),
        role("zoomOut", "zoomOut"),
        role("resetZoom", "zoomReset"),
        { type: "separator" },
        role("togglefullscreen", "fullScreen"),
      ],
    },
    { label: t("menu:help"), submenu: [{ ...command("help", "F1"), label: t("menu:shortcuts") }] },
  ]);
}
