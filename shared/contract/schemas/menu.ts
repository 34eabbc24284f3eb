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

const popupGroups = z.array(z.object({ items: z.array(menuItem).max(60) }));
export type PopupGroups = z.output<typeof popupGroups>;

export const menuCalls = {
  windowMenu: {
    reads: [],
    needs: "nothing",
    args: z.object({ groups: menuGroups.max(60) }),
    result: z.null(),
  },
  /** Shows a menu over the page, at the pointer or at a place in its pixels. Answers with what was chosen. */
  windowPopup: {
    reads: [],
    needs: "nothing",
    args: z.object({
      groups: popupGroups.max(20),
      at: z.object({ x: z.number(), y: z.number() }).nullable(),
    }),
    result: z.string().nullable(),
  },
  /** @returns the size that the window is shown in now, in percent */
  windowZoom: {
    reads: [],
    needs: "nothing",
    args: z.object({ change: z.enum(["in", "out", "reset"]) }),
    result: z.int(),
  },
  /** The page itself may not touch the clipboard. */
  textCopy: {
    reads: [],
    needs: "nothing",
    args: z.object({ text: z.string().max(100_000) }),
    result: z.null(),
  },
  /** Pastes where the page stands, as the keys do: the page hears of it as of any other paste. */
  pasteHere: { reads: [], needs: "nothing", args: z.object({}), result: z.null() },
} as const;
