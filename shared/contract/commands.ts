/**
 * What the page and the window's menu both know of commands: the menus there are. The commands themselves are entries
 * of the page's list; without zod, so that the page's first file stays small.
 */
export const menuNames = ["file", "edit", "view", "help"] as const;
export type MenuName = (typeof menuNames)[number];
