/**
 * What can be done with a row of a table: the commands that the list offers there, by their keys, under the right mouse
 * button, by Shift+F10 and by the menu key. The menu is the system's own, drawn by the main process.
 */
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../bridge/bridge";
import type { MenuPlace, RowAtHand, RowTools } from "../../components/virtual-grid/types";
import type { CommandEntry, RowPlace } from "../commands/command-entry";
import { commandsAt } from "../commands/command-places";
import { useCommandTexts } from "../commands/command-text";
import { useCommandEntries, useRunCommand } from "../commands/commands";
import { pressed } from "../commands/keys";
import { toastDone, toastFailed } from "../feedback/toast";
import { useRefuse } from "./refusal";

/** What this table does for each command that acts on its rows; copying is alike everywhere. */
export type RowActions<T> = Readonly<Record<string, (at: RowAtHand<T>) => void>>;

/**
 * @param actions by the command's id
 * @param isMeant whether the menu of a row offers a command there; its keys say themselves why not
 */
export function useRowCommands<T>(
  place: RowPlace,
  actions: RowActions<T>,
  isMeant: (id: string, row: T) => boolean = () => true,
): RowTools<T> {
  const { t } = useTranslation("screen-app");
  const texts = useCommandTexts();
  const run = useRunCommand();
  const refuse = useRefuse();
  const groups = commandsAt(useCommandEntries(), place);

  const copy = (text: string) => {
    call("textCopy", { text }).then(() => toastDone(t("copied")), toastFailed);
  };
  const all: RowActions<T> = {
    copyCell: ({ texts: cells, column }) => copy(cells[column] ?? ""),
    // As a spreadsheet takes it: one cell a column.
    copyRow: ({ texts: cells, headings }) =>
      copy([headings, cells].map((row) => row.join("\t")).join("\r\n")),
    ...actions,
  };
  const act = (entry: CommandEntry, at: RowAtHand<T>) => {
    if (entry.ofRow === true) all[entry.id]?.(at);
    else run(entry);
  };
  const offered = (entry: CommandEntry) => entry.ofRow !== true || entry.id in all;

  return {
    onKey: (event: KeyboardEvent, at, ofChosen = false) => {
      // What was chosen on the page by the mouse is copied as everywhere.
      if (window.getSelection()?.isCollapsed === false) return false;
      const entry = groups
        .flatMap(({ entries }) => entries)
        .filter((one) => one.ofRow === true && (!ofChosen || one.ofChosen === true))
        .find(({ keys }) => keys?.some((one) => pressed(one, event)) === true);
      if (entry === undefined) return false;
      if (!offered(entry)) {
        if (entry.edits !== true || refuse === null) return false;
        refuse();
        return true;
      }
      act(entry, at);
      return true;
    },
    onMenu: async (at: RowAtHand<T>, where: MenuPlace | null) => {
      const shown = groups
        .map(({ entries }) => entries.filter((entry) => offered(entry) && isMeant(entry.id, at.row)))
        .filter((entries) => entries.length > 0);
      const items = shown.map((entries) => ({
        items: entries.map((entry) => ({
          command: entry.id,
          label: texts.menu(entry),
          keys: entry.keys?.[0] ?? null,
        })),
      }));
      const chosen = await call("windowPopup", { groups: items, at: where }).catch(toastFailed);
      const entry = shown.flat().find(({ id }) => id === chosen);
      if (entry !== undefined) act(entry, at);
    },
  };
}
