/** What printing a page on paper needs, without saying who prints: the window does it with Electron, a test with its own. */

export interface PaperSheet {
  /** One self-contained page; see html.ts. */
  readonly html: string;
  readonly orientation: "landscape" | "portrait";
}

/**
 * Asks the system which printer to use and prints.
 * @returns whether it was printed; false for whoever thought better of it in the system's dialog
 * @throws AppError printer-missing where the system knows none, print-failed
 */
export type PaperPrinter = (sheet: PaperSheet) => Promise<boolean>;
