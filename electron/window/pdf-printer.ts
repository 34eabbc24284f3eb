/**
 * Prints a page to PDF in a window that nobody sees: sandboxed, without scripts, in a session of its own that may
 * load that one page and nothing else. A report holds text from a roster, so its page is treated as foreign.
 *
 * The page is served from memory under the program's own scheme: no person's data lies in a folder for temporary files,
 * and no letter of such a folder's path can be read as a part of an address.
 */
import { randomUUID } from "node:crypto";
import { BrowserWindow, type Session, session } from "electron";
import { AppError, appError } from "../../shared/contract/errors";
import type { PdfOptions, PdfPrinter } from "../files/report/pdf";
import { printedUrl, scheme } from "./page-files";

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

async function print(html: string, { headerTemplate, signal }: PdfOptions): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: sealedSession(html),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      spellcheck: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event) => event.preventDefault());
  try {
    return await withinPatience(signal, async () => {
      await window.loadURL(printedUrl);
      return window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        displayHeaderFooter: true,
        headerTemplate,
        footerTemplate: "<span></span>",
      });
    });
  } finally {
    window.destroy();
  }
}

/** A session in memory only that holds one page; every other address and every permission is refused. */
function sealedSession(html: string): Session {
  const sealed = session.fromPartition(`pdf-${randomUUID()}`, { cache: false });
  const page = {
    data: Buffer.from(html),
    headers: { "content-type": "text/html; charset=utf-8", "x-content-type-options": "nosniff" },
  };
  // By the older of Electron's two ways, as the window's own page is served.
  sealed.protocol.registerBufferProtocol(scheme, ({ url }, answer) => {
    answer(url === printedUrl ? page : { statusCode: 404 });
  });
  sealed.webRequest.onBeforeRequest(({ url }, answer) => {
    // Fonts are data addresses inside the page.
    answer({ cancel: url !== printedUrl && !url.startsWith("data:") });
  });
  sealed.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  sealed.setPermissionCheckHandler(() => false);
  return sealed;
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
