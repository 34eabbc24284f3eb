/**
 * The program's window: sandboxed, isolated, unable to leave its own page.
 *
 * Every way out (navigation, new windows, permissions, downloads, webviews) is closed here once, for the only
 * window there is; closing asks the page first, so that unsaved work is not lost.
 */
import { join } from "node:path";
import { app, BrowserWindow, session, type WebFrameMain } from "electron";
import { sendEvent } from "../ipc/gate";
import { groundNow } from "./appearance";
import { pageOrigin, pageUrl } from "./page-files";

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Loads the page. */
  load(): void;
  /** The page's answer to `closeRequested`. */
  allowClose(allowed: boolean): void;
}

/** Denies to every page what no page of this program needs. Call once, when the app is ready. */
export function lockDown(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.on("will-download", (event) => event.preventDefault());
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/** Whether a frame is the window's own page: the top frame, served under the program's scheme. */
export function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${pageOrigin}/`);
}

/**
 * Opens the window, without its page.
 * @param distFolder folder that holds `preload/`
 * @param size content size in pixels, kept within the screen by the system
 */
export function openMainWindow(distFolder: string, size: { width: number; height: number }): MainWindow {
  const window = new BrowserWindow({
    ...size,
    useContentSize: true,
    minWidth: 640,
    minHeight: 360,
    show: false,
    title: app.getName(),
    backgroundColor: groundNow(),
    webPreferences: {
      preload: join(distFolder, "preload", "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  // A page that is shown in another size than its first frame may never say that it is ready.
  window.webContents.once("did-finish-load", () => window.show());

  let mayClose = false;
  let pageAnswers = true;
  window.webContents.on("render-process-gone", () => {
    pageAnswers = false;
  });
  window.on("close", (event) => {
    if (mayClose || !pageAnswers || window.webContents.isLoading()) return;
    event.preventDefault();
    sendEvent(window.webContents, "closeRequested", {});
  });

  return {
    window,
    load: () => void window.loadURL(pageUrl),
    allowClose: (allowed) => {
      mayClose = allowed;
      if (allowed && !window.isDestroyed()) window.close();
    },
  };
}
