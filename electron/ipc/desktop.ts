/** Dialogs and windows, which only the composition root can reach. */
export interface Desktop {
  openRosterDialog(): Promise<string | null>;
  saveRosterDialog(suggestedName: string): Promise<string | null>;
  pickFolderDialog(): Promise<string | null>;
  openCardDialog(): Promise<string | null>;
  revealFile(path: string): void;
  allowClose(allowed: boolean): void;
  languageChanged(): void;
}
