/** Prints a page to PDF, in a window that nobody sees. */
import { AppError, appError } from "../../shared/contract/errors";
import type { PdfOptions, PdfPrinter } from "../files/report/pdf";
import { printedUrl } from "./page-files";
import { withSealedPage } from "./sealed-page";

/** A table of all 3,321 communes takes seconds; a printer that takes minutes has hung. */
const patience = 120_000;

/** @returns a printer; ask it only after the program is ready */
export function createPdfPrinter(): PdfPrinter {
  return async (html, options) => {
    stopIfAsked(options.signal);
    try {
      return await print(html, options);
    } catch (error) {
      throw error instanceof AppError
        ? error
        : appError("pdf-unavailable", { reason: reasonOf(error) }, error);
    }
  };
}

function print(html: string, { headerTemplate, signal }: PdfOptions): Promise<Uint8Array> {
  return withSealedPage(html, (page) =>
    withinPatience(signal, async () => {
      await page.loadURL(printedUrl);
      return page.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        displayHeaderFooter: true,
        headerTemplate,
        footerTemplate: "<span></span>",
      });
    }),
  );
}

/** The work, or a failure once it takes too long or is stopped; the window is destroyed by the caller then. */
function withinPatience<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(appError("pdf-unavailable", { reason: "timeout" })));
    }, patience);
    const stop = () => settle(() => reject(appError("cancelled")));
    const settle = (end: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      end();
    };
    signal?.addEventListener("abort", stop, { once: true });
    work().then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw appError("cancelled");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
