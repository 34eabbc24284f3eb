/**
 * Rosters that the system asks this program to open: by a double click, before the window is there or while it is. A
 * second start of the program hands over its words here and ends, so that nobody is refused by themselves.
 */
import { resolve } from "node:path";
import { app, type BrowserWindow } from "electron";
import { rosterIn } from "../files/roster-name";

export interface OpenRequests {
  /** The roster asked for last, once; null where none was since. */
  take(): string | null;
  /** @param listener told of each request that comes from now on */
  listen(listener: () => void): void;
  /** The window that comes to the front when the program is started again. */
  raise(window: BrowserWindow): void;
}

/** Begins to listen to the system. @param argv the words that this program was started with */
export function openRequests(argv: readonly string[]): OpenRequests {
  let wanted = rosterIn(argv.slice(1));
  let window: BrowserWindow | null = null;
  let listener = () => undefined as void;
  const come = () => {
    if (window === null || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const ask = (path: string | null) => {
    wanted = path ?? wanted;
    come();
    if (path !== null) listener();
  };
  app.on("second-instance", (_event, words, folder) => {
    const given = rosterIn(words.slice(1));
    ask(given === null ? null : resolve(folder, given));
  });
  // macOS names the file in an event, also the one that the program is started for.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    ask(path);
  });
  return {
    take: () => {
      const path = wanted;
      wanted = null;
      return path;
    },
    listen: (told) => {
      listener = told;
    },
    raise: (one) => {
      window = one;
    },
  };
}
