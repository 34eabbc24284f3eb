/**
 * Tells the benchmark when a window is usable: shown, with what was waited for on it and painted. Both windows that
 * are compared are watched by this one piece, so that neither is asked an easier question.
 */
import process from "node:process";
import { app } from "electron";

/** Resolves in the page once the element is there and two frames went by, so that it is on the screen. */
const painted = (selector) => `new Promise((resolve) => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  const isThere = () => document.querySelector(${JSON.stringify(selector)}) !== null;
  if (isThere()) return frames();
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    frames();
  });
  observer.observe(document, { childList: true, subtree: true });
})`;

/**
 * Writes one line of JSON on standard output when the first window is usable: `usable`, the instant in ms since
 * 1970. Anything on standard input then closes the window, and so the program.
 * @param {string} selector what must be on the page
 */
export function watch(selector) {
  app.once("browser-window-created", (_event, window) => {
    const shown = new Promise((resolve) => window.once("show", resolve));
    window.webContents.once("dom-ready", () => {
      void Promise.all([window.webContents.executeJavaScript(painted(selector)), shown]).then(() => {
        process.stdout.write(`${JSON.stringify({ usable: Date.now() })}\n`);
      });
    });
    process.stdin.once("data", () => {
      process.stdin.destroy();
      window.destroy();
    });
  });
}
