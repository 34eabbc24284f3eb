/**
 * Tells the window's menu which commands there are, in the user's language: the menu is drawn by the main process,
 * which knows none of them by itself.
 */
import { useEffect } from "react";
import { menuNames } from "../../../shared/contract/commands";
import { call } from "../../bridge/bridge";
import type { CommandEntry } from "./command-entry";
import { commandsAt } from "./command-places";
import { useCommandTexts } from "./command-text";

export function useWindowMenu(entries: readonly CommandEntry[]): void {
  const texts = useCommandTexts();
  useEffect(() => {
    const groups = menuNames.flatMap((menu) =>
      commandsAt(entries, menu).map(({ group, entries: members }) => ({
        menu,
        group,
        items: members.map((entry) => ({
          command: entry.id,
          label: texts.menu(entry),
          keys: entry.keys?.[0] ?? null,
        })),
      })),
    );
    // The main process keeps the page's console in its log file.
    call("windowMenu", { groups }).catch(console.error);
  }, [entries, texts]);
}
