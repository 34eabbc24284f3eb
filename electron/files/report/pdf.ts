/**
 * What printing a page to PDF needs, without saying who prints: the window does it with Electron, the command line
 * with an Electron that it starts, a test with its own.
 */

export interface PdfOptions {
  /** HTML laid over the top margin of every page; see html.ts. */
  readonly headerTemplate: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Prints one self-contained page.
 * @returns the PDF's bytes
 * @throws AppError pdf-unavailable when nothing here can print, cancelled
 */
export type PdfPrinter = (html: string, options: PdfOptions) => Promise<Uint8Array>;
