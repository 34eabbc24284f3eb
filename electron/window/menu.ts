/**
 * The window's menu in the user's language: the page's commands, as it describes them, and the system's own. A chosen
 * command goes back to the page as an event, where the keyboard's go too, so that a command exists once.
 */
import type { MenuItemConstructorOptions } from "electron";
import { type MenuName, menuNames } from "../../shared/contract/commands";
import type { MenuGroups, PopupGroups } from "../../shared/contract/schemas/menu";
import type { TextKey, Translate } from "../../shared/i18n";

type Worded<R> = R extends string ? (`menu:${R}` extends TextKey ? R : never) : never;
type Role = Worded<MenuItemConstructorOptions["role"]>;

/** The system's own commands, by menu and group; each has its words in `menu:`. */
const roles: Readonly<Record<MenuName, Readonly<Record<number, readonly Role[]>>>> = {
  file: { 9: ["quit"] },
  edit: { 2: ["cut", "copy", "paste", "selectAll"] },
  view: { 3: ["togglefullscreen"] },
  help: {},
};

/**
 * The menu as data: groups in the order of their numbers, parted by lines.
 * @param groups the page's commands; empty while it has not told them
 * @param send receives the command's id, e.g. "newOfficial"
 */
export function menuTemplate(
  t: Translate,
  groups: MenuGroups,
  send: (command: string) => void,
): MenuItemConstructorOptions[] {
  return menuNames.map((menu) => {
    const parts = [
      ...Object.entries(roles[menu]).map(([group, members]) => ({
        group: Number(group),
        items: members.map((role): MenuItemConstructorOptions => ({ role, label: t(`menu:${role}`) })),
      })),
      ...groups
        .filter((part) => part.menu === menu)
        .map(({ group, items }) => ({ group, items: items.map((item) => commandItem(item, send)) })),
    ].sort((a, b) => a.group - b.group);
    return {
      label: t(`menu:${menu}`),
      submenu: parts.flatMap(({ items }, place) =>
        place === 0 ? items : [{ type: "separator" } as const, ...items],
      ),
    };
  });
}

/** A menu over the page. @param choose receives the command's id */
export function popupTemplate(
  groups: PopupGroups,
  choose: (command: string) => void,
): MenuItemConstructorOptions[] {
  return groups.flatMap(({ items }, place) => [
    ...(place === 0 ? [] : [{ type: "separator" } as const]),
    ...items.map((item) => commandItem(item, choose)),
  ]);
}

function commandItem(
  { command, label, keys }: MenuGroups[number]["items"][number],
  send: (command: string) => void,
): MenuItemConstructorOptions {
  return {
    label,
    click: () => send(command),
    // The page handles the keys itself, where it knows whether somebody is typing; the menu only shows them.
    ...(keys === null
      ? {}
      : { accelerator: keys.replace("Ctrl+", "CmdOrCtrl+"), registerAccelerator: false }),
  };
}
