/**
 * Prints a page to PDF in a window that nobody sees: sandboxed, without scripts, in a session of its own that may
 * load that one page and nothing else. A report holds text from a roster, so its page is treated as foreign.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BrowserWindow, type Session, session } from "electron";
import { AppError, appError } from "../../shared/contract/errors";
import type { PdfOptions, PdfPrinter } from "../files/report/pdf";

/** A table of all 3,321 communes takes seconds; a printer that takes minutes has hung. */
const patience = 120_000;

/** @returns a printer; ask it only after the program is ready */
export function createPdfPrinter(): PdfPrinter {
  return async (html, options) => {
    stopIfAsked(options.signal);
    // A file, because a data address of some megabytes is not loaded.
    const folder = await mkdtemp(join(tmpdir(), "so-can-bo-pdf-"));
    const page = join(folder, "report.html");
    try {
      await writeFile(page, html, { mode: 0o600, flag: "wx" });
      return await printFile(page, options);
    } catch (error) {
      throw error instanceof AppError
        ? error
        : appError("pdf-unavailable", { reason: reasonOf(error) }, error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function printFile(page: string, { headerTemplate, signal }: PdfOptions): Promise<Uint8Array> {
  // Asked again: an abort while the page was being written reaches no listener.
  stopIfAsked(signal);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: sealedSession(pathToFileURL(page).href),
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
      await window.loadFile(page);
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

/** A session in memory only, in which every address but one and every permission is refused. */
function sealedSession(address: string): Session {
  const sealed = session.fromPartition(`pdf-${randomUUID()}`, { cache: false });
  sealed.webRequest.onBeforeRequest(({ url }, answer) => {
    // Fonts are data addresses inside the page.
    answer({ cancel: url !== address && !url.startsWith("data:") });
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
