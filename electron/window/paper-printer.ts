/** Prints a page on paper: by the system's own dialog, in which somebody chooses the printer, the copies and the pages. */
import type { WebContents } from "electron";
import { AppError, appError } from "../../shared/contract/errors";
import type { PaperPrinter, PaperSheet } from "../files/report/paper";
import { printedUrl } from "./page-files";
import { withSealedPage } from "./sealed-page";

/** As Electron says that somebody closed the dialog. */
const closed = /cancel/i;

/** @returns a printer; ask it only after the program is ready */
export function createPaperPrinter(): PaperPrinter {
  return ({ html, orientation }) =>
    withSealedPage(html, async (page) => {
      await page.loadURL(printedUrl);
      if ((await page.getPrintersAsync()).length === 0) throw appError("printer-missing");
      return print(page, orientation);
    }).catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw appError("print-failed", { reason }, error);
    });
}

function print(page: WebContents, orientation: PaperSheet["orientation"]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    page.print(
      {
        silent: false,
        printBackground: true,
        pageSize: "A4",
        landscape: orientation === "landscape",
        // The margins are the page's own.
        margins: { marginType: "default" },
      },
      (isPrinted, reason) => {
        if (isPrinted) resolve(true);
        else if (closed.test(reason)) resolve(false);
        else reject(appError("print-failed", { reason }));
      },
    );
  });
}
