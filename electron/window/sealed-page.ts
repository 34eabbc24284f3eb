/**
 * A page to be printed, in a window that nobody sees: sandboxed, without scripts, in a session of its own that may load that
 * one page and nothing else. A report holds text from a roster, so its page is treated as foreign.
 *
 * The page is served from memory under the program's own scheme: no person's data lies in a folder for temporary files,
 * and no letter of such a folder's path can be read as a part of an address.
 */
import { randomUUID } from "node:crypto";
import { BrowserWindow, type Session, session, type WebContents } from "electron";
import { printedUrl, scheme } from "./page-files";

/** Loads a page, gives its contents to the work, and destroys the window however that ends. */
export async function withSealedPage<T>(html: string, work: (page: WebContents) => Promise<T>): Promise<T> {
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
    return await work(window.webContents);
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
