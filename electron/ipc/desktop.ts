/** Dialogs, menu and windows, which only the composition root can reach. */
import type { Appearance } from "../../shared/contract/appearance";
import type { DocumentKind } from "../../shared/domain/document-kind";
import type { MenuGroups, PopupGroups } from "../../shared/contract/schemas/menu";

export interface Desktop {
  openRosterDialog(): Promise<string | null>;
  saveRosterDialog(suggestedName: string): Promise<string | null>;
  savePdfDialog(suggestedName: string): Promise<string | null>;
  saveWorkbookDialog(suggestedName: string): Promise<string | null>;
  /** Of a table that is written as a workbook or as separated text, as the name's ending says. */
  saveTableDialog(suggestedName: string): Promise<string | null>;
  pickFolderDialog(): Promise<string | null>;
  openCardDialog(): Promise<string | null>;
  openWorkbookDialog(): Promise<string | null>;
  /** @param picture for a photo; otherwise for a scan */
  openDocumentDialog(picture: boolean): Promise<string | null>;
  saveDocumentDialog(suggestedName: string, kind: DocumentKind | null): Promise<string | null>;
  openRulesDialog(): Promise<string | null>;
  saveCalendarDialog(suggestedName: string): Promise<string | null>;
  saveRulesDialog(suggestedName: string): Promise<string | null>;
  /** Opens a file with the system's program for it. @throws AppError file-not-opened */
  openFile(path: string): Promise<void>;
  revealFile(path: string): void;
  allowClose(allowed: boolean): void;
  /** Draws the window's menu with these commands of the page, in the language of now. */
  showMenu(groups: MenuGroups): void;
  /** Shows a menu over the window. @param at place in the page, null: at the pointer. @returns the command chosen */
  popup(groups: PopupGroups, at: { readonly x: number; readonly y: number } | null): Promise<string | null>;
  /** @returns the size now, in percent */
  zoom(change: "in" | "out" | "reset"): number;
  showAppearance(appearance: Appearance): void;
  copyText(text: string): void;
  /** Pastes where the page stands. */
  paste(): void;
  /** The same content twice: for programs that take text, and for those that take a table. */
  copyTable(table: { readonly text: string; readonly html: string }): Promise<void>;
}
