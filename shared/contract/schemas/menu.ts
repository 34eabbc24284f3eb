/**
 * The window's menu as the page describes it: commands are entries of the page's list, and the main process, which
 * draws the menu, lists none of them a second time.
 */
import { menuNames } from "../commands";
import { z } from "../zod";

const menuItem = z.object({
  /** Comes back in the event `command` when it is chosen. */
  command: z.string().max(60),
  label: z.string().max(200),
  /** Shown beside it, such as `Ctrl+Z`; the page itself listens to the keys. */
  keys: z.string().max(40).nullable(),
});

const menuGroups = z.array(
  z.object({
    menu: z.enum(menuNames),
    /** Place among the menu's groups, which lines part; the system's own commands stand in groups too. */
    group: z.int().min(0).max(20),
    items: z.array(menuItem).max(60),
  }),
);
export type MenuGroups = z.output<typeof menuGroups>;

export const menuCalls = {
  windowMenu: {
    reads: [],
    needs: "nothing",
    args: z.object({ groups: menuGroups.max(60) }),
    result: z.null(),
  },
} as const;
