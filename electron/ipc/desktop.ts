/** Dialogs, menu and windows, which only the composition root can reach. */
import type { MenuGroups } from "../../shared/contract/schemas/menu";

export interface Desktop {
  openRosterDialog(): Promise<string | null>;
  saveRosterDialog(suggestedName: string): Promise<string | null>;
  pickFolderDialog(): Promise<string | null>;
  openCardDialog(): Promise<string | null>;
  revealFile(path: string): void;
  allowClose(allowed: boolean): void;
  /** Draws the window's menu with these commands of the page, in the language of now. */
  showMenu(groups: MenuGroups): void;
}
